//! Which rules hold, and by which answers.

use super::answers::Answers;
use super::form::{Advisor, Condition, Effect};

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Given {
    /// The id of the question.
    pub question: String,
    /// The id of the answer.
    pub answer: String,
}

/// Why something is part of an advice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The reason in words.
    pub because: String,
    /// How much it weighs; 0 where nothing is weighed.
    pub points: i32,
    /// The answers on which it rests; never empty.
    pub led_by: Vec<Given>,
}

/// The answers by which a condition holds; `None` if it does not. An empty condition rests on nothing, so it never does.
pub(super) fn led_by(when: &Condition, answers: &Answers) -> Option<Vec<Given>> {
    let mut all = Vec::new();
    for (question, any) in when {
        let before = all.len();
        let given = any.iter().filter(|answer| answers.says(question, answer));
        all.extend(given.map(|answer| Given { question: question.clone(), answer: answer.clone() }));
        if all.len() == before {
            return None;
        }
    }
    (!all.is_empty()).then_some(all)
}

impl Advisor {
    /// The reasons for one thing: `points` says how much an effect speaks for it, `None` that it speaks of something else.
    pub(super) fn reasons(&self, heard: &Answers, points: impl Fn(&Effect) -> Option<i32>) -> Vec<Reason> {
        let holding = self.rules.iter().filter_map(|rule| {
            let points = rule.then.iter().filter_map(&points).reduce(i32::saturating_add)?;
            let led_by = led_by(&rule.when, heard)?;
            Some(Reason { because: rule.because.clone(), points, led_by })
        });
        holding.collect()
    }
}

/// The points of all reasons together.
pub(super) fn sum(reasons: &[Reason]) -> i32 {
    reasons.iter().fold(0, |sum, reason| sum.saturating_add(reason.points))
}
