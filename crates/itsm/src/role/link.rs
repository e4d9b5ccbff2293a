//! Links between records.

use super::{Allowed, Role};
use crate::link::Command;

pub(super) const LINK: Allowed = Allowed::only(
    &[Role::Agent, Role::ChangeManager, Role::ServiceOwner],
    "link records",
    "what led to what is for those who work on both to say",
);

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Link(..) | Command::Unlink(..) => LINK,
    }
}
