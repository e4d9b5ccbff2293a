//! Requests: everybody may ask; approvers answer, the desk fulfils.

use super::Allowed;
use crate::desk::Desk;
use crate::ids::PersonId;
use crate::request::Command;

/// Who may give a command.
pub(super) fn of(_command: &Command) -> Allowed {
    Allowed::ALL
}

/// Who asked for what a command is about.
pub(super) fn owner(_desk: &Desk, _command: &Command) -> Option<PersonId> {
    None
}
