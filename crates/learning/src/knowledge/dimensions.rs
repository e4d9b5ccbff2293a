//! A check of a service: questions by the four dimensions, and by what acts on it from outside (PESTLE).

use super::ids::{AreaId, ConceptId, QuestionId};
use super::provenance::Provenance;
use super::stored;
use super::unreadable::Unreadable;
use crate::edition::Edition;

/// All questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceCheck {
    /// The four dimensions.
    pub dimensions: Vec<Area>,
    /// Political, economic, social, technological, legal, environmental.
    pub pestle: Vec<Area>,
}

/// A dimension, or a factor from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// What it is called by; that of a dimension is the id of its concept, too.
    pub id: AreaId,
    /// What people call it.
    pub name: String,
    /// What belongs to it.
    pub about: String,
    /// What to ask.
    pub questions: Vec<Question>,
    /// The editions it holds for.
    pub editions: Vec<Edition>,
    /// How we know.
    pub provenance: Provenance,
}

/// A question that is answered with yes, partly or no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is called by.
    pub id: QuestionId,
    /// The question; "yes" is the good answer.
    pub question: String,
    /// Why it is asked.
    pub why: String,
    /// What is wrong if the answer is no.
    pub gap: String,
    /// What to do about it.
    pub measure: String,
    /// The practices that help.
    pub practices: Vec<ConceptId>,
    /// The editions it holds for.
    pub editions: Vec<Edition>,
    /// How we know.
    pub provenance: Provenance,
}

impl ServiceCheck {
    /// Reads the file; an error says where and why it cannot be read.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        stored::dimensions::read(text)
    }

    /// Every area: the dimensions first.
    pub fn areas(&self) -> impl Iterator<Item = &Area> {
        self.dimensions.iter().chain(&self.pestle)
    }
}
