//! Configuration items: those who build, change and own services keep their records.

use super::{Allowed, Role};
use crate::configuration::{Action, Command};

pub(super) const RECORD: Allowed = Allowed::only(
    &[Role::Agent, Role::ChangeManager, Role::ServiceOwner],
    "change configuration records",
    "changes and incidents are judged by them",
);

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Register { .. }
        | Command::Amend { .. }
        | Command::Become { .. }
        | Command::PutInto { .. }
        | Command::SetNeeds { .. }
        | Command::Note { .. }
        | Command::NameBaseline(_)
        | Command::DropBaseline(_) => RECORD,
    }
}

/// Who may do something with a configuration item.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Amend | Action::Become(_) | Action::PutInto | Action::Need | Action::Note => RECORD,
    }
}
