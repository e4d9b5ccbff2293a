//! Everything that is known: items, needs, and both ways to walk them.

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::Baseline;
use super::need::{Need, Node};
use super::record::Item;
use crate::ids::{BaselineId, ItemId};

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Configuration {
    items: BTreeMap<ItemId, Item>,
    needs: BTreeMap<Node, Vec<Need>>,
    /// What is part of an item: an index.
    parts: BTreeMap<ItemId, BTreeSet<ItemId>>,
    /// Who needs an item or a service: an index.
    needed_by: BTreeMap<Node, BTreeSet<Node>>,
    pub(super) baselines: BTreeMap<BaselineId, Baseline>,
}

impl Configuration {
    /// What is known of an item; `None` where only its name is.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.get(&id)
    }

    /// Every item that something is known of, in the order of their ids.
    pub fn items(&self) -> impl ExactSizeIterator<Item = &Item> {
        self.items.values()
    }

    /// What an item or a service needs.
    pub fn needs(&self, of: Node) -> &[Need] {
        self.needs.get(&of).map_or(&[], Vec::as_slice)
    }

    /// Everyone who needs something, with what.
    pub fn all_needs(&self) -> impl Iterator<Item = (Node, &[Need])> {
        self.needs.iter().map(|(node, needs)| (*node, needs.as_slice()))
    }

    /// Who needs it directly, whether or not they can do without.
    pub fn needed_by(&self, node: Node) -> impl Iterator<Item = Node> {
        self.needed_by.get(&node).into_iter().flatten().copied()
    }

    /// What is directly part of an item.
    pub fn parts(&self, id: ItemId) -> impl Iterator<Item = ItemId> {
        self.parts.get(&id).into_iter().flatten().copied()
    }

    /// What an item is part of, from the nearest outwards.
    pub fn wholes(&self, id: ItemId) -> Vec<ItemId> {
        let mut found = vec![];
        let mut at = id;
        // Late events of two tabs could close a ring; it is walked once.
        while let Some(whole) = self.items.get(&at).and_then(|item| item.part_of) {
            if whole == id || found.contains(&whole) {
                break;
            }
            found.push(whole);
            at = whole;
        }
        found
    }

    /// Everything that is inside an item, however deep.
    pub fn all_parts(&self, id: ItemId) -> BTreeSet<ItemId> {
        let mut found = BTreeSet::new();
        let mut open = vec![id];
        while let Some(at) = open.pop() {
            for part in self.parts(at) {
                if part != id && found.insert(part) {
                    open.push(part);
                }
            }
        }
        found
    }

    /// Instants with a name, in the order in which they were first named.
    pub fn baselines(&self) -> &BTreeMap<BaselineId, Baseline> {
        &self.baselines
    }

    /// The item, to be changed by an event.
    pub(super) fn item_mut(&mut self, id: ItemId) -> &mut Item {
        self.items.entry(id).or_insert_with(|| Item::blank(id))
    }

    pub(super) fn put_into(&mut self, id: ItemId, whole: Option<ItemId>) {
        self.leave_whole(id);
        self.item_mut(id).part_of = whole;
        if let Some(whole) = whole {
            self.parts.entry(whole).or_default().insert(id);
        }
    }

    pub(super) fn set_needs(&mut self, of: Node, needs: Vec<Need>) {
        self.forget_needs(of);
        for member in needs.iter().flat_map(|need| need.of()) {
            self.needed_by.entry(*member).or_default().insert(of);
        }
        if !needs.is_empty() {
            self.needs.insert(of, needs);
        }
    }

    /// Takes out what an item's own events have left; what others say of it stays.
    pub(super) fn forget_item(&mut self, id: ItemId) {
        self.leave_whole(id);
        self.items.remove(&id);
        self.forget_needs(Node::Item(id));
    }

    pub(super) fn forget_needs(&mut self, of: Node) {
        for member in self.needs.remove(&of).unwrap_or_default().iter().flat_map(|need| need.of()) {
            take(&mut self.needed_by, *member, of);
        }
    }

    fn leave_whole(&mut self, id: ItemId) {
        if let Some(whole) = self.items.get(&id).and_then(|item| item.part_of) {
            take(&mut self.parts, whole, id);
        }
    }
}

/// Takes an entry from an index, and leaves no empty set behind.
fn take<K: Ord, V: Ord>(index: &mut BTreeMap<K, BTreeSet<V>>, at: K, value: V) {
    if let Some(set) = index.get_mut(&at) {
        set.remove(&value);
        if set.is_empty() {
            index.remove(&at);
        }
    }
}
