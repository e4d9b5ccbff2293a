//! The open time of one UTC year: sorted windows apart from each other, with running sums.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::rules::Rules;

/// Nanoseconds of a second.
pub(super) const NANOS: i64 = 1_000_000_000;

const DAY_SECONDS: u32 = 86_400;

/// Open time within one UTC year. Everything counts from the year's first instant, so that years of one shape
/// can share it.
#[derive(Clone, Debug)]
pub(super) struct Year {
    windows: Vec<Span>,
    open_seconds: u32,
    /// By day of the year, how many windows have opened before it: where a search begins.
    opened_before: Vec<u16>,
}

/// A window, in seconds of the year: half open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    opens: u32,
    closes: u32,
    /// Seconds open in the year before this window.
    before: u32,
}

/// Local days that can reach into a UTC year lie within this many days of it: offsets are below a day, and no gap
/// moved a local time by more than a day.
const REACH_DAYS: u64 = 4;

/// A year in which nothing opens.
pub(super) static CLOSED: Year = Year::closed();

impl Year {
    const fn closed() -> Year {
        Year { windows: Vec::new(), open_seconds: 0, opened_before: Vec::new() }
    }

    /// Resolves every window of the year, merges what overlaps, takes breaks away. `dated` says whether dated
    /// holidays and breaks count.
    pub fn compile(rules: &Rules, year: i32, dated: bool) -> Year {
        let Some(start) = start_of(year) else { return Year::closed() };
        let end = start + seconds_of(year);
        let mut open = Vec::new();
        let mut closed = Vec::new();
        for date in local_dates(year) {
            for &window in rules.windows(date, dated) {
                open.extend(resolve(rules, date, window));
            }
            let breaks = rules.breaks.get(&date).filter(|_| dated);
            closed.extend(breaks.into_iter().flatten().filter_map(|&window| resolve(rules, date, window)));
        }
        let mut this = Year::closed();
        for (opens, closes) in without(&merged(open), &merged(closed)) {
            this.push(opens.clamp(start, end) - start, closes.clamp(start, end) - start);
        }
        this.opened_before = (0..366 * DAY_SECONDS)
            .step_by(DAY_SECONDS as usize)
            .map(|day| this.windows.partition_point(|window| window.opens < day))
            // Breaks of many dates could make more; then the search begins too early and takes longer.
            .map(|count| u16::try_from(count).unwrap_or(u16::MAX))
            .collect();
        this
    }

    fn push(&mut self, opens: i64, closes: i64) {
        // Clamped to the year, both fit.
        let (Ok(opens), Ok(closes)) = (u32::try_from(opens), u32::try_from(closes)) else { return };
        if opens < closes {
            self.windows.push(Span { opens, closes, before: self.open_seconds });
            self.open_seconds += closes - opens;
        }
    }

    /// Nanoseconds open in the whole year.
    pub fn open(&self) -> i64 {
        i64::from(self.open_seconds) * NANOS
    }

    /// The first opening, in nanoseconds of the year.
    pub fn first_opening(&self) -> Option<i64> {
        self.windows.first().map(Span::opens)
    }

    /// The last closing, in nanoseconds of the year.
    pub fn last_closing(&self) -> Option<i64> {
        self.windows.last().map(Span::closes)
    }

    /// Nanoseconds open before `at`.
    pub fn open_before(&self, at: i64) -> i64 {
        let Some(window) = self.window_at(at) else { return 0 };
        window.before() + at.min(window.closes()) - window.opens()
    }

    /// Whether `at` is open: the opening instant is, the closing instant is not.
    pub fn is_open(&self, at: i64) -> bool {
        self.window_at(at).is_some_and(|window| at < window.closes())
    }

    /// Whether there is open time up to `at`: inside a window or at its closing, not at its opening.
    pub fn was_open(&self, at: i64) -> bool {
        self.window_at(at).is_some_and(|window| window.opens() < at && at <= window.closes())
    }

    /// The first opening after `at`.
    pub fn opening_after(&self, at: i64) -> Option<i64> {
        self.windows.get(self.begun_by(at)).map(Span::opens)
    }

    /// The first closing after `at`.
    pub fn closing_after(&self, at: i64) -> Option<i64> {
        let after = self.windows.partition_point(|window| window.closes() <= at);
        self.windows.get(after).map(Span::closes)
    }

