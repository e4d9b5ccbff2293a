//! A concept: a stage, process, practice, principle, activity or idea, with all that a page says of it.

use super::across::Across;
use super::do_it::DoIt;
use super::ids::{ConceptId, TermId};
use super::kind::Kind;
use super::provenance::Provenance;
use crate::edition::Edition;

/// How fast somebody reads who wants to understand, in words a minute.
pub const WORDS_A_MINUTE: usize = 200;

/// A concept, as one page explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    /// What it is called by in addresses and bookmarks.
    pub id: ConceptId,
    /// What sort of thing it is.
    pub kind: Kind,
    /// What people call it.
    pub name: String,
    /// The editions it exists in, and how we know. Never empty.
    pub editions: Across<Provenance>,
    /// What it belongs to.
    pub part_of: Vec<ConceptId>,
    /// What it is, in a sentence.
    pub short: String,
    /// What it is for.
    pub purpose: String,
    /// How it goes, what good looks like, what goes wrong.
    pub sections: Vec<Section>,
    /// What it needs; may be empty.
    pub inputs: Vec<String>,
    /// What it brings about; may be empty.
    pub outputs: Vec<String>,
    /// Who takes part, and with what task; may be empty.
    pub roles: Vec<Named>,
    /// What is counted, and how that can mislead; may be empty.
    pub measures: Vec<Named>,
    /// The terms one needs for it.
    pub terms: Vec<TermId>,
    /// What it is taken for.
    pub confused: Vec<Confusion>,
    /// What it became in the next edition, if it lost its place or its name.
    pub became: Vec<ConceptId>,
    /// Where the work goes on.
    pub leads_to: Vec<ConceptId>,
    /// Where one does it in this product.
    pub do_it: Vec<DoIt>,
    /// A case of the sample company.
    pub example: String,
}

/// A piece of text with its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The text.
    pub text: String,
}

/// A role or a measure: its name, and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// What is said of it.
    pub text: String,
}

/// Another concept that this one is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confusion {
    /// The other one.
    pub with: ConceptId,
    /// How to tell them apart.
    pub tell: String,
}

impl Concept {
    /// Whether an edition has it.
    pub fn is_in(&self, edition: Edition) -> bool {
        self.editions.has(edition)
    }

    /// How we know of it in an edition; `None` if that edition has not got it.
    pub fn provenance(&self, edition: Edition) -> Option<Provenance> {
        self.editions.get(edition).copied()
    }

    /// How many words the page has.
    pub fn words(&self) -> usize {
        let named = self.roles.iter().chain(&self.measures).flat_map(|one| [&one.name, &one.text]);
        let told = self.sections.iter().flat_map(|one| [&one.title, &one.text]).chain(named);
        let listed = self.inputs.iter().chain(&self.outputs).chain(self.confused.iter().map(|one| &one.tell));
        let texts = [&self.name, &self.short, &self.purpose, &self.example].into_iter().chain(told).chain(listed);
        texts.map(|text| text.split_whitespace().count()).sum()
    }

    /// How long it takes to read, in whole minutes, begun ones included; at least 1.
    pub fn reading_minutes(&self) -> usize {
        self.words().div_ceil(WORDS_A_MINUTE).max(1)
    }
}
