//! Availability: those who run and own services record what customers could not use.

use super::{Allowed, Role};
use crate::availability::{Action, Command};

pub(super) const MEASURE: Allowed = Allowed::only(
    &[Role::Agent, Role::ServiceOwner],
    "record outages and availability",
    "the customer judges the service by these figures",
);

const PROMISE: Allowed = Allowed::only(
    &[Role::ServiceOwner],
    "set an availability target",
    "whoever answers for the service promises what it can keep",
);

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::SetTarget { .. } => PROMISE,
        Command::NoteOutage { .. } | Command::Restore { .. } | Command::Withdraw { .. } => MEASURE,
    }
}

/// Who may do something with a service's record.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::SetTarget => PROMISE,
        Action::NoteOutage | Action::Restore(_) | Action::Withdraw(_) => MEASURE,
    }
}
