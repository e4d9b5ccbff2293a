//! What the improvement register tells.

use itsm::improvement::{Improvement, State};

use super::year::Year;
use super::{Count, share};

/// Improvements that stood in the register at some time of the year and were not refused.
fn not_refused<'a>(year: &Year<'a>) -> impl Iterator<Item = &'a Improvement> {
    let improvements = year.desk.improvements().all().filter(|one| one.state != State::Cancelled);
    improvements.filter(|one| one.state.is_open() || year.has(one.ended_at))
}

/// Of the improvements that were not refused, those with a measure.
pub(super) fn with_measure(year: &Year<'_>) -> Option<Count> {
    share(not_refused(year), |one| one.measure.is_some())
}

/// Of the improvements that were not refused, those with an owner.
pub(super) fn with_owner(year: &Year<'_>) -> Option<Count> {
    share(not_refused(year), |one| one.owner.is_some())
}

/// Of the improvements that were completed, those whose measure somebody looked at once they were under way.
pub(super) fn measured_after(year: &Year<'_>) -> Option<Count> {
    let completed = year.desk.improvements().all().filter(|one| one.state == State::Closed && year.has(one.ended_at));
    share(completed, |one| !one.measured.is_empty())
}
