//! What somebody found on a day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

/// Whether a statement is true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It is, and somebody could show it.
    Met,
    /// In part: for some services, or some of the time. It counts half, and for no level.
    Partly,
    /// It is not.
    NotMet,
    /// Nobody has said. It counts for nothing.
    #[default]
    Unknown,
}

/// An answer with what was shown for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The day on which somebody last stood by it.
    pub on: NaiveDate,
    /// The answer.
    pub answer: Answer,
    /// The evidence, in the words of whoever answered; may be empty.
    pub evidence: String,
}

/// A dated self-assessment: answers by id of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The day on which it was made.
    pub on: NaiveDate,
    answers: BTreeMap<String, Answered>,
}

impl Assessment {
    /// An assessment in which nothing is answered yet.
    pub fn new(on: NaiveDate) -> Self {
        Self { on, answers: BTreeMap::new() }
    }

    /// Answers a statement on the assessment's day, in place of what was answered before.
    pub fn answer(&mut self, statement: &str, answer: Answer, evidence: &str) {
        self.carry(statement, Answered { on: self.on, answer, evidence: evidence.to_owned() });
    }

    /// Takes an answer over from an earlier assessment, with the day on which it was given.
    pub fn carry(&mut self, statement: &str, answered: Answered) {
        self.answers.insert(statement.to_owned(), answered);
    }

    /// What was answered; unknown if nothing was.
    pub fn of(&self, statement: &str) -> Answer {
        self.answers.get(statement).map_or(Answer::Unknown, |answered| answered.answer)
    }

    /// What was shown for it; empty if nothing was.
    pub fn evidence(&self, statement: &str) -> &str {
        self.answers.get(statement).map_or("", |answered| &answered.evidence)
    }

    /// The day on which somebody last answered one of these statements.
    pub fn looked_at<'a>(&self, statements: impl IntoIterator<Item = &'a str>) -> Option<NaiveDate> {
        statements.into_iter().filter_map(|statement| Some(self.answers.get(statement)?.on)).max()
    }

    /// Every answer with its statement's id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answered)> {
        self.answers.iter().map(|(statement, answered)| (statement.as_str(), answered))
    }
}
