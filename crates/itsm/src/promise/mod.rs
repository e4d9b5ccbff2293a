//! Service level management: what was agreed with customers, inside the house and with suppliers.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::card::Card;
use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::ids::{PersonId, PromiseId};
use crate::refusal::Refusal;
use crate::register::Numbered;

/// What can be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {}

/// What has happened to one agreement.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {}

/// One agreement, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    /// Which one.
    pub id: PromiseId,
    /// What it is about, in one line.
    pub summary: Arc<str>,
}

impl Numbered for PromiseId {
    const PREFIX: &'static str = "AGR";
    const WHAT: &'static str = "agreement";
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
pub(crate) fn legal(_desk: &Desk, _id: PromiseId, event: &Event) -> Result<(), Refusal> {
    match *event {}
}

/// Applies one event.
pub(crate) fn apply(_desk: &mut Desk, _id: PromiseId, event: &Event, _at: DateTime<Utc>, _by: PersonId) {
    match *event {}
}

/// What other pages say of it.
pub(crate) fn card(_desk: &Desk, _id: PromiseId) -> Option<Card> {
    None
}

/// Whether one of them names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(_desk: &Desk, _entry: EntryId) -> bool {
    false
}
