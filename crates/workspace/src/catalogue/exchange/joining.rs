//! Laying what a file says over what is known: a file changes only what its format can hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::catalogue::workflow::{Approver, StepKind};
use itsm::catalogue::{AudienceId, Catalogue, Content, Edit, Listed, Offering, OfferingKey, ServiceCategoryId, Slot};
use itsm::{Entry, EntryId};
use itsm::{GroupId, ItemId, PersonId, ServiceId};

use super::Imported;
use super::holds::Shape;

/// What taking a file in would do with a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is called.
    pub name: Arc<str>,
    /// Whether nobody wrote of it yet.
    pub is_new: bool,
    /// What would change, as the fields are called; empty for a new one.
    pub fields: Vec<&'static str>,
}

/// What of a content is left in a file of this shape.
pub fn held(shape: Shape, content: &Content) -> Content {
    let mut left = Content::default();
    lay(shape, &mut left, content);
    left
}

/// Lays what a file says of a service over what is known of it.
fn lay(shape: Shape, known: &mut Content, new: &Content) {
    let mut new = shape.completed(known, new);
    if shape.holds_offerings() {
        let key_of = |name: &str| known.offerings.iter().find(|one| &*one.name == name).map(|one| one.key);
        let mut offerings = vec![];
        for offering in &new.offerings {
            let same = known.offering(offering.key).or_else(|| known.offering(key_of(&offering.name)?));
            let same = same.cloned().unwrap_or(Offering { key: offering.key, ..Offering::default() });
            offerings.push(shape.of_offering(&same, offering));
        }
        let named = |key: OfferingKey| offerings.iter().any(|offering| offering.key == key);
        // A file that says all of a catalogue says also what is gone; a part of it does not.
        if !shape.is_whole() {
            let kept: Vec<_> = known.offerings.iter().filter(|one| !named(one.key)).cloned().collect();
            offerings.extend(kept);
        }
        new.offerings = offerings;
    } else {
        new.offerings = known.offerings.clone();
    }
    let is_of_offering = |edit: &Edit| {
        matches!(edit.slot(), Slot::Offering(_) | Slot::OfferingOrder | Slot::Form(_) | Slot::Workflow(_))
    };
    for edit in known.edits_to(&new) {
        if is_of_offering(&edit) || shape.holds(edit.slot()) {
            known.take(&edit);
        }
    }
}

/// The catalogue to take in: what the file says, laid over what is known by the same names.
pub fn onto(known: &Catalogue, imported: &Imported) -> Catalogue {
    let shape = imported.shape;
    if shape == Shape::Own {
        return imported.catalogue.clone();
    }
    let renamed = renamed(known, &imported.catalogue);
    let mut after = renamed.clone();
    for (id, listed) in &mut after.services {
        let Some(old) = known.services.get(id) else { continue };
        let mut content = old.content.clone();
        lay(shape, &mut content, &listed.content);
        let status = if shape.holds_status() { listed.status } else { old.status };
        *listed = Listed { content, status, log: old.log.clone(), comments: old.comments.clone() };
    }
    if !shape.is_whole() {
        after.settings = known.settings.clone();
        after.categories.extend(known.categories.iter().map(|(id, one)| (*id, one.clone())));
        after.audiences.extend(known.audiences.iter().map(|(id, one)| (*id, one.clone())));
    }
    merge_names(&mut after, known);
    after
}

fn merge_names(after: &mut Catalogue, known: &Catalogue) {
    let directory = &known.directory;
    let people = directory.people.iter().map(|(id, name)| Entry::Person(*id, name.clone()));
    let groups = directory.groups.iter().map(|(id, name)| Entry::Group(*id, name.clone()));
    let services = directory.services.iter().map(|(id, name)| Entry::Service(*id, name.clone()));
    let items = directory.items.iter().map(|(id, name)| Entry::Item(*id, name.clone()));
    for entry in people.chain(groups).chain(services).chain(items) {
        if after.directory.name(entry.id()).is_none() {
            after.directory.enter(&entry);
        }
    }
}

/// What taking in this catalogue would do, service by service.
pub fn changes(known: &Catalogue, after: &Catalogue) -> Vec<Change> {
    let change = |(id, listed): (&ServiceId, &Listed)| {
        let name = listed.content.name.clone();
        let Some(old) = known.services.get(id) else { return Some(Change { name, is_new: true, fields: vec![] }) };
        let mut fields: Vec<&'static str> =
            old.content.edits_to(&listed.content).iter().map(|edit| edit.slot().label()).collect();
        fields.dedup();
        (!fields.is_empty()).then_some(Change { name, is_new: false, fields })
    };
    after.services.iter().filter_map(change).collect()
}

/// A name as it is compared.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Old ids by names, to be found again.
fn by_name<K: Copy + Ord>(names: &BTreeMap<K, Arc<str>>) -> BTreeMap<String, K> {
    names.iter().rev().map(|(id, name)| (plain(name), *id)).collect()
}

