//! What an incident is called in a list.

use itsm::incident::Incident;

use crate::Workspace;
use itsm::IncidentId;

/// Columns of other tools that tell most about what is wrong where a summary is missing: ServiceNow's names.
const TELLING: [&str; 2] = ["subcategory", "u_symptom"];

/// The summary; where an import has none, a title made from what it did say ("Subcategory 174 · Symptom 491").
/// Made anew each time, never stored.
pub fn title(workspace: &Workspace, id: IncidentId) -> String {
    match workspace.desk().incident(id) {
        Ok(incident) if incident.summary.trim().is_empty() => derived(workspace, incident),
        Ok(incident) => incident.summary.to_string(),
        Err(_) => String::new(),
    }
}

/// Whether [`title`] had to make a title up.
pub fn is_derived(incident: &Incident) -> bool {
    incident.summary.trim().is_empty()
}

fn derived(workspace: &Workspace, incident: &Incident) -> String {
    let fields = incident.foreign.iter().flat_map(|foreign| &foreign.fields);
    let telling = |name: &str| fields.clone().find(|(column, _)| **column == *name).map(|(_, value)| &**value);
    let found: Vec<&str> = TELLING.into_iter().filter_map(telling).collect();
    match (found.is_empty(), incident.category) {
        (false, _) => found.join(" \u{b7} "),
        (true, Some(category)) => workspace.desk().directory().category(category).to_owned(),
        (true, None) => "No summary".to_owned(),
    }
}
