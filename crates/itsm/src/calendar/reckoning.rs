//! Counting over a calendar: how much time is open between two instants, and which instant some open time leads
//! to. Whole years are skipped by their sums; the year at either end takes a binary search.

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc};

use super::Calendar;
use super::fault::{CalendarFault, Unreachable};
use super::year::{NANOS, seconds_of, start_of};

/// An instant as a UTC year and the nanoseconds since it began.
#[derive(Clone, Copy, Debug)]
struct Place {
    year: i32,
    at: i64,
}

const LONGEST_CLOSURE: TimeDelta = TimeDelta::days(CalendarFault::LONGEST_CLOSURE_DAYS);

impl Calendar {
    /// Whether the instant is open: the opening instant is, the closing instant is not.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        let place = place(at);
        self.year(place.year).is_open(place.at)
    }

    /// How much time is open from `start` to `end`; nothing if `end` comes first.
    pub fn between(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> TimeDelta {
        if end <= start {
            return TimeDelta::zero();
        }
        let (from, to) = (place(start), place(end));
        let (first, last) = (self.year(from.year), self.year(to.year));
        let (before, until) = (first.open_before(from.at), last.open_before(to.at));
        if from.year == to.year {
            return TimeDelta::nanoseconds(until - before);
        }
        let between = self.open_seconds(from.year + 1, to.year);
        TimeDelta::seconds(between) + TimeDelta::nanoseconds(first.open() - before) + TimeDelta::nanoseconds(until)
    }

    /// The instant at which `duration` of open time has passed since `start`.
    ///
    /// Time used up exactly at a closing ends there, not at the next opening. Adding nothing gives `start` if it
    /// is open, else the next opening.
    ///
    /// # Errors
    /// See [`Unreachable`].
    pub fn add(&self, start: DateTime<Utc>, duration: TimeDelta) -> Result<DateTime<Utc>, Unreachable> {
        if duration < TimeDelta::zero() {
            return Err(Unreachable::Negative);
        }
        if duration.is_zero() {
            return self.open_from(start);
        }
        let from = place(start);
        let mut left = duration;
        let mut closed_since = start;
        let mut year = from.year;
        loop {
            let begin = begin(year)?;
            let open = self.year(year);
            let passed = if year == from.year { open.open_before(from.at) } else { 0 };
            let rest = TimeDelta::nanoseconds(open.open() - passed);
            if !rest.is_zero() {
                // Within one year no closure can be too long.
                if year != from.year {
                    bounded(closed_since, reached(begin, open.first_opening()).ok())?;
                }
                if let Some(wanted) = left.num_nanoseconds().filter(|_| left <= rest) {
                    return reached(begin, open.when_open_reaches(passed + wanted));
                }
                left -= rest;
                closed_since = reached(begin, open.last_closing())?;
            }
            bounded(closed_since, end(year))?;
            let next = year + 1;
            year = self.stride_on(next, &mut left);
            if year > next {
                closed_since = self::begin(year)?;
            }
        }
    }

    /// The instant from which `duration` of open time passes until `end`: the mirror image of [`Self::add`].
    ///
    /// Time used up exactly at an opening ends there. Subtracting nothing gives `end` if it is open or a closing,
    /// else the last closing.
    ///
    /// # Errors
    /// See [`Unreachable`].
    pub fn subtract(&self, end: DateTime<Utc>, duration: TimeDelta) -> Result<DateTime<Utc>, Unreachable> {
        if duration < TimeDelta::zero() {
            return Err(Unreachable::Negative);
        }
        if duration.is_zero() {
            return if self.is_open(end) { Ok(end) } else { self.open_until(end) };
        }
        let from = place(end);
        let mut left = duration;
        let mut closed_until = end;
        let mut year = from.year;
        loop {
            let begin = begin(year)?;
            let open = self.year(year);
            let rest = if year == from.year { open.open_before(from.at) } else { open.open() };
            if rest > 0 {
                if year != from.year {
                    bounded(reached(begin, open.last_closing())?, Some(closed_until))?;
                }
                if let Some(wanted) = left.num_nanoseconds().filter(|_| left <= TimeDelta::nanoseconds(rest)) {
                    return reached(begin, open.when_open_exceeds(rest - wanted));
                }
                left -= TimeDelta::nanoseconds(rest);
                closed_until = reached(begin, open.first_opening())?;
            }
            bounded(begin, Some(closed_until))?;
            let next = year - 1;
            year = self.stride_back(next, &mut left);
            if year < next {
                closed_until = self::end(year).ok_or(Unreachable::BeyondTime)?;
            }
        }
    }

    /// `at` if it is open, else the next opening.
    ///
    /// # Errors
    /// See [`Unreachable`].
    pub fn open_from(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, Unreachable> {
        let from = place(at);
        for year in from.year.. {
            let begin = begin(year)?;
            let open = self.year(year);
            if year == from.year && open.is_open(from.at) {
                return Ok(at);
            }
            let opening = if year == from.year { open.opening_after(from.at) } else { open.first_opening() };
            if opening.is_some() {
                let opening = reached(begin, opening)?;
                bounded(at, Some(opening))?;
                return Ok(opening);
            }
            bounded(at, end(year))?;
        }
        Err(Unreachable::BeyondTime)
    }

    /// The first closing after `at`. A window that reaches over the end of a (UTC) year is told as two.
    ///
    /// # Errors
    /// See [`Unreachable`].
    pub fn closes_after(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, Unreachable> {
        let open = self.open_from(at)?;
        let from = place(open);
        reached(begin(from.year)?, self.year(from.year).closing_after(from.at))
    }

    /// `at` if open time leads up to it (inside a window or at its closing), else the last closing.
    ///
    /// # Errors
    /// See [`Unreachable`].
    pub fn open_until(&self, at: DateTime<Utc>) -> Result<DateTime<Utc>, Unreachable> {
        let from = place(at);
        for year in (i32::MIN..=from.year).rev() {
            let begin = begin(year)?;
            let open = self.year(year);
            if year == from.year && open.was_open(from.at) {
                return Ok(at);
            }
            let closing = open.closing_until(if year == from.year { from.at } else { i64::MAX });
            if closing.is_some() {
                let closing = reached(begin, closing)?;
                bounded(closing, Some(at))?;
                return Ok(closing);
            }
            bounded(begin, Some(at))?;
        }
        Err(Unreachable::BeyondTime)
    }
}

/// Refuses to cross a closure that is longer than calendars may have.
fn bounded(closed: DateTime<Utc>, opens: Option<DateTime<Utc>>) -> Result<(), Unreachable> {
    let too_long = opens.is_some_and(|opens| opens.signed_duration_since(closed) > LONGEST_CLOSURE);
    if too_long { Err(Unreachable::NoOpening) } else { Ok(()) }
}

fn place(at: DateTime<Utc>) -> Place {
    let seconds = i64::from(at.ordinal0()) * 86_400 + i64::from(at.num_seconds_from_midnight());
    // A leap second's nanoseconds run on beyond the second before it, which is what is wanted.
    Place { year: at.year(), at: seconds * NANOS + i64::from(at.nanosecond()) }
}

fn begin(year: i32) -> Result<DateTime<Utc>, Unreachable> {
    start_of(year).and_then(|seconds| DateTime::from_timestamp(seconds, 0)).ok_or(Unreachable::BeyondTime)
}

fn end(year: i32) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(start_of(year)? + seconds_of(year), 0)
}

fn reached(begin: DateTime<Utc>, nanoseconds: Option<i64>) -> Result<DateTime<Utc>, Unreachable> {
    nanoseconds
        .and_then(|nanoseconds| begin.checked_add_signed(TimeDelta::nanoseconds(nanoseconds)))
        .ok_or(Unreachable::BeyondTime)
}
