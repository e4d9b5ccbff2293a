//! Monitoring and event management: changes of state that matter, and what follows from them.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::card::Card;
use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::ids::{AlertId, PersonId};
use crate::refusal::Refusal;
use crate::register::Numbered;

/// What can be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {}

/// What has happened to one event.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {}

/// One event, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Alert {
    /// Which one.
    pub id: AlertId,
    /// What it is about, in one line.
    pub summary: Arc<str>,
}

impl Numbered for AlertId {
    const PREFIX: &'static str = "EVT";
    const WHAT: &'static str = "event";
}

impl Event {
    /// Whether a record begins with it, so that a number was given.
    pub fn begins(&self) -> bool {
        match *self {}
    }
}

/// Decides one command.
pub(crate) fn decide(_desk: &Desk, command: Command, _context: &Context) -> Result<Vec<Happening>, Refusal> {
    match command {}
}

/// Whether an event that was decided elsewhere may still be applied.
pub(crate) fn legal(_desk: &Desk, _id: AlertId, event: &Event) -> Result<(), Refusal> {
    match *event {}
}

/// Applies one event.
pub(crate) fn apply(_desk: &mut Desk, _id: AlertId, event: &Event, _at: DateTime<Utc>, _by: PersonId) {
    match *event {}
}

/// What other pages say of it.
pub(crate) fn card(_desk: &Desk, _id: AlertId) -> Option<Card> {
    None
}

/// Whether one of them names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(_desk: &Desk, _entry: EntryId) -> bool {
    false
}
