//! What a service refers to and is not there any more.

use super::{Fix, Found, Here, Level, Part, Rule};
use crate::catalogue::edit::{Edit, Slot};
use crate::catalogue::portfolio::Stage;
use crate::directory::EntryId;
use crate::ids::ServiceId;

pub(super) const RULES: &[Rule] = &[
    Rule::service(
        "owner-gone",
        Level::Must,
        "The owner is not there any more",
        "Questions and approvals go to somebody who will not answer. Name who answers for the service now.",
        |here| {
            let gone = here.listed.content.owner.map(EntryId::Person).filter(|owner| here.is_gone(*owner));
            // Taking the name away would only leave the service without an owner.
            gone.map(|owner| Found::new(Part::Slot(Slot::Owner)).about(here.called(owner))).into_iter().collect()
        },
    ),
    Rule::service(
        "support-gone",
        Level::Must,
        "The supporting team is not there any more",
        "What is sent to a team that is gone is looked at by nobody. Name the team that took over.",
        |here| {
            let gone = here.listed.content.support.map(EntryId::Group).filter(|group| here.is_gone(*group));
            gone.map(|group| Found::new(Part::Slot(Slot::Support)).about(here.called(group))).into_iter().collect()
        },
    ),
    Rule::service(
        "supporting-gone",
        Level::Must,
        "A supporting service is missing or retired",
        "A service is only as good as what it is built on. When that is gone, this one fails, and nobody knows why.",
        supporting,
    ),
    Rule::service(
        "supporting-itself",
        Level::Must,
        "Services support each other in a ring",
        "Each is said to need the other first. When one fails, nobody can say where to begin.",
        ring,
    ),
    Rule::service(
        "item-gone",
        Level::Should,
        "A configuration item is missing or retired",
        "Impact is worked out from the items. One that is gone hides those that took its place.",
        |here| {
            let items = &here.listed.content.items;
            let gone = items.iter().filter(|item| here.is_gone(EntryId::Item(**item)));
            let each = gone.map(|item| {
                let kept = items.iter().copied().filter(|one| one != item).collect();
                here.gone(Slot::Items, EntryId::Item(*item), "Take the item out", Edit::Items(kept))
            });
            each.collect()
        },
    ),
    Rule::service(
        "audience-gone",
        Level::Must,
        "It is for an audience that does not exist",
        "Nobody belongs to it. Where it is the only audience, nobody can see or order the service.",
        |here| {
            let audiences = &here.listed.content.audiences;
            let is_known = |id: &_| here.catalogue.audiences.contains_key(id);
            if audiences.iter().all(is_known) {
                return Vec::new();
            }
            let kept: Vec<_> = audiences.iter().copied().filter(is_known).collect();
            // Without any audience everybody could order it: that is for people to decide.
            let fix = (!kept.is_empty()).then(|| Fix::edit("Take it out", here.id, Edit::Audiences(kept)));
            vec![Found::new(Part::Slot(Slot::Audiences)).fix(fix)]
        },
    ),
    Rule::service(
        "category-gone",
        Level::Should,
        "It stands in a category that is gone",
        "A shelf that was taken away shows nothing. The service is found by search, or in other categories, if it has some.",
        |here| {
            let categories = &here.listed.content.categories;
            let is_known = |id: &_| here.catalogue.categories.contains_key(id);
            if categories.iter().all(is_known) {
                return Vec::new();
            }
            let kept = categories.iter().copied().filter(is_known).collect();
            let fix = Fix::edit("Take it out of there", here.id, Edit::Categories(kept));
            vec![Found::new(Part::Slot(Slot::Categories)).fix(fix)]
        },
    ),
];

impl Here<'_> {
    /// Whether nobody knows its name, or it is retired.
    pub(super) fn is_gone(&self, id: EntryId) -> bool {
        let directory = &self.catalogue.directory;
        let is_known = match id {
            EntryId::Service(service) => self.catalogue.services.contains_key(&service) || directory.name(id).is_some(),
            _ => directory.name(id).is_some(),
        };
        !is_known || directory.is_retired(id)
    }

    fn gone(&self, slot: Slot, id: EntryId, label: &str, edit: Edit) -> Found {
        Found::new(Part::Slot(slot)).about(self.called(id)).fix(Fix::edit(label, self.id, edit))
    }

    fn called(&self, id: EntryId) -> String {
        match self.catalogue.directory.name(id) {
            Some(name) => format!("“{name}”"),
            None => format!("A {} that nobody knows", id.kind()),
        }
    }

    fn without_supporting(&self, service: ServiceId) -> Edit {
        Edit::Supporting(self.listed.content.supporting.iter().copied().filter(|one| *one != service).collect())
    }

    /// Whether a service is retired, or known to nobody.
    pub(super) fn is_service_gone(&self, id: ServiceId) -> bool {
        let status = self.catalogue.services.get(&id).map(|listed| listed.status.stage());
        status == Some(Stage::Retired) || self.is_gone(EntryId::Service(id))
    }
}

fn supporting(here: &Here) -> Vec<Found> {
    let gone = here.listed.content.supporting.iter().filter(|id| here.is_service_gone(**id));
    let each = gone.map(|id| {
        let edit = here.without_supporting(*id);
        here.gone(Slot::Supporting, EntryId::Service(*id), "Take it out of the list", edit)
    });
    each.collect()
}

/// The supporting services from which this service is reached again.
fn ring(here: &Here) -> Vec<Found> {
    let next = |id: ServiceId| here.catalogue.content(id).into_iter().flat_map(|content| &content.supporting).copied();
    let returns = |start: ServiceId| {
        let (mut seen, mut todo) = (std::collections::BTreeSet::new(), vec![start]);
        while let Some(id) = todo.pop() {
            if id == here.id {
                return true;
            }
            if seen.insert(id) {
                todo.extend(next(id));
            }
        }
        false
    };
    let through = here.listed.content.supporting.iter().filter(|id| returns(**id));
    let each = through.map(|id| {
        let edit = here.without_supporting(*id);
        here.gone(Slot::Supporting, EntryId::Service(*id), "Take it out of the list", edit)
    });
    each.collect()
}
