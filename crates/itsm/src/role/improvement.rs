//! Improvements: everybody may propose one, as improving is everybody's work; who answers for the service decides.

use super::{Allowed, Role};
use crate::desk::Desk;
use crate::ids::{ImprovementId, PersonId};
use crate::improvement::{Action, Command};

const WORK: Allowed = Allowed::or_own(
    &[Role::Agent, Role::ChangeManager, Role::ServiceOwner],
    "work on an improvement that others proposed",
    "its measures and steps are what the decision is made on",
);

const DECIDE: Allowed =
    Allowed::only(&[Role::ServiceOwner], "decide on an improvement", "it takes time and money from something else");

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Register { .. } => Allowed::ALL,
        Command::Amend { .. }
        | Command::Assess(_)
        | Command::Start(_)
        | Command::Hold { .. }
        | Command::Resume(_)
        | Command::Measure { .. }
        | Command::Review(_)
        | Command::Continue { .. }
        | Command::Take { .. }
        | Command::Note { .. } => WORK,
        Command::Accept(_) | Command::Approve(_) | Command::Close { .. } | Command::Cancel { .. } => DECIDE,
    }
}

/// Who proposed what a command is about.
pub(super) fn owner(desk: &Desk, command: &Command) -> Option<PersonId> {
    let of = |id: &ImprovementId| desk.improvements().get(*id).ok().map(|improvement| improvement.opened_by);
    match command {
        Command::Register { .. } => None,
        Command::Accept(id)
        | Command::Assess(id)
        | Command::Approve(id)
        | Command::Start(id)
        | Command::Resume(id)
        | Command::Review(id) => of(id),
        Command::Amend { improvement, .. }
        | Command::Hold { improvement, .. }
        | Command::Measure { improvement, .. }
        | Command::Continue { improvement, .. }
        | Command::Close { improvement, .. }
        | Command::Cancel { improvement, .. }
        | Command::Take { improvement, .. }
        | Command::Note { improvement, .. } => of(improvement),
    }
}

/// Who may do something with an improvement.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Amend
        | Action::Assess
        | Action::Start
        | Action::Hold
        | Action::Resume
        | Action::Measure
        | Action::Review
        | Action::Continue
        | Action::Take
        | Action::Note => WORK,
        Action::Accept | Action::Approve | Action::Close | Action::Cancel => DECIDE,
    }
}
