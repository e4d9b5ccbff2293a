//! Whether what a file refers to is in it, and whether ids are told apart.

use std::collections::{BTreeMap, BTreeSet};

use itsm::catalogue::form::{Condition, Form};
use itsm::catalogue::workflow::{Approver, StepKind, When};
use itsm::catalogue::{AudienceId, Content, Offering, OfferingKey, ServiceCategoryId};
use itsm::{GroupId, ItemId, Key, PersonId, ServiceId};

use super::cursor::{Notes, Place};
use super::form::{fits, is_known};
use super::rings::rings;
use super::whole::Read;

/// What a file has, to be referred to.
struct Known {
    categories: BTreeSet<ServiceCategoryId>,
    audiences: BTreeSet<AudienceId>,
    people: BTreeSet<PersonId>,
    groups: BTreeSet<GroupId>,
    items: BTreeSet<ItemId>,
    /// With the services that are only named, because something is built on them.
    services: BTreeSet<ServiceId>,
    /// The offerings of the services that are there.
    offerings: BTreeMap<ServiceId, BTreeSet<OfferingKey>>,
    /// Bundles that include themselves by way of others.
    rings: BTreeSet<(ServiceId, OfferingKey)>,
}

/// Notes what is wrong; `at` is where the catalogue stands.
pub(super) fn check(read: &Read, at: Place<'_>, notes: &Notes) {
    let directory = at.name("directory");
    unique(&at, "categories", read.categories.iter().map(|(id, _)| *id), notes);
    unique(&at, "audiences", read.audiences.iter().map(|(id, _)| *id), notes);
    unique(&at, "services", read.services.iter().map(|(id, _)| *id), notes);
    unique(&directory, "people", read.people.iter().map(|(id, ..)| *id), notes);
    unique(&directory, "groups", read.groups.iter().map(|(id, ..)| *id), notes);
    unique(&directory, "services", read.named.iter().map(|(id, ..)| *id), notes);
    unique(&directory, "items", read.items.iter().map(|(id, ..)| *id), notes);
    let known = known(read);
    categories(read, at, &known, notes);
    let services = at.name("services");
    for (index, (id, listed)) in read.services.iter().enumerate() {
        service(*id, &listed.content, services.at(index), &known, notes);
    }
}

fn known(read: &Read) -> Known {
    let keys = |content: &Content| content.offerings.iter().map(|offering| offering.key).collect();
    let includes = read.services.iter().flat_map(|(id, listed)| {
        listed.content.offerings.iter().map(|offering| ((*id, offering.key), offering.includes.clone()))
    });
    Known {
        categories: read.categories.iter().map(|(id, _)| *id).collect(),
        audiences: read.audiences.iter().map(|(id, _)| *id).collect(),
        people: read.people.iter().map(|(id, ..)| *id).collect(),
        groups: read.groups.iter().map(|(id, ..)| *id).collect(),
        items: read.items.iter().map(|(id, ..)| *id).collect(),
        services: read.services.iter().map(|(id, _)| *id).chain(read.named.iter().map(|(id, ..)| *id)).collect(),
        offerings: read.services.iter().map(|(id, listed)| (*id, keys(&listed.content))).collect(),
        rings: rings(&includes.collect()),
    }
}

/// Notes every id of a list that stood there before.
fn unique<K: Copy + Ord + Into<Key>>(at: &Place<'_>, list: &str, ids: impl Iterator<Item = K>, notes: &Notes) {
    let mut before = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        if !before.insert(id) {
            twice(at.name(list).at(index), id.into(), notes);
        }
    }
}

fn twice(at: Place<'_>, key: Key, notes: &Notes) {
    let number = if key.tag == 0 { key.number.to_string() } else { format!("{}-{}", key.number, key.tag) };
    notes.fail(at, format!("has the same id as another one before it ({number})"));
}

fn categories(read: &Read, at: Place<'_>, known: &Known, notes: &Notes) {
    let parents = read.categories.iter().map(|(id, category)| (*id, category.parent.into_iter().collect()));
    let within_itself = rings(&parents.collect());
    let list = at.name("categories");
    for (index, (id, category)) in read.categories.iter().enumerate() {
        let here = list.at(index);
        if category.parent.is_some_and(|parent| !known.categories.contains(&parent)) {
            notes.fail(here.name("parent"), "is the id of no category in this file");
        } else if within_itself.contains(id) {
            notes.fail(here.name("parent"), "makes the category a part of itself");
        }
    }
}

/// Notes every reference of a list that leads nowhere.
fn references<K: Ord>(at: &Place<'_>, list: &str, ids: &[K], known: &BTreeSet<K>, problem: &str, notes: &Notes) {
    for (index, _) in ids.iter().enumerate().filter(|(_, id)| !known.contains(id)) {
        notes.fail(at.name(list).at(index), problem);
    }
}

const NO_CATEGORY: &str = "is the id of no category in this file";
const NO_AUDIENCE: &str = "is the id of no audience in this file";
const NO_SERVICE: &str = "is the id of no service in this file, nor in its directory";
const NO_ITEM: &str = "is the id of no item in this file's directory";
const NO_PERSON: &str = "is the id of no person in this file's directory";
const NO_GROUP: &str = "is the id of no group in this file's directory";

