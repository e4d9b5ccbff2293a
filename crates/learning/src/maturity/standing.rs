//! Where a practice stands: its level, and apart from it what is there already of the next ones.

use super::assessment::{Answer, Assessment};
use super::form::{Maturity, PracticeStatements};
use super::level::Level;

/// Where a practice stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The id of the practice.
    pub practice: String,
    /// The highest level of which every statement is met, and of all levels below.
    pub level: Level,
    /// How far it is to the next level; `None` on the highest.
    pub next: Option<Progress>,
    /// All statements of the practice together, whatever their level: credit that counts for no level.
    pub all: Progress,
    /// How many statements were answered at all.
    pub answered: usize,
}

/// Statements that are met, and those that are met in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Of which level; for all statements together the highest.
    pub level: Level,
    /// Statements that are met.
    pub met: usize,
    /// Statements that are met in part.
    pub partly: usize,
    /// Statements in all.
    pub of: usize,
}

impl Progress {
    /// From 0 to 1: met counts one, partly a half. 0 where there are no statements.
    pub fn share(self) -> f64 {
        if self.of == 0 {
            return 0.0;
        }
        // Counts of statements: far below where a float would round.
        (self.met as f64 + self.partly as f64 / 2.0) / self.of as f64
    }
}

impl Standing {
    /// Whether anything was said of the practice. One that was not assessed stands on no level, rather than on the first.
    pub fn is_assessed(&self) -> bool {
        self.answered > 0
    }

    /// The level with its credit towards the next one, from 1 to 5: for drawing, not for judging.
    pub fn with_credit(&self) -> f64 {
        f64::from(self.level.number()) + self.next.map_or(0.0, Progress::share)
    }
}

impl Maturity {
    /// Where a practice stands; `None` if the file does not know it.
    pub fn standing(&self, practice: &str, assessment: &Assessment) -> Option<Standing> {
        self.practice(practice).map(|practice| stands(practice, assessment))
    }

    /// Where every practice stands, in the file's order, assessed or not.
    pub fn standings(&self, assessment: &Assessment) -> Vec<Standing> {
        self.practices.iter().map(|practice| stands(practice, assessment)).collect()
    }
}

fn stands(practice: &PracticeStatements, assessment: &Assessment) -> Standing {
    let count = |level: Option<Level>| {
        let of_level =
            practice.statements.iter().filter(|statement| level.is_none_or(|level| statement.level == level));
        let start = Progress { level: level.unwrap_or(Level::HIGHEST), met: 0, partly: 0, of: 0 };
        of_level.fold(start, |mut progress, statement| {
            progress.of += 1;
            match assessment.of(&statement.id) {
                Answer::Met => progress.met += 1,
                Answer::Partly => progress.partly += 1,
                Answer::NotMet | Answer::Unknown => {}
            }
            progress
        })
    };
    // A level without statements asks for nothing, so it is met.
    let is_met = |level: Level| {
        let progress = count(Some(level));
        progress.met == progress.of
    };
    let level = Level::all().take_while(|level| is_met(*level)).last().unwrap_or(Level::LOWEST);
    let is_answered = |id: &str| assessment.of(id) != Answer::Unknown;
    Standing {
        practice: practice.id.clone(),
        level,
        next: level.next().map(|next| count(Some(next))),
        all: count(None),
        answered: practice.statements.iter().filter(|statement| is_answered(&statement.id)).count(),
    }
}
