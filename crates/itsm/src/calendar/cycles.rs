//! Far years in one stride: dates and weekdays repeat every 400 years, so where nothing is dated open time does too.

use chrono::TimeDelta;

use super::Calendar;
use super::year::NANOS;

/// After so many years, every date has the same weekday again. Source: the Gregorian calendar.
const CYCLE_YEARS: i32 = 400;

impl Calendar {
    /// Seconds open in the years from `first` up to, but without, `beyond`.
    pub(super) fn open_seconds(&self, first: i32, beyond: i32) -> i64 {
        let mut sum = 0;
        let mut year = first;
        while year < beyond {
            let repeats_until = if year >= self.repeats_from { beyond } else { beyond.min(self.repeats_until) };
            let cycles = if strides(year) { (repeats_until - year).max(0) / CYCLE_YEARS } else { 0 };
            sum += if cycles > 0 { i64::from(cycles) * self.cycle(year) } else { self.open_in(year) };
            year += if cycles > 0 { cycles * CYCLE_YEARS } else { 1 };
        }
        sum
    }

    /// The year to go on with from `year` on after the whole cycles that `left` outlasts, which are taken from it.
    pub(super) fn stride_on(&self, year: i32, left: &mut TimeDelta) -> i32 {
        if !strides(year) || year < self.repeats_from {
            return year;
        }
        year.saturating_add(take_cycles(self.cycle(year), left))
    }

    /// The same towards the past.
    pub(super) fn stride_back(&self, year: i32, left: &mut TimeDelta) -> i32 {
        if !strides(year) || year >= self.repeats_until {
            return year;
        }
        year.saturating_sub(take_cycles(self.cycle(year - CYCLE_YEARS + 1), left))
    }

    /// Seconds open in the cycle that begins with a year.
    fn cycle(&self, first: i32) -> i64 {
        (first..first + CYCLE_YEARS).map(|year| self.open_in(year)).sum()
    }

    fn open_in(&self, year: i32) -> i64 {
        self.year(year).open() / NANOS
    }
}

/// Whether to look out for a stride: now and then is enough.
fn strides(year: i32) -> bool {
    year % CYCLE_YEARS == 0
}

/// Takes whole cycles from `left`, so that some of it remains; gives how many years they are.
fn take_cycles(seconds: i64, left: &mut TimeDelta) -> i32 {
    let cycles = (left.num_seconds() - 1).max(0) / seconds.max(1);
    *left -= TimeDelta::seconds(cycles * seconds);
    i32::try_from(cycles).unwrap_or(i32::MAX).saturating_mul(CYCLE_YEARS)
}
