//! Major incidents: what a failure needs that the usual way is too slow for.

use chrono::{DateTime, Utc};

use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::ids::{IncidentId, PersonId};
use crate::refusal::Refusal;

/// What can be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {}

/// What has happened to one incident.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {}

/// Decides one command.
pub(crate) fn decide(_desk: &Desk, command: Command, _context: &Context) -> Result<Vec<Happening>, Refusal> {
    match command {}
}

/// Whether an event that was decided elsewhere may still be applied.
pub(crate) fn legal(_desk: &Desk, _id: IncidentId, event: &Event) -> Result<(), Refusal> {
    match *event {}
}

/// Applies one event.
pub(crate) fn apply(_desk: &mut Desk, _id: IncidentId, event: &Event, _at: DateTime<Utc>, _by: PersonId) {
    match *event {}
}

/// Takes out what its events have left, so that they can be applied again.
pub(crate) fn forget(_desk: &mut Desk, _id: IncidentId) {}

/// Whether what is known here names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(_desk: &Desk, _entry: EntryId) -> bool {
    false
}
