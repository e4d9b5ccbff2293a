//! The walk of a service through its life, and its file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod dossier;
mod reading;
mod standing;
mod ways;
mod words;

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use learning::walk::{Answer, Decision, Facts, Plan, SampleAnswer, SampleRecord, Walk};

const TEXT: &str = include_str!("../../../../public/content/knowledge/walk.json");

fn plan() -> &'static Plan {
    static PLAN: LazyLock<Plan> = LazyLock::new(|| Plan::read(TEXT).unwrap_or_else(|error| panic!("{error}")));
    &PLAN
}

fn decision(id: &str) -> &'static Decision {
    plan().decision(id).unwrap_or_else(|| panic!("no decision {id}"))
}

/// The day on which walks begin here.
fn begun() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 28).unwrap()
}

fn later(days: u64) -> NaiveDate {
    begun() + Days::new(days)
}

fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

fn list(lines: &[&str]) -> Answer {
    Answer::List(lines.iter().map(|line| (*line).to_owned()).collect())
}

fn no_record(_: &str) -> Option<Facts> {
    None
}

/// The guided sample, walked to its end. A record's reference is its decision and its place: `item/3`.
fn sample() -> Walk {
    let mut walk = Walk::new("Loan scanners", begun(), "nordhaven");
    for decision in plan().decisions() {
        let answer = plan().answer_of_sample(decision, begun()).unwrap_or_else(|| match &decision.sample {
            SampleAnswer::Records(records) => {
                Answer::Records((0..records.len()).map(|place| format!("{}/{place}", decision.id)).collect())
            }
            other => panic!("{}: {other:?}", decision.id),
        });
        walk.set(&decision.id, answer, begun());
    }
    walk
}

fn with(id: &str, answer: Answer) -> Walk {
    let mut walk = sample();
    walk.set(id, answer, begun());
    walk
}

/// What the workspace would tell of a record of the sample.
fn look(reference: &str) -> Option<Facts> {
    let (id, place) = reference.split_once('/')?;
    match &plan().decision(id)?.sample {
        SampleAnswer::Records(records) => records.get(place.parse::<usize>().ok()?).map(facts),
        _ => None,
    }
}

fn facts(record: &SampleRecord) -> Facts {
    let field = |id| record.fields.get(id);
    Facts {
        title: record.title.clone(),
        state: record.state.clone().unwrap_or_default(),
        fields: record.fields.keys().cloned().collect(),
        has_owner: field("owner").or_else(|| field("assignee")).is_some(),
        target: field("resolution").or_else(|| field("target")).and_then(serde_json::Value::as_u64),
        is_covered: true,
    }
}
