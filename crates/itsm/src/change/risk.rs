//! What a change risks: likelihood × impact, worked out from questions that anybody can answer.
//!
//! The answers are kept, the numbers never: they follow from the answers each time, with the reason for every point.
//! A person may know more than six questions do, and raise a number; nobody may talk one down.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::ids::PersonId;

/// The highest likelihood, and the highest impact.
pub const HIGHEST: u8 = 5;

/// The two sides of a risk, each from 1 to [`HIGHEST`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Factor {
    /// How likely it is that something goes wrong.
    Likelihood,
    /// How much it hurts if it does.
    Impact,
}

impl Factor {
    /// Both.
    pub const ALL: [Factor; 2] = [Factor::Likelihood, Factor::Impact];
}

/// A question about a change. The order of the questions and of their choices is part of the stored form: a new
/// question goes to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub text: &'static str,
    /// The same in two or three words, for an explanation.
    pub short: &'static str,
    /// What its answer adds to.
    pub factor: Factor,
    /// What can be answered, and what each answer adds.
    pub choices: &'static [(&'static str, u8)],
}

/// How many questions there are.
pub const COUNT: usize = 6;

/// Every question.
pub const QUESTIONS: [Question; COUNT] = [
    Question {
        text: "Has this been done here before?",
        short: "Done before",
        factor: Factor::Likelihood,
        choices: &[("Often, without trouble", 0), ("Once or twice", 1), ("Never", 2)],
    },
    Question {
        text: "How was it tested?",
        short: "Tested",
        factor: Factor::Likelihood,
        choices: &[("As it will be done, on a like system", 0), ("In part", 1), ("Not at all", 2)],
    },
    Question {
        text: "Who is touched if it goes wrong?",
        short: "Who is touched",
        factor: Factor::Impact,
        choices: &[("A few people or one team", 0), ("A site or a department", 1), ("Everybody, or customers", 2)],
    },
    Question {
        text: "Does a critical service hang on it?",
        short: "Critical service",
        factor: Factor::Impact,
        choices: &[("No", 0), ("Yes", 1)],
    },
    Question {
        text: "Is it done while people work?",
        short: "In working time",
        factor: Factor::Impact,
        choices: &[("No", 0), ("Yes", 1)],
    },
    Question {
        text: "Can it be backed out?",
        short: "Back-out",
        factor: Factor::Impact,
        choices: &[("Yes, and that was tried", 0), ("Yes, but it was never tried", 1), ("No", 1)],
    },
];

/// An answer to every question, each one of its choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answers([u8; COUNT]);

impl Answers {
    /// The answers, by the place of each choice; `None` unless each question has one of its own.
    pub fn of(places: &[u8]) -> Option<Self> {
        let answers: [u8; COUNT] = places.try_into().ok()?;
        let is_choice = |(place, question): (&u8, &Question)| usize::from(*place) < question.choices.len();
        answers.iter().zip(&QUESTIONS).all(is_choice).then_some(Self(answers))
    }

    /// The place of each choice, question by question.
    pub fn places(self) -> [u8; COUNT] {
        self.0
    }

    /// Question, answer and what it adds, for every question about one factor.
    pub fn why(self, factor: Factor) -> impl Iterator<Item = (&'static Question, &'static str, u8)> {
        let chosen = self.0.into_iter().zip(&QUESTIONS).filter(move |(_, question)| question.factor == factor);
        chosen.filter_map(|(place, question)| {
            let (word, points) = question.choices.get(usize::from(place))?;
            Some((question, *word, *points))
        })
    }

    /// What follows for a factor: 1, and what each answer adds, at most [`HIGHEST`].
    pub fn level(self, factor: Factor) -> u8 {
        self.why(factor).fold(1_u8, |sum, (.., points)| sum.saturating_add(points)).min(HIGHEST)
    }
}

/// A number that a person raised above what the answers say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// To this.
    pub level: u8,
    /// Why; never blank.
    pub because: Arc<str>,
    /// Who did.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What is known about the risk of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Risk {
    /// The answers, once there are any.
    pub answers: Option<Answers>,
    /// A higher likelihood than follows from them.
    pub likelihood: Option<Raised>,
    /// A higher impact than follows from them.
    pub impact: Option<Raised>,
}

impl Risk {
    /// What somebody raised a factor to.
    pub fn raised(&self, factor: Factor) -> Option<&Raised> {
        match factor {
            Factor::Likelihood => self.likelihood.as_ref(),
            Factor::Impact => self.impact.as_ref(),
        }
    }

    /// Likelihood and impact, once the questions are answered.
    pub fn weighed(&self) -> Option<Weighed> {
        let answers = self.answers?;
        let level = |factor| answers.level(factor).max(self.raised(factor).map_or(0, |raised| raised.level));
        Some(Weighed { likelihood: level(Factor::Likelihood), impact: level(Factor::Impact) })
    }
}

/// A risk in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// From 1 to 5.
    pub likelihood: u8,
    /// From 1 to 5.
    pub impact: u8,
}

impl Weighed {
    /// Likelihood × impact, from 1 to 25.
    pub fn score(self) -> u8 {
        self.likelihood.saturating_mul(self.impact)
    }

    /// The band it falls into.
    pub fn band(self) -> Band {
        match self.score() {
            0..=4 => Band::VeryLow,
            5..=9 => Band::Low,
            10..=15 => Band::Medium,
            16..=20 => Band::High,
            _ => Band::VeryHigh,
        }
    }
}

/// How much is at risk. Source: the usual bands of a five by five risk matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Band {
    /// 1 to 4.
    VeryLow,
    /// 5 to 9.
    Low,
    /// 10 to 15.
    Medium,
    /// 16 to 20.
    High,
    /// 21 to 25.
    VeryHigh,
}

impl Band {
    /// Every band.
    pub const ALL: [Band; 5] = [Band::VeryLow, Band::Low, Band::Medium, Band::High, Band::VeryHigh];
}
