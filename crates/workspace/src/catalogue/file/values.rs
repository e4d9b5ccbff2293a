//! The smallest parts of a file: texts, ids, dates, instants, durations, amounts and links.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta, Utc};
use itsm::Key;
use serde_json::{Map, Value};

use super::cursor::Cursor;
use super::limits::{AMOUNT, LINE, NUMBER, PAGES, SECONDS, TEXT};

/// The fields of an object that is being written.
#[derive(Default)]
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    /// Adds a field, whatever it says.
    pub fn put(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.insert(name.to_owned(), value.into());
        self
    }

    /// Adds a field, unless it says nothing: null, no, zero, an empty text, list or object.
    pub fn some(self, name: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let says_nothing = match &value {
            Value::Null => true,
            Value::Bool(yes) => !yes,
            Value::Number(number) => number.as_i64() == Some(0),
            Value::String(text) => text.is_empty(),
            Value::Array(list) => list.is_empty(),
            Value::Object(fields) => fields.is_empty(),
        };
        if says_nothing { self } else { self.put(name, value) }
    }

    /// Adds a field if there is something, whatever it says.
    pub fn optional(self, name: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.put(name, value),
            None => self,
        }
    }

    /// Adds a text, unless it is empty.
    pub fn text(self, name: &str, text: &str) -> Self {
        self.some(name, text)
    }

    /// Adds a list of texts, unless it is empty.
    pub fn texts(self, name: &str, texts: &[Arc<str>]) -> Self {
        self.some(name, list(texts, |text| Value::from(&**text)))
    }

    /// The object.
    pub fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// A list.
pub(crate) fn list<T>(items: &[T], write: impl Fn(&T) -> Value) -> Value {
    Value::Array(items.iter().map(write).collect())
}

/// An id or a key: its number, and its tag after a hyphen where it has one.
pub(crate) fn from_key(key: impl Into<Key>) -> Value {
    let Key { number, tag } = key.into();
    if tag == 0 { number.into() } else { [&*number.to_string(), "-", &*tag.to_string()].concat().into() }
}

/// See [`from_key`].
pub(crate) fn key<K: From<Key>>(at: &Cursor<'_>) -> K {
    let found = match at.value {
        Value::Number(number) => number.as_u64().and_then(|number| u32::try_from(number).ok()).map(Key::imported),
        Value::String(text) => {
            let (number, tag) = text.split_once('-').unwrap_or((text, "0"));
            digits(number).zip(digits(tag)).map(|(number, tag)| Key { number, tag })
        }
        _ => None,
    };
    K::from(found.unwrap_or_else(|| {
        at.fail("must be an id: a whole number, or \"number-tag\"");
        Key::default()
    }))
}

/// A number of digits alone: `parse` would take a plus as well.
fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Words on one line.
pub(crate) fn line(at: &Cursor<'_>) -> Arc<str> {
    words(at, LINE, false)
}

/// Some sentences, with line breaks.
pub(crate) fn text(at: &Cursor<'_>) -> Arc<str> {
    words(at, TEXT, true)
}

/// Some pages.
pub(crate) fn pages(at: &Cursor<'_>) -> Arc<str> {
    words(at, PAGES, true)
}

fn words(at: &Cursor<'_>, most: usize, has_lines: bool) -> Arc<str> {
    let Some(text) = at.value.as_str() else {
        at.fail("must be a text in quotation marks");
        return Arc::default();
    };
    if !at.is_strict() {
        return Arc::from(text);
    }
    // No text has more characters than bytes, so that most need no counting.
    if text.len() > most && text.chars().count() > most {
        at.fail(format!("is longer than {most} characters"));
        return Arc::default();
    }
    clean(at, text, has_lines)
}

