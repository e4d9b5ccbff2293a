//! What stands in the form of a record to begin with: the sample's words in the guided walk, else what the walk has
//! decided already. Everything can be changed.

use chrono::{Days, NaiveDate};
use itsm::Directory;
use learning::walk::{Answer, Decision, SampleAnswer, Walk};
use leptos::prelude::*;
use serde_json::Value;
use workspace::query::key_text;
use workspace::walking::{Control, Form, Typed};

use super::Desk;

/// See the module.
pub fn typed(desk: &Desk, decision: &Decision, form: Form) -> Typed {
    let Some(walk) = desk.walk.get_untracked() else { return Typed::new() };
    let me = key_text(desk.session.me().0);
    let mut typed = if desk.is_guided() { of_sample(desk, decision, form, &walk) } else { of_walk(desk, form, &walk) };
    for field in form.fields().iter().filter(|field| field.control == Control::Person) {
        typed.entry(field.id.to_owned()).or_insert_with(|| me.clone());
    }
    typed
}

/// The sample's record: the first, then the second, and so on.
fn of_sample(desk: &Desk, decision: &Decision, form: Form, walk: &Walk) -> Typed {
    let SampleAnswer::Records(samples) = &decision.sample else { return Typed::new() };
    let written = walk.records(&decision.id).len();
    let Some(sample) = samples.get(written.min(samples.len().saturating_sub(1))) else { return Typed::new() };
    let mut fields = sample.fields.clone();
    // A review's action is a small record of its own.
    if let Some(Value::Array(actions)) = fields.remove("actions")
        && let Some(Value::Object(first)) = actions.into_iter().next()
    {
        fields.extend(first);
    }
    let of = |field: &workspace::walking::Field| {
        let text = text_of(fields.get(field.id)?, walk.on);
        let text = match field.control {
            Control::Person => named(desk, |directory| key_of_person(directory, &text))?,
            Control::Group => {
                let name = text.trim_start_matches("Group: ").to_owned();
                named(desk, |directory| key_of_group(directory, &name))?
            }
            Control::Words(_) if text == "Desk" => "The desk".to_owned(),
            _ => text.trim_start_matches("Customer: ").to_owned(),
        };
        Some((field.id.to_owned(), text))
    };
    form.fields().iter().filter_map(of).collect()
}

fn named(desk: &Desk, find: impl FnOnce(&Directory) -> Option<String>) -> Option<String> {
    desk.session.peek(|workspace| find(workspace.desk().directory())).flatten()
}

fn key_of_person(directory: &Directory, name: &str) -> Option<String> {
    directory.people.iter().find(|(_, one)| &***one == name).map(|(id, _)| key_text(id.0))
}

fn key_of_group(directory: &Directory, name: &str) -> Option<String> {
    let mut groups = directory.groups.iter();
    groups.find(|(_, one)| &***one == name).map(|(id, _)| key_text(id.0))
}

fn text_of(value: &Value, begun: NaiveDate) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(lines) => lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
        Value::Object(day) => {
            let days = day.get("days").and_then(Value::as_u64).unwrap_or_default();
            begun.checked_add_days(Days::new(days)).map(|day| day.to_string()).unwrap_or_default()
        }
        Value::Number(number) => number.to_string(),
        Value::Bool(_) | Value::Null => String::new(),
    }
}

/// What the decisions before have settled.
fn of_walk(desk: &Desk, form: Form, walk: &Walk) -> Typed {
    let said = |decision: &str| match walk.answer(decision) {
        Some(Answer::Text(text)) => text.clone(),
        Some(Answer::Number(number)) => number.to_string(),
        Some(Answer::Date(day)) => day.to_string(),
        Some(Answer::List(lines)) => lines.join("\n"),
        Some(answer) => desk.plan.decision(decision).map(|one| answer.words(&desk.plan, one)).unwrap_or_default(),
        None => String::new(),
    };
    let name = &walk.name;
    let filled: Vec<(&str, String)> = match form {
        Form::Entry => vec![
            ("name", name.clone()),
            ("summary", said("outcome")),
            ("purpose", said("need")),
            ("outcomes", said("outcome")),
            ("business-case", business_case(&said)),
        ],
        Form::CustomerAgreement => vec![
            ("name", [name, ": what users can count on"].concat()),
            ("resolution", said("restore-target")),
            ("valid-from", said("start-date")),
            ("review-months", "3".to_owned()),
        ],
        Form::InsideAgreement => vec![
            ("name", [name, ": what the team promises"].concat()),
            ("resolution", said("restore-target")),
            ("valid-from", said("start-date")),
            ("review-months", "3".to_owned()),
        ],
        Form::Change => vec![
            ("summary", ["Bring ", name, " into use"].concat()),
            ("description", said("release-way")),
            ("planned", said("start-date")),
            ("implementation", said("release-steps")),
            ("test", said("acceptance-criteria")),
        ],
        Form::Listing => vec![("summary", said("outcome")), ("valid-from", said("start-date"))],
        Form::Improvement => {
            vec![("measure", "Minutes until a user can work again".to_owned()), ("target", said("next-target"))]
        }
        Form::Ending => vec![("retirement-plan", said("where-to")), ("valid-to", said("last-day"))],
        Form::Offering | Form::Supplier | Form::Item | Form::Article | Form::Review => vec![],
    };
    filled.into_iter().filter(|(_, text)| !text.is_empty()).map(|(id, text)| (id.to_owned(), text)).collect()
}

/// Need, worth and cost in a line each, as far as they are decided.
fn business_case(said: &impl Fn(&str) -> String) -> String {
    let (need, value, cost) = (said("need"), said("value"), said("cost"));
    let mut lines = vec![need];
    if !value.is_empty() {
        lines.push(["Worth over three years: ", &value].concat());
    }
    if !cost.is_empty() {
        lines.push(["Cost over three years: ", &cost].concat());
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}
