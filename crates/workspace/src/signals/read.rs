//! Reading what was pasted. Three forms are understood, by how they begin: JSON (an array, or one object a line), CSV
//! with a line of names, and plain lines such as "warning Prometheus: disk 91 % full".

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::monitoring::{Severity, Signal};
use itsm::{Directory, EntryId, ItemId};
use serde_json::{Map, Value};

/// What one line became.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its number, counted from 1.
    pub number: usize,
    /// The event, or what is wrong, in words.
    pub signal: Result<Signal, String>,
    /// The configuration item that it names and nobody has entered; the event comes in without it.
    pub unknown_item: Option<String>,
}

/// Reads a text. An empty one has no lines.
pub fn read(directory: &Directory, text: &str) -> Vec<Line> {
    let text = text.trim();
    if text.starts_with('[') && text.ends_with(']') && serde_json::from_str::<Value>(text).is_ok() {
        return json_array(directory, text);
    }
    if text.starts_with('{') {
        return each_line(text, |line| json_object(directory, &serde_json::from_str(line).unwrap_or(Value::Null)));
    }
    match csv_names(text) {
        Some(names) => csv_rows(directory, text, &names),
        None => each_line(text, plain),
    }
}

/// A line's event, and an item that is not known.
type Read = (Result<Signal, String>, Option<String>);

fn each_line(text: &str, read: impl Fn(&str) -> Read) -> Vec<Line> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(place, line)| numbered(place + 1, read(line.trim()))).collect()
}

fn numbered(number: usize, (signal, unknown_item): Read) -> Line {
    Line { number, signal, unknown_item }
}

fn json_array(directory: &Directory, text: &str) -> Vec<Line> {
    let all = serde_json::from_str::<Vec<Value>>(text).unwrap_or_default();
    all.iter().enumerate().map(|(place, value)| numbered(place + 1, json_object(directory, value))).collect()
}

fn json_object(directory: &Directory, value: &Value) -> Read {
    let Some(fields) = value.as_object() else {
        return (
            Err("It is not a JSON object, such as {\"source\": \"Prometheus\", \"message\": \"…\"}.".into()),
            None,
        );
    };
    from_fields(directory, |names| json_text(fields, names))
}

/// The first of these fields, in any case, as text.
fn json_text(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    let found = names.iter().find_map(|name| fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)));
    match found?.1 {
        Value::String(text) => Some(text.clone()),
        Value::Null => None,
        other => Some(other.to_string()),
    }
}

const MESSAGE: [&str; 6] = ["message", "text", "summary", "description", "msg", "title"];

/// The names of the columns, if the first line looks like them.
fn csv_names(text: &str) -> Option<Vec<String>> {
    let first = text.lines().next()?;
    let names: Vec<String> = first.split([',', ';']).map(|name| name.trim().trim_matches('"').to_lowercase()).collect();
    (names.len() > 1 && names.iter().any(|name| MESSAGE.contains(&name.as_str()))).then_some(names)
}