/// From the file's ids to those that are known under the same name.
fn same<K: Copy + Ord>(known: &BTreeMap<K, Arc<str>>, new: &BTreeMap<K, Arc<str>>) -> BTreeMap<K, K> {
    let known = by_name(known);
    new.iter().filter_map(|(id, name)| Some((*id, *known.get(&plain(name))?))).collect()
}

/// The file's catalogue with the ids that are known for the same names.
fn renamed(known: &Catalogue, new: &Catalogue) -> Catalogue {
    let names = |catalogue: &Catalogue| -> BTreeMap<ServiceId, Arc<str>> {
        let own = catalogue.services.iter().map(|(id, listed)| (*id, listed.content.name.clone()));
        catalogue.directory.services.iter().map(|(id, name)| (*id, name.clone())).chain(own).collect()
    };
    let ids = Ids {
        services: same(&names(known), &names(new)),
        people: same(&known.directory.people, &new.directory.people),
        groups: same(&known.directory.groups, &new.directory.groups),
        items: same(&known.directory.items, &new.directory.items),
        audiences: same(&known.audiences, &new.audiences),
        categories: same(&paths(known), &paths(new)),
    };
    ids.catalogue(new)
}

/// Categories by the names of all they are part of and their own.
fn paths(catalogue: &Catalogue) -> BTreeMap<ServiceCategoryId, Arc<str>> {
    let path = |id: &ServiceCategoryId| {
        let mut names = vec![];
        let mut next = Some(*id);
        while let Some(category) = next.and_then(|id| catalogue.categories.get(&id)) {
            names.push(&*category.name);
            next = category.parent.filter(|_| names.len() < 8);
        }
        names.reverse();
        Arc::from(names.join(" / "))
    };
    catalogue.categories.keys().map(|id| (*id, path(id))).collect()
}

struct Ids {
    services: BTreeMap<ServiceId, ServiceId>,
    people: BTreeMap<PersonId, PersonId>,
    groups: BTreeMap<GroupId, GroupId>,
    items: BTreeMap<ItemId, ItemId>,
    audiences: BTreeMap<AudienceId, AudienceId>,
    categories: BTreeMap<ServiceCategoryId, ServiceCategoryId>,
}

fn to<K: Copy + Ord>(ids: &BTreeMap<K, K>, id: K) -> K {
    ids.get(&id).copied().unwrap_or(id)
}

impl Ids {
    fn catalogue(&self, new: &Catalogue) -> Catalogue {
        let mut directory = itsm::Directory::default();
        let mut enter = |id: EntryId, name: &Arc<str>| directory.enter(&Entry::new(id, name.clone()));
        new.directory.people.iter().for_each(|(id, name)| enter(EntryId::Person(to(&self.people, *id)), name));
        new.directory.groups.iter().for_each(|(id, name)| enter(EntryId::Group(to(&self.groups, *id)), name));
        new.directory.items.iter().for_each(|(id, name)| enter(EntryId::Item(to(&self.items, *id)), name));
        new.directory.services.iter().for_each(|(id, name)| enter(EntryId::Service(to(&self.services, *id)), name));
        let categories = new.categories.iter().map(|(id, category)| {
            let parent = category.parent.map(|parent| to(&self.categories, parent));
            (to(&self.categories, *id), itsm::catalogue::ServiceCategory { parent, ..category.clone() })
        });
        let services = new.services.iter().map(|(id, listed)| {
            (to(&self.services, *id), Listed { content: self.content(&listed.content), ..listed.clone() })
        });
        Catalogue {
            settings: new.settings.clone(),
            categories: categories.collect(),
            audiences: new.audiences.iter().map(|(id, name)| (to(&self.audiences, *id), name.clone())).collect(),
            directory,
            services: services.collect(),
        }
    }

    fn content(&self, content: &Content) -> Content {
        let mut content = content.clone();
        content.owner = content.owner.map(|id| to(&self.people, id));
        content.support = content.support.map(|id| to(&self.groups, id));
        content.audiences.iter_mut().for_each(|id| *id = to(&self.audiences, *id));
        content.categories.iter_mut().for_each(|id| *id = to(&self.categories, *id));
        content.supporting.iter_mut().for_each(|id| *id = to(&self.services, *id));
        content.items.iter_mut().for_each(|id| *id = to(&self.items, *id));
        for offering in &mut content.offerings {
            offering.includes.iter_mut().for_each(|(service, _)| *service = to(&self.services, *service));
            for step in &mut offering.workflow.steps {
                match &mut step.what {
                    StepKind::Approval { by, .. } => {
                        for one in by {
                            if let Approver::Person(person) = one {
                                *person = to(&self.people, *person);
                            }
                        }
                    }
                    StepKind::Tasks(tasks) => {
                        tasks.iter_mut().for_each(|task| task.group = task.group.map(|id| to(&self.groups, id)));
                    }
                    StepKind::Automatic => {}
                }
            }
        }
        content
    }
}
