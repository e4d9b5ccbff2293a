//! What services are made of: items and places, who sees to them, what they need.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::TimeDelta;
use itsm::configuration::{Amendment, Command, Kind, LifeState, Need as Needed, Node, Owner};
use itsm::{Command as Any, Context, ItemId, Refusal};

use super::super::Records;
use super::{Build, told};
use crate::scenario::{Item, ItemKind, Key, Need};

pub(super) fn describe(build: &mut Build<'_>) -> Result<(), String> {
    let world = &build.files.world;
    let context = build.founding(TimeDelta::minutes(10))?;
    for (key, item) in &world.items {
        let changes = facts(build, item).map_err(told("item", key))?;
        register(build, &context, key, &item.name, changes)?;
    }
    for (key, place) in &world.places {
        register(build, &context, key, &place.name, vec![Amendment::Kind(Some(Kind::Location))])?;
    }
    let within = world.items.iter().map(|(key, item)| (key, item.place.as_ref()));
    let within = within.chain(world.places.iter().map(|(key, place)| (key, place.within.as_ref())));
    for (key, whole) in within {
        put_into(build, &context, key, whole).map_err(told("place of", key))?;
    }
    let nodes = world.items.iter().map(|(key, item)| (key, &item.needs));
    let nodes = nodes.chain(world.places.iter().map(|(key, place)| (key, &place.needs)));
    for (key, needs) in nodes.chain(world.services.iter().map(|(key, service)| (key, &service.needs))) {
        need(build, &context, key, needs).map_err(told("needs of", key))?;
    }
    Ok(())
}

fn facts(build: &Build<'_>, item: &Item) -> Result<Vec<Amendment>, Refusal> {
    let owner = Owner::Group(build.records.cast.teams.id(&item.team)?);
    Ok(vec![
        Amendment::Kind(Some(kind(item.kind))),
        Amendment::Owner(Some(owner)),
        Amendment::Description(Arc::from(item.known.as_str())),
    ])
}

/// The desk numbers items as they come: in the order in which their keys were given ids.
fn register(
    build: &mut Build<'_>,
    context: &Context,
    key: &Key,
    name: &str,
    changes: Vec<Amendment>,
) -> Result<(), String> {
    let command = Command::Register { name: Arc::from(name), state: LifeState::Live, changes };
    build.records.give(context, Any::Item(command)).map(drop).map_err(told("item", key))
}

fn put_into(build: &mut Build<'_>, context: &Context, key: &Key, whole: Option<&Key>) -> Result<(), Refusal> {
    let Some(whole) = whole else { return Ok(()) };
    let (item, whole) = (build.records.cast.items.id(key)?, build.records.cast.items.id(whole)?);
    build.records.give(context, Any::Item(Command::PutInto { item, whole: Some(whole) })).map(drop)
}

fn need(build: &mut Build<'_>, context: &Context, key: &Key, needs: &[Need]) -> Result<(), Refusal> {
    let needs: Vec<Needed> = needs.iter().map(|need| needed(&build.records, need)).collect::<Result<_, _>>()?;
    if needs.is_empty() {
        return Ok(());
    }
    let of = node(&build.records, key)?;
    build.records.give(context, Any::Item(Command::SetNeeds { of, needs })).map(drop)
}

fn needed(records: &Records, need: &Need) -> Result<Needed, Refusal> {
    let of = need.of.iter().map(|key| node(records, key)).collect::<Result<BTreeSet<_>, _>>()?;
    let at_least = u32::try_from(need.at_least).unwrap_or(u32::MAX);
    let because = "at least one has to work, and no more than there are";
    Needed::new(Arc::from(""), at_least, of).ok_or(Refusal::Invalid { field: "needs", because })
}

/// A service, else an item or a place.
fn node(records: &Records, key: &Key) -> Result<Node, Refusal> {
    let item = |()| records.cast.items.id(key).map(|id: ItemId| Node::Item(id));
    records.cast.services.id(key).map(Node::Service).map_err(drop).or_else(item)
}

fn kind(kind: ItemKind) -> Kind {
    match kind {
        ItemKind::Hardware => Kind::Hardware,
        ItemKind::Vm => Kind::VirtualMachine,
        ItemKind::Network => Kind::NetworkDevice,
        ItemKind::Line => Kind::Line,
        ItemKind::Application => Kind::Application,
        ItemKind::Database => Kind::Database,
        ItemKind::Cloud => Kind::CloudService,
    }
}