fn csv_rows(directory: &Directory, text: &str, names: &[String]) -> Vec<Line> {
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.contains(';') && !first.contains(',') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let row = |(place, record): (usize, Result<csv::StringRecord, csv::Error>)| {
        let number = place + 2;
        let Ok(record) = record else { return numbered(number, (Err("It is no row of a CSV table.".into()), None)) };
        let cell = |wanted: &[&str]| {
            let column = wanted.iter().find_map(|name| names.iter().position(|known| known == name))?;
            record.get(column).map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        numbered(number, from_fields(directory, cell))
    };
    reader.records().enumerate().map(row).collect()
}

/// The event of named fields, under the names that tools commonly give them.
fn from_fields(directory: &Directory, field: impl Fn(&[&str]) -> Option<String>) -> Read {
    let source = field(&["source", "tool", "monitor", "origin"]);
    let message = field(&MESSAGE);
    let level = field(&["severity", "level", "priority"]);
    let state = field(&["state", "status"]);
    let named = field(&["item", "host", "ci", "node", "instance", "device"]);
    let (item, unknown) = match named.as_deref() {
        Some(name) => match item_named(directory, name) {
            Some(id) => (Some(id), None),
            None => (None, named.clone()),
        },
        None => (None, None),
    };
    let at = match field(&["time", "timestamp", "at", "date"]) {
        Some(text) => match instant(&text) {
            Some(at) => Some(at),
            None => return (Err(no_time(&text)), unknown),
        },
        None => None,
    };
    let recovers = state.as_deref().is_some_and(is_well) || level.as_deref().is_some_and(is_well);
    let severity = match level.as_deref().filter(|text| !is_well(text)) {
        Some(text) => match severity(text) {
            Some(severity) => severity,
            None => return (Err(no_severity(text)), unknown),
        },
        None => Severity::Informational,
    };
    let (Some(source), Some(message)) = (source, message) else {
        return (Err("It needs a source and a message.".into()), unknown);
    };
    // Where the item is not known, its name still tells causes apart.
    let key = field(&["key", "fingerprint", "alert_id", "id"]);
    let key = key.or_else(|| unknown.as_ref().map(|name| [&*source, "|", name, "|", &*message].concat()));
    let signal = Signal {
        source: source.into(),
        item,
        key: key.unwrap_or_default().into(),
        severity,
        message: message.into(),
        at,
        recovers,
    };
    (Ok(signal), unknown)
}

/// "2016-05-16T09:00:00Z warning Prometheus: disk 91 % full": the time and the severity may be missing.
fn plain(line: &str) -> Read {
    let (first, rest) = word(line);
    let (at, line) = match instant_written(first) {
        Some(at) => (Some(at), rest),
        None => (None, line),
    };
    let (first, rest) = word(line);
    let name = first.trim_matches(['[', ']', ':']);
    let (severity, recovers, line) = if is_well(name) {
        (Severity::Informational, true, rest)
    } else {
        match severity(name) {
            Some(severity) => (severity, false, rest),
            None => (Severity::Informational, false, line),
        }
    };
    let Some((source, message)) = line.split_once(": ") else {
        return (Err("It names no source. Write “warning Prometheus: disk 91 % full”.".into()), None);
    };
    let signal = Signal {
        source: source.trim().into(),
        item: None,
        key: Arc::from(""),
        severity,
        message: message.trim().into(),
        at,
        recovers,
    };
    (Ok(signal), None)
}

fn word(line: &str) -> (&str, &str) {
    line.split_once(char::is_whitespace).map_or((line, ""), |(first, rest)| (first, rest.trim_start()))
}

fn item_named(directory: &Directory, name: &str) -> Option<ItemId> {
    let same = |(id, known): (&ItemId, &Arc<str>)| {
        (known.eq_ignore_ascii_case(name.trim()) && !directory.is_retired(EntryId::Item(*id))).then_some(*id)
    };
    directory.items.iter().find_map(same)
}

fn is_well(word: &str) -> bool {
    ["ok", "up", "resolved", "recovered", "recovery", "cleared", "clear"].contains(&word.trim().to_lowercase().as_str())
}

fn severity(word: &str) -> Option<Severity> {
    Some(match word.trim().to_lowercase().as_str() {
        "informational" | "information" | "info" | "notice" | "debug" => Severity::Informational,
        "warning" | "warn" | "minor" => Severity::Warning,
        "exception" | "error" | "err" | "critical" | "crit" | "major" | "alert" | "emergency" | "fatal" | "down" => {
            Severity::Exception
        }
        _ => return None,
    })
}

/// An instant in RFC 3339, or in seconds or milliseconds since 1970.
fn instant(text: &str) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if let Ok(number) = text.parse::<i64>() {
        let is_millis = number.abs() >= 100_000_000_000;
        return if is_millis { DateTime::from_timestamp_millis(number) } else { DateTime::from_timestamp(number, 0) };
    }
    instant_written(text)
}

fn instant_written(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text.trim()).ok().map(|at| at.to_utc())
}

fn no_time(text: &str) -> String {
    ["The time “", text, "” is not understood. Write it with its zone: 2016-05-16T09:00:00Z."].concat()
}

fn no_severity(text: &str) -> String {
    ["The severity “", text, "” is not known. Write informational, warning or exception."].concat()
}