fn service(id: ServiceId, content: &Content, at: Place<'_>, known: &Known, notes: &Notes) {
    references(&at, "categories", &content.categories, &known.categories, NO_CATEGORY, notes);
    references(&at, "audiences", &content.audiences, &known.audiences, NO_AUDIENCE, notes);
    references(&at, "supporting", &content.supporting, &known.services, NO_SERVICE, notes);
    references(&at, "items", &content.items, &known.items, NO_ITEM, notes);
    if content.owner.is_some_and(|owner| !known.people.contains(&owner)) {
        notes.fail(at.name("owner"), NO_PERSON);
    }
    if content.support.is_some_and(|group| !known.groups.contains(&group)) {
        notes.fail(at.name("support"), NO_GROUP);
    }
    unique(&at, "offerings", content.offerings.iter().map(|offering| offering.key), notes);
    let list = at.name("offerings");
    for (index, one) in content.offerings.iter().enumerate() {
        let here = list.at(index);
        includes((id, one.key), one, here, known, notes);
        form(&one.form, here.name("form"), notes);
        workflow(one, here, known, notes);
    }
}

fn includes(of: (ServiceId, OfferingKey), offering: &Offering, at: Place<'_>, known: &Known, notes: &Notes) {
    let list = at.name("includes");
    for (index, (service, key)) in offering.includes.iter().enumerate() {
        let here = list.at(index);
        if !known.services.contains(service) {
            notes.fail(here.name("service"), NO_SERVICE);
        } else if known.offerings.get(service).is_some_and(|keys| !keys.contains(key)) {
            notes.fail(here.name("offering"), "is the key of no offering of that service");
        }
    }
    if known.rings.contains(&of) {
        notes.fail(list, "makes the bundle a part of itself");
    }
}

fn form(form: &Form, at: Place<'_>, notes: &Notes) {
    unique(&at, "sections", form.sections.iter().map(|section| section.key), notes);
    let list = at.name("sections");
    let mut before = BTreeSet::new();
    for (index, section) in form.sections.iter().enumerate() {
        let here = list.at(index);
        condition(form, section.show_if.as_ref(), here.name("showIf"), notes);
        let fields = here.name("fields");
        for (index, field) in section.fields.iter().enumerate() {
            let here = fields.at(index);
            if !before.insert(field.key) {
                twice(here, field.key.0, notes);
            }
            condition(form, field.show_if.as_ref(), here.name("showIf"), notes);
            unique(&here, "choices", field.kind.choices().iter().map(|choice| choice.key), notes);
            let choices = here.name("choices");
            for (index, choice) in field.kind.choices().iter().enumerate() {
                condition(form, choice.show_if.as_ref(), choices.at(index).name("showIf"), notes);
            }
            if field.default.as_ref().is_some_and(|answer| !fits(&field.kind, answer)) {
                notes.fail(here.name("default"), "is no answer that a field of this type can have");
            }
        }
    }
}

fn condition(form: &Form, condition: Option<&Condition>, at: Place<'_>, notes: &Notes) {
    match condition {
        None => {}
        Some(Condition::Not(one)) => self::condition(form, Some(one), at.name("not"), notes),
        Some(Condition::All(some)) => group(form, some, at.name("all"), notes),
        Some(Condition::Any(some)) => group(form, some, at.name("any"), notes),
        Some(leaf) if is_known(form, leaf) => {}
        Some(Condition::Chosen(field, _)) if form.field(*field).is_some() => {
            notes.fail(at.name("choice"), "is the key of no choice of that field");
        }
        Some(_) => notes.fail(at.name("field"), "is the key of no field of this form"),
    }
}

fn group(form: &Form, some: &[Condition], at: Place<'_>, notes: &Notes) {
    some.iter().enumerate().for_each(|(index, one)| condition(form, Some(one), at.at(index), notes));
}

fn workflow(offering: &Offering, at: Place<'_>, known: &Known, notes: &Notes) {
    let at = at.name("workflow");
    unique(&at, "steps", offering.workflow.steps.iter().map(|step| step.key), notes);
    let list = at.name("steps");
    for (index, step) in offering.workflow.steps.iter().enumerate() {
        let here = list.at(index);
        if let When::Answers(when) = &step.when {
            condition(&offering.form, Some(when), here.name("onlyIf"), notes);
        }
        match &step.what {
            StepKind::Approval { by, .. } => approvers(by, here.name("by"), known, notes),
            StepKind::Tasks(tasks) => {
                let groups = tasks.iter().enumerate().filter_map(|(index, task)| Some((index, task.group?)));
                for (index, _) in groups.filter(|(_, group)| !known.groups.contains(group)) {
                    notes.fail(here.name("tasks").at(index).name("group"), NO_GROUP);
                }
            }
            StepKind::Automatic => {}
        }
    }
}

fn approvers(by: &[Approver], at: Place<'_>, known: &Known, notes: &Notes) {
    for (index, approver) in by.iter().enumerate() {
        if matches!(approver, Approver::Person(person) if !known.people.contains(person)) {
            notes.fail(at.at(index).name("person"), NO_PERSON);
        }
    }
}
