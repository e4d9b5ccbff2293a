//! The main recommendation: how much of ITIL, and where the weight lies. An ITSM strategy comes first in any case.

use super::answers::Answers;
use super::form::{Advisor, Effect, Emphasis, Extent};
use super::reasons::{Reason, sum};

/// The main recommendation in short: what two advices have to share to be called the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Main {
    /// How much of ITIL.
    pub extent: Extent,
    /// Where the weight lies.
    pub emphasis: Emphasis,
}

/// One of several that were weighed against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed<T> {
    /// What was weighed.
    pub what: T,
    /// Its points.
    pub points: i32,
    /// What speaks for it (or, with negative points, against it).
    pub reasons: Vec<Reason>,
}

/// The heaviest; of equals the first. `fallback` if there is none at all.
fn heaviest<T: Copy>(weighed: &[Weighed<T>], fallback: T) -> T {
    let mut best: Option<&Weighed<T>> = None;
    for one in weighed {
        if best.is_none_or(|best| one.points > best.points) {
            best = Some(one);
        }
    }
    best.map_or(fallback, |best| best.what)
}

impl Advisor {
    /// How much of ITIL: every extent with its points, the lightest first. Of equals the lighter one is recommended,
    /// since adding is easier than taking away.
    pub fn weigh_extents(&self, answers: &Answers) -> Vec<Weighed<Extent>> {
        self.extents_of(&self.heard(answers))
    }

    /// Where the weight lies: every emphasis with its points, in the file's order.
    pub fn weigh_emphases(&self, answers: &Answers) -> Vec<Weighed<Emphasis>> {
        self.emphases_of(&self.heard(answers))
    }

    /// The main recommendation.
    pub fn main(&self, answers: &Answers) -> Main {
        let heard = self.heard(answers);
        Self::main_of(&self.extents_of(&heard), &self.emphases_of(&heard))
    }

    pub(super) fn main_of(extents: &[Weighed<Extent>], emphases: &[Weighed<Emphasis>]) -> Main {
        Main { extent: heaviest(extents, Extent::Lightweight), emphasis: heaviest(emphases, Emphasis::Basics) }
    }

    pub(super) fn extents_of(&self, heard: &Answers) -> Vec<Weighed<Extent>> {
        let weigh = |what| {
            self.weighed(heard, what, |effect| match effect {
                Effect::Extent(extent, points) if *extent == what => Some(*points),
                _ => None,
            })
        };
        self.extents.iter().map(|extent| weigh(extent.id)).collect()
    }

    pub(super) fn emphases_of(&self, heard: &Answers) -> Vec<Weighed<Emphasis>> {
        let weigh = |what| {
            self.weighed(heard, what, |effect| match effect {
                Effect::Emphasis(emphasis, points) if *emphasis == what => Some(*points),
                _ => None,
            })
        };
        self.emphases.iter().map(|emphasis| weigh(emphasis.id)).collect()
    }

    fn weighed<T>(&self, heard: &Answers, what: T, points: impl Fn(&Effect) -> Option<i32>) -> Weighed<T> {
        let reasons = self.reasons(heard, points);
        Weighed { what, points: sum(&reasons), reasons }
    }
}
