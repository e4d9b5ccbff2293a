//! What is commonly mixed up.

use super::across::Across;
use super::ids::{MisconceptionId, TermId};
use super::provenance::Provenance;

/// Two or more terms that people mix up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconception {
    /// What it is called by.
    pub id: MisconceptionId,
    /// The terms. Never empty.
    pub pair: Vec<TermId>,
    /// What many believe, and what is wrong.
    pub believed: String,
    /// How it really is.
    pub really: String,
    /// A question that tells them apart.
    pub tell: String,
    /// The editions it holds for, and how we know. Never empty.
    pub editions: Across<Provenance>,
}
