//! Major incidents: the desk declares them, and who answers for the service may.

use super::{Allowed, Role};
use crate::major::Command;

pub(super) const LEAD: Allowed = Allowed::only(
    &[Role::Agent, Role::ServiceOwner],
    "work on a major incident",
    "it takes people away from everything else",
);

/// Who may give a command.
pub(super) fn of(_command: &Command) -> Allowed {
    LEAD
}
