//! Events: who runs services decides what they mean.

use super::{Allowed, Role};
use crate::monitoring::{Action, Command};

pub(super) const WATCH: Allowed = Allowed::only(
    &[Role::Agent, Role::ServiceOwner],
    "work on events",
    "what a tool reports is for those who run the service to judge",
);

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::TakeIn(_)
        | Command::Acknowledge(_)
        | Command::Close { .. }
        | Command::Raise { .. }
        | Command::Note { .. }
        | Command::SetRules(_) => WATCH,
    }
}

/// Who may do something with an event.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Acknowledge | Action::Close | Action::Raise | Action::Note => WATCH,
    }
}
