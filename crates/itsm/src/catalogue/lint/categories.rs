//! Shelves, and audiences.

use std::collections::BTreeSet;

use super::words::is_blank;
use super::{Change, Fix, Found, Level, Part, Place, Rule};
use crate::catalogue::document::{Catalogue, ServiceCategory};
use crate::catalogue::ids::ServiceCategoryId;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(
        "category-orphan",
        Level::Must,
        "A category hangs in the air",
        "It is part of one that is gone, or of itself in the end. Nobody who browses gets there.",
        |catalogue| {
            each(catalogue, |id, category| {
                let lift = Change::Category(id, ServiceCategory { parent: None, ..category.clone() });
                (!reaches_top(catalogue, id))
                    .then(|| nothing().fix(Fix { label: "Make it a category of its own".into(), change: lift }))
            })
        },
    ),
    Rule::whole(
        "category-empty",
        Level::Should,
        "A category is empty",
        "Customers open it, find nothing, and trust the other shelves less.",
        |catalogue| {
            each(catalogue, |id, _| {
                let fix = Fix { label: "Take the category away".into(), change: Change::DropCategory(id) };
                (services(catalogue, id) == 0 && children(catalogue, id) == 0).then(|| nothing().fix(fix))
            })
        },
    ),
    Rule::whole(
        "category-one-child",
        Level::Could,
        "A category only holds another",
        "One more click that decides nothing. A level of the tree is worth it where there is something to choose.",
        |catalogue| {
            each(catalogue, |id, _| (services(catalogue, id) == 0 && children(catalogue, id) == 1).then(nothing))
        },
    ),
    Rule::whole(
        "category-no-summary",
        Level::Could,
        "A category does not say what is in it",
        "A shelf's name means different things to different people. One sentence spares them opening it.",
        |catalogue| each(catalogue, |_, category| is_blank(&category.summary).then(nothing)),
    ),
    Rule::whole(
        "category-same-name",
        Level::Should,
        "Two categories have one name",
        "In one place of the tree nobody can tell them apart, and services end up on the wrong shelf.",
        |catalogue| {
            each(catalogue, |id, category| {
                let is_twin = |other: &ServiceCategory| {
                    other.parent == category.parent && other.name.to_lowercase() == category.name.to_lowercase()
                };
                catalogue.categories.range(..id).any(|(_, other)| is_twin(other)).then(nothing)
            })
        },
    ),
    Rule::whole(
        "audience-unused",
        Level::Could,
        "An audience is for nothing",
        "No service is for it, so whoever looks at the catalogue as this audience sees what everybody sees.",
        |catalogue| {
            let used: BTreeSet<_> =
                catalogue.services.values().flat_map(|listed| &listed.content.audiences).copied().collect();
            let unused = catalogue.audiences.keys().filter(|id| !used.contains(id));
            let found = unused.map(|id| {
                let fix = Fix { label: "Take the audience away".into(), change: Change::DropAudience(*id) };
                (Place::Audience(*id), nothing().fix(fix))
            });
            found.collect()
        },
    ),
];

fn nothing() -> Found {
    Found::new(Part::Whole)
}

fn each(
    catalogue: &Catalogue,
    find: impl Fn(ServiceCategoryId, &ServiceCategory) -> Option<Found>,
) -> Vec<(Place, Found)> {
    let found =
        catalogue.categories.iter().filter_map(|(id, category)| Some((Place::Category(*id), find(*id, category)?)));
    found.collect()
}

fn services(catalogue: &Catalogue, id: ServiceCategoryId) -> usize {
    catalogue.services.values().filter(|listed| listed.content.categories.contains(&id)).count()
}

fn children(catalogue: &Catalogue, id: ServiceCategoryId) -> usize {
    catalogue.categories.values().filter(|category| category.parent == Some(id)).count()
}

/// Whether one comes from a category to the top of the tree by going from each to the one it is part of.
fn reaches_top(catalogue: &Catalogue, id: ServiceCategoryId) -> bool {
    let mut at = id;
    // A way that is longer than there are categories goes in a ring.
    for _ in 0..=catalogue.categories.len() {
        match catalogue.categories.get(&at) {
            None => return false,
            Some(category) => match category.parent {
                None => return true,
                Some(parent) => at = parent,
            },
        }
    }
    false
}
