//! The link from an incident to the problem that causes it.

use super::Steps;
use super::allowed::{Action, check};
use crate::desk::Desk;
use crate::ids::{IncidentId, ProblemId};
use crate::incident::event::Event;
use crate::problem::{ResolutionCode, State};
use crate::refusal::Refusal;

const FIELD: &str = "problem";

pub(super) fn link_problem(desk: &Desk, id: IncidentId, problem: Option<ProblemId>) -> Result<Steps, Refusal> {
    let incident = check(desk, id, Action::LinkProblem)?;
    if incident.problem == problem {
        let because = match problem {
            Some(_) => "it is linked to that one already; nothing would change",
            None => "there is no link to take away",
        };
        return Err(Refusal::Invalid { field: FIELD, because });
    }
    problem_fits(desk, problem)?;
    Ok(vec![(id, Event::ProblemLinked(problem))])
}

/// Whether an incident may be linked to a problem at all.
pub(crate) fn may_link_problem(desk: &Desk, id: IncidentId) -> Result<(), Refusal> {
    check(desk, id, Action::LinkProblem).map(drop)
}

/// Whether a problem may be named as a cause. One whose risk was accepted may: its incidents go on, and are counted.
pub(crate) fn problem_fits(desk: &Desk, problem: Option<ProblemId>) -> Result<(), Refusal> {
    let Some(id) = problem else { return Ok(()) };
    let problem = desk.problem(id)?;
    let code = problem.resolution.as_ref().map(|resolution| resolution.code);
    let because = match (problem.state, code) {
        (State::Closed, Some(ResolutionCode::Duplicate)) => "that one is a duplicate; choose its original",
        (State::Closed, Some(ResolutionCode::Cancelled)) => "a cancelled problem leads nowhere; choose a live one",
        (State::Closed, Some(ResolutionCode::FixApplied) | None) => {
            "its fix held and it is closed; if it happens again, raise a new problem"
        }
        _ => return Ok(()),
    };
    Err(Refusal::Invalid { field: FIELD, because })
}
