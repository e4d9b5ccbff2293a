//! The directory: people, teams, categories, services.

use std::sync::Arc;

use chrono::TimeDelta;
use itsm::{Command, Context, Entry};

use super::super::cast::YOU;
use super::{Build, told};
use crate::scenario::Key;

/// How the player is called in the directory.
const YOUR_NAME: &str = "You";

pub(super) fn enter(build: &mut Build<'_>) -> Result<(), String> {
    let files = build.files;
    let (world, pool) = (&files.world, &files.pool);
    let context = build.founding(TimeDelta::zero())?;
    let you = Key::new(YOU);
    let people = pool.people.iter().map(|(key, person)| (key, person.name.as_str()));
    for (key, name) in std::iter::once((&you, YOUR_NAME)).chain(people) {
        let id = build.records.cast.people.id(key).map_err(told("person", key))?;
        add(build, &context, Entry::Person(id, Arc::from(name)), key)?;
    }
    for (key, team) in &world.teams {
        let id = build.records.cast.teams.id(key).map_err(told("team", key))?;
        add(build, &context, Entry::Group(id, Arc::from(team.name.as_str())), key)?;
    }
    for (key, name) in &world.categories {
        let id = build.records.cast.categories.id(key).map_err(told("category", key))?;
        add(build, &context, Entry::Category(id, Arc::from(name.as_str())), key)?;
    }
    for (key, service) in &world.services {
        let id = build.records.cast.services.id(key).map_err(told("service", key))?;
        add(build, &context, Entry::Service(id, Arc::from(service.name.as_str())), key)?;
    }
    Ok(())
}

fn add(build: &mut Build<'_>, context: &Context, entry: Entry, key: &Key) -> Result<(), String> {
    build.records.give(context, Command::Enter(entry)).map(drop).map_err(told("name of", key))
}
