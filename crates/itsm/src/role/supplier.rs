//! Suppliers: who answers for a service answers for what it is built on; colleagues say how a supplier does.

use super::{Allowed, Role};
use crate::supplier::{Action, Command};

pub(super) const CONTRACT: Allowed = Allowed::only(
    &[Role::ServiceOwner],
    "change suppliers and contracts",
    "whoever answers for the service answers for what it is built on",
);

const RATE: Allowed = Allowed::only(
    &[Role::Agent, Role::ChangeManager, Role::ServiceOwner],
    "say how a supplier does",
    "it shows to those who work with them",
);

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Add(_)
        | Command::Correct { .. }
        | Command::Sign { .. }
        | Command::ChangeContract { .. }
        | Command::Activate(_)
        | Command::End { .. } => CONTRACT,
        Command::Rate { .. } => RATE,
    }
}

/// Who may do something with a supplier.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Correct | Action::Sign | Action::Activate | Action::End => CONTRACT,
        Action::Rate => RATE,
    }
}
