//! What may be written of an offering: its facts, its form and its workflow.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::{MOST, invalid, is_too_long};
use crate::approval::Rule;
use crate::catalogue::content::Content;
use crate::catalogue::form::{CONDITION_DEPTH, Condition, Field, FieldKind, Form};
use crate::catalogue::offering::{Offering, OrderBy};
use crate::catalogue::workflow::{Approver, Step, StepKind, When, Workflow};
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::ids::ServiceId;
use crate::refusal::Refusal;
use crate::retire::offered;

/// Whether whomever and whatever the offerings of `after` name is known, and may still be chosen.
pub(super) fn names_fit(desk: &Desk, before: &Content, after: &Content) -> Result<(), Refusal> {
    for offering in &after.offerings {
        let known = before.offering(offering.key);
        let contained = known.map(|known| known.includes.as_slice()).unwrap_or_default();
        for one @ (service, _) in &offering.includes {
            let known = contained.contains(one).then_some(*service);
            offered(desk, &desk.directory().services, Some(*service), known, EntryId::Service, "service")?;
        }
        if known.is_none_or(|known| known.workflow != offering.workflow) {
            workflow_names_fit(desk, known, &offering.workflow)?;
        }
    }
    Ok(())
}

/// Whether the offerings of `after` may stand where those of `before` stood, apart from names.
pub(super) fn are_sound(id: Option<ServiceId>, before: &Content, after: &Content) -> Result<(), Refusal> {
    if after.offerings.len() > MOST {
        return Err(invalid("offerings", "there are more than anybody would choose from; make two services of it"));
    }
    if !all_differ(after.offerings.iter().map(|offering| offering.key)) {
        return Err(invalid("offerings", "two have the same key, and an order could mean either"));
    }
    for offering in &after.offerings {
        let known = before.offering(offering.key);
        if known == Some(offering) {
            continue;
        }
        facts_fit(id, offering)?;
        if known.is_none_or(|known| known.name != offering.name) {
            name_is_free(after, offering)?;
        }
        if known.is_none_or(|known| known.form != offering.form) {
            form_fits(&offering.form)?;
        }
        if known.is_none_or(|known| known.workflow != offering.workflow) {
            workflow_fits(&offering.workflow)?;
        }
    }
    Ok(())
}

/// Whether no key stands twice.
fn all_differ<K: Ord>(keys: impl IntoIterator<Item = K>) -> bool {
    let mut seen = BTreeSet::new();
    keys.into_iter().all(|key| seen.insert(key))
}

fn name_is_free(content: &Content, offering: &Offering) -> Result<(), Refusal> {
    let lower = offering.name.trim().to_lowercase();
    if lower.is_empty() {
        return Err(Refusal::Missing { field: "the offering's name", because: "customers choose by it" });
    }
    let mut others = content.offerings.iter().filter(|other| other.key != offering.key);
    if others.any(|other| other.name.trim().to_lowercase() == lower) {
        return Err(invalid("the offering's name", "another offering of this service has it"));
    }
    Ok(())
}

fn facts_fit(id: Option<ServiceId>, offering: &Offering) -> Result<(), Refusal> {
    if is_too_long(&offering.name) || is_too_long(&offering.summary) {
        return Err(invalid("the offering", "its name or its summary is longer than anybody would read; shorten it"));
    }
    if offering.target.is_some_and(|target| target <= TimeDelta::zero()) {
        return Err(invalid("target", "an order takes some time; leave it empty if nothing is promised"));
    }
    match &offering.order_by {
        OrderBy::Link(link) if !link.trim().to_ascii_lowercase().starts_with("https://") => {
            return Err(invalid("where orders go", "the address begins with https, so that nobody reads along"));
        }
        OrderBy::Email(address) if !is_address(address) => {
            return Err(invalid("where orders go", "an e-mail address looks like name@example.org"));
        }
        _ => {}
    }
    if offering.includes.iter().any(|(service, key)| (Some(*service), *key) == (id, offering.key)) {
        return Err(invalid("bundle", "an offering cannot contain itself"));
    }
    Ok(())
}

/// Whether it looks like one e-mail address.
pub(in crate::catalogue) fn is_address(text: &str) -> bool {
    let text = text.trim();
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | ',' | ';' | '?' | '&');
    let mut parts = text.split('@');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(name), Some(host), None) => {
            !name.is_empty()
                && host.split('.').all(|part| !part.is_empty())
                && host.contains('.')
                && !text.contains(is_odd)
        }
        _ => false,
    }
}

fn form_fits(form: &Form) -> Result<(), Refusal> {
    if form.sections.len() > MOST || form.fields().count() > MOST {
        return Err(invalid("form", "it asks more than anybody would answer"));
    }
    let choices = || form.fields().flat_map(|field| field.kind.choices());
    // A condition names a field and one of its choices, so those of one field have to differ.
    let keys_differ = all_differ(form.sections.iter().map(|section| section.key))
        && all_differ(form.fields().map(|field| field.key))
        && form.fields().all(|field| all_differ(field.kind.choices().iter().map(|choice| choice.key)));
    if !keys_differ {
        return Err(invalid("form", "two questions or choices have the same key, and a condition could mean either"));
    }
    let of_sections = form.sections.iter().filter_map(|section| section.show_if.as_ref());
    let of_fields = form.fields().filter_map(|field| field.show_if.as_ref());
    let of_choices = choices().filter_map(|choice| choice.show_if.as_ref());
    if of_sections.chain(of_fields).chain(of_choices).any(|condition| !is_shallow(condition, CONDITION_DEPTH)) {
        return Err(TOO_DEEP);
    }
    form.fields().try_for_each(field_fits)
}

