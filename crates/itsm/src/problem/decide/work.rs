//! Working on a problem: who leads it, how far it is, and how it ends.

use std::sync::Arc;

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::desk::{Desk, Happening};
use crate::directory::EntryId;
use crate::fields::filled;
use crate::ids::{GroupId, PersonId, ProblemId};
use crate::incident::{self, Incident};
use crate::problem::event::Event;
use crate::problem::record::{Problem, ResolutionCode};
use crate::problem::state::State;
use crate::refusal::Refusal;
use crate::retire::offered;

/// A command that brings nothing but the problem.
pub(super) fn simple(desk: &Desk, id: ProblemId, action: Action, event: Event) -> Result<Steps, Refusal> {
    check(desk, id, action)?;
    Ok(vec![on(id, event)])
}

pub(super) fn assign(
    desk: &Desk,
    id: ProblemId,
    group: Option<GroupId>,
    assignee: Option<PersonId>,
) -> Result<Steps, Refusal> {
    let problem = check(desk, id, Action::Assign)?;
    let directory = desk.directory();
    offered(desk, &directory.groups, group, problem.group, EntryId::Group, "group")?;
    offered(desk, &directory.people, assignee, problem.assignee, EntryId::Person, "person")?;
    // A person alone keeps the team; only nobody at all takes it from the team too.
    let group = if assignee.is_some() { group.or(problem.group) } else { group };
    if (group, assignee) == (problem.group, problem.assignee) {
        return Err(Refusal::Invalid { field: "group and person", because: "they are as now; nothing would change" });
    }
    stays_led(problem, assignee)?;
    Ok(vec![on(id, Event::Assigned { group, assignee })])
}

/// From its assessment on, a problem has somebody who leads it.
pub(super) fn stays_led(problem: &Problem, assignee: Option<PersonId>) -> Result<(), Refusal> {
    if problem.state != State::New && assignee.is_none() {
        return Err(Refusal::Missing {
            field: "a person who leads it",
            because: "its analysis has begun, and without a lead it would be forgotten",
        });
    }
    Ok(())
}

pub(super) fn resolve(desk: &Desk, id: ProblemId, fix: Arc<str>, resolve_awaiting: bool) -> Result<Steps, Refusal> {
    check(desk, id, Action::Resolve)?;
    let fix = filled(fix, "fix", "whoever meets the same symptom again has to know what was done")?;
    let mut steps = vec![on(id, Event::Resolved { fix: fix.clone() })];
    if resolve_awaiting {
        let awaits = |incident: &&Incident| {
            incident.awaits_problem() && incident::why_not(desk, incident.id, incident::Action::Resolve).is_none()
        };
        steps.extend(desk.incidents_of_problem(id).filter(awaits).map(|incident| {
            let code = incident::ResolutionCode::ResolvedByProblem;
            Happening::Incident(incident.id, incident::Event::Resolved { code, solution: fix.clone(), with: None })
        }));
    }
    Ok(steps)
}

pub(super) fn accept_risk(desk: &Desk, id: ProblemId, because: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::AcceptRisk)?;
    let notes = filled(because, "reason", "who accepts a risk, and why, is asked when it strikes")?;
    Ok(vec![on(id, Event::Ended { code: ResolutionCode::RiskAccepted, notes, duplicate_of: None })])
}

pub(super) fn cancel(desk: &Desk, id: ProblemId, because: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Cancel)?;
    let notes = filled(because, "reason", "its incidents may go on, and somebody will ask why nobody looked")?;
    Ok(vec![on(id, Event::Ended { code: ResolutionCode::Cancelled, notes, duplicate_of: None })])
}

pub(super) fn mark_duplicate(desk: &Desk, id: ProblemId, of: ProblemId) -> Result<Steps, Refusal> {
    check(desk, id, Action::MarkDuplicate)?;
    original_fits(desk, id, Some(of))?;
    let moved = |incident: &Incident| Happening::Incident(incident.id, incident::Event::ProblemLinked(Some(of)));
    let linked = desk.incidents_of_problem(id).filter(|incident| incident.state != incident::State::Cancelled);
    let mut steps: Steps = linked.map(moved).collect();
    let (code, notes) = (ResolutionCode::Duplicate, Arc::from(desk.problem_number(of)));
    steps.push(on(id, Event::Ended { code, notes, duplicate_of: Some(of) }));
    Ok(steps)
}

/// Whether a problem may end as a duplicate of `original`: one that is there, another one, and lives.
pub(super) fn original_fits(desk: &Desk, id: ProblemId, original: Option<ProblemId>) -> Result<(), Refusal> {
    let field = "original";
    let Some(original) = original else {
        return Err(Refusal::Missing { field, because: "without the link nobody finds the one that is worked on" });
    };
    if original == id {
        return Err(Refusal::Invalid { field, because: "a problem cannot be its own original; choose another one" });
    }
    incident::problem_fits(desk, Some(original))
}

pub(super) fn reanalyse(desk: &Desk, id: ProblemId, because: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Reanalyse)?;
    let because = filled(because, "reason", "whoever looks again has to know what did not hold")?;
    Ok(vec![on(id, Event::Reanalysed { because })])
}
