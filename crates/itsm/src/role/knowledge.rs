//! Articles: everybody reads and rates.

use super::Allowed;
use crate::knowledge::Command;

/// Who may give a command.
pub(super) fn of(_command: &Command) -> Allowed {
    Allowed::ALL
}
