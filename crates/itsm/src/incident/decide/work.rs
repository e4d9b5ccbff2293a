//! Working on an incident: who has it, what it waits for, and how it ends.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use super::Steps;
use super::allowed::{Action, check};
use super::fields::{filled, trimmed};
use super::links::parent_is_not_closed;
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::ids::{GroupId, IncidentId, PersonId};
use crate::incident::event::Event;
use crate::incident::record::{Incident, ResolutionCode};
use crate::incident::state::{HoldReason, State};
use crate::refusal::Refusal;
use crate::retire::offered;

pub(super) fn assign(
    desk: &Desk,
    id: IncidentId,
    group: Option<GroupId>,
    assignee: Option<PersonId>,
) -> Result<Steps, Refusal> {
    let incident = check(desk, id, Action::Assign)?;
    let directory = desk.directory();
    offered(desk, &directory.groups, group, incident.group, EntryId::Group, "group")?;
    offered(desk, &directory.people, assignee, incident.assignee, EntryId::Person, "person")?;
    // A person alone keeps the team; only nobody at all takes it from the team too.
    let group = if assignee.is_some() { group.or(incident.group) } else { group };
    if (group, assignee) == (incident.group, incident.assignee) {
        return Err(Refusal::Invalid { field: "group and person", because: "they are as now; nothing would change" });
    }
    begun_work_keeps_an_owner(incident, group, assignee)?;
    Ok(vec![(id, Event::Assigned { group, assignee })])
}

pub(super) fn begun_work_keeps_an_owner(
    incident: &Incident,
    group: Option<GroupId>,
    assignee: Option<PersonId>,
) -> Result<(), Refusal> {
    if incident.state == State::InProgress && group.is_none() && assignee.is_none() {
        return Err(Refusal::Missing {
            field: "an assignment group or person",
            because: "work has begun, and without an owner it would be forgotten",
        });
    }
    Ok(())
}

pub(super) fn start(desk: &Desk, id: IncidentId) -> Result<Steps, Refusal> {
    check(desk, id, Action::Start)?;
    Ok(vec![(id, Event::Started)])
}

pub(super) fn hold(desk: &Desk, id: IncidentId, reason: HoldReason, note: Arc<str>) -> Result<Steps, Refusal> {
    let incident = check(desk, id, Action::Hold)?;
    waits_for_something_else(incident, reason)?;
    let mut steps = vec![(id, Event::Held(reason))];
    let text = trimmed(note);
    if !text.is_empty() {
        steps.push((id, Event::Noted { text }));
    }
    Ok(steps)
}

pub(super) fn waits_for_something_else(incident: &Incident, reason: HoldReason) -> Result<(), Refusal> {
    if incident.state == State::OnHold(reason) {
        return Err(Refusal::Invalid { field: "reason", because: "it already waits for that; nothing would change" });
    }
    Ok(())
}

pub(super) fn resolve(
    desk: &Desk,
    id: IncidentId,
    code: ResolutionCode,
    solution: Arc<str>,
    cascade: bool,
) -> Result<Steps, Refusal> {
    let incident = check(desk, id, Action::Resolve)?;
    code_fits(incident, &code)?;
    let solution =
        filled(solution, "solution", "the next person with this incident should not have to solve it again")?;
    let dependants = if cascade { open_dependants(desk, id) } else { Vec::new() };
    dependants.iter().try_for_each(|dependant| code_fits_with(desk.incident(*dependant)?, &code))?;
    let resolved = |with| Event::Resolved { code: code.clone(), solution: solution.clone(), with };
    let mut steps = vec![(id, resolved(None))];
    steps.extend(dependants.into_iter().map(|dependant| (dependant, resolved(Some(id)))));
    Ok(steps)
}

/// Whether an incident may be resolved with this code of its own.
pub(super) fn code_fits(incident: &Incident, code: &ResolutionCode) -> Result<(), Refusal> {
    match code {
        ResolutionCode::Foreign(_) => Err(Refusal::Invalid {
            field: "resolution code",
            because: "another tool's code cannot be counted with ours; choose one from the list",
        }),
        ResolutionCode::Duplicate if incident.duplicate_of.is_none() => Err(Refusal::Missing {
            field: "the incident it duplicates",
            because: "without the link nobody finds the one that is worked on",
        }),
        _ => Ok(()),
    }
}

/// Whether an incident may get this code by a cascade. That one incident tells of the same failure as another says
/// nothing about its consequences.
pub(super) fn code_fits_with(dependant: &Incident, code: &ResolutionCode) -> Result<(), Refusal> {
    if *code == ResolutionCode::Duplicate && dependant.duplicate_of.is_none() {
        return Err(Refusal::Rule {
            rule: "its children are not duplicates themselves",
            because: "the original may still be open; resolve this one alone and link them to it",
        });
    }
    Ok(())
}

/// Open children and duplicates, theirs too, nearest first. A dependant that is already resolved still hands
/// on to its own; a cancelled one was a mistake, and so were its links.
fn open_dependants(desk: &Desk, root: IncidentId) -> Vec<IncidentId> {
    let mut seen = BTreeSet::from([root]);
    let mut waiting = VecDeque::from([root]);
    let mut open = Vec::new();
    while let Some(above) = waiting.pop_front() {
        for dependant in desk.dependants(above) {
            if dependant.state == State::Cancelled || !seen.insert(dependant.id) {
                continue;
            }
            if dependant.state.is_open() {
                open.push(dependant.id);
            }
            waiting.push_back(dependant.id);
        }
    }
    open
}

pub(super) fn reopen(desk: &Desk, id: IncidentId, because: Arc<str>) -> Result<Steps, Refusal> {
    let incident = check(desk, id, Action::Reopen)?;
    let because = filled(because, "reason", "whoever takes it up again has to know what is still wrong")?;
    let mut steps = Vec::new();
    // A closed parent is finished, and its solution did not help here: what comes back stands on its own.
    if parent_is_not_closed(desk, incident).is_err() {
        steps.push((id, Event::ParentLinked(None)));
    }
    steps.push((id, Event::Reopened { because }));
    Ok(steps)
}

pub(super) fn close(desk: &Desk, id: IncidentId) -> Result<Steps, Refusal> {
    check(desk, id, Action::Close)?;
    Ok(vec![(id, Event::Closed)])
}

pub(super) fn cancel(desk: &Desk, id: IncidentId, because: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Cancel)?;
    let because = filled(because, "reason", "the caller will ask why nobody restored the service")?;
    Ok(vec![(id, Event::Cancelled { because })])
}
