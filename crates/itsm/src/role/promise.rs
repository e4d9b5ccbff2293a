//! Agreements: who answers for a service promises.

use super::{Allowed, Role};
use crate::promise::Command;

pub(super) const AGREE: Allowed = Allowed::only(
    &[Role::ServiceOwner],
    "make agreements",
    "whoever answers for the service promises what it can keep",
);

/// Who may give a command.
pub(super) fn of(_command: &Command) -> Allowed {
    AGREE
}
