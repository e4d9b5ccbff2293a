//! Business calendars: when the desk is open, and how long that is.
//!
//! `spec` is a calendar as people write it (local time, one zone), `zone` turns local time into instants, `year`
//! compiles one year into sorted windows of open time, `reckoning` counts over them, `pauses` stops the clock
//! for a while. Local time exists nowhere else: everything outside speaks UTC.

mod cycles;
mod fault;
mod pauses;
mod reckoning;
mod rules;
mod spec;
mod year;
mod zone;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};

use rules::Rules;
use year::{CLOSED, Year};

pub use fault::{CalendarFault, Unreachable};
pub use pauses::{Pauses, Pausing};
pub use spec::{CalendarSpec, DateRange, MonthDay, NotUnderstood, TimeOfDay, Window, YearlyRange};
pub use zone::Zone;

/// A calendar, ready to count with.
///
/// Compiled year by year (UTC years) into sorted, merged windows with running sums, each year when it is first
/// asked for and then kept: every count is a binary search at either end and one addition a year between.
/// Years before [`FIRST_YEAR`] and after [`LAST_YEAR`] without dated entries of their own share one of the
/// fourteen shapes a year can have, so that even millennia cost little memory and time.
#[derive(Clone, Debug)]
pub struct Calendar {
    rules: Rules,
    /// From [`FIRST_YEAR`] on.
    known: Vec<OnceLock<Year>>,
    /// Years beyond them that have dated holidays or breaks in or beside them.
    dated: BTreeMap<i32, OnceLock<Year>>,
    /// Shapes of undated years before [`FIRST_YEAR`], then of those after [`LAST_YEAR`].
    shapes: [Vec<OnceLock<Year>>; 2],
    /// Years before this one repeat every 400 years.
    repeats_until: i32,
    /// From this year on they do so again.
    repeats_from: i32,
}

/// Before this year every zone kept its local mean time.
const FIRST_YEAR: i32 = 1800;
/// After this year the zones' last rules repeat (see `zone`).
const LAST_YEAR: i32 = 2100;
/// Weekdays of 1 January × leap or not.
const SHAPES: usize = 14;
/// Any stretch of this many years has every shape; with [`FIRST_YEAR`] and [`LAST_YEAR`], without a skipped leap
/// year in between.
const SHAPE_YEARS: i32 = 28;

impl Calendar {
    /// Checks a calendar and makes it ready to count with.
    ///
    /// # Errors
    /// What is wrong with it, in words for the person who wrote it.
    pub fn compile(spec: &CalendarSpec) -> Result<Self, CalendarFault> {
        Rules::new(spec).map(Self::ruled)
    }

    /// Open at every instant.
    pub fn around_the_clock() -> Self {
        Self::ruled(Rules::around_the_clock())
    }

    fn ruled(rules: Rules) -> Self {
        let dated = rules.dated_years();
        Self {
            repeats_until: dated.first().map_or(FIRST_YEAR, |&first| first.min(FIRST_YEAR)),
            repeats_from: dated.last().map_or(LAST_YEAR, |&last| last.max(LAST_YEAR)) + 1,
            known: (FIRST_YEAR..=LAST_YEAR).map(|_| OnceLock::new()).collect(),
            dated: dated
                .into_iter()
                .filter(|year| !(FIRST_YEAR..=LAST_YEAR).contains(year))
                .map(|year| (year, OnceLock::new()))
                .collect(),
            shapes: [vec![OnceLock::new(); SHAPES], vec![OnceLock::new(); SHAPES]],
            rules,
        }
    }

    /// The open time of a year; empty for one that no instant lies in.
    fn year(&self, year: i32) -> &Year {
        let known = usize::try_from(year - FIRST_YEAR).ok().and_then(|index| self.known.get(index));
        if let Some(cell) = known.or_else(|| self.dated.get(&year)) {
            return cell.get_or_init(|| Year::compile(&self.rules, year, true));
        }
        if self.rules.is_closed_throughout(year) {
            return &CLOSED;
        }
        let Some(shape) = shape_of(year) else { return &CLOSED };
        let [past, future] = &self.shapes;
        let cells = if year < FIRST_YEAR { past } else { future };
        let compile =
            || like(year, shape).map_or_else(|| CLOSED.clone(), |like| Year::compile(&self.rules, like, false));
        cells.get(shape).map_or(&CLOSED, |cell| cell.get_or_init(compile))
    }
}

/// Which of the fourteen shapes a year has.
fn shape_of(year: i32) -> Option<usize> {
    let first = NaiveDate::from_yo_opt(year, 1)?;
    Some(first.weekday().num_days_from_monday() as usize * 2 + usize::from(first.leap_year()))
}

/// The year of that shape nearest to the known ones, on the side of `year`.
fn like(year: i32, shape: usize) -> Option<i32> {
    let nearest = if year < FIRST_YEAR { FIRST_YEAR - SHAPE_YEARS } else { LAST_YEAR + 1 };
    (nearest..nearest + SHAPE_YEARS).find(|&year| shape_of(year) == Some(shape))
}
