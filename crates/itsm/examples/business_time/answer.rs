//! One question about business time, one answer.
//!
//! - `{"calendar":{..},"op":"between","start":..,"end":..}` → `{"seconds":..}`
//! - `{"calendar":{..},"op":"add","start":..,"seconds":..}` (or `"subtract"`) → `{"end":..}`
//! - `{"op":"resolve","tz":..,"local":..}` → `{"end":..}`
//!
//! The first three take `"pauses":[[start,end],..]`; a pause that ends before it starts pauses nothing. Whatever
//! cannot be answered gives `{"error":".."}`. Fields that are not known are ignored.

use itsm::calendar::{
    Calendar, CalendarSpec, DateRange, MonthDay, NotUnderstood, Pauses, TimeOfDay, Unreachable, Window, YearlyRange,
    Zone,
};
use serde_json::{Map, Value, json};

use crate::text;

type Fields = Map<String, Value>;
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The answer to one line.
pub fn answer(line: &str) -> Value {
    let question = serde_json::from_str::<Value>(line).map_err(|error| format!("this line is not JSON: {error}"));
    question
        .and_then(|question| reply(object(&question, "the question")?))
        .unwrap_or_else(|error| json!({ "error": error }))
}

fn reply(question: &Fields) -> Result<Value, String> {
    let op = string(question, "op")?;
    match op {
        "between" | "add" | "subtract" => count(question, op),
        "resolve" => {
            let zone = zone(string(question, "tz")?)?;
            let local = text::local(string(question, "local")?)?;
            let end = zone.resolve(local).ok_or(Unreachable::BeyondTime.sentence())?;
            Ok(json!({ "end": text::written(end) }))
        }
        _ => Err(format!("{op:?} is not an op; there are between, add, subtract and resolve")),
    }
}

fn count(question: &Fields, op: &str) -> Result<Value, String> {
    let spec = calendar(object(needed(question, "calendar")?, "calendar")?)?;
    let calendar = Calendar::compile(&spec).map_err(|fault| fault.sentence())?;
    let pauses = pauses(question)?;
    let clock = calendar.pausing(&pauses);
    let start = text::instant(string(question, "start")?)?;
    if op == "between" {
        let end = text::instant(string(question, "end")?)?;
        return Ok(json!({ "seconds": text::seconds(clock.between(start, end)) }));
    }
    let seconds = needed(question, "seconds")?.as_f64().ok_or("\"seconds\" must be a number")?;
    let duration = text::duration(seconds)?;
    let end = if op == "add" { clock.add(start, duration) } else { clock.subtract(start, duration) };
    Ok(json!({ "end": text::written(end.map_err(Unreachable::sentence)?) }))
}

fn calendar(fields: &Fields) -> Result<CalendarSpec, String> {
    let mut spec = CalendarSpec {
        zone: string(fields, "tz")?.into(),
        hours: Default::default(),
        holidays: list(fields, "holidays", holiday)?,
        yearly: list(fields, "recurring", yearly)?,
        breaks: Vec::new(),
    };
    zone(&spec.zone)?;
    for (day, value) in object(needed(fields, "hours")?, "hours")? {
        let index = WEEKDAYS.iter().position(|name| name == day);
        let hours = index.and_then(|index| spec.hours.get_mut(index));
        let hours = hours.ok_or_else(|| format!("{day:?} is not a weekday; they are {}", WEEKDAYS.join(", ")))?;
        *hours = items(value, day, window)?;
    }
    if let Some(breaks) = given(fields, "breaks") {
        for (day, value) in object(breaks, "breaks")? {
            let date = text::date(day)?;
            spec.breaks.extend(items(value, day, window)?.into_iter().map(|window| (date, window)));
        }
    }
    Ok(spec)
}

fn zone(name: &str) -> Result<Zone, String> {
    Zone::named(name)
        .ok_or_else(|| format!("{name:?} is not a time zone known here; write an IANA name such as Europe/Berlin"))
}

fn pauses(question: &Fields) -> Result<Pauses, String> {
    let pause = |value: &Value| {
        let (start, end) = pair(value, "a pause")?;
        Ok((text::instant(start)?, text::instant(end)?))
    };
    list(question, "pauses", pause).map(Pauses::new)
}

fn window(value: &Value) -> Result<Window, String> {
    let (opens, closes) = pair(value, "a window")?;
    let time = |text: &str| text.parse::<TimeOfDay>().map_err(|wrong| misread(text, wrong));
    Ok(Window { opens: time(opens)?, closes: time(closes)? })
}

/// A date, or the first and the last of a range.
fn holiday(value: &Value) -> Result<DateRange, String> {
    if let Value::String(day) = value {
        return text::date(day).map(DateRange::day);
    }
    let (first, last) = pair(value, "a range of holidays")?;
    Ok(DateRange { first: text::date(first)?, last: text::date(last)? })
}

/// A month and day, or the first and the last of a range.
fn yearly(value: &Value) -> Result<YearlyRange, String> {
    let day = |text: &str| text.parse::<MonthDay>().map_err(|wrong| misread(text, wrong));
    if let Value::String(only) = value {
        return day(only).map(YearlyRange::day);
    }
    let (first, last) = pair(value, "a recurring range")?;
    Ok(YearlyRange { first: day(first)?, last: day(last)? })
}

fn misread(text: &str, wrong: NotUnderstood) -> String {
    format!("{text:?}: {wrong}")
}

fn pair<'a>(value: &'a Value, what: &str) -> Result<(&'a str, &'a str), String> {
    match value.as_array().map(Vec::as_slice) {
        Some([Value::String(first), Value::String(second)]) => Ok((first, second)),
        _ => Err(format!("{what} must be a list of two strings, not {value}")),
    }
}

fn list<T>(fields: &Fields, name: &str, item: impl Fn(&Value) -> Result<T, String>) -> Result<Vec<T>, String> {
    given(fields, name).map_or(Ok(Vec::new()), |value| items(value, name, item))
}

fn items<T>(value: &Value, name: &str, item: impl Fn(&Value) -> Result<T, String>) -> Result<Vec<T>, String> {
    let items = value.as_array().ok_or_else(|| format!("{name:?} must be a list"))?;
    items.iter().map(item).collect()
}

fn object<'a>(value: &'a Value, name: &str) -> Result<&'a Fields, String> {
    value.as_object().ok_or_else(|| format!("{name} must be an object"))
}

fn string<'a>(fields: &'a Fields, name: &str) -> Result<&'a str, String> {
    needed(fields, name)?.as_str().ok_or_else(|| format!("{name:?} must be a string"))
}

fn needed<'a>(fields: &'a Fields, name: &str) -> Result<&'a Value, String> {
    given(fields, name).ok_or_else(|| format!("{name:?} is missing"))
}

/// A field that is there and not null.
fn given<'a>(fields: &'a Fields, name: &str) -> Option<&'a Value> {
    fields.get(name).filter(|value| !value.is_null())
}
