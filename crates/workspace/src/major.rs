//! What the journal says of a major incident: whom it hit and for how long, what happened when, and the post-incident
//! report made of both.

mod report;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Event as IncidentEvent, Incident};
use itsm::major::{Event, Standing, linked, standing};
use itsm::{Happening, IncidentId, PersonId};

use crate::Workspace;
use crate::say;

pub use report::{Block, Report, Section, report};

/// Whom a major incident hit, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Impact {
    /// Incidents: it, and all that hang on it.
    pub incidents: usize,
    /// People who reported it.
    pub users: usize,
    /// When the first of them was opened.
    pub began: DateTime<Utc>,
    /// When the service was restored; `None` while it is not.
    pub restored: Option<DateTime<Utc>>,
    /// How long that took, or takes, by the wall clock.
    pub lasted: TimeDelta,
    /// The same within the desk's hours.
    pub lasted_business: TimeDelta,
}

/// Counts; `None` if the incident is not here.
pub fn impact(workspace: &Workspace, id: IncidentId, now: DateTime<Utc>) -> Option<Impact> {
    let desk = workspace.desk();
    let root = desk.incident(id).ok()?;
    let all: Vec<&Incident> =
        std::iter::once(id).chain(linked(desk, id)).filter_map(|id| desk.incident(id).ok()).collect();
    let users: BTreeSet<PersonId> = all.iter().filter_map(|incident| incident.caller).collect();
    let began = all.iter().map(|incident| incident.opened_at).min()?;
    let restored = root.resolution.as_ref().map(|resolution| resolution.at).or(root.closed_at);
    let end = restored.unwrap_or(now).max(began);
    Some(Impact {
        incidents: all.len(),
        users: users.len(),
        began,
        restored,
        lasted: end - began,
        lasted_business: desk.agreement().calendar().between(began, end),
    })
}

/// Services that the incidents of a major incident name, by name.
pub fn services(workspace: &Workspace, id: IncidentId) -> Vec<String> {
    let desk = workspace.desk();
    let named = std::iter::once(id).chain(linked(desk, id));
    let services: BTreeSet<_> = named.filter_map(|id| desk.incident(id).ok()?.service).collect();
    services.into_iter().map(|id| desk.directory().service(id).to_owned()).collect()
}

/// Something that happened, for its timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who did or wrote it.
    pub by: PersonId,
    /// What, in a few words ("Found").
    pub what: String,
    /// The words.
    pub text: String,
}

/// What happened, oldest first: turns of the incident, what was written down, and what those affected were told.
pub fn timeline(workspace: &Workspace, id: IncidentId) -> Vec<Step> {
    let mut steps: Vec<Step> = vec![];
    for recorded in workspace.timeline(id) {
        // What was taken back or never applied did not happen.
        if recorded.flag.is_some() || recorded.undone.is_some() {
            continue;
        }
        let event = recorded.event;
        let at = match &event.what {
            Happening::Major(_, Event::LookedBack(_) | Event::Waived { .. }) => continue,
            Happening::Major(_, Event::Logged { when, .. }) => *when,
            Happening::Major(..) => event.at,
            Happening::Incident(_, what) if is_turn(what) => event.at,
            _ => continue,
        };
        let said = say::sentence(workspace, event);
        let who = said.details.iter().find(|(field, _)| field == "Who").map(|(_, names)| [": ", names].concat());
        steps.push(Step {
            at,
            by: event.by,
            what: said.heading + &who.unwrap_or_default(),
            text: said.text.map(|text| text.to_string()).unwrap_or_default(),
        });
    }
    steps.sort_by_key(|step| step.at);
    steps
}

fn is_turn(event: &IncidentEvent) -> bool {
    matches!(
        event,
        IncidentEvent::Logged(_)
            | IncidentEvent::Started
            | IncidentEvent::Held(_)
            | IncidentEvent::Resolved { .. }
            | IncidentEvent::Reopened { .. }
            | IncidentEvent::Cancelled { .. }
            | IncidentEvent::Closed
    )
}

/// Whether an update is overdue: promised by the plan for before `now`, while it runs.
pub fn is_overdue(workspace: &Workspace, id: IncidentId, now: DateTime<Utc>) -> bool {
    let desk = workspace.desk();
    let is_running = standing(desk, id) == Some(Standing::Running);
    let due = desk.majors().get(&id).and_then(|major| major.next_update(desk.agreement().calendar()));
    is_running && due.is_some_and(|due| due < now)
}
