//! Items in the order of their files, found by id, each with the words it is searched by.

use std::collections::BTreeMap;

/// A list with an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shelf<T> {
    items: Vec<T>,
    places: BTreeMap<String, usize>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { items: Vec::new(), places: BTreeMap::new() }
    }
}

impl<T> Shelf<T> {
    /// Puts an item at the end, or in the place of the one that had its id.
    pub(super) fn put(&mut self, id: &str, item: T) {
        match self.places.get(id).and_then(|place| self.items.get_mut(*place)) {
            Some(old) => *old = item,
            None => {
                self.places.insert(id.to_owned(), self.items.len());
                self.items.push(item);
            }
        }
    }

    /// The item with this id.
    pub(super) fn get(&self, id: &str) -> Option<&T> {
        self.places.get(id).and_then(|place| self.items.get(*place))
    }

    /// All of them, in order.
    pub(super) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }
}
