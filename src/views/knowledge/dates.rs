//! Days and instants in the forms of an article: typed in the desk's zone, kept in UTC.

use chrono::{DateTime, Days, Utc};
use leptos::prelude::*;

use crate::session::{Session, Zone};
use crate::views::words;

/// How long an article is taken to stay right, in days, unless somebody says otherwise: half a year.
const REVIEW_AFTER: u64 = 182;

/// The day on which an article that is published now is looked at again, for a date field.
pub fn next_review(session: Session) -> String {
    let local = session.zone().local(session.now.get_untracked());
    let day = local.checked_add_days(Days::new(REVIEW_AFTER)).unwrap_or(local);
    words::machine(day).split('T').next().unwrap_or_default().to_owned()
}

/// The start of a typed day. What is no day is the beginning of time, which deciding refuses in words.
pub fn day(zone: Zone, text: &str) -> DateTime<Utc> {
    moment(zone, &(text.to_owned() + "T00:00")).unwrap_or(DateTime::UNIX_EPOCH)
}

/// A typed instant.
pub fn moment(zone: Zone, text: &str) -> Option<DateTime<Utc>> {
    zone.instant(words::from_machine(text)?.naive_utc())
}
