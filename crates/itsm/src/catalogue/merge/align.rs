//! Naming things alike: a copy of a catalogue in the ids of another.
//!
//! What has the same id in both is the same if somebody's browser gave the id (its tag is not 0) or if the names are
//! equal. Everything else goes by its name; services that have neither in common, by what is written of them, so that one
//! which was renamed is still known. What is new keeps its id, or gets another where that is taken.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::content::Content;
use crate::catalogue::document::{Catalogue, ServiceCategory};
use crate::catalogue::ids::{self, ServiceCategoryId};
use crate::catalogue::workflow::{Approver, StepKind};
use crate::directory::Directory;
use crate::ids::{Key, ServiceId};

/// `copy`, in the ids of `to`.
pub fn align(copy: &Catalogue, to: &Catalogue) -> Catalogue {
    let (from, here) = (&copy.directory, &to.directory);
    let people = matched(&from.people, &here.people);
    let groups = matched(&from.groups, &here.groups);
    let items = matched(&from.items, &here.items);
    let audiences = matched(&copy.audiences, &to.audiences);
    let categories = categories(copy, to);
    let services = services(copy, to);
    let is = |map: &BTreeMap<ServiceId, ServiceId>, id: ServiceId| map.get(&id).copied().unwrap_or(id);
    let mut aligned = Catalogue {
        settings: copy.settings.clone(),
        categories: copy
            .categories
            .iter()
            .map(|(id, category)| {
                let parent = category.parent.map(|parent| of(&categories, parent));
                (of(&categories, *id), ServiceCategory { parent, ..category.clone() })
            })
            .collect(),
        audiences: copy.audiences.iter().map(|(id, name)| (of(&audiences, *id), name.clone())).collect(),
        directory: Directory {
            people: renamed(&from.people, &people),
            groups: renamed(&from.groups, &groups),
            items: renamed(&from.items, &items),
            services: renamed(&from.services, &services),
            ..Directory::default()
        },
        services: copy.services.iter().map(|(id, listed)| (is(&services, *id), listed.clone())).collect(),
    };
    for listed in aligned.services.values_mut() {
        let content = &mut listed.content;
        content.owner = content.owner.map(|id| of(&people, id));
        content.support = content.support.map(|id| of(&groups, id));
        content.audiences.iter_mut().for_each(|id| *id = of(&audiences, *id));
        content.categories.iter_mut().for_each(|id| *id = of(&categories, *id));
        content.items.iter_mut().for_each(|id| *id = of(&items, *id));
        content.supporting.iter_mut().for_each(|id| *id = of(&services, *id));
        for offering in &mut content.offerings {
            offering.includes.iter_mut().for_each(|(id, _)| *id = of(&services, *id));
            for step in &mut offering.workflow.steps {
                match &mut step.what {
                    StepKind::Approval { by, .. } => by.iter_mut().for_each(|one| {
                        if let Approver::Person(id) = one {
                            *one = Approver::Person(of(&people, *id));
                        }
                    }),
                    StepKind::Tasks(tasks) => {
                        tasks.iter_mut().for_each(|task| task.group = task.group.map(|id| of(&groups, id)));
                    }
                    StepKind::Automatic => {}
                }
            }
        }
    }
    aligned
}

fn of<K: Copy + Ord>(map: &BTreeMap<K, K>, id: K) -> K {
    map.get(&id).copied().unwrap_or(id)
}

fn renamed<K: Copy + Ord>(names: &BTreeMap<K, Arc<str>>, map: &BTreeMap<K, K>) -> BTreeMap<K, Arc<str>> {
    names.iter().map(|(id, name)| (of(map, *id), name.clone())).collect()
}

/// A name as it is compared.
fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Which entry there each entry here is, by id and by name; a new one gets an id that nobody there has.
fn matched<K: Copy + Ord + Into<Key> + From<Key>>(
    from: &BTreeMap<K, Arc<str>>,
    to: &BTreeMap<K, Arc<str>>,
) -> BTreeMap<K, K> {
    let mut map = by_id_and_name(from, to);
    fresh(from.keys().copied(), to.keys().copied(), &mut map);
    map
}

