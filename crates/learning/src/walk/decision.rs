//! One decision of the walk: its question, the form of its answer, and the answer of the guided sample.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde_json::Value;

use super::answer::Answer;
use super::check::Check;
use super::plan::Plan;
use crate::edition::Edition;
use crate::knowledge::ConceptId;

/// Something that has to be decided about a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// What it is called by.
    pub id: String,
    /// What is asked.
    pub question: String,
    /// What happens without it.
    pub why: String,
    /// How to come to an answer.
    pub hint: String,
    /// What a number or an amount counts: `minutes`, `over three years`.
    pub unit: Option<String>,
    /// The document that the answer goes into.
    pub artefact: String,
    /// The form of the answer.
    pub kind: Kind,
    /// What each edition teaches about it.
    pub concepts: BTreeMap<Edition, Vec<ConceptId>>,
    /// What has to hold of the answer. That there is one goes without saying.
    pub checks: Vec<Check>,
    /// What the guided sample answers.
    pub sample: SampleAnswer,
}

/// The form of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Sentences.
    Text,
    /// A whole number.
    Number,
    /// An amount in the currency of the catalogue.
    Money,
    /// A day.
    Date,
    /// One of several ways.
    Choice(Vec<Way>),
    /// People with their roles.
    People,
    /// Several lines.
    List,
    /// Records of the workspace, of the kind with this id.
    Record(String),
}

impl Kind {
    /// Its code in the file.
    pub fn code(&self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Number => "number",
            Kind::Money => "money",
            Kind::Date => "date",
            Kind::Choice(_) => "choice",
            Kind::People => "people",
            Kind::List => "list",
            Kind::Record(_) => "record",
        }
    }

    /// Whether an answer has this form. One that was set aside has none.
    pub fn takes(&self, answer: &Answer) -> bool {
        matches!(
            (self, answer),
            (Kind::Text, Answer::Text(_))
                | (Kind::Number | Kind::Money, Answer::Number(_))
                | (Kind::Date, Answer::Date(_))
                | (Kind::Choice(_), Answer::Choice(_))
                | (Kind::People, Answer::People(_))
                | (Kind::List, Answer::List(_))
                | (Kind::Record(_), Answer::Records(_))
        )
    }
}

/// One of the ways a choice offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What it is called by.
    pub id: String,
    /// What it is.
    pub label: String,
    /// What comes of it, the good and the bad.
    pub consequence: String,
}

/// What the guided sample answers.
#[derive(Clone, Debug, PartialEq)]
pub enum SampleAnswer {
    /// The answer itself.
    Given(Answer),
    /// A day, so many days after the walk begins.
    Days(u32),
    /// Records that have to be written first.
    Records(Vec<SampleRecord>),
}

/// A record of the guided sample.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleRecord {
    /// Its title.
    pub title: String,
    /// The state it is brought to.
    pub state: Option<String>,
    /// Its fields by their id, as in the file; `{"days": 60}` is so many days after the walk begins.
    pub fields: BTreeMap<String, Value>,
}

impl Plan {
    /// What the sample answers in a walk that began on a day. Records have to be written first, so there is none for
    /// them.
    pub fn answer_of_sample(&self, decision: &Decision, begun: NaiveDate) -> Option<Answer> {
        match &decision.sample {
            SampleAnswer::Given(answer) => Some(answer.clone()),
            SampleAnswer::Days(days) => {
                let day = begun.checked_add_days(Days::new(u64::from(*days)));
                Some(Answer::Date(day.unwrap_or(NaiveDate::MAX)))
            }
            SampleAnswer::Records(_) => None,
        }
    }
}
