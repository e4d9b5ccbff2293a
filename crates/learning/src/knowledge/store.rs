//! Everything that is known so far: the concepts, the terms, and how they hang together.

use super::concept::Concept;
use super::do_it::DoIt;
use super::ids::ConceptId;
use super::kind::Kind;
use super::misconception::Misconception;
use super::search::Folded;
use super::shelf::Shelf;
use super::stored;
use super::term::Term;
use super::unreadable::Unreadable;
use crate::edition::Edition;

/// The concepts and the glossary, as far as their files have arrived. An id whose file is not here yet is passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Knowledge {
    pub(super) concepts: Shelf<(Concept, Folded)>,
    pub(super) terms: Shelf<(Term, Folded)>,
    misconceptions: Shelf<Misconception>,
}

impl Knowledge {
    /// Adds one of the [`CONCEPT_FILES`](super::CONCEPT_FILES). A concept that is here already is replaced. If the file
    /// cannot be read, nothing changes.
    pub fn add_concepts(&mut self, text: &str) -> Result<(), Unreadable> {
        for concept in stored::concepts::read(text)? {
            let folded = Folded::concept(&concept);
            self.concepts.put(concept.id.clone().as_str(), (concept, folded));
        }
        Ok(())
    }

    /// Adds the [`GLOSSARY_FILE`](super::GLOSSARY_FILE). A term that is here already is replaced. If the file cannot be
    /// read, nothing changes.
    pub fn add_glossary(&mut self, text: &str) -> Result<(), Unreadable> {
        let (terms, misconceptions) = stored::glossary::read(text)?;
        for term in terms {
            let folded = Folded::term(&term);
            self.terms.put(term.id.clone().as_str(), (term, folded));
        }
        for misconception in misconceptions {
            self.misconceptions.put(misconception.id.clone().as_str(), misconception);
        }
        Ok(())
    }

    /// The concept with this id.
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.concepts.get(id).map(|(concept, _)| concept)
    }

    /// The term with this id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.get(id).map(|(term, _)| term)
    }

    /// The misconception with this id.
    pub fn misconception(&self, id: &str) -> Option<&Misconception> {
        self.misconceptions.get(id)
    }

    /// Every concept, in the order of the files.
    pub fn concepts(&self) -> impl Iterator<Item = &Concept> {
        self.concepts.iter().map(|(concept, _)| concept)
    }

    /// Every term, in the order of the file.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().map(|(term, _)| term)
    }

    /// Every misconception, in the order of the file.
    pub fn misconceptions(&self) -> impl Iterator<Item = &Misconception> {
        self.misconceptions.iter()
    }

    /// The concepts that an edition has.
    pub fn of_edition(&self, edition: Edition) -> impl Iterator<Item = &Concept> {
        self.concepts().filter(move |concept| concept.is_in(edition))
    }

    /// The concepts of one kind that an edition has.
    pub fn of_kind(&self, kind: Kind, edition: Edition) -> impl Iterator<Item = &Concept> {
        self.of_edition(edition).filter(move |concept| concept.kind == kind)
    }

    /// What a concept belongs to.
    pub fn parents(&self, concept: &Concept) -> impl Iterator<Item = &Concept> {
        self.all_of(&concept.part_of)
    }

    /// What belongs to a concept, in any edition.
    pub fn children<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Concept> {
        self.concepts().filter(move |concept| names(&concept.part_of, id))
    }

    /// Where the work of a concept goes on.
    pub fn leads_on(&self, concept: &Concept) -> impl Iterator<Item = &Concept> {
        self.all_of(&concept.leads_to)
    }

    /// What leads to a concept.
    pub fn leads_here<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Concept> {
        self.concepts().filter(move |concept| names(&concept.leads_to, id))
    }

    /// The concepts that one does at a place of the product.
    pub fn done_at(&self, place: DoIt) -> impl Iterator<Item = &Concept> {
        self.concepts().filter(move |concept| concept.do_it.contains(&place))
    }

    /// The terms of a concept: first those it names, then those that belong to it.
    pub fn terms_of<'a>(&'a self, concept: &'a Concept) -> impl Iterator<Item = &'a Term> {
        let named = concept.terms.iter().filter_map(|id| self.term(id.as_str()));
        let own = self.terms().filter(|term| term.concept == concept.id && !concept.terms.contains(&term.id));
        named.chain(own)
    }

    /// The concepts of a term: first the one it belongs to, then those that name it.
    pub fn concepts_of<'a>(&'a self, term: &'a Term) -> impl Iterator<Item = &'a Concept> {
        let home = self.concept(term.concept.as_str());
        let others = self.concepts().filter(|concept| concept.id != term.concept && concept.terms.contains(&term.id));
        home.into_iter().chain(others)
    }

    /// The misconceptions that a term has a part in.
    pub fn misconceptions_of<'a>(&'a self, term: &'a Term) -> impl Iterator<Item = &'a Misconception> {
        self.misconceptions().filter(|misconception| misconception.pair.contains(&term.id))
    }

    /// The concepts with these ids, as far as they are here.
    pub(super) fn all_of(&self, ids: &[ConceptId]) -> impl Iterator<Item = &Concept> {
        ids.iter().filter_map(|id| self.concept(id.as_str()))
    }
}

/// Whether a list of ids has this one.
pub(super) fn names(ids: &[ConceptId], id: &str) -> bool {
    ids.iter().any(|one| one.as_str() == id)
}
