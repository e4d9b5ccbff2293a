//! A calendar as people write it: plain data, checked when it is compiled.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

/// When somebody is at work, in the local time of one zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarSpec {
    /// An IANA time zone ("Europe/Berlin").
    pub zone: Arc<str>,
    /// The windows of each weekday, Monday first; several a day leave room for lunch. Overlapping ones count once.
    pub hours: [Vec<Window>; 7],
    /// Dates without opening hours, whatever else is said of them.
    pub holidays: Vec<DateRange>,
    /// Days without opening hours in every year, except dates that have breaks of their own.
    pub yearly: Vec<YearlyRange>,
    /// Windows of one date during which it is closed. Such a date is worked around its breaks even if a yearly range
    /// names it: who writes a break for one date says that people work on it, and the particular outranks the
    /// general. A dated holiday still wins.
    pub breaks: Vec<(NaiveDate, Window)>,
}

impl CalendarSpec {
    /// The same windows on every weekday given (Monday is 0), nothing else.
    pub fn weekly(zone: &str, weekdays: std::ops::RangeInclusive<usize>, windows: &[Window]) -> Self {
        let hours = std::array::from_fn(|day| if weekdays.contains(&day) { windows.to_vec() } else { Vec::new() });
        Self { zone: zone.into(), hours, holidays: Vec::new(), yearly: Vec::new(), breaks: Vec::new() }
    }
}

impl CalendarSpec {
    /// How long each weekday is open, Monday first; what overlaps counts once.
    pub fn open_time(&self) -> [TimeDelta; 7] {
        std::array::from_fn(|day| self.hours.get(day).map_or_else(TimeDelta::zero, |windows| open_time_of(windows)))
    }

    /// The length of a working day: that of most weekdays that are open; of two that are as frequent, the longer.
    pub fn working_day(&self) -> TimeDelta {
        let days = self.open_time();
        let open = days.iter().filter(|day| **day > TimeDelta::zero());
        let frequency = |length: &TimeDelta| days.iter().filter(|other| *other == length).count();
        open.max_by_key(|day| (frequency(day), **day)).copied().unwrap_or_default()
    }
}

fn open_time_of(windows: &[Window]) -> TimeDelta {
    let mut sorted: Vec<(u32, u32)> = windows.iter().map(|w| (w.opens.seconds(), w.closes.seconds())).collect();
    sorted.sort_unstable();
    let (mut seconds, mut until) = (0, 0);
    for (opens, closes) in sorted {
        seconds += i64::from(closes.saturating_sub(opens.max(until)));
        until = until.max(closes);
    }
    TimeDelta::seconds(seconds)
}

/// A stretch of one local day; never beyond its midnight (write two).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first instant inside.
    pub opens: TimeOfDay,
    /// The first instant after it.
    pub closes: TimeOfDay,
}

/// A local time of day, 00:00 to 24:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u32);

impl TimeOfDay {
    /// The end of a day.
    pub const MIDNIGHT: TimeOfDay = TimeOfDay(24 * 3600);

    /// From seconds after the day began, up to 86,400.
    pub const fn from_seconds(seconds: u32) -> Option<Self> {
        if seconds <= Self::MIDNIGHT.0 { Some(Self(seconds)) } else { None }
    }

    /// Seconds after the day began.
    pub const fn seconds(self) -> u32 {
        self.0
    }
}

/// "HH:MM" or "HH:MM:SS"; "24:00" is the end of the day.
impl FromStr for TimeOfDay {
    type Err = NotUnderstood;

    fn from_str(text: &str) -> Result<Self, NotUnderstood> {
        let wrong = NotUnderstood { wanted: "a time of day such as 08:30, at most 24:00" };
        let mut seconds = 0;
        let mut parts = 0;
        for (part, limit) in text.split(':').zip([24, 59, 59, 0]) {
            seconds = seconds * 60 + two_digits(part).filter(|&value| value <= limit).ok_or(wrong)?;
            parts += 1;
        }
        let seconds = match parts {
            2 => seconds * 60,
            3 => seconds,
            _ => return Err(wrong),
        };
        Self::from_seconds(seconds).ok_or(wrong)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes, seconds) = (self.0 / 3600, self.0 / 60 % 60, self.0 % 60);
        write!(out, "{hours:02}:{minutes:02}")?;
        if seconds > 0 { write!(out, ":{seconds:02}") } else { Ok(()) }
    }
}

/// Dates from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    /// The first date.
    pub first: NaiveDate,
    /// The last date; not before the first.
    pub last: NaiveDate,
}

impl DateRange {
    /// A single date.
    pub fn day(date: NaiveDate) -> Self {
        Self { first: date, last: date }
    }
}

/// A day of every year; 29 February in leap years only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    month: u8,
    day: u8,
}

impl MonthDay {
    /// A month (1 to 12) and a day that it has in some year.
    pub fn new(month: u32, day: u32) -> Option<Self> {
        const SOME_LEAP_YEAR: i32 = 2000;
        NaiveDate::from_ymd_opt(SOME_LEAP_YEAR, month, day)?;
        Some(Self { month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// 1 to 12.
    pub fn month(self) -> u32 {
        self.month.into()
    }

    /// 1 to 31.
    pub fn day(self) -> u32 {
        self.day.into()
    }
}

/// "MM-DD".
impl FromStr for MonthDay {
    type Err = NotUnderstood;

    fn from_str(text: &str) -> Result<Self, NotUnderstood> {
        text.split_once('-')
            .and_then(|(month, day)| Self::new(two_digits(month)?, two_digits(day)?))
            .ok_or(NotUnderstood { wanted: "a month and day such as 12-25" })
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}-{:02}", self.month, self.day)
    }
}

/// Days of every year from the first to the last, both included; across New Year where the last comes before the
/// first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearlyRange {
    /// The first day.
    pub first: MonthDay,
    /// The last day.
    pub last: MonthDay,
}

impl YearlyRange {
    /// A single day.
    pub fn day(day: MonthDay) -> Self {
        Self { first: day, last: day }
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: MonthDay) -> bool {
        if self.first <= self.last {
            self.first <= day && day <= self.last
        } else {
            self.first <= day || day <= self.last
        }
    }
}

/// A text that is not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotUnderstood {
    /// What it should be, with an example.
    pub wanted: &'static str,
}

impl fmt::Display for NotUnderstood {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "it should be {}", self.wanted)
    }
}

fn two_digits(text: &str) -> Option<u32> {
    let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}
