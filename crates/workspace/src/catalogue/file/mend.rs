//! A catalogue without what refers to nothing: a category that was taken away, a field that is gone. A desk can come to
//! such references (two tabs at once, a category dropped); a file has none, so that what one app writes every app reads.

use std::collections::BTreeSet;

use itsm::EntryId;
use itsm::catalogue::form::{Condition, Form};
use itsm::catalogue::workflow::{Approver, Step, StepKind, When};
use itsm::catalogue::{Catalogue, Content, OfferingKey, ServiceCategoryId};
use itsm::{Directory, ServiceId};

use super::form::{fits, is_known, names_only};
use super::rings::rings;

/// The catalogue without references that lead nowhere. A condition about what is gone never holds, so it becomes one
/// that says just that.
pub fn mended(catalogue: &Catalogue) -> Catalogue {
    let mut mended = catalogue.clone();
    for (id, listed) in &catalogue.services {
        mended.directory.services.entry(*id).or_insert_with(|| listed.content.name.clone());
    }
    mend_categories(&mut mended);
    let includes = catalogue.services.iter().flat_map(|(id, listed)| {
        listed.content.offerings.iter().map(|offering| ((*id, offering.key), offering.includes.clone()))
    });
    let rings = rings(&includes.collect());
    let Catalogue { categories, audiences, directory, services, .. } = &mut mended;
    for (id, listed) in services.iter_mut() {
        let content = &mut listed.content;
        content.categories.retain(|id| categories.contains_key(id));
        content.audiences.retain(|id| audiences.contains_key(id));
        mend_names(content, directory);
        content.offerings.iter_mut().for_each(|offering| {
            mend_form(&mut offering.form);
            let form = offering.form.clone();
            offering.workflow.steps.iter_mut().for_each(|step| mend_step(step, &form, directory));
            mend_includes((*id, offering.key), &mut offering.includes, catalogue, directory, &rings);
        });
    }
    mended
}

fn mend_categories(catalogue: &mut Catalogue) {
    let parents = catalogue.categories.iter().map(|(id, category)| (*id, category.parent.into_iter().collect()));
    let within_itself: BTreeSet<ServiceCategoryId> = rings(&parents.collect());
    let known: BTreeSet<ServiceCategoryId> = catalogue.categories.keys().copied().collect();
    for (id, category) in &mut catalogue.categories {
        if within_itself.contains(id) || category.parent.is_some_and(|parent| !known.contains(&parent)) {
            category.parent = None;
        }
    }
}

fn mend_names(content: &mut Content, directory: &Directory) {
    let has = |id: EntryId| directory.name(id).is_some();
    content.owner = content.owner.filter(|id| has(EntryId::Person(*id)));
    content.support = content.support.filter(|id| has(EntryId::Group(*id)));
    content.supporting.retain(|id| has(EntryId::Service(*id)));
    content.items.retain(|id| has(EntryId::Item(*id)));
}

fn mend_includes(
    of: (ServiceId, OfferingKey),
    includes: &mut Vec<(ServiceId, OfferingKey)>,
    catalogue: &Catalogue,
    directory: &Directory,
    rings: &BTreeSet<(ServiceId, OfferingKey)>,
) {
    let leads = |service: &ServiceId, key: &OfferingKey| match catalogue.content(*service) {
        Some(content) => content.offering(*key).is_some(),
        None => directory.name(EntryId::Service(*service)).is_some(),
    };
    includes
        .retain(|(service, key)| leads(service, key) && !(rings.contains(&of) && rings.contains(&(*service, *key))));
}

fn mend_form(form: &mut Form) {
    let whole = form.clone();
    let mend = |condition: &mut Option<Condition>| {
        if let Some(condition) = condition {
            mend_condition(condition, &whole);
        }
    };
    for section in &mut form.sections {
        mend(&mut section.show_if);
        for field in &mut section.fields {
            mend(&mut field.show_if);
            field.default = field.default.take().filter(|answer| fits(&field.kind, answer));
            use itsm::catalogue::form::FieldKind::{Choice, Choices};
            if let Choice { choices } | Choices { choices, .. } = &mut field.kind {
                choices.iter_mut().for_each(|choice| mend(&mut choice.show_if));
            }
        }
    }
}

fn mend_step(step: &mut Step, form: &Form, directory: &Directory) {
    if let When::Answers(condition) = &mut step.when {
        mend_condition(condition, form);
    }
    match &mut step.what {
        StepKind::Approval { by, .. } => by.retain(|approver| match approver {
            Approver::Person(person) => directory.name(EntryId::Person(*person)).is_some(),
            Approver::Manager | Approver::Owner => true,
        }),
        StepKind::Tasks(tasks) => tasks.iter_mut().for_each(|task| {
            task.group = task.group.filter(|group| directory.name(EntryId::Group(*group)).is_some());
        }),
        StepKind::Automatic => {}
    }
}

fn mend_condition(condition: &mut Condition, form: &Form) {
    if names_only(form, condition) {
        return;
    }
    match condition {
        Condition::Not(one) => mend_condition(one, form),
        Condition::All(some) | Condition::Any(some) => some.iter_mut().for_each(|one| mend_condition(one, form)),
        leaf if !is_known(form, leaf) => *leaf = Condition::Any(Vec::new()),
        _ => {}
    }
}
