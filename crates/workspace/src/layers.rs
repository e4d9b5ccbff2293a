//! Where the boxes of a map stand: in layers, what is needed above who needs it. The same map always gives the same
//! picture, in whatever order it was asked for.

use std::collections::{BTreeMap, BTreeSet};

/// How often the order within layers is improved: more changes little in maps of this size.
const SWEEPS: usize = 4;

/// The layers, each with its boxes from left to right. `edges` lead from what is needed to who needs it; those that
/// name a box that is not there count for nothing. A ring is cut where it comes back to what was begun first.
pub fn layers<T: Copy + Ord>(boxes: &BTreeSet<T>, edges: &BTreeSet<(T, T)>) -> Vec<Vec<T>> {
    let edges: Vec<(T, T)> =
        edges.iter().copied().filter(|(from, to)| from != to && boxes.contains(from) && boxes.contains(to)).collect();
    let mut needs: BTreeMap<T, Vec<T>> = BTreeMap::new();
    for (from, to) in &edges {
        needs.entry(*to).or_default().push(*from);
    }
    let mut depth: BTreeMap<T, usize> = BTreeMap::new();
    for one in boxes {
        deepen(*one, &needs, &mut depth);
    }
    let count = depth.values().max().map_or(0, |deepest| deepest + 1);
    let mut layers: Vec<Vec<T>> = vec![vec![]; count];
    for (one, at) in &depth {
        if let Some(layer) = layers.get_mut(*at) {
            layer.push(*one);
        }
    }
    for sweep in 0..SWEEPS {
        straighten(&mut layers, &edges, sweep % 2 == 0);
    }
    layers
}

/// The longest way down to what needs nothing, with a stack of its own: a long chain must not end the program.
fn deepen<T: Copy + Ord>(of: T, needs: &BTreeMap<T, Vec<T>>, depth: &mut BTreeMap<T, usize>) {
    let mut open = vec![(of, 0_usize)];
    let mut on_the_way = BTreeSet::from([of]);
    while let Some((at, place)) = open.pop() {
        if depth.contains_key(&at) {
            continue;
        }
        let own = needs.get(&at).map_or(&[][..], Vec::as_slice);
        if let Some(next) = own.get(place) {
            open.push((at, place + 1));
            if !depth.contains_key(next) && on_the_way.insert(*next) {
                open.push((*next, 0));
            }
        } else {
            let below = own.iter().filter_map(|next| depth.get(next)).max();
            depth.insert(at, below.map_or(0, |below| below + 1));
            on_the_way.remove(&at);
        }
    }
}

/// Puts each box near the middle of those it hangs together with in the layer before (or after).
fn straighten<T: Copy + Ord>(layers: &mut [Vec<T>], edges: &[(T, T)], down: bool) {
    let order: Vec<usize> =
        if down { (1..layers.len()).collect() } else { (0..layers.len().saturating_sub(1)).rev().collect() };
    for at in order {
        let places: BTreeMap<T, usize> =
            layers.iter().flat_map(|layer| layer.iter().enumerate().map(|(place, one)| (*one, place))).collect();
        let middle = |one: &T| {
            let near = edges.iter().filter_map(|(from, to)| match (down, one) {
                (true, one) if to == one => places.get(from),
                (false, one) if from == one => places.get(to),
                _ => None,
            });
            let (sum, count) = near.fold((0_usize, 0_usize), |(sum, count), place| (sum + place, count + 1));
            // In thousandths, as places are whole; who hangs on nothing stays.
            (sum * 1000).checked_div(count).unwrap_or_else(|| places.get(one).copied().unwrap_or(0) * 1000)
        };
        if let Some(layer) = layers.get(at) {
            let mut sorted = layer.clone();
            sorted.sort_by_key(|one| (middle(one), *one));
            if let Some(layer) = layers.get_mut(at) {
                *layer = sorted;
            }
        }
    }
}
