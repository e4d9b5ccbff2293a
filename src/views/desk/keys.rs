//! Ids as the values of lists: `31207` or `31207-3ade68b1`.

use itsm::Key;

/// The id as a list's value.
pub fn text(key: Key) -> String {
    let mut text = key.number.to_string();
    if key.tag != 0 {
        text.push('-');
        for shift in (0..8).rev() {
            let digit = (key.tag >> (shift * 4)) & 0xf;
            text.push(char::from_digit(digit, 16).unwrap_or('0'));
        }
    }
    text
}

/// The id of a list's value; `None` for an empty one or one that is no id.
pub fn key(text: &str) -> Option<Key> {
    let (number, tag) = text.split_once('-').unwrap_or((text, "0"));
    Some(Key { number: number.parse().ok()?, tag: u32::from_str_radix(tag, 16).ok()? })
}
