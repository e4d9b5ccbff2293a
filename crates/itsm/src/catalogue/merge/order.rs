//! The order of things of which both sides may have added some, taken some away and moved some.

use super::{Ask, Cell, Side, Sort};

/// Every key of the three, each once, in an order that keeps what one side moved. What a side added stands behind what
/// it stands behind there. Keys that a side took away are still in it: whether they are there is another question.
pub(super) fn joined<K: Copy + Ord>(base: &[K], mine: &[K], theirs: &[K], cell: Cell, ask: Ask) -> Vec<K> {
    let common = |side: &[K]| -> Vec<K> {
        let is_common = |key: &&K| base.contains(key) && mine.contains(key) && theirs.contains(key);
        side.iter().filter(is_common).copied().collect()
    };
    let (b, m, t) = (common(base), common(mine), common(theirs));
    let side = if t == b || t == m {
        Side::Mine
    } else if m == b {
        ask(cell, Sort::Change)
    } else {
        ask(cell, Sort::Conflict)
    };
    let (spine, other) = match side {
        Side::Mine => (mine, theirs),
        Side::Theirs => (theirs, mine),
    };
    let mut order = once(spine);
    for list in [other, base] {
        weave(&mut order, list);
    }
    order
}

/// Puts each key of `list` that is not there behind the one it stands behind in `list`.
fn weave<K: Copy + PartialEq>(order: &mut Vec<K>, list: &[K]) {
    let mut before: Option<K> = None;
    for key in list {
        if !order.contains(key) {
            let place = before.and_then(|before| order.iter().position(|one| *one == before));
            order.insert(place.map_or(0, |place| place + 1), *key);
        }
        before = Some(*key);
    }
}

fn once<K: Copy + PartialEq>(list: &[K]) -> Vec<K> {
    let mut order = Vec::with_capacity(list.len());
    weave_all(&mut order, list);
    order
}

fn weave_all<K: Copy + PartialEq>(order: &mut Vec<K>, list: &[K]) {
    for key in list {
        if !order.contains(key) {
            order.push(*key);
        }
    }
}
