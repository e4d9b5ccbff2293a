//! Stored events of `itsm::catalogue`: kinds that begin with `catalogue.` (of one service) and `shelves.` (of all).

use itsm::catalogue::{Event, Shared};

use crate::stored::Unreadable;
use crate::stored::row::Row;

/// What the kind of every event of one service begins with, before a point.
pub(super) const PREFIX: &str = "catalogue";
/// What the kind of every event of the whole catalogue begins with, before a point.
pub(super) const SHARED: &str = "shelves";

pub(super) fn write(_event: &Event) -> Row {
    Row::new("catalogue.none")
}

/// The event whose kind is `catalogue.` and `kind`.
pub(super) fn read(row: &Row, _kind: &str) -> Result<Event, Unreadable> {
    Err(Unreadable::UnknownKind(row.kind().to_owned()))
}

pub(super) fn write_shared(_event: &Shared) -> Row {
    Row::new("shelves.none")
}

/// The event whose kind is `shelves.` and `kind`.
pub(super) fn read_shared(row: &Row, _kind: &str) -> Result<Shared, Unreadable> {
    Err(Unreadable::UnknownKind(row.kind().to_owned()))
}
