//! Names in a query: people, teams, services and the like, by the names people know them by. They become ids once
//! for each run, so that a query still fits after somebody was renamed, and another desk can read it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use itsm::{CategoryId, Desk, EntryId, GroupId, ItemId, Key, PersonId, ServiceId};

use super::field::Field;

/// One name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// Nobody, or nothing.
    None,
    /// Who asks.
    Me,
    /// What is called so, in any case.
    Called(Arc<str>),
    /// The one with this key: for links that the app makes.
    Key(Key),
}

/// Names to look for. No name at all stands for "any".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// One of these, unless there are none.
    pub any: BTreeSet<Name>,
    /// None of these.
    pub not: BTreeSet<Name>,
}

impl Names {
    /// Only what is called so.
    pub fn only(name: Name) -> Self {
        Self { any: BTreeSet::from([name]), not: BTreeSet::new() }
    }

    /// Whether nothing is asked.
    pub fn is_any(&self) -> bool {
        self.any.is_empty() && self.not.is_empty()
    }

    /// The one name that is looked for, if it is one.
    pub fn single(&self) -> Option<&Name> {
        self.any.first().filter(|_| self.any.len() == 1 && self.not.is_empty())
    }
}

/// [`Names`] as keys, ready for 25,000 questions.
pub(super) struct Members {
    any: Option<Vec<Option<Key>>>,
    not: Vec<Option<Key>>,
}

impl Members {
    pub fn of(names: &Names, field: Field, desk: &Desk, me: PersonId) -> Self {
        let keys = |names: &BTreeSet<Name>| {
            let mut keys: Vec<Option<Key>> = vec![];
            names.iter().for_each(|name| keys_of(name, field, desk, me, &mut keys));
            keys.sort_unstable();
            keys
        };
        Self { any: (!names.any.is_empty()).then(|| keys(&names.any)), not: keys(&names.not) }
    }

    pub fn let_pass(&self, key: Option<Key>) -> bool {
        self.any.as_ref().is_none_or(|any| any.binary_search(&key).is_ok()) && self.not.binary_search(&key).is_err()
    }
}

fn keys_of(name: &Name, field: Field, desk: &Desk, me: PersonId, keys: &mut Vec<Option<Key>>) {
    match name {
        Name::None => keys.push(None),
        Name::Me => keys.push(Some(me.0)),
        Name::Key(key) => keys.push(Some(*key)),
        Name::Called(number) if field == Field::Parent => keys.extend(desk.find_incident(number).map(|id| Some(id.0))),
        Name::Called(called) => each(desk, field, &mut |key, name| {
            if same(name, called) {
                keys.push(Some(key));
            }
        }),
    }
}

/// Whether the directory knows the name.
pub(super) fn is_known(name: &str, field: Field, desk: &Desk) -> bool {
    let mut keys = vec![];
    keys_of(&Name::Called(Arc::from(name)), field, desk, PersonId::default(), &mut keys);
    !keys.is_empty()
}

/// Every name of the register behind a field.
pub(super) fn each<'a>(desk: &'a Desk, field: Field, told: &mut dyn FnMut(Key, &'a str)) {
    fn all<'a, K: Copy>(names: &'a BTreeMap<K, Arc<str>>, key: fn(K) -> Key, told: &mut dyn FnMut(Key, &'a str)) {
        names.iter().for_each(|(id, name)| told(key(*id), name));
    }
    let directory = desk.directory();
    match field {
        Field::Group => all(&directory.groups, |id| id.0, told),
        Field::Person | Field::Caller => all(&directory.people, |id| id.0, told),
        Field::Category => all(&directory.categories, |id| id.0, told),
        Field::Service => all(&directory.services, |id| id.0, told),
        Field::Item => all(&directory.items, |id| id.0, told),
        _ => {}
    }
}

/// Every name that is still offered.
pub(super) fn each_offered<'a>(desk: &'a Desk, field: Field, told: &mut dyn FnMut(Key, &'a str)) {
    let entry: fn(Key) -> EntryId = match field {
        Field::Group => |key| EntryId::Group(GroupId(key)),
        Field::Category => |key| EntryId::Category(CategoryId(key)),
        Field::Service => |key| EntryId::Service(ServiceId(key)),
        Field::Item => |key| EntryId::Item(ItemId(key)),
        _ => |key| EntryId::Person(PersonId(key)),
    };
    each(desk, field, &mut |key, name| {
        if !desk.directory().is_retired(entry(key)) {
            told(key, name);
        }
    });
}

/// Equal but for upper and lower case.
pub(super) fn same(one: &str, other: &str) -> bool {
    one == other || one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}
