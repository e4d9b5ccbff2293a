//! A checked calendar, in the form in which its years are compiled.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::fault::CalendarFault;
use super::spec::{CalendarSpec, DateRange, MonthDay, TimeOfDay, Window};
use super::zone::Zone;

/// What holds in which year. Times are seconds of the local day.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub zone: Zone,
    /// By weekday, Monday first.
    hours: [Vec<(u32, u32)>; 7],
    /// Closed dates, first and last, in order and apart from each other.
    holidays: Vec<(NaiveDate, NaiveDate)>,
    /// By month, a bit for each day that is closed every year.
    yearly: [u32; 12],
    pub breaks: BTreeMap<NaiveDate, Vec<(u32, u32)>>,
}

/// Years in which the weekdays of all dates repeat; any 28 without a skipped leap year have every combination.
const CHECKED_YEARS: std::ops::Range<i32> = 2000..2030;

impl Rules {
    pub fn new(spec: &CalendarSpec) -> Result<Self, CalendarFault> {
        let zone = Zone::named(&spec.zone).ok_or_else(|| CalendarFault::UnknownZone(spec.zone.clone()))?;
        let mut hours: [Vec<(u32, u32)>; 7] = Default::default();
        for (day, windows) in hours.iter_mut().zip(&spec.hours) {
            if windows.len() > CalendarFault::MOST_WINDOWS_A_DAY {
                return Err(CalendarFault::TooManyWindows);
            }
            *day = windows.iter().map(seconds).collect::<Result<_, _>>()?;
        }
        let mut breaks: BTreeMap<NaiveDate, Vec<(u32, u32)>> = BTreeMap::new();
        for (date, window) in &spec.breaks {
            breaks.entry(*date).or_default().push(seconds(window)?);
        }
        let rules = Self { zone, hours, holidays: holidays(spec)?, yearly: yearly(spec), breaks };
        if rules.opens_often_enough() { Ok(rules) } else { Err(CalendarFault::NeverOpen) }
    }

    pub fn around_the_clock() -> Self {
        let hours = std::array::from_fn(|_| vec![(0, TimeOfDay::MIDNIGHT.seconds())]);
        Self { zone: Zone::UTC, hours, holidays: Vec::new(), yearly: [0; 12], breaks: BTreeMap::new() }
    }

    /// The windows of a date as written; none on a holiday. `dated` says whether dated entries count.
    ///
    /// What is said of one date outranks what is said of every year: a break can only stand in a day that is worked,
    /// so a date with breaks of its own is worked even if a yearly range names it. A dated holiday is as particular
    /// as a break, and closed is the stronger word: that date stays off.
    pub fn windows(&self, date: NaiveDate, dated: bool) -> &[(u32, u32)] {
        let is_excepted = dated && self.breaks.contains_key(&date);
        if (dated && self.is_holiday(date)) || (self.is_yearly_holiday(date) && !is_excepted) {
            return &[];
        }
        self.hours.get(date.weekday().num_days_from_monday() as usize).map_or(&[], Vec::as_slice)
    }

    fn is_holiday(&self, date: NaiveDate) -> bool {
        let after = self.holidays.partition_point(|&(first, _)| first <= date);
        after.checked_sub(1).and_then(|index| self.holidays.get(index)).is_some_and(|&(_, last)| date <= last)
    }

    fn is_yearly_holiday(&self, date: NaiveDate) -> bool {
        self.yearly.get(date.month0() as usize).is_some_and(|days| days >> date.day() & 1 == 1)
    }

    /// Years whose opening hours depend on dated entries; of a long closure only the years at its ends.
    pub fn dated_years(&self) -> BTreeSet<i32> {
        let ends = self.holidays.iter().flat_map(|&(first, last)| [first, last]);
        ends.chain(self.breaks.keys().copied()).flat_map(|date| date.year() - 1..=date.year() + 1).collect()
    }

    /// Whether one dated closure covers a year and the days around it.
    pub fn is_closed_throughout(&self, year: i32) -> bool {
        let after = self.holidays.partition_point(|&(first, _)| first.year() < year);
        after.checked_sub(1).and_then(|index| self.holidays.get(index)).is_some_and(|&(_, last)| last.year() > year)
    }

    /// Whether hours and yearly holidays leave an opening in every 400 days.
    fn opens_often_enough(&self) -> bool {
        if self.yearly.iter().all(|&days| days == 0) {
            return self.hours.iter().any(|windows| !windows.is_empty());
        }
        let mut closed_days = 0;
        let mut date = NaiveDate::from_ymd_opt(CHECKED_YEARS.start, 1, 1);
        while let Some(day) = date.filter(|day| CHECKED_YEARS.contains(&day.year())) {
            closed_days = if self.windows(day, false).is_empty() { closed_days + 1 } else { 0 };
            if closed_days >= CalendarFault::LONGEST_CLOSURE_DAYS {
                return false;
            }
            date = day.succ_opt();
        }
        true
    }
}

impl Window {
    /// Whether it is a stretch of one day: it closes after it opens.
    pub fn check(&self) -> Result<(), CalendarFault> {
        if self.opens < self.closes { Ok(()) } else { Err(CalendarFault::NotAWindow(*self)) }
    }
}

impl DateRange {
    /// Whether its last date comes not before its first.
    pub fn check(&self) -> Result<(), CalendarFault> {
        if self.first <= self.last {
            Ok(())
        } else {
            Err(CalendarFault::HolidaysReversed { first: self.first, last: self.last })
        }
    }
}

fn seconds(window: &Window) -> Result<(u32, u32), CalendarFault> {
    window.check().map(|()| (window.opens.seconds(), window.closes.seconds()))
}

fn holidays(spec: &CalendarSpec) -> Result<Vec<(NaiveDate, NaiveDate)>, CalendarFault> {
    let mut sorted = Vec::with_capacity(spec.holidays.len());
    for range in &spec.holidays {
        range.check()?;
        sorted.push((range.first, range.last));
    }
    sorted.sort_unstable();
    let mut apart: Vec<(NaiveDate, NaiveDate)> = Vec::with_capacity(sorted.len());
    for (first, last) in sorted {
        match apart.last_mut() {
            Some(before) if first.signed_duration_since(before.1) <= TimeDelta::days(1) => {
                before.1 = before.1.max(last);
            }
            _ => apart.push((first, last)),
        }
    }
    Ok(apart)
}

fn yearly(spec: &CalendarSpec) -> [u32; 12] {
    std::array::from_fn(|month0| {
        let in_any = |day: &u32| {
            let day = MonthDay::new(month0 as u32 + 1, *day);
            day.is_some_and(|day| spec.yearly.iter().any(|range| range.contains(day)))
        };
        (1..=31).filter(in_any).fold(0, |days, day| days | 1 << day)
    })
}