/// What is certain: the same id with a tag or with the same name, then the same name.
fn by_id_and_name<K: Copy + Ord + Into<Key>>(
    from: &BTreeMap<K, Arc<str>>,
    to: &BTreeMap<K, Arc<str>>,
) -> BTreeMap<K, K> {
    let mut map = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (id, name) in from {
        let is_same = to.get(id).is_some_and(|known| (*id).into().tag != 0 || folded(known) == folded(name));
        if is_same {
            map.insert(*id, *id);
            taken.insert(*id);
        }
    }
    let mut names: BTreeMap<String, K> = BTreeMap::new();
    for (id, name) in to.iter().filter(|(id, _)| !taken.contains(id)) {
        names.entry(folded(name)).or_insert(*id);
    }
    for (id, name) in from {
        if !map.contains_key(id)
            && let Some(known) = names.remove(&folded(name))
        {
            map.insert(*id, known);
        }
    }
    map
}

/// Gives everything that is still unknown an id: its own, or the next free one.
fn fresh<K: Copy + Ord + Into<Key> + From<Key>>(
    from: impl Iterator<Item = K>,
    to: impl Iterator<Item = K>,
    map: &mut BTreeMap<K, K>,
) {
    let mut used: BTreeSet<K> = to.chain(map.values().copied()).collect();
    for id in from {
        map.entry(id).or_insert_with(|| {
            let new = if used.contains(&id) { ids::next(used.iter().copied(), id.into().tag) } else { id };
            used.insert(new);
            new
        });
    }
}

/// Categories: the same name within the same category is the same. Names alone, as each stands once in a tree that
/// people read.
fn categories(copy: &Catalogue, to: &Catalogue) -> BTreeMap<ServiceCategoryId, ServiceCategoryId> {
    let names = |catalogue: &Catalogue| -> BTreeMap<ServiceCategoryId, Arc<str>> {
        let path = |id: &ServiceCategoryId| {
            let mut path = Vec::new();
            let mut at = Some(*id);
            // A way that is longer than there are categories goes in a ring.
            for _ in 0..catalogue.categories.len() {
                let Some(category) = at.and_then(|id| catalogue.categories.get(&id)) else { break };
                path.push(&*category.name);
                at = category.parent;
            }
            path.join(" in ")
        };
        catalogue.categories.keys().map(|id| (*id, path(id).into())).collect()
    };
    matched(&names(copy), &names(to))
}

fn services(copy: &Catalogue, to: &Catalogue) -> BTreeMap<ServiceId, ServiceId> {
    // What a service is called in the catalogue counts before what the directory calls it.
    let names = |catalogue: &Catalogue| {
        let mut names = catalogue.directory.services.clone();
        names.extend(catalogue.services.iter().map(|(id, listed)| (*id, listed.content.name.clone())));
        names
    };
    let (from, here) = (names(copy), names(to));
    let mut map = by_id_and_name(&from, &here);
    let taken: BTreeSet<ServiceId> = map.values().copied().collect();
    let mut free: Vec<ServiceId> = to.services.keys().copied().filter(|id| !taken.contains(id)).collect();
    for (id, listed) in copy.services.iter().filter(|(id, _)| !map.contains_key(id)).collect::<Vec<_>>() {
        let twin = free.iter().position(|one| to.content(*one).is_some_and(|known| is_like(known, &listed.content)));
        if let Some(place) = twin {
            map.insert(*id, free.swap_remove(place));
        }
    }
    fresh(from.keys().copied(), here.keys().copied(), &mut map);
    map
}

/// Whether two contents say the same in more fields than they differ in. Ids differ between copies, so only words count.
fn is_like(one: &Content, other: &Content) -> bool {
    let words = |content: &Content| -> Content {
        Content {
            owner: None,
            audiences: Vec::new(),
            categories: Vec::new(),
            supporting: Vec::new(),
            items: Vec::new(),
            support: None,
            offerings: Vec::new(),
            review_on: None,
            ..content.clone()
        }
    };
    let (one, other) = (words(one), words(other));
    let said = Content::default().edits_to(&one).len();
    said > 0 && one.edits_to(&other).len() * 2 < said
}
