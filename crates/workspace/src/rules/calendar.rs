//! Working time as it is typed: a zone and lists of lines, each read into the calendar or refused at its place.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use itsm::calendar::{Calendar, CalendarFault, CalendarSpec, DateRange, MonthDay, TimeOfDay, Window, YearlyRange};

use super::{Fault, not_understood};

/// Lists of lines of cells. The first seven are the weekdays, Monday first: opens, closes. Then [`HOLIDAYS`] (first
/// date, last date or nothing), [`YEARLY`] (the same with days such as "25 Dec"), [`BREAKS`] (date, from, to).
pub type Lists = Vec<Vec<Vec<String>>>;

/// The list of dated holidays.
pub const HOLIDAYS: usize = 7;
/// The list of days of every year.
pub const YEARLY: usize = 8;
/// The list of breaks of one date.
pub const BREAKS: usize = 9;
/// How many lists there are.
pub const LISTS: usize = 10;

/// Where in the form something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The time zone.
    Zone,
    /// A line of a list.
    Line {
        /// Which list.
        list: usize,
        /// Which line of it.
        line: usize,
    },
    /// The working hours as a whole.
    Hours,
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The lines of a calendar.
pub fn lists(calendar: &CalendarSpec) -> Lists {
    let window = |window: &Window| vec![window.opens.to_string(), window.closes.to_string()];
    let mut lists: Lists = calendar.hours.iter().map(|day| day.iter().map(window).collect()).collect();
    let last = |same: bool, last: String| if same { String::new() } else { last };
    let holiday =
        |range: &DateRange| vec![write_date(range.first), last(range.first == range.last, write_date(range.last))];
    let yearly =
        |range: &YearlyRange| vec![write_day(range.first), last(range.first == range.last, write_day(range.last))];
    let pause = |(date, hours): &(NaiveDate, Window)| {
        vec![write_date(*date), hours.opens.to_string(), hours.closes.to_string()]
    };
    lists.push(calendar.holidays.iter().map(holiday).collect());
    lists.push(calendar.yearly.iter().map(yearly).collect());
    lists.push(calendar.breaks.iter().map(pause).collect());
    lists
}

/// Lists as one text, to be kept while they are written.
pub fn text(lists: &Lists) -> String {
    serde_json::to_string(lists).unwrap_or_default()
}

/// The lists that [`text`] made a text of.
pub fn lists_of(text: &str) -> Option<Lists> {
    serde_json::from_str(text).ok().filter(|lists: &Lists| lists.len() == LISTS)
}

/// The calendar that was typed.
///
/// # Errors
/// Everything that is wrong, each at its place.
pub fn read(zone: &str, lists: &Lists) -> Result<CalendarSpec, Vec<Fault<Place>>> {
    let mut faults = vec![];
    let mut reader = Reader { lists, faults: &mut faults };
    let hours = std::array::from_fn(|day| reader.all(day, window));
    let calendar = CalendarSpec {
        zone: Arc::from(zone.trim()),
        hours,
        holidays: reader.all(HOLIDAYS, holiday),
        yearly: reader.all(YEARLY, yearly),
        breaks: reader.all(BREAKS, pause),
    };
    if faults.is_empty()
        && let Err(fault) = Calendar::compile(&calendar)
    {
        let place = if matches!(fault, CalendarFault::UnknownZone(_)) { Place::Zone } else { Place::Hours };
        faults.push(Fault { place, sentence: fault.sentence() });
    }
    if faults.is_empty() { Ok(calendar) } else { Err(faults) }
}

struct Reader<'a> {
    lists: &'a Lists,
    faults: &'a mut Vec<Fault<Place>>,
}

impl Reader<'_> {
    fn all<T>(&mut self, list: usize, read: fn(&[String]) -> Result<T, String>) -> Vec<T> {
        let lines = self.lists.get(list).map_or(&[][..], Vec::as_slice);
        let mut good = Vec::with_capacity(lines.len());
        for (line, cells) in lines.iter().enumerate() {
            match read(cells) {
                Ok(one) => good.push(one),
                Err(sentence) => self.faults.push(Fault { place: Place::Line { list, line }, sentence }),
            }
        }
        good
    }
}

fn cell(cells: &[String], place: usize) -> &str {
    cells.get(place).map_or("", |text| text.trim())
}

