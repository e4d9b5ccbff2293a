//! How far somebody is with what is practised: the statements of the drill, and the situations of the principles.

use super::Study;
use crate::knowledge::{Situation, Statement};

/// How a drill stands, by the last answer to each statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drilled {
    /// How many were told rightly the last time.
    pub right: usize,
    /// Which were told wrongly the last time, by their places in the drill.
    pub wrong: Vec<usize>,
}

impl Drilled {
    /// Whether any of it was ever answered.
    pub fn is_begun(&self) -> bool {
        self.right > 0 || !self.wrong.is_empty()
    }
}

impl Study {
    /// How the statements of a drill stand.
    pub fn drilled(&self, statements: &[Statement]) -> Drilled {
        let mut drilled = Drilled::default();
        for (place, statement) in statements.iter().enumerate() {
            match self.told(statement.id.as_str()) {
                Some(true) => drilled.right += 1,
                Some(false) => drilled.wrong.push(place),
                None => {}
            }
        }
        drilled
    }

    /// Whether somebody has decided in a situation.
    pub fn has_decided(&self, situation: &Situation) -> bool {
        self.chosen(situation.id.as_str()).is_some()
    }

    /// The place of the first of these situations in which nobody has decided yet; `None` if there is none left.
    pub fn first_undecided<'a>(&self, situations: impl IntoIterator<Item = &'a Situation>) -> Option<usize> {
        situations.into_iter().position(|situation| !self.has_decided(situation))
    }
}
