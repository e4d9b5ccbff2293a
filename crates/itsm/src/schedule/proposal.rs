//! The next span of the same length that nothing speaks against.

use chrono::{DateTime, TimeDelta, Utc};

use super::conflict::{Asked, conflicts_in, could_end};
use super::planned::Planned;
use super::span::Span;
use crate::desk::Desk;

/// So far ahead a span is looked for, in days: beyond that, people plan anew.
pub const SEARCHED_DAYS: i64 = 60;

/// The first span of the same length at or after `earliest` without a conflict; `None` where there is none within
/// [`SEARCHED_DAYS`].
///
/// It jumps: while a conflict stands, no start before the instant at which it could end can do, so that the search
/// visits a few instants and misses none.
pub fn propose(desk: &Desk, planned: &Planned, others: &[Planned], earliest: DateTime<Utc>) -> Option<Span> {
    let asked = Asked::of(desk, planned);
    let last = earliest.checked_add_signed(TimeDelta::days(SEARCHED_DAYS))?;
    let mut start = earliest;
    while start <= last {
        let span = planned.span.moved_to(start)?;
        let found = conflicts_in(&asked, span, others);
        if found.is_empty() {
            return Some(span);
        }
        let next = found.iter().map(|conflict| could_end(&asked, conflict, span, others));
        // A conflict that never ends has no next instant.
        let next = next.collect::<Option<Vec<_>>>()?.into_iter().max()?;
        start = if next > start { next } else { start.checked_add_signed(TimeDelta::minutes(1))? };
    }
    None
}
