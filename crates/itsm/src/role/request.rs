//! Requests: everybody may ask for themselves; approvers answer, the desk fulfils.

use super::{Allowed, Role};
use crate::desk::Desk;
use crate::ids::{PersonId, RequestId};
use crate::incident::Side;
use crate::request::{Action, Command};

const DESK: &[Role] = &[Role::Agent];

const ASK: Allowed =
    Allowed::or_own(DESK, "ask for somebody else", "whoever asks says what is needed, and answers for the cost");

const FULFIL: Allowed = Allowed::only(DESK, "work on a request", "the desk knows what it takes and in which order");

const ANSWER: Allowed = Allowed::only(
    &[Role::Approver, Role::ServiceOwner, Role::ChangeManager],
    "approve or refuse a request",
    "whoever pays or answers for it decides",
);

const DELEGATE: Allowed = Allowed::only(
    &[Role::Agent, Role::Approver, Role::ServiceOwner],
    "let somebody else answer",
    "a request must not wait for somebody who is away, nor be answered by just anybody",
);

const NOTE: Allowed = Allowed::only(
    &[Role::Agent, Role::Approver, Role::ServiceOwner],
    "write a work note",
    "work notes are between colleagues",
);

const SPEAK: Allowed = Allowed::only(DESK, "speak for the desk", "requesters rely on what the desk tells them");
const SAY: Allowed = Allowed::or_own(DESK, "write down what somebody else said", "words belong to who said them");
const CANCEL: Allowed =
    Allowed::or_own(DESK, "cancel what others asked for", "its requester knows whether it is still needed");
const RATE: Allowed = Allowed::or_own(DESK, "say how content somebody else is", "only the requester knows");

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Log { .. } => ASK,
        Command::Answer { .. } => ANSWER,
        Command::Delegate { .. } => DELEGATE,
        Command::Amend { .. }
        | Command::AddTask { .. }
        | Command::AssignTask { .. }
        | Command::StartTask { .. }
        | Command::FinishTask { .. }
        | Command::GiveUpTask { .. }
        | Command::Hold { .. }
        | Command::Resume { .. }
        | Command::Reroute { .. } => FULFIL,
        Command::Reply { side: Side::Desk, .. } => SPEAK,
        Command::Reply { side: Side::Caller, .. } => SAY,
        Command::Note { .. } => NOTE,
        Command::Cancel { .. } => CANCEL,
        Command::Rate { .. } => RATE,
    }
}

/// Who asked, or is to be named as who asks.
pub(super) fn owner(desk: &Desk, command: &Command) -> Option<PersonId> {
    let of = |id: &RequestId| desk.requests().get(*id).ok().map(|request| request.requester);
    match command {
        Command::Log { form, .. } => form.requester,
        Command::Amend { request, .. }
        | Command::Answer { request, .. }
        | Command::Delegate { request, .. }
        | Command::AddTask { request, .. }
        | Command::AssignTask { request, .. }
        | Command::StartTask { request, .. }
        | Command::FinishTask { request, .. }
        | Command::GiveUpTask { request, .. }
        | Command::Hold { request, .. }
        | Command::Resume { request, .. }
        | Command::Reply { request, .. }
        | Command::Note { request, .. }
        | Command::Cancel { request, .. }
        | Command::Reroute { request, .. }
        | Command::Rate { request, .. } => of(request),
    }
}

/// Who may do something with a request.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Answer => ANSWER,
        Action::Delegate => DELEGATE,
        Action::Amend | Action::AddTask(_) | Action::Hold(_) | Action::Resume(_) | Action::Reroute => FULFIL,
        Action::Reply(Side::Desk) => SPEAK,
        Action::Reply(Side::Caller) => SAY,
        Action::Note => NOTE,
        Action::Cancel => CANCEL,
        Action::Rate => RATE,
    }
}

/// Who may do something with a task of a request.
pub const fn of_tasks() -> Allowed {
    FULFIL
}
