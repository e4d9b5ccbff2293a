//! The guiding principles in use: a situation, what one may do, and what comes of it.

use super::codes::codes;
use super::ids::{ConceptId, SituationId};
use super::provenance::Provenance;
use super::stored;
use super::unreadable::Unreadable;
use crate::edition::Edition;

/// All situations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situations {
    /// In the order of the file.
    pub all: Vec<Situation>,
}

/// A situation in which a principle helps to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// What it is called by.
    pub id: SituationId,
    /// The principle it is about.
    pub principle: ConceptId,
    /// What is the matter.
    pub situation: String,
    /// What one may do. Exactly one follows the principle.
    pub choices: Vec<Choice>,
    /// What to take away, whichever was chosen.
    pub note: String,
    /// The editions it holds for.
    pub editions: Vec<Edition>,
    /// How we know.
    pub provenance: Provenance,
}

/// Something one may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is done.
    pub text: String,
    /// What comes of it.
    pub consequence: String,
    /// How well it goes with the principle.
    pub fit: Fit,
}

codes! {
    /// How well a choice goes with a principle.
    pub enum Fit {
        /// It is what the principle advises.
        Follows = "follows",
        /// It goes some of the way.
        Half = "half",
        /// It goes against it.
        Against = "against",
    }
}

impl Situations {
    /// Reads the file; an error says where and why it cannot be read.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        stored::principles::read(text)
    }

    /// Those about one principle, by the id of its concept.
    pub fn of<'a>(&'a self, principle: &'a str) -> impl Iterator<Item = &'a Situation> {
        self.all.iter().filter(move |one| one.principle.as_str() == principle)
    }
}
