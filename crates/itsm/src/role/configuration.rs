//! Configuration items: those who build, change and own services keep their records.

use super::{Allowed, Role};
use crate::configuration::Command;

pub(super) const RECORD: Allowed = Allowed::only(
    &[Role::Agent, Role::ChangeManager, Role::ServiceOwner],
    "change configuration records",
    "changes and incidents are judged by them",
);

/// Who may give a command.
pub(super) fn of(_command: &Command) -> Allowed {
    RECORD
}
