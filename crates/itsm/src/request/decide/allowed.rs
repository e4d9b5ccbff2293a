//! What may be done with a request as it stands: its state, and those of its items and tasks.

use crate::desk::Desk;
use crate::ids::RequestId;
use crate::incident::Side;
use crate::refusal::Refusal;
use crate::request::record::{Item, Request, Task, TaskId};
use crate::request::state::{ItemState, State, TaskState};

/// Something that can be done with one request, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Correct a descriptive field.
    Amend,
    /// Approve or refuse it.
    Answer,
    /// Let somebody stand in for an approver.
    Delegate,
    /// Plan one more task of an item.
    AddTask(u16),
    /// Let an item wait.
    Hold(u16),
    /// Go on with an item.
    Resume(u16),
    /// Say something in public.
    Reply(Side),
    /// Write a work note.
    Note,
    /// Take it back.
    Cancel,
    /// Say that it is really something else.
    Reroute,
    /// Say how content the requester is.
    Rate,
}

/// Something that can be done with one task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskAction {
    /// Hand it to a team or a person.
    Assign,
    /// Begin it.
    Start,
    /// Say that it is done.
    Finish,
    /// Say that it cannot be done.
    GiveUp,
}

impl TaskAction {
    /// Every action.
    pub const ALL: [TaskAction; 4] = [TaskAction::Assign, TaskAction::Start, TaskAction::Finish, TaskAction::GiveUp];
}

/// Why `action` cannot be done with this request now, or `None` where a form may open. Only what the form itself asks
/// for, and who asks, is left for [`crate::decide`] to check.
pub fn why_not(desk: &Desk, request: RequestId, action: Action) -> Option<Refusal> {
    check(desk, request, action).err()
}

/// Why `action` cannot be done with a task of this request now, or `None` where it can.
pub fn why_not_task(desk: &Desk, request: RequestId, item: u16, task: TaskId, action: TaskAction) -> Option<Refusal> {
    check_task(desk, request, item, task, action).err()
}

/// The request, if `action` may be done with it.
pub(super) fn check(desk: &Desk, id: RequestId, action: Action) -> Result<&Request, Refusal> {
    let request = desk.requests.get(id)?;
    state_allows(request, action)?;
    match action {
        Action::AddTask(place) => item_is_open(request, item(request, place)?)?,
        Action::Hold(place) => may_wait(request, item(request, place)?)?,
        Action::Resume(place) => waits(request, item(request, place)?)?,
        _ => {}
    }
    Ok(request)
}

/// The request, the item and the task, if `action` may be done with the task.
pub(super) fn check_task(
    desk: &Desk,
    id: RequestId,
    place: u16,
    task: TaskId,
    action: TaskAction,
) -> Result<(&Request, &Item, &Task), Refusal> {
    let request = desk.requests.get(id)?;
    let item = item(request, place)?;
    let task = item.task(task).ok_or(Refusal::NoSuch { what: "task" })?;
    task_allows(request, item, task, action)?;
    Ok((request, item, task))
}

pub(super) fn item(request: &Request, place: u16) -> Result<&Item, Refusal> {
    request.item(place).ok_or(Refusal::NoSuch { what: "requested item" })
}

fn state_allows(request: &Request, action: Action) -> Result<(), Refusal> {
    use State::*;
    let state = request.state();
    let (because, instead) = match (action, state) {
        (Action::Note | Action::Reply(Side::Caller), _) => return Ok(()),
        (Action::Rate, Done) => return Ok(()),
        (Action::Rate, AwaitingApproval | InFulfilment) => {
            ("nobody can judge what they have not got yet", "Ask once it is done")
        }
        (Action::Rate, Rejected | Cancelled | Rerouted) => {
            ("nothing was fulfilled that could be judged", "Read what was said in the conversation")
        }
        (Action::Reply(Side::Desk), Done) => return Ok(()),
        (_, Done) => {
            ("everything asked for is closed, and figures count on it", "Log a new request for what is missing")
        }
        (_, Rejected) => {
            ("an approver refused it, and a refusal is final", "Log a new request that answers the reason")
        }
        (_, Cancelled) => ("the requester took it back", "Log a new request if it is wanted after all"),
        (_, Rerouted) => ("it goes on elsewhere, and its history belongs in one place", "Go on with what it led to"),
        (Action::Answer | Action::Delegate, InFulfilment) => {
            ("nobody is asked any more, as it may be fulfilled", "Re-route it or talk to the requester if it is wrong")
        }
        (Action::Hold(_) | Action::Resume(_), AwaitingApproval) => {
            ("it waits for its approval, and no work has begun that could wait", "Ask the approver")
        }
        (Action::Cancel, InFulfilment) if request.fulfilment_has_begun() => {
            ("fulfilment has begun, and what is spent cannot be taken back", "Say which tasks are no longer possible")
        }
        _ => return Ok(()),
    };
    Err(Refusal::NotFrom { state: state.word(), because, instead })
}

