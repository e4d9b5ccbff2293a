//! Names in the order of the alphabet, as people expect it.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::{CategoryId, Directory, GroupId, ItemId, PersonId, ServiceId};

/// The place of each name among its kind. Made when first asked for; a change of names makes a new one.
#[derive(Default)]
pub(crate) struct Alphabet(OnceCell<Places>);

struct Places {
    people: BTreeMap<PersonId, i64>,
    groups: BTreeMap<GroupId, i64>,
    categories: BTreeMap<CategoryId, i64>,
    services: BTreeMap<ServiceId, i64>,
    items: BTreeMap<ItemId, i64>,
}

impl Alphabet {
    /// Makes the places known, if they are not.
    pub fn prepare(&self, directory: &Directory) -> &Self {
        self.0.get_or_init(|| Places {
            people: ranks(&directory.people),
            groups: ranks(&directory.groups),
            categories: ranks(&directory.categories),
            services: ranks(&directory.services),
            items: ranks(&directory.items),
        });
        self
    }

    /// The place of a person's name; `None` for somebody nobody named.
    pub fn person(&self, id: PersonId) -> Option<i64> {
        self.0.get()?.people.get(&id).copied()
    }

    /// The place of a group's name.
    pub fn group(&self, id: GroupId) -> Option<i64> {
        self.0.get()?.groups.get(&id).copied()
    }

    /// The place of a category's name.
    pub fn category(&self, id: CategoryId) -> Option<i64> {
        self.0.get()?.categories.get(&id).copied()
    }

    /// The place of a service's name.
    pub fn service(&self, id: ServiceId) -> Option<i64> {
        self.0.get()?.services.get(&id).copied()
    }

    /// The place of a configuration item's name.
    pub fn item(&self, id: ItemId) -> Option<i64> {
        self.0.get()?.items.get(&id).copied()
    }
}

/// The place of each name in the alphabet, numbers in names counted as numbers ("Caller 9" before "Caller 10").
/// Equal names share a place.
fn ranks<K: Copy + Ord>(names: &BTreeMap<K, Arc<str>>) -> BTreeMap<K, i64> {
    let mut sorted: Vec<(String, K)> = names.iter().map(|(id, name)| (alphabetical(name), *id)).collect();
    sorted.sort_unstable();
    let mut ranks = BTreeMap::new();
    let (mut rank, mut before) = (0, None);
    for (name, id) in &sorted {
        if before != Some(name) {
            rank += 1;
            before = Some(name);
        }
        ranks.insert(*id, rank);
    }
    ranks
}

/// A form of a name that sorts as people expect: lower case, every run of digits behind its length.
pub(crate) fn alphabetical(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 4);
    let mut digits = String::new();
    for letter in name.chars().flat_map(char::to_lowercase).chain(std::iter::once('\0')) {
        if letter.is_ascii_digit() {
            if !(digits.is_empty() && letter == '0') {
                digits.push(letter);
            }
            continue;
        }
        if !digits.is_empty() {
            // A run of up to 26 digits; longer ones sort together, which nobody will notice.
            key.push('0');
            key.push(char::from(b'a' + u8::try_from(digits.len().min(25)).unwrap_or(25)));
            key.push_str(&digits);
            digits.clear();
        }
        key.push(letter);
    }
    key
}
