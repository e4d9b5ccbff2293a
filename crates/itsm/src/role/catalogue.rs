//! The catalogue: who answers for a service writes of it; everybody orders.

use super::{Allowed, Role};
use crate::catalogue::{Action, Command};

pub(super) const WRITE: Allowed = Allowed::only(
    &[Role::ServiceOwner],
    "change the catalogue",
    "whoever answers for a service says what is promised of it",
);

const COMMENT: Allowed = Allowed::only(
    &[Role::Agent, Role::Approver, Role::ChangeManager, Role::ServiceOwner],
    "comment on the catalogue",
    "comments are for those who provide the service",
);

const REVIEW: Allowed = Allowed::only(
    &[Role::Approver, Role::ServiceOwner],
    "review what is to be published",
    "who is asked for approval reads it first",
);

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Draft { .. }
        | Command::Edit { .. }
        | Command::Tick { .. }
        | Command::Move { .. }
        | Command::Submit(_)
        | Command::Publish { .. }
        | Command::Unschedule(_)
        | Command::Restore { .. }
        | Command::Set(_)
        | Command::SaveCategory(..)
        | Command::DropCategory(_)
        | Command::SaveAudience(..)
        | Command::DropAudience(_)
        | Command::TakeIn(_)
        | Command::Join(_) => WRITE,
        Command::Comment { .. } | Command::Settle { .. } => COMMENT,
        Command::Review { .. } => REVIEW,
        Command::Order(_) => Allowed::ALL,
    }
}

/// Who may do something with a service of the portfolio.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Edit
        | Action::Tick
        | Action::Move(_)
        | Action::Submit
        | Action::Publish
        | Action::Unschedule
        | Action::Restore => WRITE,
        Action::Comment => COMMENT,
        Action::Review => REVIEW,
        Action::Order => Allowed::ALL,
    }
}
