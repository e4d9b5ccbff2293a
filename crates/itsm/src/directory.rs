//! The directory: people, groups, categories, services and configuration items that records refer to.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ids::{CategoryId, GroupId, ItemId, PersonId, ServiceId};

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

impl Directory {
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
