//! Many commands as one immutable segment: the log itself in a smaller form.

use std::collections::BTreeMap;

use crate::checksum::{from_hex, hex};
use crate::columns::{self, Column, Table, Values};
use crate::{Damage, Entry, Stamp, TabId, text};

/// The most payload in one segment, in bytes, well below what the column codec reads.
const MOST_PAYLOAD: usize = 16 << 20;

/// Splits entries (in stamp order) into runs that fit a segment each.
pub fn runs<'a>(entries: &'a [&'a Entry]) -> Vec<&'a [&'a Entry]> {
    let mut size = 0;
    let mut runs = Vec::new();
    let mut rest = entries;
    let mut length = 0;
    for entry in entries {
        if length > 0 && size + entry.payload.len() > MOST_PAYLOAD {
            let (run, after) = rest.split_at(length);
            runs.push(run);
            (rest, length, size) = (after, 0, 0);
        }
        length += 1;
        size += entry.payload.len();
    }
    if !rest.is_empty() {
        runs.push(rest);
    }
    runs
}

/// Packs entries into a segment's text.
pub fn pack(entries: &[&Entry]) -> String {
    let column = |name: &str, values| Column { name: name.to_owned(), values };
    let numbers = |number: fn(&Entry) -> u64| Values::Integers(entries.iter().map(|e| number(e) as i64).collect());
    let table = Table {
        rows: entries.len(),
        columns: vec![
            column("millis", numbers(|e| e.stamp.millis)),
            column("count", numbers(|e| u64::from(e.stamp.count))),
            column("tab", words(entries.iter().map(|e| hex(e.stamp.tab.0)))),
            column("sequence", numbers(|e| u64::from(e.sequence))),
            column("payload", words(entries.iter().map(|e| e.payload.clone()))),
        ],
    };
    text::to_text(&columns::encode(&table))
}

fn words(values: impl Iterator<Item = String>) -> Values {
    let mut dictionary = Vec::new();
    let mut places = BTreeMap::new();
    let indexes = values
        .map(|word| {
            *places.entry(word).or_insert_with_key(|word| {
                dictionary.push(word.clone());
                dictionary.len() as u32 - 1
            })
        })
        .collect();
    Values::Words { dictionary, indexes }
}

/// Unpacks a segment's text.
pub fn unpack(packed: &str) -> Result<Vec<Entry>, Damage> {
    let table = columns::decode(&text::from_text(packed)?)?;
    let missing = Damage::whole("a packed segment lacks a column");
    let numbers = |name| match table.column(name) {
        Some(Values::Integers(values)) => Ok(values.iter()),
        _ => Err(missing),
    };
    let words = |name| match table.column(name) {
        Some(Values::Words { dictionary, indexes }) => {
            Ok(indexes.iter().map(|&i| dictionary.get(i as usize).map_or("", String::as_str)))
        }
        _ => Err(missing),
    };
    let (mut millis, mut count, mut sequence) = (numbers("millis")?, numbers("count")?, numbers("sequence")?);
    let (mut tab, mut payload) = (words("tab")?, words("payload")?);
    (0..table.rows)
        .map(|_| {
            Some(Entry {
                stamp: Stamp {
                    millis: *millis.next()? as u64,
                    count: u32::try_from(*count.next()?).ok()?,
                    tab: TabId(from_hex(tab.next()?)?),
                },
                sequence: u32::try_from(*sequence.next()?).ok().filter(|&s| s > 0)?,
                payload: payload.next()?.to_owned(),
            })
        })
        .collect::<Option<Vec<Entry>>>()
        .ok_or(Damage::whole("a packed segment holds a value that cannot be"))
}
