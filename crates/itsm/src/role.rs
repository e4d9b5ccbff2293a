//! Whose part somebody plays: what they may do.

use crate::desk::Command;
use crate::refusal::Refusal;

/// A role at the desk. One person may play them one after the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// All of them: a desk of one.
    #[default]
    Everyone,
    /// Uses services: reports what is wrong, asks for things, says how content they are.
    Requester,
    /// Works at the desk or in a support team.
    Agent,
    /// Is asked whether a request or a change may go ahead.
    Approver,
    /// Sees changes through, from their assessment to their review.
    ChangeManager,
    /// Answers for a service: its agreements, its improvement, what its items are.
    ServiceOwner,
}

/// Whether a role may ask for a command; the refusal names the role that may.
pub fn may(role: Role, _command: &Command) -> Result<(), Refusal> {
    match role {
        Role::Everyone | Role::Requester | Role::Agent | Role::Approver | Role::ChangeManager | Role::ServiceOwner => {
            Ok(())
        }
    }
}
