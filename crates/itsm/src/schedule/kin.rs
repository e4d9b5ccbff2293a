//! What hangs together with what is worked on: parents and children, by containment and by dependency.

use std::collections::BTreeMap;

use super::planned::Planned;
use crate::configuration::{Configuration, Node, Question, impact};

/// How something hangs together with an item that is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kin {
    /// The item is a part of it.
    Whole,
    /// It is a part of the item.
    Part,
    /// The item needs it.
    Needed,
    /// It needs the item.
    Needs,
    /// It fails when the item does, however many steps away.
    Fails,
}

/// What hangs together with planned work: for each, how, and with which of the things worked on. What is itself worked
/// on is not among it. Parts are followed to the end; needs one step, and to every service that would really fail,
/// so that redundancy counts.
pub(super) fn kin(map: &Configuration, planned: &Planned) -> BTreeMap<Node, (Kin, Node)> {
    let mut found: BTreeMap<Node, (Kin, Node)> = BTreeMap::new();
    let mut add = |node: Node, how: Kin, own: Node| {
        if !planned.touches(node) {
            found.entry(node).or_insert((how, own));
        }
    };
    for own in planned.nodes() {
        if let Some(item) = own.item() {
            map.wholes(item).into_iter().for_each(|whole| add(Node::Item(whole), Kin::Whole, own));
            map.all_parts(item).into_iter().for_each(|part| add(Node::Item(part), Kin::Part, own));
        }
        map.needed_by(own).for_each(|node| add(node, Kin::Needs, own));
        let needed = map.needs(own).iter().flat_map(|need| need.of());
        needed.for_each(|node| add(*node, Kin::Needed, own));
    }
    for own in planned.items.iter().map(|id| Node::Item(*id)) {
        let fails = impact(map, &Question::of([own]));
        fails.out().filter(|node| node.service().is_some()).for_each(|node| add(node, Kin::Fails, own));
    }
    found
}
