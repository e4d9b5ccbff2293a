//! Whether an event decided elsewhere, against an older record, may still be applied to the record as it is.

use super::allowed::{Action, check, state_allows};
use super::cause::problem_fits;
use super::links::{original_fits, parent_fits, parent_is_not_closed};
use super::log::number_is_free;
use super::work::{begun_work_keeps_an_owner, code_fits, code_fits_with, waits_for_something_else};
use crate::desk::Desk;
use crate::ids::IncidentId;
use crate::incident::command::Side;
use crate::incident::event::Event;
use crate::incident::state::{HoldReason, State};
use crate::refusal::Refusal;

/// The rules of `decide`, save those about the form's values: these were checked where it was decided, and
/// saying the same twice does no harm.
pub(crate) fn legal(desk: &Desk, id: IncidentId, event: &Event) -> Result<(), Refusal> {
    let may = |action| check(desk, id, action).map(drop);
    match event {
        Event::Observed(_) => Ok(()),
        Event::Logged(_) => number_is_free(desk, id),
        Event::Amended(_) => may(Action::Amend),
        Event::Assigned { group, assignee } => {
            begun_work_keeps_an_owner(check(desk, id, Action::Assign)?, *group, *assignee)
        }
        // A caller's answer lifts the hold even where nobody owns the incident.
        Event::Started if desk.incident(id)?.state == State::OnHold(HoldReason::Caller) => Ok(()),
        Event::Started => may(Action::Start),
        Event::Held(reason) => waits_for_something_else(check(desk, id, Action::Hold)?, *reason),
        Event::Resolved { with: None, code, .. } => code_fits(check(desk, id, Action::Resolve)?, code),
        // One that is resolved with another needs no owner of its own.
        Event::Resolved { with: Some(_), code, .. } => {
            let incident = desk.incident(id)?;
            state_allows(incident.state, Action::Resolve).and_then(|()| code_fits_with(incident, code))
        }
        Event::Reopened { .. } => parent_is_not_closed(desk, check(desk, id, Action::Reopen)?),
        Event::Closed => may(Action::Close),
        Event::Cancelled { .. } => may(Action::Cancel),
        // Either side's words belong to a conversation that goes on; after its end the caller's open a new one.
        Event::Replied { .. } => may(Action::Reply(Side::Desk)),
        Event::Noted { .. } => may(Action::Note),
        Event::Rated { .. } => may(Action::Rate),
        Event::ParentLinked(parent) => may(Action::Link).and_then(|()| parent_fits(desk, id, *parent)),
        Event::ProblemLinked(problem) => may(Action::LinkProblem).and_then(|()| problem_fits(desk, *problem)),
        Event::DuplicateMarked(of) => original_fits(desk, check(desk, id, Action::Link)?, *of),
    }
}
