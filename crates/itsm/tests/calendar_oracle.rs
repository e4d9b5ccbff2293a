//! Calendars against a slow and simple oracle that steps through every minute, on nights on which clocks change.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use itsm::calendar::{Calendar, CalendarSpec, DateRange, MonthDay, Pauses, TimeOfDay, Window, YearlyRange};
use proptest::prelude::*;

/// A zone, and a day near which something happens to its clocks.
const NIGHTS: [(&str, (i32, u32, u32)); 10] = [
    ("Europe/Berlin", (2015, 3, 29)),
    ("Europe/Berlin", (2015, 10, 25)),
    ("America/Sao_Paulo", (2018, 11, 4)),
    ("America/Sao_Paulo", (2018, 2, 17)),
    ("Asia/Beirut", (2024, 10, 27)),
    ("Australia/Lord_Howe", (2015, 4, 5)),
    ("Pacific/Apia", (2011, 12, 30)),
    ("Pacific/Kiritimati", (1994, 12, 31)),
    ("America/New_York", (2000, 2, 29)),
    ("UTC", (2019, 12, 31)),
];
const DAYS: i64 = 6;
const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Which minutes are open, from `start` on.
struct Oracle {
    start: DateTime<Utc>,
    open: Vec<bool>,
}

impl Oracle {
    fn new(spec: &CalendarSpec, pauses: &[(DateTime<Utc>, DateTime<Utc>)], middle: NaiveDate) -> Self {
        let zone: Tz = spec.zone.parse().unwrap();
        let start = (middle - TimeDelta::days(DAYS)).and_time(NaiveTime::MIN).and_utc();
        let mut open = vec![false; (2 * DAYS * 24 * 60) as usize];
        let mut mark = |from: DateTime<Utc>, to: DateTime<Utc>, value: bool| {
            let minute = |at: DateTime<Utc>| (at - start).num_minutes().clamp(0, 2 * DAYS * 24 * 60) as usize;
            if from < to {
                open[minute(from)..minute(to)].fill(value);
            }
        };
        let days = || (middle - TimeDelta::days(DAYS + 3)).iter_days().take(2 * (DAYS as usize + 3));
        for day in days().filter(|day| !is_holiday(spec, *day)) {
            for window in &spec.hours[day.weekday().num_days_from_monday() as usize] {
                mark(scan(zone, day, window.opens), scan(zone, day, window.closes), true);
            }
        }
        for (day, window) in &spec.breaks {
            mark(scan(zone, *day, window.opens), scan(zone, *day, window.closes), false);
        }
        for (from, to) in pauses {
            mark(*from, *to, false);
        }
        Self { start, open }
    }

    fn at(&self, minute: usize) -> DateTime<Utc> {
        self.start + MINUTE * minute as i32
    }

    fn between(&self, from: usize, to: usize) -> TimeDelta {
        MINUTE * self.open[from..to].iter().filter(|open| **open).count() as i32
    }

    /// Counts minutes down; `None` beyond the span.
    fn add(&self, from: usize, mut minutes: usize) -> Option<DateTime<Utc>> {
        for minute in from..self.open.len() {
            if self.open[minute] && minutes == 0 {
                return Some(self.at(minute));
            }
            minutes -= usize::from(self.open[minute]);
            if self.open[minute] && minutes == 0 {
                return Some(self.at(minute + 1));
            }
        }
        None
    }

    fn subtract(&self, from: usize, mut minutes: usize) -> Option<DateTime<Utc>> {
        if minutes == 0 && self.open[from] {
            return Some(self.at(from));
        }
        for minute in (0..from).rev() {
            if self.open[minute] && minutes == 0 {
                return Some(self.at(minute + 1));
            }
            minutes -= usize::from(self.open[minute]);
            if self.open[minute] && minutes == 0 {
                return Some(self.at(minute));
            }
        }
        None
    }
}

fn is_holiday(spec: &CalendarSpec, day: NaiveDate) -> bool {
    let yearly = |range: &YearlyRange| {
        for year in [day.year() - 1, day.year()] {
            // Only single days begin on 29 February here, so without it there is nothing.
            let first = NaiveDate::from_ymd_opt(year, range.first.month(), range.first.day());
            for date in first.into_iter().flat_map(|first| first.iter_days().take(366)) {
                if date == day {
                    return true;
                }
                if (date.month(), date.day()) == (range.last.month(), range.last.day()) {
                    break;
                }
            }
        }
        false
    };
    let dated =
        |range: &DateRange| range.first.iter_days().take_while(|date| *date <= range.last).any(|date| date == day);
    let has_breaks = spec.breaks.iter().any(|(date, _)| *date == day);
    spec.holidays.iter().any(dated) || (!has_breaks && spec.yearly.iter().any(yearly))
}

