//! What a report shows, and the words it is made of.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use workspace::figures::Share;
use workspace::measures::ask;

use crate::route::Route;
use crate::ui::chart::Datum;
use crate::ui::{Plot, Sheet};
use crate::views::words;

/// A measure, as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// The numbers that matter most.
    pub numbers: Vec<Number>,
    /// The picture; `None` where nothing was counted.
    pub picture: Option<Pictured>,
    /// What stands there instead of a picture.
    pub nothing: &'static str,
}

/// A number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Number {
    /// Its name.
    pub name: &'static str,
    /// As people read it.
    pub value: String,
    /// Of what.
    pub note: String,
    /// The queue that it counts.
    pub href: Option<String>,
}

/// A picture with its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Pictured {
    /// What it shows.
    pub label: String,
    /// What there is to see.
    pub summary: String,
    /// The drawing.
    pub plot: Plot,
    /// The table.
    pub sheet: Sheet,
}

impl Number {
    /// A number with what it is of.
    pub fn new(name: &'static str, value: impl Into<String>, note: impl Into<String>) -> Self {
        Self { name, value: value.into(), note: note.into(), href: None }
    }

    /// The same, leading to what it counts.
    pub fn to(mut self, typed: &str) -> Self {
        self.href = queue(typed);
        self
    }
}

/// The link to the queue that a typed query asks for.
pub fn queue(typed: &str) -> Option<String> {
    Some(Route::Desk(ask::parameters(typed)).href())
}

/// `16 May 2016`.
pub fn day(date: NaiveDate) -> String {
    words::date(date.and_time(NaiveTime::MIN))
}

/// `16 May 2016 to 22 May 2016`, or the one day.
pub fn days(first: NaiveDate, last: NaiveDate) -> String {
    if first == last { day(first) } else { [day(first), day(last)].join(" to ") }
}

/// `16 May`.
pub fn short_day(date: NaiveDate) -> String {
    words::short_date(date.and_time(NaiveTime::MIN))
}

/// `63.42 %`, or a dash.
pub fn percent(share: Share) -> String {
    share.ratio().map_or_else(|| "–".to_owned(), words::percent)
}

/// A percentage in a cell of a table, and for other programs.
pub fn percent_cell(share: Share) -> Datum {
    Datum::number(percent(share), share.ratio().map_or_else(String::new, |ratio| words::hundredths(ratio * 100.0)))
}

/// `15,803 of 24,918`.
pub fn of(share: Share) -> String {
    [words::number(share.part), words::number(share.whole)].join(" of ")
}

/// Hours with one decimal, as other programs want them: `149.2`.
pub fn hours(span: TimeDelta) -> String {
    const SECONDS_A_TENTH: i64 = 360;
    let tenths = (span.num_seconds() + SECONDS_A_TENTH / 2) / SECONDS_A_TENTH;
    [(tenths / 10).to_string(), (tenths % 10).abs().to_string()].join(".")
}

/// Business time as it stands in a picture: from ten hours on, minutes no longer matter.
pub fn business(span: TimeDelta) -> String {
    match span.num_hours() {
        hours @ 10.. => words::number(usize::try_from(hours).unwrap_or(0)) + " h",
        _ => words::business_span(span),
    }
}

/// `0.94`.
pub fn hundredths(number: f64) -> String {
    words::decimal(&words::hundredths(number))
}
