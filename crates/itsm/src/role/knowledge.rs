//! Knowledge: everybody reads, says whether it helped and what is wrong; colleagues write, and look at each other's
//! words.

use super::{Allowed, Role};
use crate::knowledge::{Action, Command};

pub(super) const WRITE: Allowed = Allowed::only(
    &[Role::Agent, Role::ChangeManager, Role::ServiceOwner],
    "write or review articles",
    "people act on them, so they come from those who do the work",
);

const SOLVE: Allowed = Allowed::only(
    &[Role::Agent],
    "resolve with an article",
    "the desk restores the service, and its caller says whether that holds",
);

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Rate { .. } | Command::Flag { .. } => Allowed::ALL,
        Command::ResolveWith { .. } => SOLVE,
        Command::Begin { .. }
        | Command::Amend { .. }
        | Command::Submit { .. }
        | Command::SendBack { .. }
        | Command::Approve { .. }
        | Command::Unschedule(_)
        | Command::Discard(_)
        | Command::ProposeRetirement { .. }
        | Command::Retire { .. }
        | Command::Keep(_)
        | Command::HandOver { .. }
        | Command::Confirm { .. }
        | Command::AnswerFlag { .. } => WRITE,
    }
}

/// Who may do something with an article.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Rate | Action::Flag => Allowed::ALL,
        Action::Use => SOLVE,
        Action::Amend
        | Action::Submit
        | Action::SendBack
        | Action::Approve
        | Action::Unschedule
        | Action::Discard
        | Action::ProposeRetirement
        | Action::Retire
        | Action::Keep
        | Action::HandOver
        | Action::Confirm
        | Action::AnswerFlag => WRITE,
    }
}
