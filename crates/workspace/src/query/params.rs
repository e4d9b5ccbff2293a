//! A query as the part of a link behind the question mark, so that a filtered queue can be sent to a colleague.
//!
//! Only what differs from the default is written. What is not understood is ignored: a link from a later
//! version still opens a queue.

use itsm::incident::Stage;
use itsm::{Key, Matrix, Priority};

use super::choice::Choice;
use super::name::Name;
use super::typed::parse;
use super::{Query, Sort, SortKey};
use crate::standing::Breach;

/// The parameter with the typed query.
const TYPED: &str = "q";

impl Query {
    /// The query as parameters (`q=state:new+vpn`, percent-encoded), without a question mark; empty for the default.
    pub fn to_params(&self) -> String {
        let text = self.to_text();
        if text.is_empty() { text } else { params_of(&text) }
    }

    /// The query of a link, with or without the question mark: a typed one, or the parameters of older links
    /// (`state=new,hold&priority=2&clock=breached&q=vpn`).
    pub fn from_params(params: &str) -> Self {
        let mut query = typed_in(params).map(|text| parse(&text).query).unwrap_or_default();
        for (name, value) in pairs(params) {
            query.read(name, &decode(value));
        }
        query.settle_sort();
        query
    }

    fn read(&mut self, name: &str, value: &str) {
        let each = || value.split(',').filter(|part| !part.is_empty());
        match name {
            "state" => each().filter_map(stage).for_each(|stage| self.stages.insert(stage)),
            "priority" => {
                let levels = each().filter_map(|word| word.parse().ok().map(Priority));
                levels
                    .filter(|level| (1..=Matrix::LOWEST).contains(&level.0))
                    .for_each(|one| self.priorities.insert(one));
            }
            "group" => self.groups.any.extend(each().filter_map(group)),
            "clock" => each().filter_map(breach).for_each(|breach| self.breaches.insert(breach)),
            "assignee" => self.people.any.extend(key_of(value).map(Name::Key)),
            "sort" => {
                let (descending, word) = value.strip_prefix('-').map_or((false, value), |word| (true, word));
                let word = if word == "assignee" { "person" } else { word };
                let key = SortKey::ALL.into_iter().find(|key| key.word() == word);
                self.sort = key.map(|key| Sort { key, descending }).into_iter().collect();
            }
            _ => {}
        }
    }
}

/// The typed query of a link, as somebody may have written it: with its faults, if it has any.
pub fn typed_in(params: &str) -> Option<String> {
    pairs(params).find(|(name, _)| *name == TYPED).map(|(_, value)| decode(value))
}

/// The parameters of a typed query that may have faults.
pub fn params_of(text: &str) -> String {
    let mut params = [TYPED, "="].concat();
    encode(text, &mut params);
    params
}

fn pairs(params: &str) -> impl Iterator<Item = (&str, &str)> {
    params.strip_prefix('?').unwrap_or(params).split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

fn group(word: &str) -> Option<Name> {
    if word == "none" { Some(Name::None) } else { key_of(word).map(Name::Key) }
}

fn stage(word: &str) -> Option<Stage> {
    let word = match word {
        "progress" => "in-progress",
        "hold" => "on-hold",
        word => word,
    };
    Stage::WORDS.iter().position(|known| *known == word).and_then(Stage::at)
}

fn breach(word: &str) -> Option<Breach> {
    let word = if word == "soon" { "due-soon" } else { word };
    Breach::WORDS.iter().position(|known| *known == word).and_then(Breach::at)
}

/// A key as a short text, for links and for the values of lists: its number, and its tag in hexadecimal where it has one (`31207-3ade68b1`).
pub fn key_text(key: Key) -> String {
    let number = key.number.to_string();
    if key.tag == 0 { number } else { [number, format!("{:x}", key.tag)].join("-") }
}

/// The key that [`key_text`] wrote; `None` for a text that is none.
pub fn key_of(text: &str) -> Option<Key> {
    let (number, tag) = text.split_once('-').unwrap_or((text, "0"));
    Some(Key { number: number.parse().ok()?, tag: u32::from_str_radix(tag, 16).ok()? })
}

/// Percent-encodes all but letters, digits and `- _ . ~ , :`; a space becomes a plus.
fn encode(text: &str, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |half: u8| DIGITS.get(usize::from(half)).map_or('0', |digit| char::from(*digit));
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b',' | b':' => {
                out.push(char::from(byte))
            }
            b' ' => out.push('+'),
            _ => out.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
}

/// Undoes [`encode`]. A percent sign that begins no byte stays as it is.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match (byte, escaped(after)) {
            (b'%', Some((value, after))) => {
                bytes.push(value);
                rest = after;
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The byte whose two hexadecimal digits come first, and what follows them.
fn escaped(text: &[u8]) -> Option<(u8, &[u8])> {
    let (digits, after) = text.split_at_checked(2)?;
    let value = |digit: &u8| char::from(*digit).to_digit(16);
    let [high, low] = digits else { return None };
    u8::try_from(value(high)? * 16 + value(low)?).ok().map(|byte| (byte, after))
}
