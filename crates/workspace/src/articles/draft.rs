//! The first text of an article that tells what was learnt from a record: what is known of it, under the headings that
//! help the next person. Whoever writes the article goes on from there.

use itsm::incident::Incident;
use itsm::knowledge::{Audience, Content};
use itsm::problem::Problem;
use itsm::{Desk, RecordId};

use crate::Workspace;
use crate::title::title;

/// What stands where nothing is known.
const UNKNOWN: &str = "*Not written down yet.*";

/// The content to begin with; `None` for a record that is not here.
pub fn from(workspace: &Workspace, id: RecordId) -> Option<Content> {
    let desk = workspace.desk();
    match id {
        RecordId::Incident(id) => Some(of_incident(workspace, desk.incident(id).ok()?)),
        RecordId::Problem(id) => Some(of_problem(desk.problem(id).ok()?)),
        other => {
            let card = desk.card(other)?;
            let body = text(&[("When this helps", ""), ("What to do", "")], &card.number);
            Some(Content { title: card.title.into(), body: body.into(), ..Content::default() })
        }
    }
}

fn of_incident(workspace: &Workspace, incident: &Incident) -> Content {
    let desk = workspace.desk();
    let told = if incident.description.trim().is_empty() { &incident.summary } else { &incident.description };
    let cause = incident.problem.and_then(|id| desk.problem(id).ok()).map(|problem| problem.analysis.cause.clone());
    let solution = incident.resolution.as_ref().map(|end| end.solution.clone()).unwrap_or_default();
    let parts = [("Symptom", &**told), ("Cause", &*cause.unwrap_or_default()), ("What helped", &*solution)];
    Content {
        title: title(workspace, incident.id).into(),
        body: text(&parts, &number(desk, RecordId::Incident(incident.id))).into(),
        keywords: "".into(),
        service: incident.service,
        category: incident.category,
        items: incident.item.into_iter().collect(),
        audience: Audience::default(),
    }
}

fn of_problem(problem: &Problem) -> Content {
    let analysis = &problem.analysis;
    let symptom = if analysis.symptom.is_empty() { &problem.description } else { &analysis.symptom };
    let fix = problem.resolution.as_ref().map(|end| end.notes.clone()).unwrap_or_default();
    let mut parts = vec![("Symptom", &**symptom), ("Cause", &*analysis.cause), ("Workaround", &*analysis.workaround)];
    if !fix.is_empty() {
        parts.push(("Lasting fix", &*fix));
    }
    Content {
        title: problem.summary.clone(),
        body: text(&parts, "").into(),
        keywords: analysis.error_code.clone(),
        service: problem.service,
        category: problem.category,
        items: problem.item.into_iter().collect(),
        // A workaround may need rights that users do not have; its writer decides.
        audience: Audience::Desk,
    }
}

fn number(desk: &Desk, id: RecordId) -> String {
    desk.card(id).map(|card| card.number).unwrap_or_default()
}

fn text(parts: &[(&str, &str)], from: &str) -> String {
    let mut text = String::new();
    for (heading, words) in parts {
        let words = if words.trim().is_empty() { UNKNOWN } else { words.trim() };
        text.push_str(&["## ", heading, "\n\n", words, "\n\n"].concat());
    }
    if !from.is_empty() {
        text.push_str(&["Written from ", from, "."].concat());
    }
    text.trim_end().to_owned()
}
