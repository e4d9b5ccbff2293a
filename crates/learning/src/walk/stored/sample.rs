//! What the guided sample answers, in the form of its decision.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::knowledge::Unreadable;
use crate::walk::answer::{Answer, Person};
use crate::walk::decision::{Kind, SampleAnswer, SampleRecord};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredDays {
    days: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredPerson {
    who: String,
    role: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredRecord {
    title: String,
    state: Option<String>,
    fields: BTreeMap<String, Value>,
}

/// The sample's answer; an error if it has not the form that its decision asks for, or is empty.
pub(super) fn read(item: &str, kind: &Kind, stored: Value) -> Result<SampleAnswer, Unreadable> {
    let amiss = || Unreadable::Amiss { item: item.to_owned(), because: format!("its sample is no {}", kind.code()) };
    let sample = answer(kind, stored).ok_or_else(amiss)?;
    let is_there = match &sample {
        SampleAnswer::Given(answer) => !answer.is_empty(),
        SampleAnswer::Days(_) => true,
        SampleAnswer::Records(records) => !records.is_empty(),
    };
    if is_there { Ok(sample) } else { Err(Unreadable::Missing { item: item.to_owned(), field: "sample" }) }
}

fn answer(kind: &Kind, stored: Value) -> Option<SampleAnswer> {
    Some(SampleAnswer::Given(match kind {
        Kind::Text => Answer::Text(of(stored)?),
        Kind::Number | Kind::Money => Answer::Number(of(stored)?),
        Kind::Date => return of(stored).map(|stored: StoredDays| SampleAnswer::Days(stored.days)),
        Kind::Choice(ways) => {
            let id: String = of(stored)?;
            Answer::Choice(ways.iter().any(|way| way.id == id).then_some(id)?)
        }
        Kind::People => {
            let person = |one: StoredPerson| Person { who: one.who, role: one.role };
            Answer::People(of::<Vec<StoredPerson>>(stored)?.into_iter().map(person).collect())
        }
        Kind::List => Answer::List(of(stored)?),
        Kind::Record(_) => {
            let record = |one: StoredRecord| SampleRecord { title: one.title, state: one.state, fields: one.fields };
            return of(stored)
                .map(|all: Vec<StoredRecord>| SampleAnswer::Records(all.into_iter().map(record).collect()));
        }
    }))
}

fn of<T: serde::de::DeserializeOwned>(stored: Value) -> Option<T> {
    serde_json::from_value(stored).ok()
}
