//! Categories as a tree, written as rows: what they are within, how deep they stand, what one move does to them.

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::catalogue::{ServiceCategory, ServiceCategoryId};

/// The categories by id.
pub type Categories = BTreeMap<ServiceCategoryId, ServiceCategory>;

/// A category as a row of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which one.
    pub id: ServiceCategoryId,
    /// What it is called.
    pub name: Arc<str>,
    /// What stands in it.
    pub summary: Arc<str>,
    /// How many others it is within.
    pub depth: usize,
}

/// A step of a category through the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Before the one above it.
    Up,
    /// Behind the one below it.
    Down,
    /// Into the one above it.
    In,
    /// Out of the one it is within.
    Out,
}

/// The tree as rows, each below what it is within. What is in a ring stands first.
pub fn flat(all: &Categories) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut shown = std::collections::BTreeSet::new();
    let mut open: Vec<(ServiceCategoryId, usize)> = roots(all).into_iter().rev().map(|id| (id, 0)).collect();
    while let Some((id, depth)) = open.pop() {
        let Some(category) = all.get(&id).filter(|_| shown.insert(id)) else { continue };
        rows.push(Row { id, name: category.name.clone(), summary: category.summary.clone(), depth });
        open.extend(within(all, Some(id)).into_iter().rev().map(|child| (child, depth.saturating_add(1))));
    }
    for (id, category) in all.iter().filter(|(id, _)| !shown.contains(id)) {
        rows.push(Row { id: *id, name: category.name.clone(), summary: category.summary.clone(), depth: 0 });
    }
    rows
}

fn roots(all: &Categories) -> Vec<ServiceCategoryId> {
    sorted(all, |category| category.parent.is_none_or(|parent| !all.contains_key(&parent)))
}

/// The categories within one, in their order.
pub fn within(all: &Categories, parent: Option<ServiceCategoryId>) -> Vec<ServiceCategoryId> {
    match parent {
        None => roots(all),
        Some(parent) => sorted(all, |category| category.parent == Some(parent)),
    }
}

fn sorted(all: &Categories, is_one: impl Fn(&ServiceCategory) -> bool) -> Vec<ServiceCategoryId> {
    let mut found: Vec<_> = all.iter().filter(|(_, category)| is_one(category)).collect();
    found.sort_by(|(_, one), (_, other)| one.place.cmp(&other.place).then_with(|| one.name.cmp(&other.name)));
    found.into_iter().map(|(id, _)| *id).collect()
}

/// A category and all that it is within. What comes from elsewhere may have a ring: each is taken once.
pub fn with_parents(all: &Categories, category: ServiceCategoryId) -> Vec<ServiceCategoryId> {
    let mut path = vec![category];
    let mut at = all.get(&category).and_then(|category| category.parent);
    while let Some(above) = at.filter(|above| !path.contains(above)) {
        path.push(above);
        at = all.get(&above).and_then(|category| category.parent);
    }
    path
}

/// Whether one stands somewhere within another, or is it.
fn is_within(all: &Categories, id: ServiceCategoryId, of: ServiceCategoryId) -> bool {
    let mut at = Some(id);
    for _ in 0..=all.len() {
        match at {
            Some(here) if here == of => return true,
            Some(here) => at = all.get(&here).and_then(|category| category.parent),
            None => return false,
        }
    }
    true
}

/// What has to be saved so that a category takes a step; nothing where it cannot.
pub fn step(all: &Categories, id: ServiceCategoryId, step: Step) -> Vec<(ServiceCategoryId, ServiceCategory)> {
    let Some(category) = all.get(&id) else { return vec![] };
    let parent = category.parent.filter(|parent| all.contains_key(parent));
    let mut row = within(all, parent);
    let Some(place) = row.iter().position(|one| *one == id) else { return vec![] };
    match step {
        Step::Up if place > 0 => row.swap(place, place.saturating_sub(1)),
        Step::Down if place.saturating_add(1) < row.len() => row.swap(place, place.saturating_add(1)),
        Step::In if place > 0 => {
            let Some(into) = row.get(place.saturating_sub(1)).copied() else { return vec![] };
            let mut children = within(all, Some(into));
            children.push(id);
            return placed(all, Some(into), &children);
        }
        Step::Out => {
            let Some(from) = parent else { return vec![] };
            let above = all.get(&from).and_then(|one| one.parent).filter(|parent| all.contains_key(parent));
            let mut row = within(all, above);
            let behind = row.iter().position(|one| *one == from).map_or(row.len(), |place| place.saturating_add(1));
            row.insert(behind.min(row.len()), id);
            return placed(all, above, &row);
        }
        Step::Up | Step::Down | Step::In => return vec![],
    }
    placed(all, parent, &row)
}

