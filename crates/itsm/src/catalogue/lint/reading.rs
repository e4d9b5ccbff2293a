//! How hard a text is to read.
//!
//! Source: C. H. Björnsson, Läsbarhet (1968): LIX is the words in a sentence plus the per cent of long words (of more
//! than six letters). Below 40 is easy, above 50 difficult, above 60 very difficult. It needs no dictionary and no
//! syllables, so it serves many languages; it knows nothing of meaning.

use super::words::{SHOWN, words};
use super::{Found, Level, Part, Rule};
use crate::catalogue::edit::{Slot, Text};

/// From here on a text is too hard for a page that is read in passing.
pub(super) const HARD: usize = 60;

/// Fewer words say too little about how hard the writing is.
pub(super) const WORDS_LEAST: usize = 30;

/// A word of more letters is long.
const LONG: usize = 6;

pub(super) const RULES: &[Rule] = &[Rule::service(
    "reading",
    Level::Should,
    "The text is hard to read",
    "Long sentences of long words are read twice or not at all. Most sentences should have fewer than twenty words.",
    |here| {
        let content = &here.listed.content;
        let texts = SHOWN.iter().filter(|text| **text != Text::Name).filter_map(|text| {
            let lix = lix(text.of(content)).filter(|lix| *lix >= HARD)?;
            let about = format!("Reading index (LIX) {lix}; below {HARD} is the aim");
            Some(Found::new(Part::Slot(Slot::Text(*text))).about(about))
        });
        texts.collect()
    },
)];

/// The index of a text, or `None` for one that is too short to tell.
pub(super) fn lix(text: &str) -> Option<usize> {
    let many = words(text).count();
    if many < WORDS_LEAST {
        return None;
    }
    // Lines of a list are read like sentences.
    let sentences = text.split(['.', '!', '?', ':', '\n']).filter(|part| words(part).next().is_some()).count();
    let long = words(text).filter(|word| word.chars().count() > LONG).count();
    Some(many.checked_div(sentences)? + (long * 100).checked_div(many)?)
}
