//! What was answered. A question may be passed over: that is remembered, so that it is not asked again.

use std::collections::{BTreeMap, BTreeSet};

use super::form::Question;

/// Answers by question. Those that the advisor does not know, or would not ask for, do no harm: they are not heard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, BTreeSet<String>>);

impl Answers {
    /// Nothing answered yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers a question, in place of what was answered before.
    pub fn give<'a>(&mut self, question: &str, answers: impl IntoIterator<Item = &'a str>) {
        self.0.insert(question.to_owned(), answers.into_iter().map(str::to_owned).collect());
    }

    /// The same, for building a set of answers in one go.
    #[must_use]
    pub fn with<'a>(mut self, question: &str, answers: impl IntoIterator<Item = &'a str>) -> Self {
        self.give(question, answers);
        self
    }

    /// Passes a question over.
    pub fn skip(&mut self, question: &str) {
        self.give(question, []);
    }

    /// Takes an answer back: the question is asked again.
    pub fn forget(&mut self, question: &str) {
        self.0.remove(question);
    }

    /// What was answered; nothing for a question that was passed over or not reached.
    pub fn of(&self, question: &str) -> impl Iterator<Item = &str> {
        self.0.get(question).into_iter().flatten().map(String::as_str)
    }

    /// Whether this was answered so.
    pub fn says(&self, question: &str, answer: &str) -> bool {
        self.0.get(question).is_some_and(|given| given.contains(answer))
    }

    /// Whether a question was answered, and not just passed over.
    pub fn is_answered(&self, question: &str) -> bool {
        self.0.get(question).is_some_and(|given| !given.is_empty())
    }

    /// Whether a question was answered or passed over.
    pub fn is_dealt_with(&self, question: &str) -> bool {
        self.0.contains_key(question)
    }

    /// Each question with what was answered, by id of the question.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.0.iter().map(|(question, given)| (question.as_str(), given))
    }

    /// What of these a question hears: answers it knows, one unless it takes several, and an answer that stands alone
    /// without the others.
    pub(super) fn heard_by(&self, question: &Question) -> Option<BTreeSet<String>> {
        let given = self.0.get(&question.id)?;
        let mut known = question.answers.iter().filter(|answer| given.contains(&answer.id));
        let alone = known.clone().find(|answer| answer.alone);
        Some(match alone {
            Some(alone) => BTreeSet::from([alone.id.clone()]),
            None if question.several => known.map(|answer| answer.id.clone()).collect(),
            None => known.next().into_iter().map(|answer| answer.id.clone()).collect(),
        })
    }

    pub(super) fn put(&mut self, question: &str, given: BTreeSet<String>) {
        self.0.insert(question.to_owned(), given);
    }
}
