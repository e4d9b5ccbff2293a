//! Abbreviations that nobody explained.

use std::collections::BTreeSet;

use super::words::words;
use super::{Fix, Found, Here, Level, Part, Rule};
use crate::catalogue::edit::{Edit, Slot, Text};

/// What everybody knows, or is a name rather than a short form.
const KNOWN: [&str; 32] = [
    "AM", "CD", "CEO", "CET", "CHF", "DVD", "EU", "EUR", "FAQ", "GB", "GBP", "GMT", "HR", "ID", "IT", "KB", "MB", "OK",
    "PC", "PDF", "PIN", "PM", "SMS", "TB", "TV", "UK", "URL", "US", "USA", "USB", "USD", "UTC",
];

/// Short forms with what they stand for, where there is no doubt in a catalogue of IT services.
const STANDS_FOR: [(&str, &str); 12] = [
    ("CRM", "customer relationship management"),
    ("DNS", "domain name system"),
    ("ERP", "enterprise resource planning"),
    ("LAN", "local area network"),
    ("MFA", "multi-factor authentication"),
    ("OLA", "operational level agreement"),
    ("RAM", "working memory"),
    ("SLA", "service level agreement"),
    ("SSD", "solid-state drive"),
    ("SSO", "single sign-on"),
    ("VPN", "virtual private network"),
    ("WLAN", "wireless network"),
];

/// Short forms are two to six capital letters.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=6;

pub(super) const RULES: &[Rule] = &[Rule::service(
    "abbreviation",
    Level::Should,
    "An abbreviation is not explained",
    "Whoever does not know it cannot look it up: short forms mean different things in different trades. Explain it once.",
    unexplained,
)];

/// Each short form is found once a service, where it first stands. It is explained if it stands in brackets or is
/// followed by brackets anywhere in what customers read of the service.
fn unexplained(here: &Here) -> Vec<Found> {
    let texts = here.shown();
    let is_explained = |short: &str| {
        let inside = format!("({short})");
        let after = format!("{short} (");
        texts.iter().any(|(_, text)| text.contains(&inside) || text.contains(&after))
    };
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (part, text) in &texts {
        for word in words(text) {
            let is_short = word.chars().all(|letter| letter.is_ascii_uppercase()) && LETTERS.contains(&word.len());
            if is_short && !KNOWN.contains(&word) && !is_shouted(text) && seen.insert(word) && !is_explained(word) {
                found.push(Found::new(*part).about(format!("“{word}”")).fix(explain(here, *part, text, word)));
            }
        }
    }
    found
}

/// A text all in capitals shouts; its words are no short forms.
fn is_shouted(text: &str) -> bool {
    words(text).count() > 2 && !text.chars().any(char::is_lowercase)
}

/// What it stands for, behind it: in a text of the service itself, but not in its name, which stays short.
fn explain(here: &Here, part: Part, text: &str, short: &str) -> Option<Fix> {
    let (_, long) = STANDS_FOR.iter().find(|(known, _)| *known == short)?;
    let Part::Slot(Slot::Text(slot)) = part else { return None };
    if slot == Text::Name {
        return None;
    }
    let is_edge = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    let at = text.match_indices(short).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|text| text.chars().next_back());
        let after = text.get(at + short.len()..).and_then(|text| text.chars().next());
        is_edge(before) && is_edge(after)
    })?;
    let (before, after) = (text.get(..at)?, text.get(at + short.len()..)?);
    let explained = format!("{before}{short} ({long}){after}");
    Some(Fix::edit(format!("Write “{short} ({long})”"), here.id, Edit::Text(slot, explained.into())))
}
