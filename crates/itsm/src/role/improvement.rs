//! Improvements: everybody may propose one, as improving is everybody's work.

use super::Allowed;
use crate::desk::Desk;
use crate::ids::PersonId;
use crate::improvement::Command;

/// Who may give a command.
pub(super) fn of(_command: &Command) -> Allowed {
    Allowed::ALL
}

/// Who proposed what a command is about.
pub(super) fn owner(_desk: &Desk, _command: &Command) -> Option<PersonId> {
    None
}
