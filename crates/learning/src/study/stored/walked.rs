//! The stored form of a step on a walk: told apart by its `step`, its answer by the `kind`.

use serde::{Deserialize, Serialize};

use crate::study::WalkStep;
use crate::walk::{Answer, Person};

#[derive(Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredStep {
    Began { name: String, on: String, workspace: String },
    Answered { decision: String, on: String, answer: StoredAnswer },
    Dropped,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredAnswer {
    Text { text: String },
    Number { number: u64 },
    Date { date: String },
    Choice { choice: String },
    People { people: Vec<StoredPerson> },
    List { list: Vec<String> },
    Records { records: Vec<String> },
    Aside { text: String },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredPerson {
    who: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    role: String,
}

impl StoredStep {
    /// What is stored of a step.
    pub(super) fn of(step: &WalkStep) -> Self {
        match step {
            WalkStep::Began { name, on, workspace } => {
                StoredStep::Began { name: name.clone(), on: on.to_string(), workspace: workspace.clone() }
            }
            WalkStep::Answered { decision, on, answer } => StoredStep::Answered {
                decision: decision.clone(),
                on: on.to_string(),
                answer: StoredAnswer::of(answer),
            },
            WalkStep::Dropped => StoredStep::Dropped,
        }
    }

    /// The step; `None` if a day is none.
    pub(super) fn step(self) -> Option<WalkStep> {
        Some(match self {
            StoredStep::Began { name, on, workspace } => WalkStep::Began { name, on: on.parse().ok()?, workspace },
            StoredStep::Answered { decision, on, answer } => {
                WalkStep::Answered { decision, on: on.parse().ok()?, answer: answer.answer()? }
            }
            StoredStep::Dropped => WalkStep::Dropped,
        })
    }
}

impl StoredAnswer {
    fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Text(text) => StoredAnswer::Text { text: text.clone() },
            Answer::Number(number) => StoredAnswer::Number { number: *number },
            Answer::Date(date) => StoredAnswer::Date { date: date.to_string() },
            Answer::Choice(choice) => StoredAnswer::Choice { choice: choice.clone() },
            Answer::People(people) => {
                let stored = |one: &Person| StoredPerson { who: one.who.clone(), role: one.role.clone() };
                StoredAnswer::People { people: people.iter().map(stored).collect() }
            }
            Answer::List(list) => StoredAnswer::List { list: list.clone() },
            Answer::Records(records) => StoredAnswer::Records { records: records.clone() },
            Answer::Aside(text) => StoredAnswer::Aside { text: text.clone() },
        }
    }

    fn answer(self) -> Option<Answer> {
        Some(match self {
            StoredAnswer::Text { text } => Answer::Text(text),
            StoredAnswer::Number { number } => Answer::Number(number),
            StoredAnswer::Date { date } => Answer::Date(date.parse().ok()?),
            StoredAnswer::Choice { choice } => Answer::Choice(choice),
            StoredAnswer::People { people } => {
                let person = |one: StoredPerson| Person { who: one.who, role: one.role };
                Answer::People(people.into_iter().map(person).collect())
            }
            StoredAnswer::List { list } => Answer::List(list),
            StoredAnswer::Records { records } => Answer::Records(records),
            StoredAnswer::Aside { text } => Answer::Aside(text),
        })
    }
}
