//! Suppliers: who answers for a service answers for what it is built on.

use super::{Allowed, Role};
use crate::supplier::Command;

pub(super) const CONTRACT: Allowed = Allowed::only(
    &[Role::ServiceOwner],
    "change suppliers and contracts",
    "whoever answers for the service answers for what it is built on",
);

/// Who may give a command.
pub(super) fn of(_command: &Command) -> Allowed {
    CONTRACT
}