fn window(cells: &[String]) -> Result<Window, String> {
    let (opens, closes) = (cell(cells, 0), cell(cells, 1));
    if opens.is_empty() || closes.is_empty() {
        return Err("Write when it opens and when it closes, or remove these hours.".to_owned());
    }
    let window = Window { opens: time(opens)?, closes: time(closes)? };
    window.check().map_err(|fault| fault.sentence())?;
    Ok(window)
}

/// The hours of one day as far as they can be read, for a picture while somebody types.
pub fn windows(lists: &Lists, day: usize) -> Vec<Window> {
    lists.get(day).into_iter().flatten().filter_map(|cells| window(cells).ok()).collect()
}

fn holiday(cells: &[String]) -> Result<DateRange, String> {
    let first = date(cell(cells, 0))?;
    let last = if cell(cells, 1).is_empty() { first } else { date(cell(cells, 1))? };
    let range = DateRange { first, last };
    range.check().map_err(|fault| fault.sentence())?;
    Ok(range)
}

fn yearly(cells: &[String]) -> Result<YearlyRange, String> {
    let first = day(cell(cells, 0))?;
    let last = if cell(cells, 1).is_empty() { first } else { day(cell(cells, 1))? };
    Ok(YearlyRange { first, last })
}

fn pause(cells: &[String]) -> Result<(NaiveDate, Window), String> {
    let on = date(cell(cells, 0))?;
    let (opens, closes) = (cell(cells, 1), cell(cells, 2));
    if opens.is_empty() || closes.is_empty() {
        return Err("Write from when to when nobody works on that date, or remove the break.".to_owned());
    }
    let window = Window { opens: time(opens)?, closes: time(closes)? };
    window.check().map_err(|fault| fault.sentence())?;
    Ok((on, window))
}

/// A time of day; "8", "8:30" and "08.30" are understood, too.
pub fn time(text: &str) -> Result<TimeOfDay, String> {
    let text = text.trim();
    let plain = text.replace('.', ":");
    let (hour, rest) = plain.split_once(':').unwrap_or((&plain, "00"));
    let full = [if hour.len() == 1 { "0" } else { "" }, hour, ":", rest].concat();
    full.parse::<TimeOfDay>().map_err(|fault| not_understood(text, fault.wanted))
}

/// A date as the browser's picker writes it: "2016-05-16".
pub fn date(text: &str) -> Result<NaiveDate, String> {
    if text.trim().is_empty() {
        return Err("Choose a date, or remove this line.".to_owned());
    }
    let mut parts = text.trim().splitn(3, '-').map(|part| part.parse::<u32>().ok());
    let mut next = || parts.next().flatten();
    let (year, month, day) = (next(), next(), next());
    let date = year
        .zip(month)
        .zip(day)
        .and_then(|((year, month), day)| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day));
    date.ok_or_else(|| not_understood(text, "a date such as 2016-12-24"))
}

/// A date as [`date`] reads it.
pub fn write_date(date: NaiveDate) -> String {
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let year = date.year().to_string();
    let zeros = "000".get(..4_usize.saturating_sub(year.len())).unwrap_or_default();
    [zeros, &year, "-", &two(date.month()), "-", &two(date.day())].concat()
}

/// A day of every year: "25 Dec", "25 December", "12-25".
fn day(text: &str) -> Result<MonthDay, String> {
    if text.is_empty() {
        return Err("Write a day such as 25 Dec, or remove this line.".to_owned());
    }
    let wrong = || not_understood(text, "a day and a month such as 25 Dec");
    if let Ok(day) = text.parse::<MonthDay>() {
        return Ok(day);
    }
    let mut words = text.split_whitespace();
    let (Some(number), Some(name), None) = (words.next(), words.next(), words.next()) else { return Err(wrong()) };
    let name = name.to_lowercase();
    let month = MONTHS.iter().position(|known| name.starts_with(&known.to_lowercase())).ok_or_else(wrong)?;
    let number = number.trim_end_matches('.').parse().map_err(|_| wrong())?;
    MonthDay::new(month as u32 + 1, number).ok_or_else(wrong)
}

fn write_day(day: MonthDay) -> String {
    let month = MONTHS.get(day.month() as usize - 1).copied().unwrap_or_default();
    [&day.day().to_string(), " ", month].concat()
}
