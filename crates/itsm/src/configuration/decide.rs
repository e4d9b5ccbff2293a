//! Turns a command into events, or into a refusal that says why not. Changes nothing.

use std::sync::Arc;

use super::baseline;
use super::command::{Amendment, Command};
use super::event::Event;
use super::legal::{Action, check, fits_into, may_need};
use super::need::{Need, Node};
use super::record::{Item, Owner};
use super::state::LifeState;
use crate::desk::{Context, Desk, Happening};
use crate::directory::{Entry, EntryId};
use crate::fields::{filled, last_of_each_field, trimmed};
use crate::ids::{ItemId, Key};
use crate::refusal::Refusal;
use crate::retire::offered;

type Steps = Vec<Happening>;

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    match command {
        Command::Register { name, state, changes } => register(desk, name, state, changes, context),
        Command::Amend { item, changes } => amend(desk, item, changes),
        Command::Become { item, state } => become_at(desk, item, state),
        Command::PutInto { item, whole } => put_into(desk, item, whole),
        Command::SetNeeds { of, needs } => set_needs(desk, of, needs),
        Command::Note { item, text } => {
            check(desk, item, Action::Note)?;
            let text = filled(text, "text", "an empty note tells nobody anything")?;
            Ok(vec![Happening::Item(item, Event::Noted { text })])
        }
        Command::NameBaseline(wanted) => {
            let (id, baseline) = baseline::name(desk, wanted, context)?;
            Ok(vec![Happening::Baseline(id, Some(baseline))])
        }
        Command::DropBaseline(id) => Ok(vec![Happening::Baseline(baseline::drop_baseline(desk, id)?, None)]),
    }
}

fn register(
    desk: &Desk,
    name: Arc<str>,
    state: LifeState,
    changes: Vec<Amendment>,
    context: &Context,
) -> Result<Steps, Refusal> {
    let highest = desk.directory().items.keys().next_back().map_or(0, |id| id.0.number);
    let id = ItemId(Key { number: highest.saturating_add(1), tag: context.tag });
    if state == LifeState::Retired {
        return Err(Refusal::Invalid {
            field: "state",
            because: "what is retired already serves nobody, so there is nothing to manage",
        });
    }
    let entry = crate::decide::enter(desk, Entry::Item(id, name))?;
    let blank = Item::blank(id);
    // The state first: only what nobody has described may begin with any.
    let mut steps = vec![Happening::Entered(entry), Happening::Item(id, Event::Became(state))];
    steps.extend(news(desk, &blank, changes)?.into_iter().map(|change| Happening::Item(id, Event::Amended(change))));
    Ok(steps)
}

/// What is retired is offered no more when incidents are logged, and what comes back is offered again: one command.
fn become_at(desk: &Desk, id: ItemId, state: LifeState) -> Result<Steps, Refusal> {
    check(desk, id, Action::Become(state))?;
    let was_retired = desk.configuration().item(id).is_some_and(|item| item.state == LifeState::Retired);
    let is_retired = state == LifeState::Retired;
    let mut steps = vec![Happening::Item(id, Event::Became(state))];
    let entry = EntryId::Item(id);
    if was_retired != is_retired && desk.directory().is_retired(entry) != is_retired {
        steps.push(Happening::Retired(entry, is_retired));
    }
    Ok(steps)
}

fn amend(desk: &Desk, id: ItemId, changes: Vec<Amendment>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Amend)?;
    let blank = Item::blank(id);
    let item = desk.configuration().item(id).unwrap_or(&blank);
    let last = news(desk, item, changes)?;
    if last.is_empty() {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    Ok(last.into_iter().map(|change| Happening::Item(id, Event::Amended(change))).collect())
}

