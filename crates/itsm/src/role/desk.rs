//! Names, rules, views and templates: what the whole desk goes by.

use super::{Allowed, Role};
use crate::directory::EntryId;

const COLLEAGUES: &[Role] = &[Role::Agent, Role::ChangeManager, Role::ServiceOwner];

const NAME: Allowed =
    Allowed::only(COLLEAGUES, "change the desk's names", "everybody chooses from them, and reports count by them");
const SERVICE: Allowed = Allowed::only(
    &[Role::ServiceOwner],
    "name a service",
    "a service is a promise to customers, not a word for a form",
);

/// Who may change the priority matrix.
pub(super) const MATRIX: Allowed = Allowed::only(
    &[Role::ServiceOwner],
    "change the priorities",
    "what comes first was agreed with the customer, not by those in a hurry",
);
/// Who may change targets and working time.
pub(super) const AGREEMENT: Allowed = Allowed::only(
    &[Role::ServiceOwner],
    "change targets and working time",
    "the customer agreed to them, and those measured by them should not move them",
);
/// Who may save views.
pub(super) const VIEW: Allowed = Allowed::only(
    &[Role::Agent, Role::Approver, Role::ChangeManager, Role::ServiceOwner],
    "save a view",
    "it belongs to those who use the queue",
);
/// Who may save templates.
pub(super) const TEMPLATE: Allowed =
    Allowed::only(COLLEAGUES, "save a template", "it becomes what all colleagues log with");

/// Who may enter, rename, retire and bring back an entry of the directory.
pub(super) fn of_name(id: EntryId) -> Allowed {
    match id {
        EntryId::Person(_) | EntryId::Group(_) | EntryId::Category(_) | EntryId::Item(_) => NAME,
        EntryId::Service(_) => SERVICE,
    }
}
