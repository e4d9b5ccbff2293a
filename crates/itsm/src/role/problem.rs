//! Problems: those who know how services are built look for causes; who answers for a service accepts its risks.

use super::{Allowed, Role};
use crate::problem::{Action, Command};

const ANALYSTS: &[Role] = &[Role::Agent];
const COLLEAGUES: &[Role] = &[Role::Agent, Role::ChangeManager, Role::ServiceOwner];

const RAISE: Allowed = Allowed::only(COLLEAGUES, "raise a problem", "a cause shows to whoever sees many incidents");

/// Who may do something with a problem.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::AcceptRisk => Allowed::only(
            &[Role::ServiceOwner],
            "accept a risk",
            "whoever answers for the service decides what it can live with",
        ),
        Action::Note => Allowed::only(COLLEAGUES, "write a work note", "work notes are between colleagues"),
        Action::Communicate => Allowed::only(ANALYSTS, "tell the callers", "they rely on what the desk tells them"),
        Action::Amend
        | Action::Assign
        | Action::Assess
        | Action::Analyse
        | Action::BeginFix
        | Action::Resolve
        | Action::MarkDuplicate
        | Action::Cancel
        | Action::Reanalyse
        | Action::Close
        | Action::DeclareKnownError
        | Action::Draw => Allowed::only(
            ANALYSTS,
            "work on a problem",
            "finding a cause takes somebody who knows how the service is built",
        ),
    }
}

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Raise { .. } => RAISE,
        Command::Amend { .. } => of_action(Action::Amend),
        Command::Assign { .. } => of_action(Action::Assign),
        Command::Assess(_) => of_action(Action::Assess),
        Command::Analyse(_) => of_action(Action::Analyse),
        Command::BeginFix(_) => of_action(Action::BeginFix),
        Command::Resolve { .. } => of_action(Action::Resolve),
        Command::AcceptRisk { .. } => of_action(Action::AcceptRisk),
        Command::MarkDuplicate { .. } => of_action(Action::MarkDuplicate),
        Command::Cancel { .. } => of_action(Action::Cancel),
        Command::Reanalyse { .. } => of_action(Action::Reanalyse),
        Command::Close(_) => of_action(Action::Close),
        Command::DeclareKnownError(_) => of_action(Action::DeclareKnownError),
        Command::Communicate { .. } => of_action(Action::Communicate),
        Command::Note { .. } => of_action(Action::Note),
        Command::DrawWhys { .. } | Command::DrawBones { .. } => of_action(Action::Draw),
    }
}
