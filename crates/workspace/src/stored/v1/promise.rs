//! Stored events of `itsm::promise`: kinds that begin with `promise.`.

use itsm::promise::Event;

use crate::stored::Unreadable;
use crate::stored::row::Row;

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "promise";

pub(super) fn write(event: &Event) -> Row {
    match *event {}
}

/// The event whose kind is `promise.` and `kind`.
pub(super) fn read(row: &Row, _kind: &str) -> Result<Event, Unreadable> {
    Err(Unreadable::UnknownKind(row.kind().to_owned()))
}
