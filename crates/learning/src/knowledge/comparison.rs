//! ITSM beside ITIL: in what they differ, which of the two a statement describes, and how both came about.

use super::codes::codes;
use super::ids::{ConceptId, RowId, StatementId};
use super::provenance::Provenance;
use super::stored;
use super::unreadable::Unreadable;
use crate::edition::Edition;

/// The whole comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The matrix: first the overview or the differences, as the file has them.
    pub rows: Vec<Row>,
    /// Statements to be told apart, in an order that gives no answer away.
    pub drill: Vec<Statement>,
    /// What happened when, the oldest first.
    pub history: Vec<Moment>,
}

codes! {
    /// Where a row of the matrix belongs.
    pub enum Group {
        /// What the two are: objective, scope, components, benefits.
        Overview = "overview",
        /// In what they differ.
        Difference = "difference",
    }
}

codes! {
    /// What a statement describes.
    pub enum Answer {
        /// The work of managing services.
        Itsm = "itsm",
        /// The guidance on it.
        Itil = "itil",
        /// Either of the two.
        Both = "both",
        /// Something else.
        Neither = "neither",
    }
}

codes! {
    /// Whose history is told.
    pub enum Subject {
        /// That of managing services.
        Itsm = "itsm",
        /// That of the guidance.
        Itil = "itil",
    }
}

/// A question that is answered for both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is called by.
    pub id: RowId,
    /// Its heading.
    pub name: String,
    /// Where it belongs.
    pub group: Group,
    /// What is compared.
    pub question: String,
    /// The answer for ITSM.
    pub itsm: Side,
    /// The answer for ITIL.
    pub itil: Side,
    /// What is easily got wrong here.
    pub careful: String,
    /// Where to read on.
    pub concepts: Vec<ConceptId>,
    /// The editions it speaks of; empty if it holds whatever the edition.
    pub editions: Vec<Edition>,
    /// How we know.
    pub provenance: Provenance,
}

/// One of two answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The answer.
    pub text: String,
    /// What it looks like at the sample company.
    pub example: String,
}

/// A statement of the drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it is called by.
    pub id: StatementId,
    /// What is said.
    pub statement: String,
    /// What it describes.
    pub answer: Answer,
    /// Why.
    pub why: String,
    /// The row of the matrix it practises.
    pub row: RowId,
    /// The editions it speaks of; empty if it holds whatever the edition.
    pub editions: Vec<Edition>,
    /// How we know.
    pub provenance: Provenance,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When it happened, or began to.
    pub year: i32,
    /// Whose history it belongs to.
    pub about: Subject,
    /// What happened, in a few words.
    pub title: String,
    /// The story.
    pub text: String,
    /// How we know.
    pub provenance: Provenance,
}

impl Comparison {
    /// Reads the file; an error says where and why it cannot be read.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        stored::comparison::read(text)
    }

    /// The row with this id.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id.as_str() == id)
    }
}
