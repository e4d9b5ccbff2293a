//! How people call records: a prefix, seven digits, and the tag only where two share a number.

use crate::ids::Key;

/// `INC0031207`, or `INC0031207-3f` where the number alone would name two.
pub(crate) fn written(prefix: &str, key: Key, is_shared: bool) -> String {
    let Key { number, tag } = key;
    if is_shared { format!("{prefix}{number:07}-{tag:x}") } else { format!("{prefix}{number:07}") }
}

/// The keys that such a text may name, from the first to the last; in upper or lower case.
pub(crate) fn read(prefix: &str, text: &str) -> Option<(Key, Key)> {
    let upper = text.trim().to_ascii_uppercase();
    let rest = upper.strip_prefix(prefix)?;
    let (digits, tag) = match rest.split_once('-') {
        Some((digits, tag)) => (digits, Some(u32::from_str_radix(tag, 16).ok()?)),
        None => (rest, None),
    };
    let number = digits.parse().ok()?;
    Some((Key { number, tag: tag.unwrap_or(0) }, Key { number, tag: tag.unwrap_or(u32::MAX) }))
}

/// All keys of one number.
pub(crate) fn same_number(key: Key) -> (Key, Key) {
    (Key { tag: 0, ..key }, Key { tag: u32::MAX, ..key })
}
