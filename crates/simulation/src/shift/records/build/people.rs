//! Who and what there is: ids follow from the order of the keys.

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::{CategoryId, GroupId, ItemId, PersonId, ServiceId};

use super::super::cast::{Cast, Decider, Names, YOU};
use super::super::when::Times;
use crate::scenario::{Files, Key};

/// What is known before the first command.
pub(super) fn cast(files: &Files, times: Times) -> Cast {
    let (world, pool) = (&files.world, &files.pool);
    let mut people = Names::of("person");
    let you = Key::new(YOU);
    for key in std::iter::once(&you).chain(pool.people.keys()) {
        people.enter(key, PersonId::imported(people.next()));
    }
    let mut items = Names::of("configuration item");
    for key in world.items.keys().chain(world.places.keys()) {
        items.enter(key, ItemId::imported(items.next()));
    }
    let teams = numbered("group", world.teams.keys(), GroupId::imported);
    Cast {
        members: members(files, &people, &teams),
        deciders: deciders(files, &people),
        departments: departments(files, &people),
        tool: pool
            .people
            .iter()
            .find(|(_, person)| person.account)
            .and_then(|(key, _)| people.id(key).ok())
            .unwrap_or(PersonId::imported(1)),
        services: numbered("service", world.services.keys(), ServiceId::imported),
        categories: numbered("category", world.categories.keys(), CategoryId::imported),
        offers: pool.offers.iter().map(|(key, offer)| (Arc::from(offer.name.as_str()), key.clone())).collect(),
        people,
        teams,
        items,
        templates: BTreeMap::new(),
        known: BTreeMap::new(),
        times,
    }
}

fn numbered<'a, I: Copy + Ord>(
    what: &'static str,
    keys: impl Iterator<Item = &'a Key>,
    id: impl Fn(u32) -> I,
) -> Names<I> {
    let mut names = Names::of(what);
    for key in keys {
        names.enter(key, id(names.next()));
    }
    names
}

/// Who is in each team today.
fn members(files: &Files, people: &Names<PersonId>, teams: &Names<GroupId>) -> BTreeMap<GroupId, Vec<PersonId>> {
    let known = files.world.teams.iter().filter_map(|(key, team)| {
        let today = files.scenario.crew.get(key).and_then(|crew| crew.members.as_ref());
        let here = today.unwrap_or(&team.members).iter().filter_map(|person| people.id(person).ok());
        Some((teams.id(key).ok()?, here.collect()))
    });
    known.collect()
}

/// Those who decide; support staff first, as they look after changes. Where nobody is said to decide, all may be asked.
fn deciders(files: &Files, people: &Names<PersonId>) -> Vec<Decider> {
    let staff = |key: &Key| files.world.teams.values().any(|team| team.members.contains(key));
    let any = files.pool.people.values().any(|person| !person.decides_for.is_empty());
    let mut keys: Vec<&Key> = files.pool.people.keys().collect();
    keys.sort_by_key(|key| !staff(key));
    let decider = |key: &Key| {
        let person = files.pool.people.get(key)?;
        let may = if any { !person.decides_for.is_empty() } else { !person.stranger && !person.account };
        let id = people.id(key).ok().filter(|_| may)?;
        Some(Decider { person: id, of: person.decides_for.clone() })
    };
    keys.into_iter().filter_map(decider).collect()
}

fn departments(files: &Files, people: &Names<PersonId>) -> BTreeMap<PersonId, String> {
    let of = |(key, person): (&Key, &crate::scenario::Person)| Some((people.id(key).ok()?, person.department.clone()));
    files.pool.people.iter().filter_map(of).collect()
}

/// Who kept the desk before the shift: of the player's team, else the player.
pub(super) fn writer(files: &Files) -> Key {
    let team = files.world.teams.get(&files.scenario.you.team);
    let known = |key: &&Key| files.pool.people.contains_key(key.as_str());
    let member = team.and_then(|team| team.members.iter().find(known));
    member.cloned().unwrap_or_else(|| Key::new(YOU))
}
