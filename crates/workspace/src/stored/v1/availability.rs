//! Stored events of `itsm::availability`: kinds that begin with `availability.`.

use std::sync::Arc;

use itsm::availability::{Event, Outage};
use itsm::{IncidentId, ItemId};
use serde_json::Value;

use super::agreement::{all, list};
use super::incident::optional_value;
use super::promise::{availability, from_availability};
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, from_key, instant, key, small, text};

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "availability";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::OutageNoted(outage) => of("outage")
            .with("from", from_instant(outage.from))
            .with_some("until", optional_value(outage.until, from_instant))
            .with_some("planned", if outage.planned { Value::Bool(true) } else { Value::Null })
            .with("items", list(&outage.items, |id| from_key(id.0)))
            .with_some("note", &*outage.note)
            .with_some("incident", optional_value(outage.incident, |id| from_key(id.0))),
        Event::Restored { outage, at } => of("restored").with("place", *outage).with("until", from_instant(*at)),
        Event::Withdrawn { outage, because } => of("withdrawn").with("place", *outage).with("text", &**because),
        Event::TargetSet(target) => of("target").with_some("target", optional_value(*target, from_availability)),
    }
}

/// The event whose kind is the prefix and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    Ok(match kind {
        "outage" => Event::OutageNoted(Box::new(Outage {
            from: row.take("from", instant)?,
            until: row.maybe("until", instant)?,
            planned: row.maybe("planned", Value::as_bool)?.unwrap_or(false),
            items: row.take("items", |ids| all(ids, |id| key(id).map(ItemId)))?,
            note: row.maybe("note", text)?.unwrap_or_else(|| Arc::from("")),
            incident: row.maybe("incident", key)?.map(IncidentId),
            withdrawn: false,
        })),
        "restored" => Event::Restored { outage: row.take("place", small)?, at: row.take("until", instant)? },
        "withdrawn" => Event::Withdrawn { outage: row.take("place", small)?, because: row.take("text", text)? },
        "target" => Event::TargetSet(row.maybe("target", availability)?),
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}