/// When clocks first show a local time, found by watching them minute by minute.
fn scan(zone: Tz, day: NaiveDate, time: TimeOfDay) -> DateTime<Utc> {
    let wanted = day.and_time(NaiveTime::MIN) + TimeDelta::seconds(time.seconds().into());
    let shown = |at: DateTime<Utc>| -> NaiveDateTime { zone.from_utc_datetime(&at.naive_utc()).naive_local() };
    // No zone was ever further ahead of UTC than this.
    let mut at = wanted.and_utc() - TimeDelta::hours(15);
    let mut before = shown(at);
    while before != wanted {
        at += MINUTE;
        let now = shown(at);
        if before < wanted && wanted < now {
            return at + (wanted - before - MINUTE);
        }
        before = now;
    }
    at
}

fn window() -> impl Strategy<Value = Window> {
    (0_u32..48, 1_u32..=48).prop_map(|(from, length)| {
        let time = |half_hours: u32| TimeOfDay::from_seconds(half_hours * 1800).unwrap();
        Window { opens: time(from), closes: time((from + length).min(48)) }
    })
}

fn windows(most: usize) -> impl Strategy<Value = Vec<Window>> {
    prop::collection::vec(window(), 0..=most)
}

type Case = (CalendarSpec, Vec<(DateTime<Utc>, DateTime<Utc>)>, NaiveDate);

/// A calendar, some pauses, and the day in the middle of what is checked.
fn case() -> impl Strategy<Value = Case> {
    let minute = || 0..2 * DAYS as i32 * 24 * 60;
    let hours = prop::array::uniform7(windows(3));
    let dated = (prop::collection::vec(-2_i64..3, 0..2), prop::collection::vec((-2_i64..3, window()), 0..3));
    let pauses = prop::collection::vec((minute(), minute()), 0..3);
    (0..NIGHTS.len(), hours, dated, pauses, any::<bool>()).prop_map(
        |(night, hours, (off, breaks), pauses, new_year)| {
            let (zone, (year, month, day)) = NIGHTS[night];
            let middle = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            let mut spec = CalendarSpec::weekly(zone, 0..=6, &[]);
            spec.hours = hours;
            let near = |days: i64| middle + TimeDelta::days(days);
            spec.holidays = off.into_iter().map(|days| DateRange::day(near(days))).collect();
            spec.breaks = breaks.into_iter().map(|(days, window)| (near(days), window)).collect();
            if new_year {
                let day = |month, day| MonthDay::new(month, day).unwrap();
                spec.yearly = vec![YearlyRange { first: day(12, 30), last: day(1, 1) }, YearlyRange::day(day(2, 29))];
            }
            let start = (middle - TimeDelta::days(DAYS)).and_time(NaiveTime::MIN).and_utc();
            let pauses = pauses.into_iter().map(|(from, to)| (start + MINUTE * from, start + MINUTE * to)).collect();
            (spec, pauses, middle)
        },
    )
}

/// Fewer cases than usual, for the inner loop; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 48, ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_calendar_counts_as_somebody_who_watches_every_minute(
        (spec, pauses, middle) in case(),
        questions in prop::collection::vec((0..2 * DAYS as usize * 1440, 0_usize..3000), 20),
    ) {
        prop_assume!(spec.hours.iter().any(|windows| !windows.is_empty()));
        let calendar = Calendar::compile(&spec).unwrap();
        let oracle = Oracle::new(&spec, &pauses, middle);
        let pauses = Pauses::new(pauses);
        let clock = calendar.pausing(&pauses);
        for (minute, amount) in questions {
            let at = oracle.at(minute);
            prop_assert_eq!(clock.is_open(at), oracle.open[minute], "open at {}", at);
            let to = (minute + amount).min(oracle.open.len());
            prop_assert_eq!(clock.between(at, oracle.at(to)), oracle.between(minute, to), "from {}", at);
            for amount in [0, amount % 500] {
                let duration = MINUTE * amount as i32;
                if let Some(expected) = oracle.add(minute, amount) {
                    prop_assert_eq!(clock.add(at, duration), Ok(expected), "{} + {}", at, duration);
                }
                if let Some(expected) = oracle.subtract(minute, amount) {
                    prop_assert_eq!(clock.subtract(at, duration), Ok(expected), "{} - {}", at, duration);
                }
            }
        }
    }

    #[test]
    fn adding_and_then_counting_gives_back_the_duration(
        (spec, pauses, middle) in case(),
        offset in -40_000_000_i64..40_000_000,
        nanoseconds in 0_i64..400 * 86_400 * 1_000_000_000,
    ) {
        prop_assume!(spec.hours.iter().any(|windows| !windows.is_empty()));
        let calendar = Calendar::compile(&spec).unwrap();
        let pauses = Pauses::new(pauses);
        let clock = calendar.pausing(&pauses);
        let start = middle.and_time(NaiveTime::MIN).and_utc() + TimeDelta::seconds(offset);
        let duration = TimeDelta::nanoseconds(nanoseconds);
        let end = clock.add(start, duration).unwrap();
        prop_assert_eq!(clock.between(start, end), duration);
        let before = clock.subtract(start, duration).unwrap();
        prop_assert_eq!(clock.between(before, start), duration);
    }
}
