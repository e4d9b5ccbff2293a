//! Stored events of `itsm::change`: kinds that begin with `change.`.

use itsm::change::Event;

use crate::stored::Unreadable;
use crate::stored::row::Row;

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "change";

pub(super) fn write(event: &Event) -> Row {
    match *event {}
}

/// The event whose kind is `change.` and `kind`.
pub(super) fn read(row: &Row, _kind: &str) -> Result<Event, Unreadable> {
    Err(Unreadable::UnknownKind(row.kind().to_owned()))
}
