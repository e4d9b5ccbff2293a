//! Stored links between records: kinds `linked` and `unlinked`.

use itsm::link::{Event, Link, Relation};
use itsm::{Happening, Key, RecordId};
use serde_json::Value;

use crate::stored::Unreadable;
use crate::stored::row::{Row, from_key, key};

pub(super) const LINKED: &str = "linked";
pub(super) const UNLINKED: &str = "unlinked";

pub(super) fn write(from: RecordId, event: Event) -> Row {
    let (kind, link) = match event {
        Event::Linked(link) => (LINKED, link),
        Event::Unlinked(link) => (UNLINKED, link),
    };
    Row::new(kind).with("as", word(link.relation)).with("from", from_record(from)).with("to", from_record(link.to))
}

pub(super) fn read(row: &Row) -> Result<Happening, Unreadable> {
    let relation = row.take("as", |text| Relation::ALL.into_iter().find(|relation| word(*relation) == *text))?;
    let link = Link { relation, to: row.take("to", record)? };
    let event = if row.kind() == LINKED { Event::Linked(link) } else { Event::Unlinked(link) };
    Ok(Happening::Link(row.take("from", record)?, event))
}

fn word(relation: Relation) -> &'static str {
    match relation {
        Relation::CausedBy => "causedby",
        Relation::RemovedBy => "removedby",
        Relation::LedTo => "ledto",
        Relation::SolvedWith => "solvedwith",
        Relation::DescribedBy => "describedby",
    }
}

/// A record: a word for what it is, and its key.
fn from_record(id: RecordId) -> Value {
    let (what, key): (&str, Key) = match id {
        RecordId::Incident(id) => ("incident", id.0),
        RecordId::Problem(id) => ("problem", id.0),
        RecordId::Change(id) => ("change", id.0),
        RecordId::ChangeTemplate(id) => ("changetemplate", id.0),
        RecordId::Request(id) => ("request", id.0),
        RecordId::Article(id) => ("article", id.0),
        RecordId::Improvement(id) => ("improvement", id.0),
        RecordId::Alert(id) => ("alert", id.0),
        RecordId::Promise(id) => ("promise", id.0),
        RecordId::Supplier(id) => ("supplier", id.0),
        RecordId::Item(id) => ("item", id.0),
        RecordId::Service(id) => ("service", id.0),
    };
    vec![Value::from(what), from_key(key)].into()
}

fn record(value: &Value) -> Option<RecordId> {
    let [what, id] = value.as_array()?.as_slice() else { return None };
    let id = key(id)?;
    Some(match what.as_str()? {
        "incident" => RecordId::Incident(id.into()),
        "problem" => RecordId::Problem(id.into()),
        "change" => RecordId::Change(id.into()),
        "changetemplate" => RecordId::ChangeTemplate(id.into()),
        "request" => RecordId::Request(id.into()),
        "article" => RecordId::Article(id.into()),
        "improvement" => RecordId::Improvement(id.into()),
        "alert" => RecordId::Alert(id.into()),
        "promise" => RecordId::Promise(id.into()),
        "supplier" => RecordId::Supplier(id.into()),
        "item" => RecordId::Item(id.into()),
        "service" => RecordId::Service(id.into()),
        _ => return None,
    })
}
