//! Which steps an order takes, and why.

use super::cost::{OrderCost, cost};
use super::standin::{counted, holds};
use super::{Step, StepKind, When};
use crate::catalogue::form::{Answer, Answers, CONDITION_DEPTH, Condition, Form};
use crate::catalogue::ids::FieldKey;
use crate::catalogue::money::Cents;
use crate::catalogue::offering::Offering;

/// The way of one order through a workflow.
#[derive(Clone, Debug, PartialEq)]
pub struct Path<'a> {
    /// What it costs.
    pub cost: OrderCost,
    /// Every step, taken or not: approvals first, then what is done, each in the order of the workflow.
    pub visits: Vec<Visit<'a>>,
}

/// What becomes of one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit<'a> {
    /// Which one.
    pub step: &'a Step,
    /// Whether it is taken.
    pub is_taken: bool,
    /// Why, or why not.
    pub why: Why,
}

/// Why a step is taken, or why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is taken with every order.
    Always,
    /// The answers decide; in words, with the labels of the form ("“Model” is “Large”").
    Answers(String),
    /// The cost decides.
    Cost {
        /// What the order commits to (see [`OrderCost::commitment`]).
        costs: Cents,
        /// Above which amount the step is taken.
        limit: Cents,
    },
}

impl<'a> Path<'a> {
    /// The steps that are taken, in the order in which they come.
    pub fn taken(&self) -> impl Iterator<Item = &'a Step> {
        self.visits.iter().filter(|visit| visit.is_taken).map(|visit| visit.step)
    }
}

impl Visit<'_> {
    /// What becomes of it and why, in a sentence without its end. `money` writes an amount.
    pub fn sentence(&self, money: impl Fn(Cents) -> String) -> String {
        match (&self.why, self.is_taken) {
            (Why::Always, _) => "Taken with every order".to_owned(),
            (Why::Answers(words), true) => ["Taken because ", words].concat(),
            (Why::Answers(words), false) => ["Skipped, as it is taken only if ", words].concat(),
            (Why::Cost { costs, limit }, true) => {
                ["Taken because the order costs ", &money(*costs), ", more than ", &money(*limit)].concat()
            }
            (Why::Cost { costs, limit }, false) => {
                ["Skipped, as the order costs ", &money(*costs), ", not more than ", &money(*limit)].concat()
            }
        }
    }
}

/// The way of an order: which steps are taken for these answers and this many.
///
/// Approvals come first wherever they stand, because work on what may be refused is wasted.
pub fn path<'a>(offering: &'a Offering, answers: &Answers, quantity: u16) -> Path<'a> {
    let cost = cost(offering, answers, quantity);
    let counted = counted(&offering.form, answers);
    let visit = |step: &'a Step| {
        let (is_taken, why) = match &step.when {
            When::Always => (true, Why::Always),
            When::Answers(condition) => (holds(condition, &counted), Why::Answers(in_words(condition, &offering.form))),
            When::CostsMoreThan(limit) => {
                let costs = cost.commitment();
                (costs > *limit, Why::Cost { costs, limit: *limit })
            }
        };
        Visit { step, is_taken, why }
    };
    let steps = &offering.workflow.steps;
    let approvals = steps.iter().filter(|step| step.is_approval());
    let rest = steps.iter().filter(|step| !step.is_approval());
    Path { cost, visits: approvals.chain(rest).map(visit).collect() }
}

impl Step {
    /// Whether somebody is asked.
    pub fn is_approval(&self) -> bool {
        matches!(self.what, StepKind::Approval { .. })
    }
}

/// A condition in words, by the labels of the form ("“Model” is “Large” and “Users” is at least 10").
pub fn in_words(condition: &Condition, form: &Form) -> String {
    words_at(condition, form, 0)
}

fn words_at(condition: &Condition, form: &Form, depth: usize) -> String {
    if depth > CONDITION_DEPTH {
        return "…".to_owned();
    }
    let label = |key: &FieldKey| quoted(form.field(*key).map_or("a field that is gone", |field| &field.label));
    match condition {
        Condition::Answered(field) => [&label(field), " is answered"].concat(),
        Condition::Chosen(field, choice) => {
            let choices = form.field(*field).map_or(&[][..], |field| field.kind.choices());
            let chosen = choices.iter().find(|one| one.key == *choice);
            [&label(field), " is ", &quoted(chosen.map_or("a choice that is gone", |one| &one.label))].concat()
        }
        Condition::AtLeast(field, least) => [&label(field), " is at least ", &least.to_string()].concat(),
        Condition::AtMost(field, most) => [&label(field), " is at most ", &most.to_string()].concat(),
        Condition::Says(field, words) => [&label(field), " says ", &quoted(words)].concat(),
        Condition::Not(inner) => match &**inner {
            Condition::Answered(field) => [&label(field), " is not answered"].concat(),
            Condition::Chosen(field, choice) => {
                words_at(&Condition::Chosen(*field, *choice), form, depth).replacen("” is “", "” is not “", 1)
            }
            inner => ["not (", &words_at(inner, form, depth + 1), ")"].concat(),
        },
        Condition::All(all) if all.is_empty() => "nothing more is asked for".to_owned(),
        Condition::Any(any) if any.is_empty() => "never".to_owned(),
        Condition::All(all) => joined(all, form, " and ", depth),
        Condition::Any(any) => joined(any, form, " or ", depth),
    }
}

fn joined(all: &[Condition], form: &Form, between: &str, depth: usize) -> String {
    let part = |one: &Condition| {
        let words = words_at(one, form, depth + 1);
        match one {
            Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 => ["(", &words, ")"].concat(),
            _ => words,
        }
    };
    all.iter().map(part).collect::<Vec<_>>().join(between)
}

fn quoted(words: &str) -> String {
    ["“", words, "”"].concat()
}

/// An answer in words, by the labels of its field; dates are left to the page (`None`).
pub fn answer_in_words(form: &Form, field: FieldKey, answer: &Answer) -> Option<String> {
    let choices = form.field(field).map_or(&[][..], |field| field.kind.choices());
    let label = |key| choices.iter().find(|one| one.key == key).map_or("a choice that is gone", |one| &*one.label);
    match answer {
        Answer::Text(text) | Answer::Person(text) | Answer::Item(text) => Some(text.to_string()),
        Answer::Number(number) => Some(number.to_string()),
        Answer::Choice(key) => Some(label(*key).to_owned()),
        Answer::Choices(keys) => Some(keys.iter().map(|key| label(*key)).collect::<Vec<_>>().join(", ")),
        Answer::Date(_) => None,
    }
}
