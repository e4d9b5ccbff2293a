//! Availability: those who run and own services record what customers could not use.

use super::{Allowed, Role};
use crate::availability::Command;

pub(super) const MEASURE: Allowed = Allowed::only(
    &[Role::Agent, Role::ServiceOwner],
    "record outages and availability",
    "the customer judges the service by these figures",
);

/// Who may give a command.
pub(super) fn of(_command: &Command) -> Allowed {
    MEASURE
}
