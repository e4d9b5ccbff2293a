//! The counting part of a clock: time that counted, and the instant at which it was too much.

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::Calendar;

/// What has counted so far.
#[derive(Clone, Debug)]
pub(super) struct Clock<'a> {
    pub calendar: &'a Calendar,
    pub target: Option<TimeDelta>,
    pub elapsed: TimeDelta,
    pub elapsed_calendar: TimeDelta,
    pub breached_at: Option<DateTime<Utc>>,
}

impl<'a> Clock<'a> {
    pub fn new(calendar: &'a Calendar, target: Option<TimeDelta>) -> Self {
        let nothing = TimeDelta::zero();
        Self { calendar, target, elapsed: nothing, elapsed_calendar: nothing, breached_at: None }
    }

    /// Counts a stretch that ended at `to`. Reaching the target exactly there is in time.
    pub fn count(&mut self, from: DateTime<Utc>, to: DateTime<Utc>) {
        let open = self.calendar.between(from, to);
        if self.left().is_some_and(|left| left <= open) {
            self.breached_at = self.breached_at.or_else(|| self.due(from).filter(|due| *due < to));
        }
        self.elapsed += open;
        self.elapsed_calendar += to.signed_duration_since(from);
    }

    /// Stops for what may be the end: a target that was overrun unnoticed (by a shorter target during a pause)
    /// is breached now.
    pub fn stop(&mut self, at: DateTime<Utc>) {
        if self.left().is_some_and(|left| left < TimeDelta::zero()) {
            self.breached_at = self.breached_at.or(Some(at));
        }
    }

    /// When a stretch that counts from `from` on uses up what is left. A target that is overrun already is so at
    /// once; `None` without a target or beyond all years.
    pub fn due(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let left = self.left()?;
        if left < TimeDelta::zero() { Some(from) } else { self.calendar.add(from, left).ok() }
    }

    fn left(&self) -> Option<TimeDelta> {
        self.target.map(|target| target - self.elapsed)
    }
}
