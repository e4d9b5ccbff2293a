//! What roles are called, and what they mean.

use super::Role;

impl Role {
    /// Every role, in the order in which they are offered.
    pub const ALL: [Role; 6] =
        [Role::Everyone, Role::Requester, Role::Agent, Role::Approver, Role::ChangeManager, Role::ServiceOwner];

    /// The role's name ("Change manager").
    pub fn word(self) -> &'static str {
        match self {
            Role::Everyone => "All roles",
            Role::Requester => "Requester",
            Role::Agent => "Agent",
            Role::Approver => "Approver",
            Role::ChangeManager => "Change manager",
            Role::ServiceOwner => "Service owner",
        }
    }

    /// The role in a sentence ("the change manager").
    pub fn phrase(self) -> &'static str {
        match self {
            Role::Everyone => "everybody",
            Role::Requester => "a requester",
            Role::Agent => "an agent",
            Role::Approver => "an approver",
            Role::ChangeManager => "the change manager",
            Role::ServiceOwner => "the service owner",
        }
    }

    /// What somebody in this role does.
    pub fn meaning(self) -> &'static str {
        match self {
            Role::Everyone => "A desk of one: you do everything.",
            Role::Requester => "Uses services: reports what fails, asks for things, says whether it helped.",
            Role::Agent => "Works at the desk or in a support team.",
            Role::Approver => "Is asked whether a request or a change may go ahead.",
            Role::ChangeManager => "Sees changes through, from assessment to review.",
            Role::ServiceOwner => "Answers for a service: its agreements, risks and improvement.",
        }
    }

    /// The word by which it is stored. It never changes.
    pub fn code(self) -> &'static str {
        match self {
            Role::Everyone => "all",
            Role::Requester => "requester",
            Role::Agent => "agent",
            Role::Approver => "approver",
            Role::ChangeManager => "change-manager",
            Role::ServiceOwner => "service-owner",
        }
    }

    /// The role with this [`code`](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// Roles in a sentence: "an agent or the service owner".
pub(crate) fn joined(roles: &[Role]) -> String {
    let Some((last, before)) = roles.split_last() else { return Role::Everyone.phrase().to_owned() };
    let mut text = String::new();
    for (place, role) in before.iter().enumerate() {
        text.push_str(if place > 0 { ", " } else { "" });
        text.push_str(role.phrase());
    }
    text.push_str(if before.is_empty() { "" } else { " or " });
    text.push_str(last.phrase());
    text
}
