//! The stored form of what commands leave behind: one line of JSON for each command, with a version.
//!
//! The stored form is its own: the domain's types may be renamed or reshaped without touching what users keep.
//! `row` reads and writes the fields of one event, `words` holds the words that stand for enumerations, `v1`
//! says which field of which event is which (its name is that of the first version; it reads what `STEPS` made of any).
//!
//! **How to add a stored field.** A field that older readers may ignore: write it in `v1::write` only where it
//! says something, read it in `v1::read` with a default, add a line to the newest `tests/fixtures/command-v*.jsonl`
//! (existing lines stay as they are, for ever). A field or kind of event without which an older reader would
//! show something wrong: count [`VERSION`] and [`MIN_READER`] up, add a step to `STEPS` that turns an
//! event of the version before into the new one, copy the newest fixture to a file of the next number and keep all tests.
//!
//! Lines are never rewritten: fields that this version does not know stay in the journal as they came.

mod row;
pub mod shift;
pub mod study;
mod v1;
mod words;

use std::fmt;

use itsm::Event;
use serde_json::{Map, Value};

use crate::undo::Undone;
use row::Row;

/// The version that this code writes. Version 2 tells of undos, saved views and a moved clock, version 3 of all
/// practices and of links between their records.
pub const VERSION: u32 = 3;
/// The oldest version of the code that may show what this one writes: one that knew no undo would show what was taken
/// back, one without the practices could not read what they do to incidents.
pub const MIN_READER: u32 = 3;
/// The oldest version of the code that may add to what this one writes.
pub const MIN_WRITER: u32 = 3;

/// The same, as the journal asks for it.
pub const VERSIONS: journal::Versions =
    journal::Versions { reader: VERSION, writer: VERSION, min_reader: MIN_READER, min_writer: MIN_WRITER };

/// Turns an event of one version into an event of the next. `STEPS[0]` makes version 2 of version 1.
type Step = fn(&mut Map<String, Value>);
const STEPS: &[Step] = &[unchanged, unchanged];

/// Versions 2 and 3 have new kinds; what the version before knew is as it was.
fn unchanged(_: &mut Map<String, Value>) {}

/// Why a stored line cannot be read. The line is kept as it is; the workspace reports it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not JSON of the expected shape.
    NotOurs,
    /// A newer version of the app wrote it.
    Newer {
        /// The version it says it has.
        version: u64,
    },
    /// It tells of something that this version has never heard of.
    UnknownKind(String),
    /// A field is missing or has a value that cannot be.
    Field {
        /// The kind of event.
        kind: String,
        /// The field's stored name.
        field: &'static str,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::NotOurs => out.write_str("it is not a record of this app"),
            Unreadable::Newer { .. } => out.write_str("a newer version of the app wrote it; reload to update"),
            Unreadable::UnknownKind(kind) => {
                out.write_str("it tells of something this version does not know: ")?;
                out.write_str(kind)
            }
            Unreadable::Field { kind, field } => {
                out.write_str("the field \u{201c}")?;
                out.write_str(field)?;
                out.write_str("\u{201d} of \u{201c}")?;
                out.write_str(kind)?;
                out.write_str("\u{201d} has no value that could be right")
            }
        }
    }
}

/// What one stored command tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// What happened at the desk.
    Events(Vec<Event>),
    /// That another command was taken back.
    Undone(Undone),
}

/// The stored form of an undo.
pub fn write_undone(undone: &Undone) -> String {
    line(vec![v1::undone::write(undone).into_value()])
}

/// The stored form of one command's events. Instants are kept to the millisecond.
pub fn write(events: &[Event]) -> String {
    line(events.iter().map(|event| v1::write(event).into_value()).collect())
}

fn line(events: Vec<Value>) -> String {
    let mut line = Map::new();
    line.insert("v".into(), VERSION.into());
    line.insert("e".into(), Value::Array(events));
    Value::Object(line).to_string()
}

/// What one stored command tells, of this or any older version: all of it or nothing. An undo stands alone.
pub fn read(line: &str) -> Result<Told, Unreadable> {
    let Ok(Value::Object(mut line)) = serde_json::from_str(line) else { return Err(Unreadable::NotOurs) };
    let version = line.get("v").and_then(Value::as_u64).ok_or(Unreadable::NotOurs)?;
    if version > u64::from(VERSION) {
        return Err(Unreadable::Newer { version });
    }
    let Some(Value::Array(events)) = line.remove("e") else { return Err(Unreadable::NotOurs) };
    let row = |event| {
        let Value::Object(mut fields) = event else { return Err(Unreadable::NotOurs) };
        migrate(version, &mut fields);
        Row::of(fields)
    };
    let rows: Vec<Row> = events.into_iter().map(row).collect::<Result<_, _>>()?;
    match rows.as_slice() {
        [row] if v1::undone::is(row) => v1::undone::read(row).map(Told::Undone),
        rows => rows.iter().map(v1::read).collect::<Result<_, _>>().map(Told::Events),
    }
}

/// Brings an event of an older version up to [`VERSION`], one step at a time.
fn migrate(version: u64, fields: &mut Map<String, Value>) {
    let done = usize::try_from(version.saturating_sub(1)).unwrap_or(usize::MAX);
    STEPS.iter().skip(done).for_each(|step| step(fields));
}
