//! Links between incidents: consequence of (parent), same failure as (duplicate).

use std::collections::BTreeSet;

use super::Steps;
use super::allowed::{Action, check};
use crate::desk::Desk;
use crate::ids::IncidentId;
use crate::incident::event::Event;
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
    original_fits(desk, id, of)?;
    Ok(vec![(id, Event::DuplicateMarked(of))])
}

/// Whether `parent` may stand above `id`.
pub(super) fn parent_fits(desk: &Desk, id: IncidentId, parent: Option<IncidentId>) -> Result<(), Refusal> {
    fits(desk, id, parent, PARENT)
}

/// Whether `original` may be what `id` is a duplicate of.
pub(super) fn original_fits(desk: &Desk, id: IncidentId, original: Option<IncidentId>) -> Result<(), Refusal> {
    fits(desk, id, original, ORIGINAL)
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
