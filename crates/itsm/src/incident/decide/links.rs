//! Links between incidents: consequence of (parent), same failure as (duplicate).

use std::collections::BTreeSet;

use super::Steps;
use super::allowed::{Action, check};
use crate::desk::Desk;
use crate::ids::IncidentId;
use crate::incident::event::Event;
use crate::incident::record::{Incident, ResolutionCode};
use crate::incident::state::State;
use crate::refusal::Refusal;

const PARENT: &str = "parent";
const ORIGINAL: &str = "original";

pub(super) fn link_parent(desk: &Desk, id: IncidentId, parent: Option<IncidentId>) -> Result<Steps, Refusal> {
    let incident = check(desk, id, Action::Link)?;
    changes_something(incident.parent, parent, PARENT)?;
    parent_fits(desk, id, parent)?;
    Ok(vec![(id, Event::ParentLinked(parent))])
}

pub(super) fn mark_duplicate(desk: &Desk, id: IncidentId, of: Option<IncidentId>) -> Result<Steps, Refusal> {
    let incident = check(desk, id, Action::Link)?;
    changes_something(incident.duplicate_of, of, ORIGINAL)?;
    original_fits(desk, incident, of)?;
    Ok(vec![(id, Event::DuplicateMarked(of))])
}

/// Whether `parent` may stand above `id`. A closed one may not: it was closed because all its children were done,
/// and has to stay so.
pub(super) fn parent_fits(desk: &Desk, id: IncidentId, parent: Option<IncidentId>) -> Result<(), Refusal> {
    fits(desk, id, parent, PARENT)?;
    if is_closed(desk, parent) {
        return Err(Refusal::Invalid {
            field: PARENT,
            because: "a closed incident is finished with all its children; choose a live one, or the one that follows it",
        });
    }
    Ok(())
}

/// Whether `original` may be what an incident is a duplicate of. A closed one may: somebody tells late of a failure
/// that is over.
pub(super) fn original_fits(desk: &Desk, incident: &Incident, original: Option<IncidentId>) -> Result<(), Refusal> {
    let as_duplicate = incident.resolution.as_ref().is_some_and(|end| end.code == ResolutionCode::Duplicate);
    if original.is_none() && as_duplicate {
        return Err(Refusal::Invalid {
            field: ORIGINAL,
            because: "it was resolved as a duplicate, and without the link nobody finds the solution; reopen it first",
        });
    }
    fits(desk, incident.id, original, ORIGINAL)
}

/// Whether an incident may be open again under its parent: not under a closed one, for the reason in
/// [`parent_fits`].
pub(super) fn parent_is_not_closed(desk: &Desk, incident: &Incident) -> Result<(), Refusal> {
    if is_closed(desk, incident.parent) {
        return Err(Refusal::Rule {
            rule: "its parent is closed",
            because: "a closed incident is finished with all its children; take that link away first",
        });
    }
    Ok(())
}

fn is_closed(desk: &Desk, id: Option<IncidentId>) -> bool {
    id.and_then(|id| desk.incidents.get(&id)).is_some_and(|incident| incident.state == State::Closed)
}

fn changes_something(now: Option<IncidentId>, next: Option<IncidentId>, field: &'static str) -> Result<(), Refusal> {
    match (now, next) {
        (None, None) => Err(Refusal::Invalid { field, because: "there is no link to take away" }),
        (Some(now), Some(next)) if now == next => {
            Err(Refusal::Invalid { field, because: "these two are linked already; nothing would change" })
        }
        _ => Ok(()),
    }
}

fn fits(desk: &Desk, id: IncidentId, target: Option<IncidentId>, field: &'static str) -> Result<(), Refusal> {
    let Some(target) = target else { return Ok(()) };
    if target == id {
        return Err(Refusal::Invalid { field, because: "an incident cannot explain itself; choose another one" });
    }
    if desk.incident(target)?.state == State::Cancelled {
        return Err(Refusal::Invalid { field, because: "a cancelled incident leads nowhere; choose a live one" });
    }
    if leads_to(desk, target, id) {
        return Err(Refusal::Invalid {
            field,
            because: "that one already depends on this one, and in a circle nothing is the cause",
        });
    }
    Ok(())
}

/// Whether the links upwards from `from`, of either kind, come to `goal`.
fn leads_to(desk: &Desk, from: IncidentId, goal: IncidentId) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(id) = waiting.pop() {
        if id == goal {
            return true;
        }
        if seen.insert(id) {
            let incident = desk.incidents.get(&id);
            waiting.extend(incident.and_then(|incident| incident.parent));
            waiting.extend(incident.and_then(|incident| incident.duplicate_of));
        }
    }
    false
}
