//! Version 1 of an undo: which command of the same journal it takes back.
//!
//! `of` is that command's stamp, a list of milliseconds, count and tab; the tab as 16 hexadecimal digits, because a
//! JSON number would not keep it.

use itsm::PersonId;
use journal::{Stamp, TabId};
use serde_json::Value;

use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, from_key, instant, key, small};
use crate::undo::Undone;

const KIND: &str = "undone";

/// Whether a row is an undo.
pub(in crate::stored) fn is(row: &Row) -> bool {
    row.kind() == KIND
}

pub(in crate::stored) fn write(undone: &Undone) -> Row {
    Row::new(KIND)
        .with("of", from_stamp(undone.of))
        .with("t", from_instant(undone.at))
        .with("by", from_key(undone.by.0))
}

pub(in crate::stored) fn read(row: &Row) -> Result<Undone, Unreadable> {
    Ok(Undone { at: row.take("t", instant)?, by: PersonId(row.take("by", key)?), of: row.take("of", stamp)? })
}

fn from_stamp(stamp: Stamp) -> Value {
    let tab = format!("{:016x}", stamp.tab.0);
    vec![Value::from(stamp.millis), stamp.count.into(), tab.into()].into()
}

fn stamp(value: &Value) -> Option<Stamp> {
    let [millis, count, tab] = value.as_array()?.as_slice() else { return None };
    let tab = tab.as_str().filter(|tab| tab.len() == 16 && tab.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
    let tab = TabId(u64::from_str_radix(tab, 16).ok()?);
    Some(Stamp { millis: millis.as_u64()?, count: small(count)?, tab })
}
