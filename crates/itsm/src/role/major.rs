//! Major incidents: the desk declares them, and who answers for the service may.

use super::{Allowed, Role};
use crate::major::{Action, Command};

pub(super) const LEAD: Allowed = Allowed::only(
    &[Role::Agent, Role::ServiceOwner],
    "work on a major incident",
    "it takes people away from everything else",
);

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Propose { .. }
        | Command::Accept { .. }
        | Command::Reject { .. }
        | Command::Demote { .. }
        | Command::GivePart { .. }
        | Command::Plan { .. }
        | Command::Update { .. }
        | Command::Log { .. }
        | Command::LookBack { .. }
        | Command::Waive { .. } => LEAD,
    }
}

/// Who may do something with a major incident.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Propose
        | Action::Accept
        | Action::Reject
        | Action::Demote
        | Action::GivePart
        | Action::Plan
        | Action::Update
        | Action::Log
        | Action::LookBack
        | Action::Waive => LEAD,
    }
}
