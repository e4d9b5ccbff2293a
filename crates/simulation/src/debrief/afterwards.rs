//! What people and others said of it, and what it cost.

use crate::scenario::{FindingAbout, LocalTime};
use crate::shift::{Entry, Happened, Shift, WorldEvent};

/// In the order in which it came: when, who, the words.
pub(super) fn afterwards(shift: &Shift, currency: &str) -> Vec<(LocalTime, String, String)> {
    let said = |entry: &Entry, event: &WorldEvent| match event {
        WorldEvent::Complained { who, text } => Some((shift.name_of(who), text.clone())),
        WorldEvent::Found { about, text } => Some((finder(*about).to_owned(), text.clone())),
        WorldEvent::Cost { cents, text } => Some(("Costs".to_owned(), cost(*cents, text, currency))),
        WorldEvent::Idle { text, .. } => Some(("People who waited".to_owned(), text.clone())),
        // What the desk heard while it worked helped to play.
        WorldEvent::Heard { text } if entry.at >= shift.instant() => Some(("What came of it".to_owned(), text.clone())),
        WorldEvent::Told { text } => Some(("What came of it".to_owned(), text.clone())),
        _ => None,
    };
    let told = shift.entries().iter().filter_map(|entry| match &entry.what {
        Happened::World(event) => said(entry, event).map(|(who, words)| (shift.local(entry.at), who, words)),
        _ => None,
    });
    told.filter(|(_, _, words)| !words.is_empty()).collect()
}

fn finder(about: FindingAbout) -> &'static str {
    match about {
        FindingAbout::Security => "Information security",
        FindingAbout::Audit => "The auditors",
        FindingAbout::Supplier => "The supplier",
        FindingAbout::ServiceLevel => "Service level management",
        FindingAbout::Safety => "Occupational safety",
    }
}

fn cost(cents: i64, text: &str, currency: &str) -> String {
    let amount = match cents % 100 {
        0 => format!("{} {currency}", cents / 100),
        rest => format!("{}.{:02} {currency}", cents / 100, rest.abs()),
    };
    if text.is_empty() { amount } else { format!("{text} ({amount})") }
}
