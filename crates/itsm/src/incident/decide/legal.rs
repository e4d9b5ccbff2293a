//! Whether an event decided elsewhere, against an older record, may still be applied to the record as it is.

use super::allowed::{Action, check, state_allows};
use super::links::{original_fits, parent_fits};
use super::log::number_is_free;
use super::work::{begun_work_keeps_an_owner, waits_for_something_else};
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
        Event::Resolved { with: None, .. } => may(Action::Resolve),
        // One that is resolved with another needs no owner of its own.
        Event::Resolved { with: Some(_), .. } => state_allows(desk.incident(id)?.state, Action::Resolve),
        Event::Reopened { .. } => may(Action::Reopen),
        Event::Closed => may(Action::Close),
        Event::Cancelled { .. } => may(Action::Cancel),
        // Either side's words belong to a conversation that goes on; after its end the caller's open a new one.
        Event::Replied { .. } => may(Action::Reply(Side::Desk)),
        Event::Noted { .. } => may(Action::Note),
        Event::ParentLinked(parent) => may(Action::Link).and_then(|()| parent_fits(desk, id, *parent)),
        Event::DuplicateMarked(of) => may(Action::Link).and_then(|()| original_fits(desk, id, *of)),
    }
}
