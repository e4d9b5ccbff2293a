//! Reading an exported file back, as a new workspace.

use std::collections::BTreeSet;
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::checksum::from_decimal_32;
use crate::entry::{one_line, stamp_from};
use crate::export::{ContentSum, FORMAT, VERSION};
use crate::{CreateError, Entry, Journal, Parcel, Segment, Store, TabId, Versions};

/// The largest export that is read, in bytes; more than a full store writes.
pub const MOST_EXPORT_BYTES: usize = 48 << 20;
/// The most commands an export may have.
const MOST_ENTRIES: usize = 1 << 20;

/// Why an exported file was not imported. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// It is larger than [`MOST_EXPORT_BYTES`]; it was not read.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// It is not JSON, from this place on.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It ends in the middle.
    CutOff {
        /// Its last line, from 1.
        line: usize,
    },
    /// It is JSON, but not an export of a workspace.
    WrongFormat,
    /// It was exported by a later version of the app.
    Newer {
        /// The version of the file.
        version: u64,
    },
    /// Something in it is not as it should be.
    Wrong {
        /// Where: the field, such as `entries[3].at`.
        place: String,
        /// What is expected there.
        expected: &'static str,
    },
    /// It was changed after it was exported.
    Checksum,
    /// It is sound but could not be stored.
    Create(CreateError),
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ImportError::TooLarge { bytes } => {
                write!(f, "The file has {bytes} bytes; more than {MOST_EXPORT_BYTES} are not read.")
            }
            ImportError::NotJson { line, column } => write!(f, "The file is not JSON at line {line}, column {column}."),
            ImportError::CutOff { line } => write!(
                f,
                "The file is cut off: it ends on line {line}, in the middle of its content. Copy or export it once more."
            ),
            ImportError::WrongFormat => f.write_str(
                "The file is not an exported workspace: its format is not \u{201c}service-dojo-workspace\u{201d}.",
            ),
            ImportError::Newer { version } => {
                write!(
                    f,
                    "The file was exported by a later version of this app (format version {version}). Reload the page to get it."
                )
            }
            ImportError::Wrong { place, expected } => {
                write!(f, "The file is damaged at {place}: {expected} is expected there.")
            }
            ImportError::Checksum => {
                f.write_str("The file was changed or cut after it was exported: its checksum does not fit its content.")
            }
            ImportError::Create(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ImportError {}

/// Imports an exported file as the new workspace `workspace`; all of it or nothing. What it holds can be
/// had from the journal: [`Journal::base`], [`Journal::entries`].
pub fn import<S: Store>(
    store: S,
    versions: Versions,
    file: &str,
    workspace: &str,
    tab: TabId,
    now_millis: u64,
) -> Result<Journal<S>, ImportError> {
    let parcel = read_export(file)?;
    let name = parcel.name.clone();
    parcel.create(store, versions, workspace, &name, tab, now_millis).map_err(ImportError::Create)
}

/// What an exported file calls its workspace, also where the rest of it cannot be used.
pub fn name_in(file: &str) -> Option<String> {
    let json: Value = serde_json::from_str(file.trim_start_matches('\u{feff}')).ok()?;
    let is_export = json.get("format").and_then(Value::as_str) == Some(FORMAT);
    json.get("name").and_then(Value::as_str).filter(|_| is_export).map(one_line)
}

/// Reads an exported file and checks it. Nothing is stored.
pub fn read_export(file: &str) -> Result<Parcel, ImportError> {
    if file.len() > MOST_EXPORT_BYTES {
        return Err(ImportError::TooLarge { bytes: file.len() });
    }
    let json: Value = serde_json::from_str(file.trim_start_matches('\u{feff}')).map_err(|error| {
        match (error.is_eof(), error.line(), error.column()) {
            (true, line, _) if !file.trim().is_empty() => ImportError::CutOff { line },
            (_, line, column) => ImportError::NotJson { line, column },
        }
    })?;
    if json.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(ImportError::WrongFormat);
    }
    match json.get("version").and_then(Value::as_u64) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(ImportError::Newer { version }),
        _ => return wrong("version", "a number from 1"),
    }
    let name = text(&json, "name", || "name".to_owned())?;
    let (base, base_text) = match json.get("base") {
        None | Some(Value::Null) => (None, None),
        Some(base) => {
            let kind = text(base, "kind", || "base.kind".to_owned())?;
            let base64 = text(base, "base64", || "base.base64".to_owned())?;
            let Ok(bytes) = STANDARD.decode(base64) else { return wrong("base.base64", "base 64") };
            (Some(Segment { kind: one_line(kind), bytes }), Some((kind, base64)))
        }
    };
    let Some(list) = json.get("entries").and_then(Value::as_array) else { return wrong("entries", "a list") };
    if list.len() > MOST_ENTRIES {
        return wrong("entries", "at most 1048576 of them");
    }
    let mut sum = ContentSum::new(name, base_text);
    let mut seen = BTreeSet::new();
    let mut entries = Vec::with_capacity(list.len());
    for (number, json) in list.iter().enumerate() {
        let entry = entry(json, number)?;
        sum.entry(&entry);
        if !seen.insert(entry.id()) {
            return wrong(&format!("entries[{number}].at"), "a command that is not listed before");
        }
        entries.push(entry);
    }
    let checksum = text(&json, "checksum", || "checksum".to_owned())?;
    if checksum != sum.hex() {
        return Err(ImportError::Checksum);
    }
    let exported_millis = json.get("exported").and_then(Value::as_u64);
    Ok(Parcel { name: one_line(name), base, entries, exported_millis })
}

fn entry(json: &Value, number: usize) -> Result<Entry, ImportError> {
    let place = |field: &str| format!("entries[{number}].{field}");
    let at = text(json, "at", || place("at"))?;
    let payload = text(json, "payload", || place("payload"))?.to_owned();
    let read = at.rsplit_once(' ').and_then(|(stamp, sequence)| {
        Some(Entry { stamp: stamp_from(stamp)?, sequence: from_decimal_32(sequence).filter(|&s| s > 0)?, payload })
    });
    read.map_or_else(|| wrong(&place("at"), "milliseconds, count, tab and number"), Ok)
}

fn text<'a>(json: &'a Value, field: &str, place: impl Fn() -> String) -> Result<&'a str, ImportError> {
    match json.get(field).and_then(Value::as_str) {
        Some(text) => Ok(text),
        None => wrong(&place(), "a text"),
    }
}

fn wrong<T>(place: &str, expected: &'static str) -> Result<T, ImportError> {
    Err(ImportError::Wrong { place: place.to_owned(), expected })
}
