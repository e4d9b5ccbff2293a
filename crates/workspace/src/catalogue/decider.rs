//! Whom the answers to a form name as the manager, so that an order in the app need not ask for them a second time.
//!
//! A form that leaves the app asks for the manager itself, as nobody else could tell (the check wants it so). It is a
//! proposal and no more: who orders sees the name and can change it.

use itsm::catalogue::Offering;
use itsm::catalogue::form::{Answer, Answers, Field, FieldKind, prune};
use itsm::catalogue::workflow::{Approver, StepKind};
use itsm::{Directory, EntryId, PersonId};

/// The manager, where the workflow has one decide and the answers name exactly one person of the directory.
///
/// Of several questions for a person, the one that says “manager” counts, or else the last that must be answered: there
/// the mend of the check puts it.
pub fn manager(offering: &Offering, answers: &Answers, directory: &Directory) -> Option<PersonId> {
    let asks = |what: &StepKind| matches!(what, StepKind::Approval { by, .. } if by.contains(&Approver::Manager));
    if !offering.workflow.steps.iter().any(|step| asks(&step.what)) {
        return None;
    }
    let people = || offering.form.fields().filter(|field| field.kind == FieldKind::Person);
    let says_so = |field: &&Field| field.label.to_lowercase().contains("manager");
    let field = people().find(says_so).or_else(|| people().filter(|field| field.required).last())?;
    let Answer::Person(name) = prune(&offering.form, answers).remove(&field.key)? else { return None };
    let wanted = name.trim().to_lowercase();
    let is_meant = |id: PersonId, known: &str| {
        !wanted.is_empty() && known.trim().to_lowercase() == wanted && !directory.is_retired(EntryId::Person(id))
    };
    let mut found = directory.people.iter().filter(|(id, known)| is_meant(**id, known)).map(|(id, _)| *id);
    // Two of one name: only who orders knows which.
    found.next().filter(|_| found.next().is_none())
}
