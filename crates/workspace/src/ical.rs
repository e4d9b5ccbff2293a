//! The change schedule as iCalendar (RFC 5545), for other calendars to show.
//!
//! Written by hand: what a crate would add here is little more than folding and escaping, and those that are kept well
//! take the time and random identifiers from the machine, which no crate of ours may.

use chrono::{DateTime, SecondsFormat, Utc};

/// An entry of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same for the same thing in every export, so that other calendars do not double it.
    pub uid: String,
    /// The first instant inside.
    pub start: DateTime<Utc>,
    /// The first instant after it.
    pub end: DateTime<Utc>,
    /// In one line.
    pub summary: String,
    /// In more lines; may be empty.
    pub description: String,
    /// Whether it still counts.
    pub is_cancelled: bool,
}

/// The most bytes of a line, without its end. Source: RFC 5545, 3.1.
const LINE_BYTES: usize = 75;

/// The calendar as text, as of `now`.
pub fn calendar(name: &str, now: DateTime<Utc>, entries: &[Entry]) -> String {
    let mut text = String::new();
    for property in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Service Dojo//Change schedule//EN"] {
        line(&mut text, property);
    }
    line(&mut text, &["X-WR-CALNAME:", &escaped(name)].concat());
    for entry in entries {
        line(&mut text, "BEGIN:VEVENT");
        line(&mut text, &["UID:", &escaped(&entry.uid)].concat());
        line(&mut text, &["DTSTAMP:", &instant(now)].concat());
        line(&mut text, &["DTSTART:", &instant(entry.start)].concat());
        line(&mut text, &["DTEND:", &instant(entry.end)].concat());
        line(&mut text, &["SUMMARY:", &escaped(&entry.summary)].concat());
        if !entry.description.is_empty() {
            line(&mut text, &["DESCRIPTION:", &escaped(&entry.description)].concat());
        }
        line(&mut text, if entry.is_cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        line(&mut text, "END:VEVENT");
    }
    line(&mut text, "END:VCALENDAR");
    text
}

/// `20260516T090000Z`.
fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true).chars().filter(|letter| !matches!(letter, '-' | ':')).collect()
}

/// Text with what has a meaning of its own marked. Source: RFC 5545, 3.3.11. Other control characters may not occur.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push('\t'),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// Adds a line, folded: what is too long goes on in lines that begin with a space. No letter is cut in two.
fn line(text: &mut String, content: &str) {
    let mut room = LINE_BYTES;
    for letter in content.chars() {
        if letter.len_utf8() > room {
            text.push_str("\r\n ");
            // The space counts, too.
            room = LINE_BYTES - 1;
        }
        text.push(letter);
        room -= letter.len_utf8();
    }
    text.push_str("\r\n");
}