fn item_is_open(request: &Request, item: &Item) -> Result<(), Refusal> {
    let state = request.item_state(item);
    if state.is_open() {
        return Ok(());
    }
    Err(Refusal::NotFrom {
        state: state.word(),
        because: "the requester counts this item as closed",
        instead: "Log a new request for what is missing",
    })
}

fn may_wait(request: &Request, item: &Item) -> Result<(), Refusal> {
    let (because, instead) = match request.item_state(item) {
        ItemState::InProgress => return Ok(()),
        ItemState::Pending(_) => ("it waits already", "Go on with it first"),
        ItemState::Approved => ("no work has begun that could wait", "Begin a task first"),
        ItemState::WaitingForApproval => ("it waits for its approval", "Ask the approver"),
        ItemState::ClosedComplete | ItemState::ClosedIncomplete | ItemState::ClosedRejected | ItemState::Cancelled => {
            ("nothing is left to wait for", "Log a new request for what is missing")
        }
    };
    Err(Refusal::NotFrom { state: request.item_state(item).word(), because, instead })
}

fn waits(request: &Request, item: &Item) -> Result<(), Refusal> {
    match request.item_state(item) {
        ItemState::Pending(_) => Ok(()),
        state => Err(Refusal::NotFrom {
            state: state.word(),
            because: "it does not wait, so nothing has to be taken up again",
            instead: "Begin a task that is ready",
        }),
    }
}

/// Whether a task's state, and its item's, allow `action`.
fn task_allows(request: &Request, item: &Item, task: &Task, action: TaskAction) -> Result<(), Refusal> {
    use TaskState::*;
    let state = request.task_state(item, task);
    let item_state = request.item_state(item);
    let (because, instead) = match (action, state) {
        (_, Done) => ("it is done, and whoever did it stays named", "Add another task for what is missing"),
        (_, NotPossible) => ("it was found to be impossible", "Add another task if there is another way"),
        (_, Dropped) => ("it will never begin", "Add another task if there is another way"),
        (TaskAction::Assign, _) => return Ok(()),
        (_, _) if matches!(item_state, ItemState::Pending(_)) => {
            return Err(Refusal::NotFrom {
                state: item_state.word(),
                because: "the item waits, and work on it would not show",
                instead: "Go on with the item first",
            });
        }
        (_, Created) if request.state() == State::AwaitingApproval => {
            return Err(Refusal::Rule {
                rule: "its approval comes first",
                because: "work on what may be refused is wasted, and a refusal would come too late",
            });
        }
        (TaskAction::Start | TaskAction::Finish, Created) => {
            return Err(Refusal::Rule {
                rule: "the tasks it depends on come first",
                because: "begun too early, it builds on what is not there",
            });
        }
        // Where a task that happens by itself was left behind by two tabs, anybody may say that it has happened.
        (TaskAction::Finish, Ready) if task.automatic => return Ok(()),
        (TaskAction::Start, Ready) if task.automatic => {
            ("it happens by itself, so nobody begins it", "Say that it is done, if it was left behind")
        }
        (TaskAction::Finish, Ready) => ("nobody has begun it, so its time could not be seen", "Begin it first"),
        (TaskAction::Start, InProgress) => ("it has begun already", "Finish it"),
        (TaskAction::Start, Ready) if task.group.is_none() && task.assignee.is_none() => {
            return Err(Refusal::Missing {
                field: "a group or person",
                because: "work begins when somebody owns it; otherwise everybody waits for everybody",
            });
        }
        _ => return Ok(()),
    };
    Err(Refusal::NotFrom { state: state.word(), because, instead })
}