fn field_fits(field: &Field) -> Result<(), Refusal> {
    if field.label.trim().is_empty() {
        return Err(Refusal::Missing { field: "a question", because: "nobody can answer a field that asks nothing" });
    }
    match &field.kind {
        FieldKind::Number { least: Some(least), most: Some(most), .. } if most < least => {
            Err(invalid("the number's limits", "no number is at least the one and at most the other"))
        }
        kind if kind.choices().len() > MOST => {
            Err(invalid("choices", "there are more than anybody would look through"))
        }
        _ => Ok(()),
    }
}

const TOO_DEEP: Refusal = Refusal::Invalid {
    field: "condition",
    because: "it is nested deeper than eight levels, and nobody could say when it holds",
};

/// Whether a condition is nested at most so deep. Looks no deeper than that.
fn is_shallow(condition: &Condition, levels: usize) -> bool {
    let Some(below) = levels.checked_sub(1) else { return false };
    match condition {
        Condition::Not(inner) => is_shallow(inner, below),
        Condition::All(inner) | Condition::Any(inner) => inner.iter().all(|one| is_shallow(one, below)),
        _ => true,
    }
}

fn workflow_fits(workflow: &Workflow) -> Result<(), Refusal> {
    if workflow.steps.len() > MOST {
        return Err(invalid("workflow", "it has more steps than anybody could follow"));
    }
    if !all_differ(workflow.steps.iter().map(|step| step.key)) {
        return Err(invalid("workflow", "two steps have the same key, and nobody could tell them apart"));
    }
    workflow.steps.iter().try_for_each(step_fits)
}

fn workflow_names_fit(desk: &Desk, known: Option<&Offering>, workflow: &Workflow) -> Result<(), Refusal> {
    let before = known.map(|known| names_of(&known.workflow)).unwrap_or_default();
    for entry in names_of(workflow) {
        let stays = before.contains(&entry);
        match entry {
            EntryId::Person(id) => {
                offered(desk, &desk.directory().people, Some(id), stays.then_some(id), EntryId::Person, "approver")?;
            }
            EntryId::Group(id) => {
                offered(desk, &desk.directory().groups, Some(id), stays.then_some(id), EntryId::Group, "team")?;
            }
            EntryId::Category(_) | EntryId::Service(_) | EntryId::Item(_) => {}
        }
    }
    Ok(())
}

/// The people and groups that a workflow names.
pub(crate) fn names_of(workflow: &Workflow) -> BTreeSet<EntryId> {
    let mut names = BTreeSet::new();
    for step in &workflow.steps {
        match &step.what {
            StepKind::Approval { by, .. } => names.extend(by.iter().filter_map(|one| match one {
                Approver::Person(person) => Some(EntryId::Person(*person)),
                Approver::Manager | Approver::Owner => None,
            })),
            StepKind::Tasks(tasks) => names.extend(tasks.iter().filter_map(|task| task.group).map(EntryId::Group)),
            StepKind::Automatic => {}
        }
    }
    names
}

fn step_fits(step: &Step) -> Result<(), Refusal> {
    if step.name.trim().is_empty() {
        return Err(Refusal::Missing {
            field: "the step's name",
            because: "who orders sees by it how far the order is",
        });
    }
    if matches!(&step.when, When::Answers(condition) if !is_shallow(condition, CONDITION_DEPTH)) {
        return Err(TOO_DEEP);
    }
    let none = TimeDelta::zero();
    match &step.what {
        StepKind::Approval { takes, .. } if *takes < none => Err(NO_TIME),
        StepKind::Approval { rule: Rule::Quorum(0), .. } => {
            Err(invalid("how many must approve", "nought approvals decide nothing; ask for one at least"))
        }
        StepKind::Approval { by, rule: Rule::Quorum(most), .. } if !by.is_empty() && usize::from(*most) > by.len() => {
            Err(invalid("how many must approve", "that is more than are asked, so nobody could ever approve it"))
        }
        StepKind::Tasks(tasks) if tasks.len() > MOST => {
            Err(invalid("tasks", "there are more than anybody could follow"))
        }
        StepKind::Tasks(tasks) if tasks.iter().any(|task| task.takes < none) => Err(NO_TIME),
        StepKind::Tasks(tasks) if tasks.iter().any(|task| task.name.trim().is_empty()) => {
            Err(Refusal::Missing { field: "the task's name", because: "the team it goes to has to know what to do" })
        }
        _ => Ok(()),
    }
}

const NO_TIME: Refusal =
    Refusal::Invalid { field: "how long it takes", because: "nothing is done in less than no time" };
