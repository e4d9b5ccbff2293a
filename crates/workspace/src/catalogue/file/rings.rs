//! What is part of itself by way of others: categories within each other, bundles that include each other. Who walks
//! along such references would never arrive.

use std::collections::{BTreeMap, BTreeSet};

/// What lies on a ring, or on a way from one ring to another, given each node with those it points to. What is pointed
/// to and not given is no node.
pub(super) fn rings<K: Copy + Ord>(points: &BTreeMap<K, Vec<K>>) -> BTreeSet<K> {
    let mut back: BTreeMap<K, Vec<K>> = points.keys().map(|node| (*node, Vec::new())).collect();
    for (from, to) in points.iter().flat_map(|(from, to)| to.iter().map(move |to| (*from, *to))) {
        if let Some(sources) = back.get_mut(&to) {
            sources.push(from);
        }
    }
    let forth = without_ends(points, &back, points.keys().copied().collect());
    without_ends(&back, points, forth)
}

/// Takes out, one after the other, what points to nothing that is still in.
fn without_ends<K: Copy + Ord>(
    points: &BTreeMap<K, Vec<K>>,
    back: &BTreeMap<K, Vec<K>>,
    mut left: BTreeSet<K>,
) -> BTreeSet<K> {
    let targets = |node: &K| points.get(node).into_iter().flatten().filter(|to| left.contains(to)).count();
    let mut open: BTreeMap<K, usize> = left.iter().map(|node| (*node, targets(node))).collect();
    let mut ends: Vec<K> = open.iter().filter(|(_, count)| **count == 0).map(|(node, _)| *node).collect();
    while let Some(end) = ends.pop() {
        left.remove(&end);
        for source in back.get(&end).into_iter().flatten().filter(|source| left.contains(source)) {
            if let Some(count) = open.get_mut(source) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    ends.push(*source);
                }
            }
        }
    }
    left
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_to_a_ring_or_away_from_it_is_not_on_it() {
        let points = BTreeMap::from([(1, vec![2]), (2, vec![3]), (3, vec![2, 4]), (4, vec![]), (5, vec![5, 9])]);
        assert_eq!(rings(&points), BTreeSet::from([2, 3, 5]));
    }

    #[test]
    fn a_tree_has_no_ring() {
        let points = BTreeMap::from([(1, vec![2, 3]), (2, vec![3, 3]), (3, vec![])]);
        assert!(rings(&points).is_empty());
    }
}