/// What has to be saved so that `id` stands right before `before`, in the same category; nothing where it cannot.
pub fn drop_before(
    all: &Categories,
    id: ServiceCategoryId,
    before: ServiceCategoryId,
) -> Vec<(ServiceCategoryId, ServiceCategory)> {
    let Some(target) = all.get(&before).filter(|_| !is_within(all, before, id)) else { return vec![] };
    let parent = target.parent.filter(|parent| all.contains_key(parent));
    let mut row = within(all, parent);
    row.retain(|one| *one != id);
    let place = row.iter().position(|one| *one == before).unwrap_or(row.len());
    row.insert(place.min(row.len()), id);
    placed(all, parent, &row)
}

/// What differs once these stand in this order within `parent`.
fn placed(
    all: &Categories,
    parent: Option<ServiceCategoryId>,
    row: &[ServiceCategoryId],
) -> Vec<(ServiceCategoryId, ServiceCategory)> {
    let mut changed = vec![];
    for (place, id) in (0..).zip(row) {
        if let Some(category) = all.get(id) {
            let new = ServiceCategory { parent, place, ..category.clone() };
            if new != *category {
                changed.push((*id, new));
            }
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use itsm::Key;
    use itsm::catalogue::{ServiceCategory, ServiceCategoryId};
    use proptest::prelude::*;

    use super::{Categories, Step, drop_before, flat, step};

    fn id(number: u32) -> ServiceCategoryId {
        ServiceCategoryId(Key::imported(number))
    }

    fn tree(parents: &[(u32, Option<u32>)]) -> Categories {
        let one = |(place, (number, parent)): (u32, &(u32, Option<u32>))| {
            let name = number.to_string().into();
            (id(*number), ServiceCategory { name, parent: parent.map(id), place, ..ServiceCategory::default() })
        };
        (0..).zip(parents).map(one).collect()
    }

    fn shown(all: &Categories) -> Vec<(String, usize)> {
        flat(all).iter().map(|row| (row.name.to_string(), row.depth)).collect()
    }

    fn after(all: &Categories, changed: Vec<(ServiceCategoryId, ServiceCategory)>) -> Categories {
        let mut all = all.clone();
        all.extend(changed);
        all
    }

    #[test]
    fn rows_stand_below_what_they_are_within() {
        let all = tree(&[(1, None), (2, None), (3, Some(1)), (4, Some(3))]);
        let wanted = [("1", 0), ("3", 1), ("4", 2), ("2", 0)].map(|(name, depth)| (name.to_owned(), depth));
        assert_eq!(shown(&all), wanted);
    }

    #[test]
    fn a_step_in_goes_into_the_one_above_and_a_step_out_comes_right_behind_it() {
        let all = tree(&[(1, None), (2, None), (3, None)]);
        let inside = after(&all, step(&all, id(2), Step::In));
        let wanted = [("1", 0), ("2", 1), ("3", 0)].map(|(name, depth)| (name.to_owned(), depth));
        assert_eq!(shown(&inside), wanted);
        assert_eq!(shown(&after(&inside, step(&inside, id(2), Step::Out))), shown(&all));
        assert!(step(&all, id(1), Step::Up).is_empty());
        assert!(step(&all, id(1), Step::In).is_empty());
        assert!(step(&all, id(1), Step::Out).is_empty());
    }

    #[test]
    fn nothing_is_dropped_into_itself() {
        let all = tree(&[(1, None), (2, Some(1)), (3, Some(2))]);
        assert!(drop_before(&all, id(1), id(3)).is_empty());
        let moved = after(&all, drop_before(&all, id(3), id(1)));
        assert_eq!(shown(&moved).first(), Some(&("3".to_owned(), 0)));
    }

    proptest! {
        #[test]
        fn every_category_is_shown_once_whatever_was_done(
            parents in prop::collection::vec(prop::option::of(1..7u32), 1..7),
            steps in prop::collection::vec((1..7u32, 0..5u8, 1..7u32), 0..12),
        ) {
            let parents: Vec<(u32, Option<u32>)> = (1..).zip(parents).collect();
            let mut all = tree(&parents);
            for (number, what, other) in steps {
                let changed = match what {
                    0 => step(&all, id(number), Step::Up),
                    1 => step(&all, id(number), Step::Down),
                    2 => step(&all, id(number), Step::In),
                    3 => step(&all, id(number), Step::Out),
                    _ => drop_before(&all, id(number), id(other)),
                };
                all = after(&all, changed);
                let rows: BTreeSet<_> = flat(&all).iter().map(|row| row.id).collect();
                prop_assert_eq!(rows.len(), all.len());
                prop_assert_eq!(flat(&all).len(), all.len());
            }
        }
    }
}
