//! Who and what is meant: what a catalogue refers to by its own ids, found on the desk by name or entered anew.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::known_as;
use crate::catalogue::content::Content;
use crate::catalogue::decide::shared::{next_audience, next_category};
use crate::catalogue::decide::write::next_service;
use crate::catalogue::document::{Catalogue, ServiceCategory};
use crate::catalogue::event::Shared;
use crate::catalogue::ids::{self, AudienceId, ServiceCategoryId};
use crate::catalogue::workflow::{Approver, StepKind};
use crate::desk::{Context, Desk};
use crate::directory::Entry;
use crate::ids::{GroupId, ItemId, Key, PersonId, ServiceId};
use crate::refusal::Refusal;

/// A name as it is compared: without white space around it, whatever its case.
pub(super) fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// What the ids of a catalogue mean on the desk. What has no name there means nothing.
pub(super) struct Names {
    people: BTreeMap<PersonId, PersonId>,
    groups: BTreeMap<GroupId, GroupId>,
    items: BTreeMap<ItemId, ItemId>,
    services: BTreeMap<ServiceId, ServiceId>,
    audiences: BTreeMap<AudienceId, AudienceId>,
    categories: BTreeMap<ServiceCategoryId, ServiceCategoryId>,
    /// What the directory learns.
    pub(super) entered: Vec<Entry>,
    /// Audiences and categories that are new, or say something else.
    pub(super) shared: Vec<Shared>,
}

impl Names {
    pub(super) fn of(desk: &Desk, catalogue: &Catalogue, context: &Context) -> Result<Self, Refusal> {
        let (here, theirs) = (desk.directory(), &catalogue.directory);
        let used = Used::by(catalogue);
        let mut entered = Vec::new();
        let tag = context.tag;
        let people = matched(&here.people, &theirs.people, &used.people, tag, None, |id, name| {
            entered.push(Entry::Person(id, name))
        });
        let groups = matched(&here.groups, &theirs.groups, &used.groups, tag, None, |id, name| {
            entered.push(Entry::Group(id, name))
        });
        let items =
            matched(&here.items, &theirs.items, &used.items, tag, None, |id, name| entered.push(Entry::Item(id, name)));
        let services = services(desk, catalogue, &used.services, tag, &mut entered)?;
        let mut shared = Vec::new();
        let named: BTreeSet<AudienceId> = catalogue.audiences.keys().copied().collect();
        let first = next_audience(&desk.portfolio, tag);
        let audiences =
            matched(&desk.portfolio.audiences, &catalogue.audiences, &named, tag, Some(first), |id, name| {
                shared.push(Shared::Audience(id, Some(name)));
            });
        let categories = categories(desk, catalogue, tag, &mut shared);
        Ok(Self { people, groups, items, services, audiences, categories, entered, shared })
    }

    pub(super) fn person(&self, id: PersonId) -> Option<PersonId> {
        self.people.get(&id).copied()
    }

    pub(super) fn group(&self, id: GroupId) -> Option<GroupId> {
        self.groups.get(&id).copied()
    }

    pub(super) fn item(&self, id: ItemId) -> Option<ItemId> {
        self.items.get(&id).copied()
    }

    pub(super) fn service(&self, id: ServiceId) -> Option<ServiceId> {
        self.services.get(&id).copied()
    }

    pub(super) fn audience(&self, id: AudienceId) -> Option<AudienceId> {
        self.audiences.get(&id).copied()
    }

    pub(super) fn category(&self, id: ServiceCategoryId) -> Option<ServiceCategoryId> {
        self.categories.get(&id).copied()
    }
}

/// What the contents refer to: names that nothing refers to are not entered.
#[derive(Default)]
struct Used {
    people: BTreeSet<PersonId>,
    groups: BTreeSet<GroupId>,
    items: BTreeSet<ItemId>,
    services: BTreeSet<ServiceId>,
}

impl Used {
    fn by(catalogue: &Catalogue) -> Self {
        let mut used = Self::default();
        catalogue.services.values().for_each(|listed| used.note(&listed.content));
        used
    }

    fn note(&mut self, content: &Content) {
        self.people.extend(content.owner);
        self.groups.extend(content.support);
        self.items.extend(content.items.iter().copied());
        self.services.extend(content.supporting.iter().copied());
        for offering in &content.offerings {
            self.services.extend(offering.includes.iter().map(|(service, _)| *service));
            for step in &offering.workflow.steps {
                match &step.what {
                    StepKind::Approval { by, .. } => self.people.extend(by.iter().filter_map(|one| match one {
                        Approver::Person(person) => Some(*person),
                        Approver::Manager | Approver::Owner => None,
                    })),
                    StepKind::Tasks(tasks) => self.groups.extend(tasks.iter().filter_map(|task| task.group)),
                    StepKind::Automatic => {}
                }
            }
        }
    }
}

/// Which entry here each entry there is. `enter` hears of those that are new; `first` is the id of the first of these,
/// where it is not simply the next.
fn matched<K: Copy + Ord + Into<Key> + From<Key>>(
    here: &BTreeMap<K, Arc<str>>,
    theirs: &BTreeMap<K, Arc<str>>,
    used: &BTreeSet<K>,
    tag: u32,
    first: Option<K>,
    mut enter: impl FnMut(K, Arc<str>),
) -> BTreeMap<K, K> {
    let mut by_name: BTreeMap<String, K> = BTreeMap::new();
    for (id, name) in here {
        by_name.entry(folded(name)).or_insert(*id);
    }
    let mut last: Option<K> = here.keys().next_back().copied();
    let mut first = first;
    let mut means = BTreeMap::new();
    for (id, name) in theirs.iter().filter(|(id, name)| used.contains(id) && !name.trim().is_empty()) {
        let known = *by_name.entry(folded(name)).or_insert_with(|| {
            let new = first.take().unwrap_or_else(|| ids::next(last, tag));
            last = Some(new);
            enter(new, Arc::from(name.trim()));
            new
        });
        means.insert(*id, known);
    }
    means
}

