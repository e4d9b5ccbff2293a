//! Three steps with dates: a strategy, practices in waves, reviews that never end.

use chrono::NaiveDate;

use super::answers::Answers;
use super::choosing::{ChosenPractice, WAVES};
use super::form::{Advisor, Effect, ExtentText, Piece};
use super::reasons::{Reason, sum};
use crate::dates::{weeks_after, working_day};

/// A wave is never planned shorter: nothing new settles faster.
const SHORTEST_WAVE_WEEKS: i64 = 2;
/// Nor longer: after half a year nobody remembers why it was begun.
const LONGEST_WAVE_WEEKS: i64 = 26;
/// After so long the questions are asked again.
const AGAIN_WEEKS: u64 = 52;

/// What to do when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roadmap {
    /// Strategy, practices, evaluation. The third has no end of its own: it is shown until the first round is over.
    pub steps: Vec<Step>,
    /// When to look back, in order of their dates.
    pub reviews: Vec<Review>,
    /// Why it takes as long as it does.
    pub reasons: Vec<Reason>,
}

/// A step of the roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// "strategy", "practices" or "evaluate".
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is done.
    pub text: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Of the practices: the last day of each wave, and what it takes up.
    pub waves: Vec<(NaiveDate, Vec<String>)>,
}

/// A day to look back on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Which day; never a Saturday or Sunday (holidays are not known here).
    pub on: NaiveDate,
    /// After what.
    pub kind: ReviewKind,
    /// What it asks.
    pub text: String,
}

/// After what a review comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReviewKind {
    /// The strategy.
    Strategy,
    /// A wave, counted from 1.
    Wave(usize),
    /// Nothing in particular: time has passed.
    Regular,
    /// A year, or the first round where it takes longer: the questions are asked again.
    Again,
}

impl Roadmap {
    /// The review whose day came last; `None` before the first. Each takes the place of the one before it.
    pub fn review_due(&self, today: NaiveDate) -> Option<&Review> {
        self.reviews.iter().rev().find(|review| review.on <= today)
    }
}

fn step(piece: &Piece, from: NaiveDate, until: NaiveDate) -> Step {
    Step { id: piece.id.clone(), name: piece.name.clone(), text: piece.text.clone(), from, until, waves: Vec::new() }
}

impl Advisor {
    /// Weeks for a wave, and why they are more or fewer than usual for the extent.
    fn pace(&self, heard: &Answers, extent: &ExtentText) -> (u64, Vec<Reason>) {
        let reasons = self.reasons(heard, |effect| match effect {
            Effect::Pace(weeks) => Some(*weeks),
            _ => None,
        });
        let weeks = i64::from(extent.wave_weeks) + i64::from(sum(&reasons));
        (weeks.clamp(SHORTEST_WAVE_WEEKS, LONGEST_WAVE_WEEKS).unsigned_abs(), reasons)
    }

    pub(super) fn roadmap_for(
        &self,
        heard: &Answers,
        extent: &ExtentText,
        extent_reason: Option<&Reason>,
        practices: &[ChosenPractice],
        start: NaiveDate,
    ) -> Roadmap {
        let words = &self.roadmap;
        let (wave_weeks, pace) = self.pace(heard, extent);
        let strategy_ends = weeks_after(start, extent.strategy_weeks.into());

        let mut waves = Vec::new();
        let mut ends = strategy_ends;
        for wave in 1..=WAVES {
            let taken_up: Vec<_> = practices.iter().filter(|one| one.wave == wave).map(|one| one.id.clone()).collect();
            if !taken_up.is_empty() {
                ends = weeks_after(ends, wave_weeks);
                waves.push((ends, taken_up));
            }
        }
        let again = weeks_after(start, AGAIN_WEEKS).max(weeks_after(ends, extent.review_weeks.into()));

        let review = |on, kind, text: &String| Review { on: working_day(on), kind, text: text.clone() };
        let mut reviews = vec![review(strategy_ends, ReviewKind::Strategy, &words.after_strategy)];
        let of_waves = waves.iter().zip(1..);
        reviews.extend(of_waves.map(|((on, _), wave)| review(*on, ReviewKind::Wave(wave), &words.after_wave)));
        let mut next = weeks_after(ends, extent.review_weeks.into());
        while next < again && extent.review_weeks > 0 {
            reviews.push(review(next, ReviewKind::Regular, &words.regular));
            next = weeks_after(next, extent.review_weeks.into());
        }
        reviews.push(review(again, ReviewKind::Again, &words.again));

        let practising = Step { waves, ..step(&words.practices, strategy_ends, ends) };
        Roadmap {
            steps: vec![
                step(&words.strategy, start, strategy_ends),
                practising,
                step(&words.evaluate, strategy_ends, again),
            ],
            reviews,
            reasons: extent_reason.cloned().into_iter().chain(pace).collect(),
        }
    }
}
