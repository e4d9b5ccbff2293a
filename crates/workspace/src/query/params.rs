//! A query as the part of a link behind the question mark, so that a filtered queue can be sent to a colleague.
//!
//! Only what differs from the default is written. What is not understood is ignored: a link from a later
//! version still opens a queue.

use itsm::incident::Stage;
use itsm::{GroupId, Key, PersonId, Priority};

use super::{Query, Sort, SortKey};
use crate::standing::Breach;

impl Query {
    /// The query as parameters (`state=new,hold&q=vpn`), without a question mark; empty for the default.
    pub fn to_params(&self) -> String {
        let mut params = Params::default();
        params.list("state", self.stages.iter().map(|stage| stage_word(*stage).to_owned()));
        params.list("priority", self.priorities.iter().map(|priority| priority.0.to_string()));
        params.list("group", self.groups.iter().map(|group| group.map_or("none".to_owned(), |id| key_text(id.0))));
        params.list("clock", self.breach.iter().map(|breach| breach_word(*breach).to_owned()));
        params.list("assignee", self.mine.iter().map(|id| key_text(id.0)));
        if !self.words.trim().is_empty() {
            params.add("q", &self.words);
        }
        if self.sort != Sort::default() {
            let direction = if self.sort.descending { "-" } else { "" };
            params.add("sort", &[direction, sort_word(self.sort.key)].concat());
        }
        params.0
    }

    /// The query of a link, with or without the question mark.
    pub fn from_params(params: &str) -> Self {
        let mut query = Query::default();
        for pair in params.strip_prefix('?').unwrap_or(params).split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            query.read(name, &decode(value));
        }
        query
    }

    fn read(&mut self, name: &str, value: &str) {
        let each = || value.split(',').filter(|part| !part.is_empty());
        match name {
            "state" => self.stages = each().filter_map(|word| find(&Stage::ALL, word, stage_word)).collect(),
            "priority" => self.priorities = each().filter_map(|word| word.parse().ok().map(Priority)).collect(),
            "group" => self.groups = each().filter_map(group).collect(),
            "clock" => self.breach = find(&Breach::ALL, value, breach_word),
            "assignee" => self.mine = key_of(value).map(PersonId),
            "q" => self.words = value.to_owned(),
            "sort" => {
                let (descending, word) = value.strip_prefix('-').map_or((false, value), |word| (true, word));
                if let Some(key) = find(&SortKey::ALL, word, sort_word) {
                    self.sort = Sort { key, descending };
                }
            }
            _ => {}
        }
    }
}

fn group(word: &str) -> Option<Option<GroupId>> {
    if word == "none" { Some(None) } else { key_of(word).map(|key| Some(GroupId(key))) }
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

fn find<T: Copy>(all: &[T], word: &str, word_of: fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|one| word_of(*one) == word)
}

fn stage_word(stage: Stage) -> &'static str {
    match stage {
        Stage::New => "new",
        Stage::InProgress => "progress",
        Stage::OnHold => "hold",
        Stage::Resolved => "resolved",
        Stage::Closed => "closed",
        Stage::Cancelled => "cancelled",
    }
}

fn breach_word(breach: Breach) -> &'static str {
    match breach {
        Breach::NoTarget => "none",
        Breach::Met => "met",
        Breach::Paused => "paused",
        Breach::Within => "within",
        Breach::DueSoon => "soon",
        Breach::Breached => "breached",
    }
}

fn sort_word(key: SortKey) -> &'static str {
    match key {
        SortKey::Number => "number",
        SortKey::Priority => "priority",
        SortKey::State => "state",
        SortKey::Opened => "opened",
        SortKey::Changed => "changed",
        SortKey::Caller => "caller",
        SortKey::Group => "group",
        SortKey::Assignee => "assignee",
        SortKey::TimeLeft => "left",
    }
}

/// Parameters that are being written.
#[derive(Default)]
struct Params(String);

impl Params {
    fn list(&mut self, name: &str, words: impl Iterator<Item = String>) {
        let words: Vec<String> = words.collect();
        if !words.is_empty() {
            self.add(name, &words.join(","));
        }
    }

    fn add(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(name);
        self.0.push('=');
        encode(value, &mut self.0);
    }
}

/// Percent-encodes all but letters, digits and `- _ . ~ ,`; a space becomes a plus.
fn encode(text: &str, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |half: u8| DIGITS.get(usize::from(half)).map_or('0', |digit| char::from(*digit));
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b',' => out.push(char::from(byte)),
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
