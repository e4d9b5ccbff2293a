//! Frappe Helpdesk: a hold stops the resolution clock and never the response clock; after a reopening, the time while
//! resolved counts as hold.

use chrono::{DateTime, Utc};

use super::meter::Run;
use super::{Rules, Seen, Ticket};

pub(super) fn run(ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Run {
    // The resolution clock alone: with it, hold and resolved gap are left out, as GLPI leaves them out.
    super::glpi::run(ticket, rules, now)
}

pub(super) fn why(seen: Seen) -> &'static str {
    match (seen.paused, seen.reopened) {
        (true, true) => {
            "The resolution clock leaves out the hold and the resolved gap; the response clock would not pause."
        }
        (true, false) => "The hold stops the resolution clock; the response clock would go on.",
        (false, true) => "The time while resolved counts as hold time, so it is left out.",
        (false, false) => "No hold: the resolution clock runs through.",
    }
}
