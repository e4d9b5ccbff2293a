//! The fields of one stored event: putting them in, and taking them out again with a word on what is wrong.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::{Key, Level};
use serde_json::{Map, Value};

use super::Unreadable;

/// One event as it is stored: its kind and its fields.
pub(super) struct Row {
    kind: String,
    fields: Map<String, Value>,
}

impl Row {
    /// An empty row of a kind.
    pub fn new(kind: &str) -> Self {
        Self { kind: kind.to_owned(), fields: Map::new() }
    }

    /// A row that was read.
    pub fn of(fields: Map<String, Value>) -> Result<Self, Unreadable> {
        match fields.get("k") {
            Some(Value::String(kind)) => Ok(Self { kind: kind.clone(), fields }),
            _ => Err(Unreadable::NotOurs),
        }
    }

    /// The row as JSON.
    pub fn into_value(self) -> Value {
        let mut fields = self.fields;
        fields.insert("k".into(), self.kind.into());
        Value::Object(fields)
    }

    /// What kind of event this is.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Adds a field.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.fields.insert(name.into(), value.into());
        self
    }

    /// Adds a field, unless it says nothing (null or an empty text).
    pub fn with_some(self, name: &'static str, value: impl Into<Value>) -> Self {
        match value.into() {
            Value::Null => self,
            Value::String(text) if text.is_empty() => self,
            value => self.with(name, value),
        }
    }

    /// A field that must be there: what `take` makes of it.
    pub fn take<T>(&self, name: &'static str, take: impl Fn(&Value) -> Option<T>) -> Result<T, Unreadable> {
        let value = self.fields.get(name).unwrap_or(&Value::Null);
        take(value).ok_or_else(|| self.wrong(name))
    }

    /// A field that may be missing or null: what `take` makes of it otherwise.
    pub fn maybe<T>(&self, name: &'static str, take: impl Fn(&Value) -> Option<T>) -> Result<Option<T>, Unreadable> {
        self.take(name, |value| optional(value, &take))
    }

    /// Says that a field is wrong.
    pub fn wrong(&self, field: &'static str) -> Unreadable {
        Unreadable::Field { kind: self.kind.clone(), field }
    }
}

/// `Some(None)` for null, otherwise what `take` makes of the value.
pub(super) fn optional<T>(value: &Value, take: impl Fn(&Value) -> Option<T>) -> Option<Option<T>> {
    if value.is_null() { Some(None) } else { take(value).map(Some) }
}

/// A key: its number alone where the tag is 0, else number and tag.
pub(super) fn from_key(key: Key) -> Value {
    if key.tag == 0 { key.number.into() } else { vec![key.number, key.tag].into() }
}

/// See [`from_key`].
pub(super) fn key(value: &Value) -> Option<Key> {
    match value {
        Value::Array(parts) => match parts.as_slice() {
            [number, tag] => Some(Key { number: small(number)?, tag: small(tag)? }),
            _ => None,
        },
        number => Some(Key::imported(small(number)?)),
    }
}

/// An instant: milliseconds since 1970.
pub(super) fn from_instant(at: DateTime<Utc>) -> Value {
    at.timestamp_millis().into()
}

/// See [`from_instant`].
pub(super) fn instant(value: &Value) -> Option<DateTime<Utc>> {
    value.as_i64().and_then(DateTime::from_timestamp_millis)
}

/// A whole number of the size that is wanted.
pub(super) fn small<T: TryFrom<u64>>(value: &Value) -> Option<T> {
    value.as_u64().and_then(|number| T::try_from(number).ok())
}

/// A step of impact or urgency.
pub(super) fn level(value: &Value) -> Option<Level> {
    small(value).map(Level)
}

/// A text.
pub(super) fn text(value: &Value) -> Option<Arc<str>> {
    value.as_str().map(Arc::from)
}
