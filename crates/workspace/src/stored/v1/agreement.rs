//! Version 1 of a service level agreement with its calendar.
//!
//! Durations are milliseconds, times of day seconds after the day began, dates the number YYYYMMDD, days of every
//! year MMDD.

use chrono::{Datelike, NaiveDate, TimeDelta};
use itsm::calendar::{CalendarSpec, DateRange, MonthDay, TimeOfDay, Window, YearlyRange};
use itsm::service_level::{Agreement, PauseOn, Targets};
use serde_json::Value;

use super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, instant, optional, small, text};
use crate::stored::words::{from_hold, from_priority_change, from_reopen, hold, priority_change, reopen};

pub(super) fn write(agreement: &Agreement) -> Row {
    put(Row::new("agreement"), agreement)
}

/// Adds the fields of an agreement to a row; [`read`] finds them there.
pub(super) fn put(row: Row, agreement: &Agreement) -> Row {
    with_calendar(row.with("name", &*agreement.name), &agreement.calendar)
        .with("targets", list(&agreement.targets, from_targets))
        .with("pause", list(&agreement.pause_on.reasons, |reason| from_hold(*reason)))
        .with("both", agreement.pause_on.response_too)
        .with("reopen", from_reopen(agreement.reopen))
        .with("change", from_priority_change(agreement.priority_change))
        .with("warn", agreement.warn_at_percent)
        .with_some("from", optional_value(agreement.enforced_from, from_instant))
}

/// A calendar's fields, beside those of what it is a part of.
pub(super) fn with_calendar(row: Row, calendar: &CalendarSpec) -> Row {
    row.with("zone", &*calendar.zone)
        .with("hours", list(&calendar.hours, |day| list(day, from_window)))
        .with("holidays", list(&calendar.holidays, |range| two(from_date(range.first), from_date(range.last))))
        .with("yearly", list(&calendar.yearly, |range| two(from_day(range.first), from_day(range.last))))
        .with("breaks", list(&calendar.breaks, |(date, window)| two(from_date(*date), from_window(window))))
}

/// See [`with_calendar`].
pub(super) fn read_calendar(row: &Row) -> Result<CalendarSpec, Unreadable> {
    Ok(CalendarSpec {
        zone: row.take("zone", text)?,
        hours: row.take("hours", |days| all(days, |day| all(day, window))?.try_into().ok())?,
        holidays: row.take("holidays", |ranges| {
            all(ranges, |range| both(range, date).map(|(first, last)| DateRange { first, last }))
        })?,
        yearly: row.take("yearly", |ranges| {
            all(ranges, |range| both(range, day).map(|(first, last)| YearlyRange { first, last }))
        })?,
        breaks: row.take("breaks", |breaks| {
            all(breaks, |one| {
                let [when, hours] = one.as_array()?.as_slice() else { return None };
                Some((date(when)?, window(hours)?))
            })
        })?,
    })
}

pub(super) fn read(row: &Row) -> Result<Agreement, Unreadable> {
    let calendar = read_calendar(row)?;
    Ok(Agreement {
        name: row.take("name", text)?,
        calendar,
        targets: row.take("targets", |list| all(list, targets)?.try_into().ok())?,
        pause_on: PauseOn {
            reasons: row.take("pause", |reasons| all(reasons, hold))?,
            response_too: row.take("both", Value::as_bool)?,
        },
        reopen: row.take("reopen", reopen)?,
        priority_change: row.take("change", priority_change)?,
        warn_at_percent: row.take("warn", small)?,
        enforced_from: row.maybe("from", instant)?,
    })
}

pub(super) fn list<T>(items: &[T], make: impl Fn(&T) -> Value) -> Value {
    Value::Array(items.iter().map(make).collect())
}

pub(super) fn all<T>(value: &Value, take: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(take).collect()
}

pub(super) fn two(first: Value, second: Value) -> Value {
    Value::Array(vec![first, second])
}

pub(super) fn both<T>(value: &Value, take: impl Fn(&Value) -> Option<T>) -> Option<(T, T)> {
    match value.as_array()?.as_slice() {
        [first, second] => Some((take(first)?, take(second)?)),
        _ => None,
    }
}

fn from_window(window: &Window) -> Value {
    two(window.opens.seconds().into(), window.closes.seconds().into())
}

fn window(value: &Value) -> Option<Window> {
    let (opens, closes) = both(value, |time| TimeOfDay::from_seconds(small(time)?))?;
    Some(Window { opens, closes })
}

pub(super) fn from_targets(targets: &Targets) -> Value {
    let target = |target: Option<TimeDelta>| optional_value(target, |target| target.num_milliseconds().into());
    two(target(targets.response), target(targets.resolution))
}

pub(super) fn targets(value: &Value) -> Option<Targets> {
    let target = |value: &Value| optional(value, |millis| millis.as_i64().and_then(TimeDelta::try_milliseconds));
    let (response, resolution) = both(value, target)?;
    Some(Targets { response, resolution })
}

/// The size of a place in YYYYMMDD.
const MONTH: u32 = 100;
const YEAR: i32 = 10_000;

pub(super) fn from_date(date: NaiveDate) -> Value {
    let in_year = i64::from(date.month() * MONTH + date.day());
    (i64::from(date.year()) * i64::from(YEAR) + in_year).into()
}

pub(super) fn date(value: &Value) -> Option<NaiveDate> {
    let number = value.as_i64()?;
    let year = i32::try_from(number.div_euclid(i64::from(YEAR))).ok()?;
    let in_year = u32::try_from(number.rem_euclid(i64::from(YEAR))).ok()?;
    NaiveDate::from_ymd_opt(year, in_year / MONTH, in_year % MONTH)
}

fn from_day(day: MonthDay) -> Value {
    (day.month() * MONTH + day.day()).into()
}

fn day(value: &Value) -> Option<MonthDay> {
    let number: u32 = small(value)?;
    MonthDay::new(number / MONTH, number % MONTH)
}
