//! Laying what a file says over what is known: a file changes only what its format can hold.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use itsm::catalogue::workflow::{Approver, StepKind};
use itsm::catalogue::{
    AudienceId, Catalogue, Content, Cost, Edit, Listed, Offering, Opens, OrderBy, Price, ServiceCategoryId, Slot,
};
use itsm::{Entry, EntryId, GroupId, ItemId, Key, PersonId, ServiceId};

use super::Imported;
use super::gather::IMPORT_TAG;
use super::holds::{Shape, take};

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

/// Lays what a file says of a service over what is known of it.
pub(super) fn lay(shape: Shape, known: &mut Content, new: &Content) {
    let mut new = shape.completed(known, new);
    if shape.holds_offerings() {
        let mut offerings = known.offerings.clone();
        for theirs in &new.offerings {
            let same = same_offering(&offerings, theirs).and_then(|place| offerings.get_mut(place));
            match same {
                Some(same) => *same = completed(same, shape.of_offering(same, theirs)),
                None => {
                    let fresh = Offering { key: theirs.key, ..Offering::default() };
                    offerings.push(shape.of_offering(&fresh, theirs));
                }
            }
        }
        new.offerings = offerings;
    } else {
        new.offerings = known.offerings.clone();
    }
    for edit in known.edits_to(&new) {
        let is_of_offering =
            matches!(edit.slot(), Slot::Offering(_) | Slot::OfferingOrder | Slot::Form(_) | Slot::Workflow(_));
        if is_of_offering || (shape.holds(edit.slot()) && says_something(&edit)) {
            known.take(&edit);
        }
    }
}

/// The place of the offering that is meant: by its name, or by its key where it was renamed.
fn same_offering(known: &[Offering], theirs: &Offering) -> Option<usize> {
    let by_name = known.iter().position(|one| one.name == theirs.name);
    by_name.or_else(|| known.iter().position(|one| one.key == theirs.key))
}

/// Whether a file says something here. What it leaves empty takes nothing away, as the command that takes it in has it.
fn says_something(edit: &Edit) -> bool {
    match edit {
        Edit::Text(_, text) => !text.trim().is_empty(),
        Edit::Texts(_, texts) => !texts.is_empty(),
        Edit::Day(_, day) => day.is_some(),
        Edit::Owner(owner) => owner.is_some(),
        Edit::Audiences(list) => !list.is_empty(),
        Edit::Targets(list) => !list.is_empty(),
        Edit::Cost(cost) => *cost != Cost::default(),
        Edit::Categories(list) => !list.is_empty(),
        Edit::Pinned(pinned) => *pinned,
        Edit::Documents(list) => !list.is_empty(),
        Edit::Supporting(list) => !list.is_empty(),
        Edit::Items(list) => !list.is_empty(),
        Edit::Support(group) => group.is_some(),
        _ => true,
    }
}

/// See [`says_something`].
fn completed(known: &Offering, theirs: Offering) -> Offering {
    let form = if theirs.form.sections.is_empty() { known.form.clone() } else { theirs.form };
    let workflow = if theirs.workflow.steps.is_empty() { known.workflow.clone() } else { theirs.workflow };
    Offering {
        key: known.key,
        name: theirs.name,
        summary: if theirs.summary.is_empty() { known.summary.clone() } else { theirs.summary },
        kind: theirs.kind,
        opens: if theirs.opens == Opens::Request { known.opens } else { theirs.opens },
        price: if theirs.price == Price::Unsaid { known.price.clone() } else { theirs.price },
        target: theirs.target.or(known.target),
        form,
        workflow,
        order_by: if theirs.order_by == OrderBy::Information { known.order_by.clone() } else { theirs.order_by },
        includes: if theirs.includes.is_empty() { known.includes.clone() } else { theirs.includes },
    }
}

/// The catalogue to take in: what the file says, laid over what is known by the same names.
pub fn onto(known: &Catalogue, imported: &Imported) -> Catalogue {
    let shape = imported.shape;
    let ids = Ids::between(known, &imported.catalogue);
    let mut after = ids.catalogue(&imported.catalogue);
    let kinds_unsaid: BTreeSet<_> =
        imported.kinds_unsaid.iter().map(|(id, key)| (to(&ids.services, *id), *key)).collect();
    for (id, listed) in &mut after.services {
        let Some(old) = known.services.get(id) else { continue };
        for theirs in listed.content.offerings.iter_mut().filter(|one| kinds_unsaid.contains(&(*id, one.key))) {
            let place = same_offering(&old.content.offerings, theirs);
            theirs.kind = place.and_then(|place| old.content.offerings.get(place)).map_or(theirs.kind, |one| one.kind);
        }
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

/// From the file's ids to those that are known under the same name. An id that means something else here gets another.
fn same<K>(known: &BTreeMap<K, Arc<str>>, new: &BTreeMap<K, Arc<str>>) -> BTreeMap<K, K>
where
    K: Copy + Ord + From<Key> + Into<Key>,
{
    let mut free = by_name(known);
    let mut next: K = itsm::catalogue::next(known.keys().chain(new.keys()).copied(), IMPORT_TAG);
    let mut ids = BTreeMap::new();
    for (id, name) in new {
        // Two of one name stay two: who takes them in says that nobody could tell them apart.
        let to = match free.remove(&plain(name)) {
            Some(same) => same,
            None if known.contains_key(id) => take(&mut next),
            None => *id,
        };
        ids.insert(*id, to);
    }
    ids
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
    /// From the file's ids to those that are known for the same names.
    fn between(known: &Catalogue, new: &Catalogue) -> Self {
        let names = |catalogue: &Catalogue| -> BTreeMap<ServiceId, Arc<str>> {
            let own = catalogue.services.iter().map(|(id, listed)| (*id, listed.content.name.clone()));
            catalogue.directory.services.iter().map(|(id, name)| (*id, name.clone())).chain(own).collect()
        };
        Self {
            services: same(&names(known), &names(new)),
            people: same(&known.directory.people, &new.directory.people),
            groups: same(&known.directory.groups, &new.directory.groups),
            items: same(&known.directory.items, &new.directory.items),
            audiences: same(&known.audiences, &new.audiences),
            categories: same(&paths(known), &paths(new)),
        }
    }

    /// The file's catalogue in the ids that are known.
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
