//! What would change the main recommendation: each answer is exchanged for each other one, and all is weighed again.

use std::collections::BTreeSet;

use super::answers::Answers;
use super::form::{Advisor, Question};
use super::weighing::Main;

/// How much the main recommendation hangs on one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sensitivity {
    /// The question.
    pub question: String,
    /// What was answered.
    pub given: BTreeSet<String>,
    /// How many other answers were tried.
    pub tried: usize,
    /// Those that would change it; empty if none does.
    pub alternatives: Vec<Alternative>,
}

/// Another answer, and what it would lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The answer in place of the one that was given; empty: none.
    pub instead: BTreeSet<String>,
    /// The main recommendation then.
    pub main: Main,
}

impl Advisor {
    /// For each question that was answered, in order, which other answer would change the main recommendation. Of a
    /// question with several answers each is added or taken away alone. No answer at all is tried as well.
    pub fn sensitivity(&self, answers: &Answers) -> Vec<Sensitivity> {
        let heard = self.heard(answers);
        let now = self.main(&heard);
        let answered = self.asked(&heard).into_iter().filter(|question| heard.is_answered(&question.id));
        let each = answered.map(|question| {
            let given: BTreeSet<String> = heard.of(&question.id).map(str::to_owned).collect();
            let others = others(question, &given);
            let tried = others.len();
            let judged = others.into_iter().map(|instead| {
                let mut changed = heard.clone();
                changed.put(&question.id, instead.clone());
                Alternative { main: self.main(&changed), instead }
            });
            let alternatives = judged.filter(|alternative| alternative.main != now).collect();
            Sensitivity { question: question.id.clone(), given, tried, alternatives }
        });
        each.collect()
    }
}

/// What could have been answered with one click more or less.
fn others(question: &Question, given: &BTreeSet<String>) -> Vec<BTreeSet<String>> {
    let is_alone = |id: &String| question.answer(id).is_some_and(|answer| answer.alone);
    let mut all: Vec<BTreeSet<String>> = vec![BTreeSet::new()];
    for answer in &question.answers {
        let mut other = given.clone();
        if !question.several || answer.alone {
            other = BTreeSet::from([answer.id.clone()]);
        } else if !other.remove(&answer.id) {
            other.retain(|id| !is_alone(id));
            other.insert(answer.id.clone());
        }
        if other != *given && !all.contains(&other) {
            all.push(other);
        }
    }
    all
}
