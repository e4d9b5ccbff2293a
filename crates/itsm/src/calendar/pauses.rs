//! Counting over a calendar with pauses, during which the clock stands still whether the desk is open or not.

use chrono::{DateTime, TimeDelta, Utc};

use super::Calendar;
use super::fault::Unreachable;
use super::year::merged;

/// Stretches of time that do not count: in order, apart from each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pauses(Vec<(DateTime<Utc>, DateTime<Utc>)>);

impl Pauses {
    /// From starts and ends in any order. Overlapping ones count once; one that ends before it starts pauses
    /// nothing.
    pub fn new(pauses: impl IntoIterator<Item = (DateTime<Utc>, DateTime<Utc>)>) -> Self {
        Self(merged(pauses.into_iter().filter(|(start, end)| start < end).collect()))
    }

    /// The pauses, in order and apart from each other.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (DateTime<Utc>, DateTime<Utc>)> {
        self.0.iter().copied()
    }

    /// The pause that `at` lies in: at its start, not at its end.
    fn over(&self, at: DateTime<Utc>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        self.iter().nth(self.begun_by(at).checked_sub(1)?).filter(|&(_, end)| at < end)
    }

    /// The first pause that starts after `at`.
    fn after(&self, at: DateTime<Utc>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        self.iter().nth(self.begun_by(at))
    }

    /// The last pause that starts before `at`.
    fn before(&self, at: DateTime<Utc>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        self.iter().nth(self.0.partition_point(|&(start, _)| start < at).checked_sub(1)?)
    }

    fn begun_by(&self, at: DateTime<Utc>) -> usize {
        self.0.partition_point(|&(start, _)| start <= at)
    }
}

/// A calendar seen without the time of some pauses. The start of a pause is like a closing, its end like an opening.
#[derive(Clone, Copy, Debug)]
pub struct Pausing<'a> {
    calendar: &'a Calendar,
    pauses: &'a Pauses,
}

impl Calendar {
    /// This calendar without the time of `pauses`.
    pub fn pausing<'a>(&'a self, pauses: &'a Pauses) -> Pausing<'a> {
        Pausing { calendar: self, pauses }
    }
}

impl Pausing<'_> {
    /// Whether the instant is open and not paused.
    pub fn is_open(self, at: DateTime<Utc>) -> bool {
        self.pauses.over(at).is_none() && self.calendar.is_open(at)
    }

    /// See [`Calendar::between`].
    pub fn between(self, start: DateTime<Utc>, end: DateTime<Utc>) -> TimeDelta {
        let paused = self.pauses.iter().map(|(from, to)| self.calendar.between(from.max(start), to.min(end)));
        self.calendar.between(start, end) - paused.sum::<TimeDelta>()
    }

    /// See [`Calendar::add`]. Time used up exactly at the start of a pause ends there.
    ///
    /// # Errors
    /// See [`Unreachable`].
    pub fn add(self, start: DateTime<Utc>, duration: TimeDelta) -> Result<DateTime<Utc>, Unreachable> {
        let mut at = self.open_from(start)?;
        let mut left = duration;
        if left.is_zero() {
            return Ok(at);
        }
        while let Some((pause, _)) = self.pauses.after(at) {
            let until = self.calendar.between(at, pause);
            if left <= until {
                break;
            }
            left -= until;
            at = self.open_from(pause)?;
        }
        self.calendar.add(at, left)
    }

    /// See [`Calendar::subtract`]. Time used up exactly at the end of a pause ends there.
    ///
    /// # Errors
    /// See [`Unreachable`].
    pub fn subtract(self, end: DateTime<Utc>, duration: TimeDelta) -> Result<DateTime<Utc>, Unreachable> {
        if duration.is_zero() && self.is_open(end) {
            return Ok(end);
        }
        let mut at = self.open_until(end)?;
        let mut left = duration;
        if left.is_zero() {
            return Ok(at);
        }
        while let Some((start, pause_end)) = self.pauses.before(at) {
            let since = self.calendar.between(pause_end, at);
            if left <= since {
                break;
            }
            left -= since;
            at = self.open_until(start)?;
        }
        self.calendar.subtract(at, left)
    }

    /// See [`Calendar::open_from`].
    ///
    /// # Errors
    /// See [`Unreachable`].
    pub fn open_from(self, at: DateTime<Utc>) -> Result<DateTime<Utc>, Unreachable> {
        let mut at = self.calendar.open_from(at)?;
        while let Some((_, end)) = self.pauses.over(at) {
            at = self.calendar.open_from(end)?;
        }
        Ok(at)
    }

    /// See [`Calendar::open_until`].
    ///
    /// # Errors
    /// See [`Unreachable`].
    pub fn open_until(self, at: DateTime<Utc>) -> Result<DateTime<Utc>, Unreachable> {
        let mut at = self.calendar.open_until(at)?;
        while let Some((start, _)) = self.pauses.before(at).filter(|&(_, end)| at <= end) {
            at = self.calendar.open_until(start)?;
        }
        Ok(at)
    }
}
