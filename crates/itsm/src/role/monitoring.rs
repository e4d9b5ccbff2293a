//! Events: who runs services decides what they mean.

use super::{Allowed, Role};
use crate::monitoring::Command;

pub(super) const WATCH: Allowed = Allowed::only(
    &[Role::Agent, Role::ServiceOwner],
    "work on events",
    "what a tool reports is for those who run the service to judge",
);

/// Who may give a command.
pub(super) fn of(_command: &Command) -> Allowed {
    WATCH
}
