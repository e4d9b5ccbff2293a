//! One thing that was done, and what may be done at all.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::walked::WalkStep;
use crate::advisor::Answers;
use crate::knowledge::{ConceptId, QuestionId, SituationId, StatementId};
use crate::maturity::Assessment;

/// The longest note, in letters: a page of a notebook.
pub const MOST_NOTE_LETTERS: usize = 4_000;

/// Something that somebody who learns did.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // The fields say what they are.
pub enum Did {
    /// Read a concept to its end, or takes that back.
    Read { concept: ConceptId, on: bool },
    /// Put a bookmark to a concept, or takes it away.
    Marked { concept: ConceptId, on: bool },
    /// Wrote a note at a concept; an empty one takes it away.
    Noted { concept: ConceptId, text: String },
    /// Told whether a statement is about ITSM or ITIL.
    Told { statement: StatementId, right: bool },
    /// Chose what to do in a situation, by its place from 0.
    Chose { situation: SituationId, choice: u8 },
    /// Asked the advisor.
    Advised { on: NaiveDate, answers: Answers },
    /// Assessed practices.
    Assessed(Assessment),
    /// Looked at a service from all sides: which questions have a yes, and which a no.
    Checked { service: String, answers: BTreeMap<QuestionId, bool> },
    /// Drew a value stream, in its stored form; an empty one takes it away.
    Drew { stream: u32, text: String },
    /// Went a step on the walk of a service.
    Walked { walk: u32, step: WalkStep },
}

/// Why something is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The note is too long.
    LongNote,
}

impl std::fmt::Display for Unfit {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Unfit::LongNote => {
                write!(out, "A note holds {MOST_NOTE_LETTERS} letters. Shorten it; nothing was changed.")
            }
        }
    }
}

impl std::error::Error for Unfit {}

impl Did {
    /// A note at a concept, without blanks around it.
    ///
    /// # Errors
    /// If it is too long.
    pub fn noted(concept: ConceptId, text: &str) -> Result<Self, Unfit> {
        let text = text.trim();
        if text.chars().count() > MOST_NOTE_LETTERS {
            return Err(Unfit::LongNote);
        }
        Ok(Did::Noted { concept, text: text.to_owned() })
    }
}