/// Takes out what cannot be seen and can deceive: control characters, and marks that turn the direction of what
/// follows. Line breaks stay where lines may stand, and are spaces elsewhere.
fn clean(at: &Cursor<'_>, text: &str, has_lines: bool) -> Arc<str> {
    let deceives = |letter: char| {
        (letter.is_control() && !matches!(letter, '\n' | '\t'))
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let breaks = |letter: char| matches!(letter, '\n' | '\t' | '\u{2028}' | '\u{2029}');
    if !text.contains(|letter| deceives(letter) || breaks(letter)) {
        return Arc::from(text);
    }
    let seen = text.chars().filter(|letter| !deceives(*letter));
    let kept: String = seen.map(|letter| if breaks(letter) && !has_lines { ' ' } else { letter }).collect();
    // A carriage return before a line break is how some editors end a line, nothing to tell about.
    at.notes.clean(text.chars().filter(|letter| deceives(*letter) && *letter != '\r').count());
    Arc::from(kept)
}

/// Yes or no.
pub(crate) fn yes(at: &Cursor<'_>) -> bool {
    at.value.as_bool().unwrap_or_else(|| {
        at.fail("must be true or false");
        false
    })
}

/// A whole number from 0 to the most that its type holds.
pub(crate) fn count<T: TryFrom<u64> + Default>(at: &Cursor<'_>) -> T {
    at.value.as_u64().and_then(|number| T::try_from(number).ok()).unwrap_or_else(|| {
        at.fail("must be a whole number that is not negative, nor too large");
        T::default()
    })
}

/// An amount in hundredths of the currency.
pub(crate) fn amount(at: &Cursor<'_>) -> u64 {
    match at.value.as_u64() {
        Some(amount) if !at.is_strict() || amount <= AMOUNT => amount,
        Some(_) => {
            at.fail("is more than anybody pays");
            0
        }
        None => {
            at.fail("must be a whole number of hundredths of the currency, and not negative");
            0
        }
    }
}

/// What an answer adds or takes, in hundredths of the currency.
pub(crate) fn surcharge(at: &Cursor<'_>) -> i64 {
    signed(at, "must be a whole number of hundredths")
}

/// A whole number.
pub(crate) fn number(at: &Cursor<'_>) -> i64 {
    signed(at, "must be a whole number")
}

fn signed(at: &Cursor<'_>, problem: &str) -> i64 {
    let Some(number) = at.value.as_i64() else {
        at.fail(problem);
        return 0;
    };
    if at.is_strict() && !(-NUMBER..=NUMBER).contains(&number) {
        at.fail("must be between minus and plus a thousand million");
        return 0;
    }
    number
}

/// Working time, in minutes; seconds are a fraction.
pub(crate) fn from_duration(time: TimeDelta) -> Value {
    let seconds = time.num_seconds();
    if seconds % 60 == 0 { (seconds / 60).into() } else { (seconds as f64 / 60.0).into() }
}

/// See [`from_duration`].
pub(crate) fn duration(at: &Cursor<'_>) -> TimeDelta {
    let whole = at.value.as_i64().and_then(|minutes| minutes.checked_mul(60));
    let seconds = whole.or_else(|| {
        let seconds = (at.value.as_f64()? * 60.0).round();
        (seconds.abs() < 9.0e15).then_some(seconds as i64)
    });
    let allowed = seconds.filter(|seconds| !at.is_strict() || (0..=SECONDS).contains(seconds));
    allowed.and_then(TimeDelta::try_seconds).unwrap_or_else(|| {
        at.fail("must be a number of working minutes, from 0 to ten years");
        TimeDelta::zero()
    })
}

/// A share in per cent.
pub(super) fn from_share(thousandths: u32) -> Value {
    if thousandths.is_multiple_of(1000) {
        (thousandths / 1000).into()
    } else {
        (f64::from(thousandths) / 1000.0).into()
    }
}

/// See [`from_share`]; in thousandths of a per cent.
pub(super) fn share(at: &Cursor<'_>) -> u32 {
    let most = if at.is_strict() { 100_000.0 } else { f64::from(u32::MAX) };
    let thousandths = at.value.as_f64().map(|share| (share * 1000.0).round());
    match thousandths.filter(|share| (0.0..=most).contains(share)) {
        Some(share) => share as u32,
        None => {
            at.fail("must be a number of per cent, from 0 to 100");
            0
        }
    }
}

/// A day, as year-month-day.
pub(crate) fn from_day(day: NaiveDate) -> Value {
    day.to_string().into()
}

/// See [`from_day`].
pub(crate) fn day(at: &Cursor<'_>) -> NaiveDate {
    let read = || {
        let text = at.value.as_str().filter(|text| text.len() == 10)?;
        let mut parts = text.splitn(3, '-').map(digits);
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    };
    read().unwrap_or_else(|| {
        at.fail("must be a day such as 2027-03-31");
        NaiveDate::default()
    })
}

/// An instant, in universal time, to the millisecond.
pub(crate) fn from_instant(at: DateTime<Utc>) -> Value {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true).into()
}

/// See [`from_instant`]. An offset is taken, and turned into universal time.
pub(crate) fn instant(at: &Cursor<'_>) -> DateTime<Utc> {
    let read = at.value.as_str().and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    read.map(|instant| instant.to_utc()).unwrap_or_else(|| {
        at.fail("must be an instant such as 2027-03-31T08:00:00Z");
        DateTime::UNIX_EPOCH
    })
}

/// An address that a page may lead to.
pub(super) fn link(at: &Cursor<'_>) -> Arc<str> {
    let link = line(at);
    if at.is_strict() && !link.is_empty() && !is_safe_link(&link) {
        at.fail("must begin with https://, http:// or mailto:, and have no spaces");
    }
    link
}

/// An address on the web that begins with https.
pub(super) fn secure(at: &Cursor<'_>) -> Arc<str> {
    let link = line(at);
    if at.is_strict() && !link.is_empty() && !(is_safe_link(&link) && begins(&link, "https://")) {
        at.fail("must begin with https:// and have no spaces");
    }
    link
}

/// An e-mail address.
pub(super) fn email(at: &Cursor<'_>) -> Arc<str> {
    let address = line(at);
    if at.is_strict() && !address.is_empty() && !is_email(&address) {
        at.fail("must be an e-mail address such as desk@example.org");
    }
    address
}

/// Whether a link leads to the web or to a mail address, and holds nothing that a browser would read as something
/// else. Pages ask this of every link that they show.
pub fn is_safe_link(link: &str) -> bool {
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || matches!(letter, '<' | '>' | '"' | '\\');
    let leads = |scheme: &str| begins(link, scheme) && link.len() > scheme.len();
    !link.contains(odd) && ["https://", "http://", "mailto:"].into_iter().any(leads)
}

fn begins(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// Whether mail can be sent there; nothing that would add headers or further addresses to a `mailto:` link.
pub fn is_email(address: &str) -> bool {
    let odd = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || matches!(letter, '<' | '>' | '"' | '\\' | '?' | '&' | '#' | ';' | ',' | ':' | '(' | ')' | '/')
    };
    match address.split_once('@') {
        Some((name, host)) => {
            !name.is_empty() && !host.is_empty() && !host.contains('@') && !address.contains(odd) && host != "."
        }
        None => false,
    }
}
