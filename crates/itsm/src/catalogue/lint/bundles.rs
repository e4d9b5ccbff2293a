//! Offerings that others come with.

use std::collections::BTreeSet;

use super::offerings::at;
use super::{Found, Here, Level, Rule};
use crate::catalogue::ids::OfferingKey;
use crate::catalogue::offering::Offering;
use crate::catalogue::portfolio::{Stage, Status};
use crate::ids::ServiceId;

pub(super) const RULES: &[Rule] = &[
    Rule::offering(
        "bundle-gone",
        Level::Must,
        "A bundle holds what is not offered",
        "A bundle comes whole, so every order of it is refused. Take the part out, or offer it again.",
        |here, offering| {
            here.wrong_parts(offering, |(service, key)| match here.catalogue.services.get(&service) {
                None => true,
                Some(listed) => {
                    listed.content.offering(key).is_none()
                        || listed.status.stage() == Stage::Retired
                        || listed.status == Status::Rejected
                }
            })
        },
    ),
    Rule::offering(
        "bundle-early",
        Level::Should,
        "A bundle holds what is not launched yet",
        "A bundle comes whole. Until that part is launched, every order of the bundle is refused.",
        |here, offering| {
            let is_offered = here.listed.status == Status::Launched;
            here.wrong_parts(offering, |(service, _)| {
                let status = here.catalogue.services.get(&service).map(|listed| listed.status);
                let is_on_its_way = status.is_some_and(|status| {
                    matches!(status, Status::InStudy | Status::InDesign | Status::InTest | Status::Active)
                });
                is_offered && is_on_its_way
            })
        },
    ),
    Rule::offering(
        "bundle-ring",
        Level::Must,
        "A bundle holds itself",
        "Nobody can say what such a bundle contains, and a file of the catalogue with it cannot be read again.",
        |here, offering| here.wrong_parts(offering, |part| reaches(here, part, (here.id, offering.key))),
    ),
    Rule::offering(
        "bundle-twice",
        Level::Could,
        "A bundle holds something twice",
        "Customers get it once, and wonder where the second one is.",
        |here, offering| {
            let is_again = |place: usize| {
                let part = offering.includes.get(place);
                offering.includes.iter().take(place).any(|before| Some(before) == part)
            };
            if !(0..offering.includes.len()).any(is_again) {
                return Vec::new();
            }
            vec![at(offering.key).fix(here.includes("Keep it once", offering, |place| !is_again(place)))]
        },
    ),
];

impl Here<'_> {
    pub(super) fn wrong_parts(
        &self,
        offering: &Offering,
        is_wrong: impl Fn((ServiceId, OfferingKey)) -> bool,
    ) -> Vec<Found> {
        let wrong: BTreeSet<_> = offering.includes.iter().copied().filter(|part| is_wrong(*part)).collect();
        let each = wrong.into_iter().map(|part| {
            let name = self.catalogue.content(part.0).map(|content| &content.name);
            let name = name.map_or(self.catalogue.directory.service(part.0), |name| name);
            let fix = self
                .includes("Take it out of the bundle", offering, |place| offering.includes.get(place) != Some(&part));
            let about = match here_named(self, part) {
                Some(offering) => format!("“{name}”, {offering}"),
                None => format!("“{name}”, offering {}", part.1.0.number),
            };
            at(offering.key).about(about).fix(fix)
        });
        each.collect()
    }
}

/// What an offering that is meant is called, if it is there and has a name.
fn here_named(here: &Here, part: (ServiceId, OfferingKey)) -> Option<std::sync::Arc<str>> {
    here.catalogue.offering(part.0, part.1).map(|one| one.name.clone()).filter(|name| !name.trim().is_empty())
}

/// Whether one offering comes with another in the end.
fn reaches(here: &Here, from: (ServiceId, OfferingKey), to: (ServiceId, OfferingKey)) -> bool {
    let (mut seen, mut todo) = (BTreeSet::new(), vec![from]);
    while let Some(part) = todo.pop() {
        if part == to {
            return true;
        }
        if seen.insert(part) {
            todo.extend(here.catalogue.offering(part.0, part.1).into_iter().flat_map(|one| &one.includes).copied());
        }
    }
    false
}
