//! Numbers, instants and spans of time as people read them. Written by hand: formatting machinery weighs much
//! in wasm, and the same words everywhere are easier to learn.

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Timelike, Utc};

use crate::session::format::format;

/// The days of a week, Monday first.
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn two(text: &mut String, number: u32) {
    if number < 10 {
        text.push('0');
    }
    text.push_str(&number.to_string());
}

/// `16 May 2016, 09:00`, in the form that was chosen.
pub fn date_time(local: NaiveDateTime) -> String {
    format().date_time(local)
}

/// An instant in a narrow column: without the year where it is the present one.
pub fn short_date_time(local: NaiveDateTime, present: NaiveDateTime) -> String {
    if local.year() == present.year() { format().short_date_time(local) } else { format().date_time(local) }
}

/// `16 May 2016`, in the form that was chosen.
pub fn date(local: NaiveDateTime) -> String {
    format().date(local)
}

/// `16 May`: where the year goes without saying.
pub fn short_date(local: NaiveDateTime) -> String {
    format().short_date(local)
}

/// `2016-05-16T09:00`, as `<input type="datetime-local">` and `<time>` want it.
pub fn machine(local: NaiveDateTime) -> String {
    let mut text = local.year().to_string();
    for (before, number) in [('-', local.month()), ('-', local.day()), ('T', local.hour()), (':', local.minute())] {
        text.push(before);
        two(&mut text, number);
    }
    text
}

/// The instant that `<input type="datetime-local">` names, read as UTC.
pub fn from_machine(text: &str) -> Option<DateTime<Utc>> {
    let (day, time) = text.split_once('T')?;
    let mut day = day.splitn(3, '-').map(str::parse::<u32>);
    let (year, month, day) = (day.next()?.ok()?, day.next()?.ok()?, day.next()?.ok()?);
    let mut time = time.splitn(3, ':').map(str::parse::<u32>);
    let (hour, minute) = (time.next()?.ok()?, time.next()?.ok()?);
    let date = chrono::NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some(date.and_hms_opt(hour, minute, 0)?.and_utc())
}

/// A span in its two largest units: `3 d 4 h`, `2 h 15 min`, `40 s`. Days are of 24 hours.
pub fn span(span: TimeDelta) -> String {
    let seconds = span.num_seconds().unsigned_abs();
    let (large, large_unit, small, small_unit) = match seconds {
        0..60 => return seconds.to_string() + " s",
        60..3600 => return (seconds / 60).to_string() + " min",
        3600..86_400 => (seconds / 3600, " h", seconds % 3600 / 60, " min"),
        _ => (seconds / 86_400, " d", seconds % 86_400 / 3600, " h"),
    };
    let mut text = large.to_string() + large_unit;
    if small > 0 {
        text.push(' ');
        text.push_str(&small.to_string());
        text.push_str(small_unit);
    }
    text
}

/// A span as it stands in a narrow column: from ten days on, hours no longer matter.
pub fn short_span(span: TimeDelta) -> String {
    match span.num_days().unsigned_abs() {
        days @ 10.. => number(days as usize) + " d",
        _ => self::span(span),
    }
}

/// A span of business time: hours are not gathered into days, because a day of 24 hours means nothing there.
pub fn business_span(span: TimeDelta) -> String {
    let minutes = span.num_minutes().unsigned_abs();
    match (minutes / 60, minutes % 60) {
        (0, minutes) => minutes.to_string() + " min",
        (hours, 0) => number(hours as usize) + " h",
        (hours, minutes) => number(hours as usize) + " h " + &minutes.to_string() + " min",
    }
}

/// `25,000`, in the form that was chosen.
pub fn number(number: usize) -> String {
    format().number(number as u64)
}

/// A number with decimals, given as machines write it: `1,234.5`.
pub fn decimal(machine: &str) -> String {
    format().decimal(machine)
}

/// A share as a percentage with two decimals: `63.42 %`.
pub fn percent(share: f64) -> String {
    decimal(&hundredths(share * 100.0)) + " %"
}

/// A number with two decimals, as machines write it: `63.42`. Below zero there is nothing.
pub fn hundredths(number: f64) -> String {
    let hundredths = (number * 100.0).round().max(0.0) as u64;
    let mut text = (hundredths / 100).to_string();
    text.push('.');
    two(&mut text, (hundredths % 100) as u32);
    text
}

/// One thing or several: `1 incident`, `2 incidents`.
pub fn count(count: usize, one: &str, many: &str) -> String {
    number(count) + " " + if count == 1 { one } else { many }
}
