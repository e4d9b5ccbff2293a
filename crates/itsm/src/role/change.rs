//! Changes: the team prepares and carries out, the change manager sees through, approvers answer.

use super::{Allowed, Role};
use crate::change::template::Action as TemplateAction;
use crate::change::{Action, Command};

/// Preparing and carrying out.
const WORK: Allowed = Allowed::only(
    &[Role::Agent, Role::ChangeManager],
    "prepare or carry out a change",
    "it takes somebody who knows how the service is built",
);

/// Seeing through: asking for authority, putting on the schedule, judging what came of it.
const SEE_THROUGH: Allowed = Allowed::only(
    &[Role::ChangeManager],
    "take a change from one stage to the next",
    "one person answers for who is asked and when it is done",
);

/// Asking for a change.
const RAISE: Allowed = Allowed::only(
    &[Role::Agent, Role::ChangeManager, Role::ServiceOwner],
    "raise a change",
    "users ask by a request or an incident, which then leads to a change",
);

/// Answering. That one was asked is decided by the change itself.
const ANSWER: Allowed = Allowed::only(
    &[Role::Approver, Role::ChangeManager, Role::ServiceOwner],
    "approve or refuse a change",
    "a change authority was chosen for its risk",
);

const NOTE: Allowed = Allowed::only(
    &[Role::Agent, Role::Approver, Role::ChangeManager, Role::ServiceOwner],
    "write a work note",
    "work notes are between colleagues",
);

/// Authorising what is then done without asking again.
pub(super) const AUTHORISE: Allowed = Allowed::only(
    &[Role::ChangeManager],
    "authorise a standard change",
    "its risk is accepted once for all the times it is done",
);

/// Saying when work on services may be done.
pub(super) const PLAN: Allowed = Allowed::only(
    &[Role::ChangeManager, Role::ServiceOwner],
    "set maintenance windows and freezes",
    "every planned change is judged by them",
);

/// Who may give a command.
pub(super) fn of(command: &Command) -> Allowed {
    match command {
        Command::Raise { .. } => RAISE,
        Command::Amend { .. }
        | Command::Assign { .. }
        | Command::Assess(_)
        | Command::Implement(_)
        | Command::BeginReview(_)
        | Command::AddOrder { .. }
        | Command::AmendOrder { .. }
        | Command::MoveOrder { .. } => WORK,
        Command::Ask { .. }
        | Command::Withdraw { .. }
        | Command::Schedule { .. }
        | Command::Review { .. }
        | Command::Close { .. }
        | Command::Cancel { .. } => SEE_THROUGH,
        Command::Answer { .. } => ANSWER,
        Command::Note { .. } => NOTE,
        Command::Template(_) => AUTHORISE,
    }
}

/// Who may do something with a change.
pub fn of_action(action: Action) -> Allowed {
    match action {
        Action::Amend
        | Action::Plan
        | Action::Assign
        | Action::Assess
        | Action::Implement
        | Action::BeginReview
        | Action::AddOrder => WORK,
        Action::Ask | Action::Withdraw | Action::Schedule | Action::Review | Action::Close | Action::Cancel => {
            SEE_THROUGH
        }
        Action::Note => NOTE,
    }
}

/// Who may answer for a change, if it asks them.
pub const fn answering() -> Allowed {
    ANSWER
}

/// Who may do something with a template of changes.
pub fn of_template_action(action: TemplateAction) -> Allowed {
    match action {
        TemplateAction::Revise | TemplateAction::Ask | TemplateAction::Retire => AUTHORISE,
    }
}
