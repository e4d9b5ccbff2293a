//! What differs between two advices, for whoever asks again after a while.

use std::collections::BTreeSet;

use super::advice::{Advice, Point};
use super::form::{Formality, FrameworkUse};
use super::weighing::Main;

/// One thing that differs. Practices, frameworks and pieces are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// A question was answered otherwise.
    Answer {
        /// The question.
        question: String,
        /// The answers then; empty for none.
        before: BTreeSet<String>,
        /// The answers now; empty for none.
        after: BTreeSet<String>,
    },
    /// The main recommendation.
    Main {
        /// Then.
        before: Main,
        /// Now.
        after: Main,
    },
    /// A practice is recommended only now.
    PracticeAdded {
        /// Which one.
        id: String,
        /// In which wave.
        wave: usize,
    },
    /// A practice is no longer recommended.
    PracticeDropped {
        /// Which one.
        id: String,
        /// In which wave it was.
        wave: usize,
    },
    /// A practice comes in another wave.
    PracticeMoved {
        /// Which one.
        id: String,
        /// Then.
        before: usize,
        /// Now.
        after: usize,
    },
    /// A practice is to be done otherwise.
    Formality {
        /// Which one.
        id: String,
        /// Then.
        before: Formality,
        /// Now.
        after: Formality,
    },
    /// A framework fits now, or does so no longer.
    Framework {
        /// Which one.
        id: String,
        /// Now.
        after: FrameworkUse,
    },
    /// Something new to say.
    PointAdded {
        /// Of what.
        part: Part,
        /// Which piece.
        id: String,
    },
    /// Something need not be said any more.
    PointDropped {
        /// Of what.
        part: Part,
        /// Which piece.
        id: String,
    },
}

/// The lists of an advice that are made of pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What the strategy has to say.
    Strategy,
    /// Whom to train or certify.
    People,
    /// What may go wrong.
    Risks,
    /// What it costs in kind.
    Costs,
}

impl Advice {
    /// What differs from an earlier advice: answers, main recommendation, practices, frameworks, pieces, in this order.
    /// Dates, points and wording are not compared: they differ without meaning anything.
    pub fn differences_from(&self, earlier: &Advice) -> Vec<Difference> {
        let mut all = answers(earlier, self);
        if earlier.main != self.main {
            all.push(Difference::Main { before: earlier.main, after: self.main });
        }
        practices(earlier, self, &mut all);
        for now in &self.frameworks {
            let then = earlier.frameworks.iter().find(|one| one.id == now.id);
            if then.is_some_and(|then| then.verdict != now.verdict) {
                all.push(Difference::Framework { id: now.id.clone(), after: now.verdict });
            }
        }
        points(Part::Strategy, &earlier.strategy, &self.strategy, &mut all);
        points(Part::People, &earlier.people, &self.people, &mut all);
        points(Part::Risks, &earlier.risks, &self.risks, &mut all);
        points(Part::Costs, &earlier.costs, &self.costs, &mut all);
        all
    }
}

fn answers(earlier: &Advice, now: &Advice) -> Vec<Difference> {
    let questions: BTreeSet<&str> =
        earlier.answers.iter().chain(now.answers.iter()).map(|(question, _)| question).collect();
    let set = |advice: &Advice, question| advice.answers.of(question).map(str::to_owned).collect::<BTreeSet<_>>();
    let each = questions.into_iter().map(|question| Difference::Answer {
        question: question.to_owned(),
        before: set(earlier, question),
        after: set(now, question),
    });
    each.filter(|one| !matches!(one, Difference::Answer { before, after, .. } if before == after)).collect()
}

fn practices(earlier: &Advice, now: &Advice, all: &mut Vec<Difference>) {
    for after in &now.practices {
        let id = after.id.clone();
        let Some(before) = earlier.practices.iter().find(|one| one.id == id) else {
            all.push(Difference::PracticeAdded { id, wave: after.wave });
            continue;
        };
        if before.wave != after.wave {
            all.push(Difference::PracticeMoved { id: id.clone(), before: before.wave, after: after.wave });
        }
        if before.formality != after.formality {
            all.push(Difference::Formality { id, before: before.formality, after: after.formality });
        }
    }
    let dropped = earlier.practices.iter().filter(|one| now.practices.iter().all(|other| other.id != one.id));
    all.extend(dropped.map(|one| Difference::PracticeDropped { id: one.id.clone(), wave: one.wave }));
}

fn points(part: Part, earlier: &[Point], now: &[Point], all: &mut Vec<Difference>) {
    let has = |list: &[Point], id: &str| list.iter().any(|point| point.piece.id == id);
    let ids = |list: &[Point], other: &[Point]| -> Vec<String> {
        list.iter().map(|point| point.piece.id.clone()).filter(|id| !has(other, id)).collect()
    };
    all.extend(ids(now, earlier).into_iter().map(|id| Difference::PointAdded { part, id }));
    all.extend(ids(earlier, now).into_iter().map(|id| Difference::PointDropped { part, id }));
}
