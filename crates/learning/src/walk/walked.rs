//! A walk that somebody makes: what was decided so far, and when.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::answer::Answer;

/// The decision that enters the service in the portfolio: its record is the service of the walk.
pub const PORTFOLIO_ENTRY: &str = "portfolio-entry";

/// A walk with one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// What its owner calls it.
    pub name: String,
    /// When it began.
    pub on: NaiveDate,
    /// The workspace that its records are in.
    pub workspace: String,
    answers: BTreeMap<String, (Answer, NaiveDate)>,
}

impl Walk {
    /// A walk that begins, without answers.
    pub fn new(name: &str, on: NaiveDate, workspace: &str) -> Walk {
        Walk { name: name.to_owned(), on, workspace: workspace.to_owned(), answers: BTreeMap::new() }
    }

    /// What was decided.
    pub fn answer(&self, decision: &str) -> Option<&Answer> {
        self.answers.get(decision).map(|(answer, _)| answer)
    }

    /// When it was decided last.
    pub fn answered_on(&self, decision: &str) -> Option<NaiveDate> {
        self.answers.get(decision).map(|(_, on)| *on)
    }

    /// The references of a decision's records; none if it is about something else.
    pub fn records(&self, decision: &str) -> &[String] {
        match self.answer(decision) {
            Some(Answer::Records(refs)) => refs,
            _ => &[],
        }
    }

    /// Decides, or decides anew. An empty answer takes the decision back.
    pub fn set(&mut self, decision: &str, answer: Answer, on: NaiveDate) {
        if answer.is_empty() {
            self.answers.remove(decision);
        } else {
            self.answers.insert(decision.to_owned(), (answer, on));
        }
    }

    /// The reference of the service: the first record of its portfolio entry.
    pub fn service(&self) -> Option<&str> {
        self.records(PORTFOLIO_ENTRY).first().map(String::as_str)
    }

    /// What was decided so far and when, by the id of the decision.
    pub fn answers(&self) -> impl Iterator<Item = (&str, &Answer, NaiveDate)> {
        self.answers.iter().map(|(decision, (answer, on))| (decision.as_str(), answer, *on))
    }
}
