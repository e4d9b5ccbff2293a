//! The advice as a whole.

use chrono::NaiveDate;

use super::answers::Answers;
use super::asking::Assumption;
use super::choosing::{ChosenPractice, FrameworkVerdict};
use super::form::{Advisor, Effect, Emphasis, Extent, Piece};
use super::reasons::Reason;
use super::roadmap::Roadmap;
use super::weighing::{Main, Weighed};

/// What is recommended, and why. An ITSM strategy comes first in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The day from which its dates are counted.
    pub start: NaiveDate,
    /// What it rests on: the answers that were heard.
    pub answers: Answers,
    /// The main recommendation.
    pub main: Main,
    /// How much of ITIL, weighed.
    pub extents: Vec<Weighed<Extent>>,
    /// Where the weight lies, weighed.
    pub emphases: Vec<Weighed<Emphasis>>,
    /// What the strategy has to say.
    pub strategy: Vec<Point>,
    /// Which practices, in the order in which to take them up.
    pub practices: Vec<ChosenPractice>,
    /// What is said of each framework.
    pub frameworks: Vec<FrameworkVerdict>,
    /// Whom to train or certify.
    pub people: Vec<Point>,
    /// What may go wrong.
    pub risks: Vec<Point>,
    /// What it costs in kind.
    pub costs: Vec<Point>,
    /// What to do when.
    pub roadmap: Roadmap,
    /// What was taken for granted, for want of answers.
    pub assumptions: Vec<Assumption>,
}

/// A piece of advice with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What there is to say.
    pub piece: Piece,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
}

impl Advice {
    /// The reasons for the extent that is recommended; empty if nothing was answered that bears on it.
    pub fn extent_reasons(&self) -> &[Reason] {
        let chosen = self.extents.iter().find(|weighed| weighed.what == self.main.extent);
        chosen.map_or(&[], |weighed| &weighed.reasons)
    }

    /// How many points the extent is ahead of the next one: the fewer, the less it takes to change it.
    pub fn extent_lead(&self) -> i32 {
        let points = |chosen: bool| {
            let those = self.extents.iter().filter(move |weighed| (weighed.what == self.main.extent) == chosen);
            those.map(|weighed| weighed.points).max().unwrap_or_default()
        };
        points(true).saturating_sub(points(false))
    }

    /// The reasons for the emphasis.
    pub fn emphasis_reasons(&self) -> &[Reason] {
        let chosen = self.emphases.iter().find(|weighed| weighed.what == self.main.emphasis);
        chosen.map_or(&[], |weighed| &weighed.reasons)
    }

    /// Every reason in it, for whoever wants to see that each rests on an answer.
    pub fn every_reason(&self) -> impl Iterator<Item = &Reason> {
        let points = [&self.strategy, &self.people, &self.risks, &self.costs].into_iter().flatten();
        let of_extents = self.extents.iter().flat_map(|one| &one.reasons);
        let of_emphases = self.emphases.iter().flat_map(|one| &one.reasons);
        let of_practices = self.practices.iter().flat_map(|one| one.reasons.iter().chain(&one.formality_reasons));
        let of_frameworks = self.frameworks.iter().flat_map(|one| one.reasons.iter().chain(&one.against));
        let of_points = points.flat_map(|one| &one.reasons);
        of_extents
            .chain(of_emphases)
            .chain(of_practices)
            .chain(of_frameworks)
            .chain(of_points)
            .chain(&self.roadmap.reasons)
    }
}

impl Advisor {
    /// The advice for these answers, with dates from `start` on; `None` only if the file says nothing of the extent that
    /// its rules choose. Not every question has to be answered: what is open stands among the assumptions.
    pub fn advise(&self, answers: &Answers, start: NaiveDate) -> Option<Advice> {
        let heard = self.heard(answers);
        let extents = self.extents_of(&heard);
        let emphases = self.emphases_of(&heard);
        let main = Self::main_of(&extents, &emphases);
        let extent = self.extent(main.extent)?;
        let extent_reason = of_extent(&extents, main.extent, &extent.because);
        let practices = self.choose(&heard, extent, extent_reason.as_ref());
        Some(Advice {
            start,
            main,
            strategy: self.points(&self.strategy, &heard, |effect| match effect {
                Effect::Strategy(id) => Some(id),
                _ => None,
            }),
            frameworks: self.frameworks_for(&heard),
            people: self.points(&self.people, &heard, |effect| match effect {
                Effect::People(id) => Some(id),
                _ => None,
            }),
            risks: self.points(&self.risks, &heard, |effect| match effect {
                Effect::Risk(id) => Some(id),
                _ => None,
            }),
            costs: self.points(&self.costs, &heard, |effect| match effect {
                Effect::Cost(id) => Some(id),
                _ => None,
            }),
            roadmap: self.roadmap_for(&heard, extent, extent_reason.as_ref(), &practices, start),
            assumptions: self.assumptions(answers),
            practices,
            extents,
            emphases,
            answers: heard,
        })
    }

    /// The pieces that some rule asks for, in the file's order.
    fn points(&self, pieces: &[Piece], heard: &Answers, named: impl Fn(&Effect) -> Option<&String>) -> Vec<Point> {
        let points = pieces.iter().map(|piece| {
            let reasons = self.reasons(heard, |effect| named(effect).filter(|id| **id == piece.id).map(|_| 0));
            Point { piece: piece.clone(), reasons }
        });
        points.filter(|point| !point.reasons.is_empty()).collect()
    }
}

/// What follows from the extent rests on every answer that spoke for it.
fn of_extent(extents: &[Weighed<Extent>], extent: Extent, because: &str) -> Option<Reason> {
    let weighed = extents.iter().find(|weighed| weighed.what == extent)?;
    let mut led_by: Vec<_> =
        weighed.reasons.iter().filter(|reason| reason.points > 0).flat_map(|reason| &reason.led_by).cloned().collect();
    led_by.sort();
    led_by.dedup();
    (!led_by.is_empty()).then(|| Reason { because: because.to_owned(), points: 0, led_by })
}