/// What would change, each value checked.
fn news(desk: &Desk, item: &Item, changes: Vec<Amendment>) -> Result<Vec<Amendment>, Refusal> {
    let checked = changes.into_iter().map(|change| checked(desk, item, change));
    let mut last = last_of_each_field(checked.collect::<Result<Vec<_>, Refusal>>()?);
    last.retain(|change| !says_nothing_new(item, change));
    let bought = last.iter().find_map(|change| if let Amendment::BoughtOn(date) = change { Some(*date) } else { None });
    let until =
        last.iter().find_map(|change| if let Amendment::WarrantyUntil(date) = change { Some(*date) } else { None });
    let (bought, until) = (bought.unwrap_or(item.bought_on), until.unwrap_or(item.warranty_until));
    if bought.zip(until).is_some_and(|(bought, until)| until < bought) {
        return Err(Refusal::Invalid {
            field: "warranty",
            because: "it would end before the item was bought; check both dates",
        });
    }
    Ok(last)
}

fn checked(desk: &Desk, now: &Item, change: Amendment) -> Result<Amendment, Refusal> {
    let directory = desk.directory();
    match change {
        Amendment::Serial(text) => return Ok(Amendment::Serial(trimmed(text))),
        Amendment::Version(text) => return Ok(Amendment::Version(trimmed(text))),
        Amendment::Description(text) => return Ok(Amendment::Description(trimmed(text))),
        Amendment::Owner(Some(Owner::Person(id))) => {
            let before = if let Some(Owner::Person(id)) = now.owner { Some(id) } else { None };
            offered(desk, &directory.people, Some(id), before, EntryId::Person, "person")?;
        }
        Amendment::Owner(Some(Owner::Group(id))) => {
            let before = if let Some(Owner::Group(id)) = now.owner { Some(id) } else { None };
            offered(desk, &directory.groups, Some(id), before, EntryId::Group, "group")?;
        }
        Amendment::Supplier(Some(id)) => drop(desk.suppliers().get(id)?),
        Amendment::Kind(_)
        | Amendment::Owner(None)
        | Amendment::Supplier(None)
        | Amendment::Cost(_)
        | Amendment::BoughtOn(_)
        | Amendment::WarrantyUntil(_) => {}
    }
    Ok(change)
}

fn says_nothing_new(item: &Item, change: &Amendment) -> bool {
    match change {
        Amendment::Kind(kind) => item.kind == *kind,
        Amendment::Owner(owner) => item.owner == *owner,
        Amendment::Supplier(supplier) => item.supplier == *supplier,
        Amendment::Serial(text) => item.serial == *text,
        Amendment::Version(text) => item.version == *text,
        Amendment::Description(text) => item.description == *text,
        Amendment::Cost(cost) => item.cost == *cost,
        Amendment::BoughtOn(date) => item.bought_on == *date,
        Amendment::WarrantyUntil(date) => item.warranty_until == *date,
    }
}

fn put_into(desk: &Desk, id: ItemId, whole: Option<ItemId>) -> Result<Steps, Refusal> {
    let map = desk.configuration();
    if whole.is_some() {
        check(desk, id, Action::PutInto)?;
    }
    let now = map.item(id).and_then(|item| item.part_of);
    offered(desk, &desk.directory().items, whole, now, EntryId::Item, "configuration item")?;
    if now == whole {
        return Err(Refusal::Invalid { field: "part of", because: "it is so already; nothing would change" });
    }
    if let Some(whole) = whole {
        fits_into(map, id, whole)?;
    }
    Ok(vec![Happening::Item(id, Event::PutInto(whole))])
}

fn set_needs(desk: &Desk, of: Node, needs: Vec<Need>) -> Result<Steps, Refusal> {
    let directory = desk.directory();
    let what = if of.item().is_some() { "configuration item" } else { "service" };
    if directory.name(of.entry()).is_none() {
        return Err(Refusal::NoSuch { what });
    }
    let mut wanted: Vec<Need> = vec![];
    for need in needs {
        for member in need.of() {
            if directory.name(member.entry()).is_none() {
                return Err(Refusal::NoSuch { what: member.entry().kind() });
            }
        }
        if wanted.iter().any(|other| other.of() == need.of()) {
            return Err(Refusal::Invalid {
                field: "needs",
                because: "the same group stands there twice; nobody could say which number counts",
            });
        }
        let name = trimmed(need.name().clone());
        wanted.extend(Need::new(name, need.at_least(), need.of().clone()));
    }
    let map = desk.configuration();
    may_need(map, of, &wanted)?;
    if map.needs(of) == wanted {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    Ok(vec![Happening::Needs(of, wanted)])
}
