//! Windows and freezes: what may be saved.

use std::sync::Arc;

use super::freeze::Freeze;
use super::scope::Scope;
use super::window::MaintenanceWindow;
use super::{Command, Event};
use crate::calendar::{Calendar, CalendarFault};
use crate::configuration::Owner;
use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::fields::filled;
use crate::ids::{FreezeId, Key, WindowId};
use crate::refusal::Refusal;
use crate::retire::offered;

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Vec<Happening>, Refusal> {
    let event = match command {
        Command::SaveWindow(id, window) => save_window(desk, id, *window, context.tag)?,
        Command::DropWindow(id) if desk.schedule().windows().contains_key(&id) => Event::WindowDropped(id),
        Command::DropWindow(_) => return Err(Refusal::NoSuch { what: "maintenance window" }),
        Command::SaveFreeze(id, freeze) => save_freeze(desk, id, freeze, context.tag)?,
        Command::DropFreeze(id) if desk.schedule().freezes().contains_key(&id) => Event::FreezeDropped(id),
        Command::DropFreeze(_) => return Err(Refusal::NoSuch { what: "freeze" }),
    };
    Ok(vec![Happening::Schedule(event)])
}

const AS_NOW: &str = "it is as now; nothing would change";

fn save_window(desk: &Desk, id: Option<WindowId>, window: MaintenanceWindow, tag: u32) -> Result<Event, Refusal> {
    let name = filled(window.name, "name", "conflicts name the window, so it needs a name")?;
    let window = MaintenanceWindow { name, ..window };
    window.scope.check(desk)?;
    Calendar::compile(&window.hours).map_err(|fault| in_words(&fault))?;
    let known = desk.schedule().windows();
    let id = match id {
        Some(id) if known.get(&id) == Some(&window) => {
            return Err(Refusal::Invalid { field: "window", because: AS_NOW });
        }
        Some(id) if !known.contains_key(&id) => return Err(Refusal::NoSuch { what: "maintenance window" }),
        Some(id) => id,
        None => WindowId(next(known.keys().next_back().map(|id| id.0), tag)),
    };
    is_free(known.iter().filter(|(other, _)| **other != id).map(|(_, window)| &window.name), &window.name)?;
    Ok(Event::WindowSaved(id, Box::new(window)))
}

fn save_freeze(desk: &Desk, id: Option<FreezeId>, freeze: Freeze, tag: u32) -> Result<Event, Refusal> {
    let name = filled(freeze.name, "name", "conflicts name the freeze, so it needs a name")?;
    let reason = filled(freeze.reason, "reason", "a freeze without a reason is overridden by whoever is loudest")?;
    let freeze = Freeze { name, reason, ..freeze };
    freeze.scope.check(desk)?;
    let known = desk.schedule().freezes();
    let before = id.and_then(|id| known.get(&id)).and_then(|freeze| freeze.may_override);
    let directory = desk.directory();
    match freeze.may_override {
        Some(Owner::Person(person)) => {
            let before = if let Some(Owner::Person(id)) = before { Some(id) } else { None };
            offered(desk, &directory.people, Some(person), before, EntryId::Person, "person")?;
        }
        Some(Owner::Group(group)) => {
            let before = if let Some(Owner::Group(id)) = before { Some(id) } else { None };
            offered(desk, &directory.groups, Some(group), before, EntryId::Group, "group")?;
        }
        None => {}
    }
    let id = match id {
        Some(id) if known.get(&id) == Some(&freeze) => {
            return Err(Refusal::Invalid { field: "freeze", because: AS_NOW });
        }
        Some(id) if !known.contains_key(&id) => return Err(Refusal::NoSuch { what: "freeze" }),
        Some(id) => id,
        None => FreezeId(next(known.keys().next_back().map(|id| id.0), tag)),
    };
    is_free(known.iter().filter(|(other, _)| **other != id).map(|(_, freeze)| &freeze.name), &freeze.name)?;
    Ok(Event::FreezeSaved(id, freeze))
}

fn next(highest: Option<Key>, tag: u32) -> Key {
    Key { number: highest.map_or(0, |key| key.number).saturating_add(1), tag }
}

fn is_free<'a>(mut names: impl Iterator<Item = &'a Arc<str>>, name: &str) -> Result<(), Refusal> {
    if names.any(|taken| taken.to_lowercase() == name.to_lowercase()) {
        return Err(Refusal::Invalid {
            field: "name",
            because: "another one has it, and nobody could tell them apart",
        });
    }
    Ok(())
}

fn in_words(fault: &CalendarFault) -> Refusal {
    let field = "hours";
    match fault {
        CalendarFault::NeverOpen => Refusal::Missing {
            field,
            because: "a window that never opens forbids all work; a freeze says that with a reason",
        },
        CalendarFault::UnknownZone(_) => Refusal::Invalid {
            field: "time zone",
            because: "it is not known here; write an IANA name such as Europe/Berlin",
        },
        CalendarFault::NotAWindow(_) => Refusal::Invalid {
            field,
            because: "they have to close after they open; write hours across midnight as two, the first until 24:00",
        },
        CalendarFault::TooManyWindows => {
            Refusal::Invalid { field, because: "a day has too many; join those that touch" }
        }
        CalendarFault::HolidaysReversed { .. } => {
            Refusal::Invalid { field, because: "a holiday ends before it begins; swap its dates" }
        }
    }
}

/// Whether a scope is for what somebody works on; used by both sides of a comparison.
pub(super) fn is_for(scope: &Scope, nodes: &[crate::configuration::Node]) -> bool {
    *scope == Scope::All || nodes.iter().any(|node| scope.names(*node))
}
