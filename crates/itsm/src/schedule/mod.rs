//! When work on services may be done: maintenance windows, freezes, and what speaks against a planned span.
//!
//! This module knows no change records: what is planned comes in as [`Planned`]. `window.rs` and `freeze.rs` are what the
//! desk keeps; `conflict.rs` finds the reasons against a span, `proposal.rs` the next span without any, `outage.rs`
//! which services are down meanwhile.

mod conflict;
mod decide;
mod freeze;
mod kin;
mod outage;
mod planned;
mod proposal;
mod scope;
mod span;
mod window;
mod words;

pub use conflict::{Conflict, With, conflicts};
pub(crate) use decide::decide;
pub use freeze::Freeze;
pub use kin::Kin;
pub use outage::{Outage, outages};
pub use planned::Planned;
pub use proposal::{SEARCHED_DAYS, propose};
pub use scope::Scope;
pub use span::Span;
pub use window::{MaintenanceWindow, open_spans};
pub use words::{scope_words, sentence};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::Calendar;
use crate::configuration::{Node, Owner};
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::ids::{FreezeId, WindowId};

/// What can be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Save a maintenance window: a new one (no id), or one that is to change.
    SaveWindow(Option<WindowId>, Box<MaintenanceWindow>),
    /// Take a maintenance window away.
    DropWindow(WindowId),
    /// Save a freeze: a new one (no id), or one that is to change.
    SaveFreeze(Option<FreezeId>, Freeze),
    /// Take a freeze away.
    DropFreeze(FreezeId),
}

/// What has happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A maintenance window was saved.
    WindowSaved(WindowId, Box<MaintenanceWindow>),
    /// A maintenance window was taken away.
    WindowDropped(WindowId),
    /// A freeze was saved.
    FreezeSaved(FreezeId, Freeze),
    /// A freeze was taken away.
    FreezeDropped(FreezeId),
}

/// Every window and freeze.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    windows: BTreeMap<WindowId, MaintenanceWindow>,
    /// The windows' calendars, ready to count with. One that this build cannot read (a zone it does not know) has none.
    calendars: BTreeMap<WindowId, Arc<Calendar>>,
    freezes: BTreeMap<FreezeId, Freeze>,
}

/// Calendars follow from the windows.
impl PartialEq for Schedule {
    fn eq(&self, other: &Self) -> bool {
        self.windows == other.windows && self.freezes == other.freezes
    }
}

impl Schedule {
    /// Maintenance windows, in the order in which they were first saved.
    pub fn windows(&self) -> &BTreeMap<WindowId, MaintenanceWindow> {
        &self.windows
    }

    /// Freezes, in the order in which they were first saved.
    pub fn freezes(&self) -> &BTreeMap<FreezeId, Freeze> {
        &self.freezes
    }

    /// A window's calendar.
    pub fn calendar(&self, id: WindowId) -> Option<&Calendar> {
        self.calendars.get(&id).map(|calendar| &**calendar)
    }
}

impl Desk {
    /// Maintenance windows and freezes.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }
}

/// Applies one event.
pub(crate) fn apply(desk: &mut Desk, event: &Event) {
    let schedule = &mut desk.schedule;
    match event {
        Event::WindowSaved(id, window) => {
            schedule.calendars.remove(id);
            if let Ok(calendar) = Calendar::compile(&window.hours) {
                schedule.calendars.insert(*id, Arc::new(calendar));
            }
            schedule.windows.insert(*id, (**window).clone());
        }
        Event::WindowDropped(id) => {
            schedule.calendars.remove(id);
            schedule.windows.remove(id);
        }
        Event::FreezeSaved(id, freeze) => drop(schedule.freezes.insert(*id, freeze.clone())),
        Event::FreezeDropped(id) => drop(schedule.freezes.remove(id)),
    }
}

/// Whether a window or a freeze names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    let schedule = desk.schedule();
    let mut scopes = schedule.windows.values().map(|w| &w.scope).chain(schedule.freezes.values().map(|f| &f.scope));
    match entry {
        EntryId::Item(id) => scopes.any(|scope| scope.names(Node::Item(id))),
        EntryId::Service(id) => scopes.any(|scope| scope.names(Node::Service(id))),
        EntryId::Person(id) => schedule.freezes.values().any(|f| f.may_override == Some(Owner::Person(id))),
        EntryId::Group(id) => schedule.freezes.values().any(|f| f.may_override == Some(Owner::Group(id))),
        EntryId::Category(_) => false,
    }
}
