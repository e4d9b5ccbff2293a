//! When somebody is told that a target is about to be missed. In business time: "two hours before" a deadline at nine in
//! the morning is the afternoon before, not seven o'clock, when nobody could act on it.

use chrono::{DateTime, Utc};

use super::terms::{Escalation, When};
use crate::service_level::{Compiled, Reading};

/// When it is told of a clock that runs; `None` while it does not run and after its breach.
pub fn escalates_at(reading: &Reading, agreement: &Compiled, escalation: &Escalation) -> Option<DateTime<Utc>> {
    let breach = reading.next_change()?;
    let before = match escalation.when {
        When::Percent(percent) => reading.target? * (100 - i32::from(percent.min(100))) / 100,
        When::Before(span) => span,
    };
    agreement.calendar().subtract(breach, before).ok()
}
