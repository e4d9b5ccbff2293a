//! Texts in which the words of the glossary are explained where they stand.

use std::sync::Arc;

use learning::Edition;
use learning::knowledge::{Concept, Knowledge, Marker, Piece, Term as Word, TermId, paragraphs};
use leptos::prelude::*;

use crate::ui::Term;

/// Writes the texts of one concept.
pub struct Prose<'a> {
    knowledge: Arc<Knowledge>,
    marker: Marker<'a>,
    edition: Signal<Edition>,
    /// The edition that tells what the chosen one has no word for.
    own: Edition,
}

impl<'a> Prose<'a> {
    /// For a concept, in the words of an edition.
    pub fn of(knowledge: &'a Arc<Knowledge>, concept: &'a Concept, edition: impl Into<Signal<Edition>>) -> Self {
        let edition = edition.into();
        let own = concept.editions.newest().unwrap_or(Edition::V4);
        Self { knowledge: knowledge.clone(), marker: knowledge.marker(concept), edition, own }
    }

    /// A text as paragraphs, each short enough to be taken in.
    pub fn paragraphs(&self, text: &str) -> AnyView {
        paragraphs(text).into_iter().map(|one| view! { <p>{self.text(one)}</p> }).collect_view().into_any()
    }

    /// A text within a paragraph that is there.
    pub fn text(&self, text: &str) -> AnyView {
        let piece = |piece: Piece| match piece {
            Piece::Text(text) => text.to_owned().into_any(),
            Piece::Word(word, term) => self.word(word, term),
        };
        self.marker.pieces(text).into_iter().map(piece).collect_view().into_any()
    }

    fn word(&self, word: &str, term: &Word) -> AnyView {
        let (knowledge, own, edition) = (self.knowledge.clone(), self.own, self.edition);
        // An abbreviation, or another word for it, is spelled out first.
        let name = (word.to_lowercase() != term.name.to_lowercase()).then(|| [&term.name, ": "].concat());
        let id: TermId = term.id.clone();
        let meaning = Signal::derive(move || {
            let term = knowledge.term(id.as_str());
            let meaning = term.map(|term| meaning(term, edition.get(), own)).unwrap_or_default();
            [name.as_deref().unwrap_or_default(), meaning].concat()
        });
        view! { <Term word=word.to_owned() meaning /> }.into_any()
    }
}

/// What a term means in an edition; a term that it does not use is told as another edition means it.
pub fn meaning(term: &Word, edition: Edition, other: Edition) -> &str {
    term.meaning(edition).or_else(|| term.meaning(other)).unwrap_or_default()
}
