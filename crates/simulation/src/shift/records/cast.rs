//! Who and what there is, by key. It is settled when the desk is built.

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::{CategoryId, ChangeTemplateId, GroupId, ItemId, PersonId, Refusal, ServiceId};

use super::when::Times;
use crate::scenario::Key;

/// The key of the player, who is nobody of the pool.
pub(super) const YOU: &str = "you";

/// Keys and ids, both ways.
#[derive(Clone, Debug)]
pub(super) struct Names<I> {
    ids: BTreeMap<Key, I>,
    keys: BTreeMap<I, Key>,
    what: &'static str,
}

impl<I: Copy + Ord> Names<I> {
    pub fn of(what: &'static str) -> Self {
        Self { ids: BTreeMap::new(), keys: BTreeMap::new(), what }
    }

    pub fn enter(&mut self, key: &Key, id: I) {
        self.ids.insert(key.clone(), id);
        self.keys.insert(id, key.clone());
    }

    pub fn id(&self, key: &str) -> Result<I, Refusal> {
        self.ids.get(key).copied().ok_or(Refusal::NoSuch { what: self.what })
    }

    pub fn some(&self, key: Option<&Key>) -> Result<Option<I>, Refusal> {
        key.map(|key| self.id(key)).transpose()
    }

    pub fn all(&self, keys: &[Key]) -> Result<Vec<I>, Refusal> {
        keys.iter().map(|key| self.id(key)).collect()
    }

    pub fn key(&self, id: I) -> Option<&Key> {
        self.keys.get(&id)
    }

    /// The number of the next entry, from 1.
    pub fn next(&self) -> u32 {
        u32::try_from(self.ids.len()).unwrap_or(u32::MAX).saturating_add(1)
    }
}

/// Somebody who decides.
#[derive(Clone, Debug)]
pub(super) struct Decider {
    pub person: PersonId,
    /// For which departments.
    pub of: Vec<String>,
}

/// See the module.
#[derive(Clone, Debug)]
pub(super) struct Cast {
    pub people: Names<PersonId>,
    pub teams: Names<GroupId>,
    pub services: Names<ServiceId>,
    /// Items, and places as the items that they are for the desk.
    pub items: Names<ItemId>,
    pub categories: Names<CategoryId>,
    /// Who is in a team.
    pub members: BTreeMap<GroupId, Vec<PersonId>>,
    /// Who decides; those who see to IT first.
    pub deciders: Vec<Decider>,
    /// Where somebody belongs.
    pub departments: BTreeMap<PersonId, String>,
    /// In whose name tools tell.
    pub tool: PersonId,
    /// Templates of standard changes, by the fix that they are for.
    pub templates: BTreeMap<Key, ChangeTemplateId>,
    /// What may be asked for, by its name.
    pub offers: BTreeMap<Arc<str>, Key>,
    /// Known errors, by fault.
    pub known: BTreeMap<Key, Key>,
    pub times: Times,
}

impl Cast {
    pub fn person(&self, key: &str) -> Result<PersonId, Refusal> {
        self.people.id(key)
    }

    /// Who is asked for what somebody wants: who decides for their department, never themselves; else anybody who
    /// decides.
    pub fn decides_for(&self, person: PersonId) -> Option<PersonId> {
        let others = || self.deciders.iter().filter(|decider| decider.person != person);
        let department = self.departments.get(&person);
        let theirs = others().find(|decider| department.is_some_and(|one| decider.of.contains(one)));
        theirs.or_else(|| others().next()).map(|decider| decider.person)
    }

    /// Who of a team sees something through.
    pub fn first_of(&self, team: Option<GroupId>) -> Option<PersonId> {
        self.members.get(&team?)?.first().copied()
    }
}