    /// The last closing at or before `at`.
    pub fn closing_until(&self, at: i64) -> Option<i64> {
        let after = self.windows.partition_point(|window| window.closes() <= at);
        self.windows.get(after.checked_sub(1)?).map(Span::closes)
    }

    /// The first instant by which `open` nanoseconds of the year were open; `open` is more than 0.
    pub fn when_open_reaches(&self, open: i64) -> Option<i64> {
        let after = self.windows.partition_point(|window| window.before() < open);
        let window = self.windows.get(after.checked_sub(1)?)?;
        Some(window.opens() + open - window.before())
    }

    /// The last instant by which no more than `open` nanoseconds of the year were open; `open` is less than
    /// [`Self::open`].
    pub fn when_open_exceeds(&self, open: i64) -> Option<i64> {
        let after = self.windows.partition_point(|window| window.before() <= open);
        let window = self.windows.get(after.checked_sub(1)?)?;
        Some(window.opens() + open - window.before())
    }

    /// The last window that opens at or before `at`.
    fn window_at(&self, at: i64) -> Option<&Span> {
        self.windows.get(self.begun_by(at).checked_sub(1)?)
    }

    fn begun_by(&self, at: i64) -> usize {
        let day = usize::try_from(at / (i64::from(DAY_SECONDS) * NANOS)).unwrap_or(0);
        let before = usize::from(self.opened_before.get(day).copied().unwrap_or(0));
        let rest = self.windows.get(before..).unwrap_or_default();
        // A day has a handful of windows.
        before + rest.iter().take_while(|window| window.opens() <= at).count()
    }
}

impl Span {
    fn opens(&self) -> i64 {
        i64::from(self.opens) * NANOS
    }

    fn closes(&self) -> i64 {
        i64::from(self.closes) * NANOS
    }

    fn before(&self) -> i64 {
        i64::from(self.before) * NANOS
    }
}

/// The first instant of a UTC year, in seconds since 1970; `None` beyond the years that can be written down.
pub(super) fn start_of(year: i32) -> Option<i64> {
    Some(NaiveDate::from_yo_opt(year, 1)?.and_time(NaiveTime::MIN).and_utc().timestamp())
}

/// How long a UTC year is.
pub(super) fn seconds_of(year: i32) -> i64 {
    let leap = NaiveDate::from_yo_opt(year, 1).is_some_and(|first| first.leap_year());
    if leap { 366 * 86_400 } else { 365 * 86_400 }
}

fn local_dates(year: i32) -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_yo_opt(year, 1)
        .map(|first| first.checked_sub_days(chrono::Days::new(REACH_DAYS)).unwrap_or(first));
    let beyond = NaiveDate::from_ymd_opt(year.saturating_add(1), 1, REACH_DAYS as u32);
    let dates = first.into_iter().flat_map(|first| first.iter_days());
    dates.take_while(move |date| beyond.is_none_or(|beyond| *date <= beyond))
}

/// A local window in seconds since 1970; `None` where a clock change leaves nothing of it.
fn resolve(rules: &Rules, date: NaiveDate, (opens, closes): (u32, u32)) -> Option<(i64, i64)> {
    let at = |seconds: u32| -> Option<DateTime<Utc>> {
        let local = date.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::seconds(seconds.into()))?;
        rules.zone.resolve(local)
    };
    let (opens, closes) = (at(opens)?.timestamp(), at(closes)?.timestamp());
    (opens < closes).then_some((opens, closes))
}

/// Sorted, with overlapping and touching spans made one.
pub(super) fn merged<T: Ord + Copy>(mut spans: Vec<(T, T)>) -> Vec<(T, T)> {
    spans.sort_unstable();
    let mut apart: Vec<(T, T)> = Vec::with_capacity(spans.len());
    for (start, end) in spans {
        match apart.last_mut() {
            Some(before) if start <= before.1 => before.1 = before.1.max(end),
            _ => apart.push((start, end)),
        }
    }
    apart
}

/// What is left of `open` (merged) outside `closed` (merged).
fn without(open: &[(i64, i64)], closed: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut left = Vec::with_capacity(open.len() + closed.len());
    for &(mut opens, closes) in open {
        let first = closed.partition_point(|&(_, end)| end <= opens);
        for &(start, end) in closed.iter().skip(first).take_while(|&&(start, _)| start < closes) {
            left.push((opens, start));
            opens = end;
        }
        left.push((opens, closes));
    }
    // Those that a break leaves nothing of.
    left.retain(|&(opens, closes)| opens < closes);
    left
}
