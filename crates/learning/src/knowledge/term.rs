//! A term of the glossary.

use super::across::Across;
use super::ids::{ConceptId, TermId};
use super::provenance::Provenance;
use crate::edition::Edition;

/// A term, and what each edition means by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it is called by in addresses.
    pub id: TermId,
    /// The term.
    pub name: String,
    /// Other spellings and abbreviations; may be empty.
    pub also: Vec<String>,
    /// The editions that use the word, and how we know. Never empty.
    pub editions: Across<Provenance>,
    /// What they mean by it. An edition that keeps the meaning of the one before is left out.
    pub means: Across<String>,
    /// Terms that shed light on it.
    pub see: Vec<TermId>,
    /// The concept it belongs to, in the newest edition that has the term.
    pub concept: ConceptId,
    /// A case of the sample company.
    pub example: Option<String>,
}

impl Term {
    /// Whether an edition uses the word.
    pub fn is_in(&self, edition: Edition) -> bool {
        self.editions.has(edition)
    }

    /// How we know of it in an edition; `None` if that edition does not use the word.
    pub fn provenance(&self, edition: Edition) -> Option<Provenance> {
        self.editions.get(edition).copied()
    }

    /// What an edition means by it; `None` if that edition does not use the word.
    pub fn meaning(&self, edition: Edition) -> Option<&str> {
        self.editions.get(edition).and_then(|_| self.means.up_to(edition)).map(String::as_str)
    }
}
