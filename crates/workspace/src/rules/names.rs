//! The directory as a list: every entry of one kind with how many incidents refer to it.

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::incident::Incident;
use itsm::{CategoryId, Directory, EntryId, GroupId, ItemId, Key, PersonId, ServiceId};

use crate::Workspace;
use crate::alphabet::alphabetical;
use crate::query::{Name, Names, Query};

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Assignment groups.
    Groups,
    /// People.
    People,
    /// Categories.
    Categories,
    /// Services.
    Services,
    /// Configuration items.
    Items,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which one.
    pub id: EntryId,
    /// What it is called.
    pub name: Arc<str>,
    /// Whether it is offered no more.
    pub retired: bool,
    /// How many incidents refer to it; for a person: are assigned to it.
    pub used: usize,
    /// How many of these are open; for a person: how many it called about, open or not.
    pub second: usize,
}

impl Kind {
    /// The entry of this kind with a key.
    pub fn id(self, key: Key) -> EntryId {
        match self {
            Kind::Groups => EntryId::Group(GroupId(key)),
            Kind::People => EntryId::Person(PersonId(key)),
            Kind::Categories => EntryId::Category(CategoryId(key)),
            Kind::Services => EntryId::Service(ServiceId(key)),
            Kind::Items => EntryId::Item(ItemId(key)),
        }
    }

    fn of(self, incident: &Incident) -> Option<Key> {
        match self {
            Kind::Groups => incident.group.map(|id| id.0),
            Kind::People => incident.assignee.map(|id| id.0),
            Kind::Categories => incident.category.map(|id| id.0),
            Kind::Services => incident.service.map(|id| id.0),
            Kind::Items => incident.item.map(|id| id.0),
        }
    }

    /// The query for the incidents that refer to an entry.
    pub fn query(self, key: Key) -> Query {
        let only = Names::only(Name::Key(key));
        match self {
            Kind::Groups => Query { groups: only, ..Query::default() },
            Kind::People => Query { people: only, ..Query::default() },
            Kind::Categories => Query { categories: only, ..Query::default() },
            Kind::Services => Query { services: only, ..Query::default() },
            Kind::Items => Query { items: only, ..Query::default() },
        }
    }
}

/// Every entry of a kind, by the alphabet; retired ones come last.
pub fn list(workspace: &Workspace, kind: Kind) -> Vec<Named> {
    let mut counts: BTreeMap<Key, (usize, usize)> = BTreeMap::new();
    for incident in workspace.desk().incidents() {
        if let Some(key) = kind.of(incident) {
            let count = counts.entry(key).or_default();
            count.0 += 1;
            count.1 += usize::from(kind != Kind::People && incident.state.is_open());
        }
        if let Some(caller) = incident.caller.filter(|_| kind == Kind::People) {
            counts.entry(caller.0).or_default().1 += 1;
        }
    }
    let directory = workspace.desk().directory();
    let mut list: Vec<(bool, String, Named)> = vec![];
    each(directory, kind, &mut |key, name| {
        let id = kind.id(key);
        let (used, second) = counts.get(&key).copied().unwrap_or_default();
        let retired = directory.is_retired(id);
        list.push((retired, alphabetical(name), Named { id, name: name.clone(), retired, used, second }));
    });
    list.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    list.into_iter().map(|(.., named)| named).collect()
}

/// The id of a new entry of a kind, given by the tab with this tag.
pub fn next(workspace: &Workspace, kind: Kind, tag: u32) -> EntryId {
    let mut highest = 0;
    each(workspace.desk().directory(), kind, &mut |key, _| highest = highest.max(key.number));
    kind.id(Key { number: highest.saturating_add(1), tag })
}

/// Every entry of a kind, retired ones included.
pub fn each<'a>(directory: &'a Directory, kind: Kind, told: &mut dyn FnMut(Key, &'a Arc<str>)) {
    match kind {
        Kind::Groups => directory.groups.iter().for_each(|(id, name)| told(id.0, name)),
        Kind::People => directory.people.iter().for_each(|(id, name)| told(id.0, name)),
        Kind::Categories => directory.categories.iter().for_each(|(id, name)| told(id.0, name)),
        Kind::Services => directory.services.iter().for_each(|(id, name)| told(id.0, name)),
        Kind::Items => directory.items.iter().for_each(|(id, name)| told(id.0, name)),
    }
}
