//! Changes: the team prepares and carries out, the change manager sees through, approvers answer.

use super::{Allowed, Role};
use crate::change::Command;
use crate::desk::Desk;
use crate::ids::PersonId;

/// What everybody who has a part in changes may: preparing, answering, carrying out.
const TAKE_PART: Allowed = Allowed::only(
    &[Role::Agent, Role::Approver, Role::ChangeManager],
    "work on a change",
    "every change carries a risk that somebody has to weigh",
);

/// Who may give a command.
pub(super) fn of(_command: &Command) -> Allowed {
    TAKE_PART
}

/// Who asked for the change that a command is about.
pub(super) fn owner(_desk: &Desk, _command: &Command) -> Option<PersonId> {
    None
}