fn services(
    desk: &Desk,
    catalogue: &Catalogue,
    used: &BTreeSet<ServiceId>,
    tag: u32,
    entered: &mut Vec<Entry>,
) -> Result<BTreeMap<ServiceId, ServiceId>, Refusal> {
    let mut means: BTreeMap<ServiceId, ServiceId> = BTreeMap::new();
    let mut new: BTreeMap<String, ServiceId> = BTreeMap::new();
    let mut taken: BTreeSet<ServiceId> = BTreeSet::new();
    let mut last = None;
    let mut find = |name: &str| {
        known_as(desk, name).unwrap_or_else(|| {
            *new.entry(folded(name)).or_insert_with(|| {
                let id = last.map_or_else(|| next_service(desk, tag), |last| ids::next([last], tag));
                last = Some(id);
                entered.push(Entry::Service(id, Arc::from(name.trim())));
                id
            })
        })
    };
    for (theirs, listed) in &catalogue.services {
        let id = find(&listed.content.name);
        if !taken.insert(id) {
            return Err(Refusal::Invalid {
                field: "name",
                because: "two services in it are one here, which was renamed; give one of them another name",
            });
        }
        means.insert(*theirs, id);
    }
    for theirs in used {
        let name = catalogue.directory.services.get(theirs).filter(|name| !name.trim().is_empty());
        if let Some(name) = name.filter(|_| !catalogue.services.contains_key(theirs)) {
            means.insert(*theirs, find(name));
        }
    }
    Ok(means)
}

/// Categories, parents first. The same name within the same parent is the same; so is the only one of its name on both
/// sides, wherever it was moved.
fn categories(
    desk: &Desk,
    catalogue: &Catalogue,
    tag: u32,
    shared: &mut Vec<Shared>,
) -> BTreeMap<ServiceCategoryId, ServiceCategoryId> {
    let mut here = desk.portfolio.categories.clone();
    let before = here.clone();
    let mut means: BTreeMap<ServiceCategoryId, ServiceCategoryId> = BTreeMap::new();
    let mut last: Option<ServiceCategoryId> = None;
    let mut said: BTreeSet<ServiceCategoryId> = BTreeSet::new();
    for (id, category) in parents_first(catalogue) {
        let parent = category.parent.and_then(|parent| means.get(&parent).copied());
        let name = folded(&category.name);
        let within = |(known, one): (&ServiceCategoryId, &ServiceCategory)| {
            (folded(&one.name) == name && one.parent == parent).then_some(*known)
        };
        let alone = || {
            let of_name = |one: &&ServiceCategory| folded(&one.name) == name;
            let is_alone = catalogue.categories.values().filter(of_name).count() == 1;
            let mut known = before.iter().filter(|(_, one)| of_name(one));
            let first = known.next().map(|(known, _)| *known);
            first.filter(|_| is_alone && known.next().is_none())
        };
        let known = here.iter().find_map(within).or_else(alone);
        let to = known.unwrap_or_else(|| {
            let new = last.map_or_else(|| next_category(&desk.portfolio, tag), |last| ids::next([last], tag));
            last = Some(new);
            new
        });
        means.insert(id, to);
        if !said.insert(to) {
            continue;
        }
        let trimmed = |text: &Arc<str>| Arc::<str>::from(text.trim());
        let new = match here.get(&to) {
            None => ServiceCategory { name: trimmed(&category.name), parent, ..category.clone() },
            Some(one) if category.summary.trim().is_empty() => one.clone(),
            Some(one) => ServiceCategory { summary: category.summary.clone(), ..one.clone() },
        };
        if here.get(&to) != Some(&new) {
            shared.push(Shared::Category(to, Some(new.clone())));
            here.insert(to, new);
        }
    }
    means
}

/// The named categories of a file, each after its parent; those in a ring, or with a parent that is not there, stand first.
fn parents_first(catalogue: &Catalogue) -> Vec<(ServiceCategoryId, ServiceCategory)> {
    let all = &catalogue.categories;
    let depth = |id: ServiceCategoryId| {
        let mut at = id;
        let mut steps = 0usize;
        while let Some(parent) = all.get(&at).and_then(|one| one.parent).filter(|parent| all.contains_key(parent)) {
            at = parent;
            steps = steps.saturating_add(1);
            if steps > all.len() {
                // A ring: nothing is above it.
                return None;
            }
        }
        Some(steps)
    };
    let mut sorted: Vec<(usize, ServiceCategoryId, ServiceCategory)> = all
        .iter()
        .filter(|(_, one)| !one.name.trim().is_empty())
        .map(|(id, one)| match depth(*id) {
            Some(0) | None => (0, *id, ServiceCategory { parent: None, ..one.clone() }),
            Some(steps) => (steps, *id, one.clone()),
        })
        .collect();
    sorted.sort_by_key(|(steps, id, _)| (*steps, *id));
    sorted.into_iter().map(|(_, id, one)| (id, one)).collect()
}
