//! Agreements: who answers for a service promises; colleagues may add what they see.

use super::{Allowed, Role};
use crate::promise::{Action, Command};

pub(super) const AGREE: Allowed = Allowed::only(
    &[Role::ServiceOwner],
    "make agreements",
    "whoever answers for the service promises what it can keep",
);

const NOTE: Allowed = Allowed::only(
    &[Role::Agent, Role::ChangeManager, Role::ServiceOwner],
    "write a work note",
    "work notes are between colleagues",
);

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Draft(_)
        | Command::Redraft { .. }
        | Command::Agree(_)
        | Command::Revise { .. }
        | Command::End { .. }
        | Command::Review { .. }
        | Command::FinishAction { .. } => AGREE,
        Command::Note { .. } => NOTE,
    }
}

/// Who may do something with an agreement.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Redraft | Action::Agree | Action::Revise | Action::End | Action::Review | Action::FinishAction => AGREE,
        Action::Note => NOTE,
    }
}
