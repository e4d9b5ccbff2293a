//! Whether an event decided elsewhere, against an older record, may still be applied to the record as it is.

use super::allowed::{Action, TaskAction, check, check_task, item};
use super::{approve, fulfil};
use crate::desk::Desk;
use crate::ids::RequestId;
use crate::refusal::Refusal;
use crate::request::event::Event;

/// The rules of `decide`, save those about the form's values, and about who acts and when: these were checked where it
/// was decided.
pub(crate) fn legal(desk: &Desk, id: RequestId, event: &Event) -> Result<(), Refusal> {
    let may = |action| check(desk, id, action).map(drop);
    let task = |place: &u16, task: &_, action| check_task(desk, id, *place, *task, action).map(drop);
    match event {
        Event::Logged(_) => desk.requests.is_free(id),
        Event::Amended(_) => may(Action::Amend),
        Event::Answered { round, seat, .. } => approve::still_asked(desk, id, *round, *seat),
        Event::Delegated { seat, to } => approve::may_delegate(check(desk, id, Action::Delegate)?, *seat, *to),
        Event::TaskAdded { item: place, task, plan } => {
            let request = check(desk, id, Action::AddTask(*place))?;
            fulfil::fits(item(request, *place)?, *task, &plan.depends_on)
        }
        Event::TaskAssigned { item, task, group, assignee } => {
            let (request, item, task) = check_task(desk, id, *item, *task, TaskAction::Assign)?;
            fulfil::keeps_an_owner(request.task_state(item, task), *group, *assignee)
        }
        Event::TaskStarted { item, task: of } => task(item, of, TaskAction::Start),
        Event::TaskDone { item, task: of, .. } => task(item, of, TaskAction::Finish),
        Event::TaskImpossible { item, task: of, .. } => task(item, of, TaskAction::GiveUp),
        Event::Held { item, .. } => may(Action::Hold(*item)),
        Event::Resumed { item } => may(Action::Resume(*item)),
        Event::Replied { side, .. } => may(Action::Reply(*side)),
        Event::Noted { .. } => may(Action::Note),
        Event::Cancelled { .. } => may(Action::Cancel),
        Event::Rerouted { .. } => may(Action::Reroute),
        Event::Rated { .. } => may(Action::Rate),
    }
}
