//! What the probe `business_time` answers: published vectors, and the rules of business time one by one.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../../examples/business_time/answer.rs"]
mod answer;
#[path = "../../examples/business_time/text.rs"]
mod text;

mod clock_changes;
mod errors;
mod far_away;
mod pauses;
mod rules;
mod vectors;

use serde_json::{Value, json};

fn ask(question: &Value) -> Value {
    answer::answer(&question.to_string())
}

/// A question about a calendar; `more` holds op, start and the rest.
fn with(calendar: &Value, more: Value) -> Value {
    let mut question = json!({ "calendar": calendar });
    question.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask(&question)
}

fn between(calendar: &Value, start: &str, end: &str) -> Value {
    with(calendar, json!({ "op": "between", "start": start, "end": end }))
}

fn add(calendar: &Value, start: &str, seconds: impl Into<Value>) -> Value {
    with(calendar, json!({ "op": "add", "start": start, "seconds": seconds.into() }))
}

fn subtract(calendar: &Value, start: &str, seconds: impl Into<Value>) -> Value {
    with(calendar, json!({ "op": "subtract", "start": start, "seconds": seconds.into() }))
}

fn seconds(value: i64) -> Value {
    json!({ "seconds": value })
}

fn end(at: &str) -> Value {
    json!({ "end": at })
}

fn calendar(zone: &str, days: &[&str], windows: &Value) -> Value {
    let hours = days.iter().map(|day| ((*day).to_owned(), windows.clone())).collect::<serde_json::Map<_, _>>();
    json!({ "tz": zone, "hours": hours })
}

const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WORKDAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];

fn always(zone: &str) -> Value {
    calendar(zone, &WEEK, &json!([["00:00", "24:00"]]))
}

fn office(zone: &str) -> Value {
    calendar(zone, &WORKDAYS, &json!([["08:00", "17:00"]]))
}

fn changed(mut calendar: Value, field: &str, value: Value) -> Value {
    calendar[field] = value;
    calendar
}
