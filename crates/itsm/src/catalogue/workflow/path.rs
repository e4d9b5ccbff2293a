//! Which steps an order takes, and why.

use super::cost::{OrderCost, cost};
use super::{Step, StepKind, When};
use crate::catalogue::form::{Answers, condition_words};
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
        /// Whether that is the first year of a subscription.
        is_a_year: bool,
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
            (Why::Cost { costs, limit, is_a_year }, is_taken) => {
                let start = if is_taken { "Taken because " } else { "Skipped, as " };
                let what = if *is_a_year { "a year of it costs " } else { "the order costs " };
                let than = if is_taken { ", more than " } else { ", not more than " };
                [start, what, &money(*costs), than, &money(*limit)].concat()
            }
        }
    }
}

/// The way of an order: which steps are taken for these answers and this many.
///
/// Approvals come first wherever they stand, because work on what may be refused is wasted.
pub fn path<'a>(offering: &'a Offering, answers: &Answers, quantity: u16) -> Path<'a> {
    let cost = cost(offering, answers, quantity);
    let form = &offering.form;
    let visit = |step: &'a Step| {
        let (is_taken, why) = match &step.when {
            When::Always => (true, Why::Always),
            When::Answers(condition) => {
                (condition.holds(form, answers), Why::Answers(condition_words(form, condition)))
            }
            When::CostsMoreThan(limit) => {
                let costs = cost.commitment();
                (costs > *limit, Why::Cost { costs, limit: *limit, is_a_year: cost.period.is_some() })
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
