//! The directory: people, groups, categories, services and configuration items that records refer to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::ids::{CategoryId, GroupId, ItemId, Key, PersonId, ServiceId};

/// Who and what the desk knows by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory {
    /// Callers, analysts, and accounts that an import named.
    pub people: BTreeMap<PersonId, Arc<str>>,
    /// Assignment groups.
    pub groups: BTreeMap<GroupId, Arc<str>>,
    /// Categories.
    pub categories: BTreeMap<CategoryId, Arc<str>>,
    /// Services.
    pub services: BTreeMap<ServiceId, Arc<str>>,
    /// Configuration items.
    pub items: BTreeMap<ItemId, Arc<str>>,
    /// What is no longer offered. It keeps its name, for history and for what refers to it.
    pub retired: BTreeSet<EntryId>,
}

/// Which entry of the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryId {
    /// A person.
    Person(PersonId),
    /// A group.
    Group(GroupId),
    /// A category.
    Category(CategoryId),
    /// A service.
    Service(ServiceId),
    /// A configuration item.
    Item(ItemId),
}

impl EntryId {
    /// What kind of entry it is, in one or two words ("group").
    pub fn kind(self) -> &'static str {
        match self {
            EntryId::Person(_) => "person",
            EntryId::Group(_) => "group",
            EntryId::Category(_) => "category",
            EntryId::Service(_) => "service",
            EntryId::Item(_) => "configuration item",
        }
    }

    /// Its key.
    pub fn key(self) -> Key {
        match self {
            EntryId::Person(id) => id.0,
            EntryId::Group(id) => id.0,
            EntryId::Category(id) => id.0,
            EntryId::Service(id) => id.0,
            EntryId::Item(id) => id.0,
        }
    }
}

/// One entry of the directory: what it is, its id and its name.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A person.
    Person(PersonId, Arc<str>),
    /// A group.
    Group(GroupId, Arc<str>),
    /// A category.
    Category(CategoryId, Arc<str>),
    /// A service.
    Service(ServiceId, Arc<str>),
    /// A configuration item.
    Item(ItemId, Arc<str>),
}

impl Entry {
    /// The entry with this id and name.
    pub fn new(id: EntryId, name: Arc<str>) -> Self {
        match id {
            EntryId::Person(id) => Entry::Person(id, name),
            EntryId::Group(id) => Entry::Group(id, name),
            EntryId::Category(id) => Entry::Category(id, name),
            EntryId::Service(id) => Entry::Service(id, name),
            EntryId::Item(id) => Entry::Item(id, name),
        }
    }

    /// Which entry it is.
    pub fn id(&self) -> EntryId {
        match self {
            Entry::Person(id, _) => EntryId::Person(*id),
            Entry::Group(id, _) => EntryId::Group(*id),
            Entry::Category(id, _) => EntryId::Category(*id),
            Entry::Service(id, _) => EntryId::Service(*id),
            Entry::Item(id, _) => EntryId::Item(*id),
        }
    }

    /// Its name.
    pub fn name(&self) -> &Arc<str> {
        match self {
            Entry::Person(_, name)
            | Entry::Group(_, name)
            | Entry::Category(_, name)
            | Entry::Service(_, name)
            | Entry::Item(_, name) => name,
        }
    }
}

impl Directory {
    /// The name of an entry, if it is here.
    pub fn name(&self, id: EntryId) -> Option<&str> {
        let name = match id {
            EntryId::Person(id) => self.people.get(&id),
            EntryId::Group(id) => self.groups.get(&id),
            EntryId::Category(id) => self.categories.get(&id),
            EntryId::Service(id) => self.services.get(&id),
            EntryId::Item(id) => self.items.get(&id),
        };
        name.map(|name| &**name)
    }

    /// Whether an entry is offered no more.
    pub fn is_retired(&self, id: EntryId) -> bool {
        self.retired.contains(&id)
    }

    /// Retires an entry, or brings it back.
    pub fn retire(&mut self, id: EntryId, retired: bool) {
        if retired {
            self.retired.insert(id);
        } else {
            self.retired.remove(&id);
        }
    }

    /// Adds an entry, or renames the one with its id.
    pub fn enter(&mut self, entry: &Entry) {
        match entry {
            Entry::Person(id, name) => drop(self.people.insert(*id, name.clone())),
            Entry::Group(id, name) => drop(self.groups.insert(*id, name.clone())),
            Entry::Category(id, name) => drop(self.categories.insert(*id, name.clone())),
            Entry::Service(id, name) => drop(self.services.insert(*id, name.clone())),
            Entry::Item(id, name) => drop(self.items.insert(*id, name.clone())),
        }
    }

    /// A person's name; "Unknown person" for an id that nobody named.
    pub fn person(&self, id: PersonId) -> &str {
        self.people.get(&id).map_or("Unknown person", |name| name)
    }

    /// A group's name.
    pub fn group(&self, id: GroupId) -> &str {
        self.groups.get(&id).map_or("Unknown group", |name| name)
    }

    /// A category's name.
    pub fn category(&self, id: CategoryId) -> &str {
        self.categories.get(&id).map_or("Unknown category", |name| name)
    }

    /// A service's name.
    pub fn service(&self, id: ServiceId) -> &str {
        self.services.get(&id).map_or("Unknown service", |name| name)
    }

    /// A configuration item's name.
    pub fn item(&self, id: ItemId) -> &str {
        self.items.get(&id).map_or("Unknown item", |name| name)
    }
}
