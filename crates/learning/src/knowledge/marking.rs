//! Which words of a text are words of the glossary, so that a page can explain them where they stand.

use super::concept::Concept;
use super::ids::TermId;
use super::store::Knowledge;
use super::term::Term;

/// More than these in one paragraph, and the marks are in the reader's way.
pub const MOST_MARKED: usize = 3;

/// A piece of a text. All pieces in their order are the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// As it stands.
    Text(&'a str),
    /// A word of the glossary, as it is written here.
    Word(&'a str, &'a Term),
}

/// Finds the terms of one concept in its texts.
#[derive(Clone, Debug)]
pub struct Marker<'a> {
    /// Every name that may stand in a text, the longest first; without a term it is passed over as a whole.
    names: Vec<(&'a str, Option<&'a Term>)>,
}

impl Knowledge {
    /// What finds the terms of a concept. Its own name is never found, nor a term within the longer name of another:
    /// a "service" in a "service desk".
    pub fn marker<'a>(&'a self, concept: &'a Concept) -> Marker<'a> {
        let related: Vec<&Term> = self.terms_of(concept).filter(|term| !is_called(term, &concept.name)).collect();
        let of = |term: &'a Term| {
            let found = related.iter().any(|one| one.id == term.id).then_some(term);
            names_of(term).map(move |name| (name, found))
        };
        let mut names: Vec<_> = self.terms().flat_map(of).chain([(concept.name.as_str(), None)]).collect();
        // Of two that are written alike, the one that is to be found comes first.
        names.sort_by_key(|(name, term)| (std::cmp::Reverse(name.len()), term.is_none()));
        Marker { names }
    }
}

impl<'a> Marker<'a> {
    /// The pieces of a paragraph: each term once, where it comes first, and at most [`MOST_MARKED`].
    pub fn pieces<'t>(&self, text: &'t str) -> Vec<Piece<'t>>
    where
        'a: 't,
    {
        let mut pieces = Vec::new();
        let mut marked: Vec<&TermId> = Vec::new();
        let (mut begun, mut at) = (0, 0);
        while let Some(start) = next_word(text, at) {
            let Some((word, term)) = self.longest_at(text, start) else {
                at = end_of_word(text, start);
                continue;
            };
            at = start + word.len();
            let Some(term) = term.filter(|term| !marked.contains(&&term.id)) else { continue };
            if marked.len() == MOST_MARKED {
                break;
            }
            marked.push(&term.id);
            push(&mut pieces, text.get(begun..start));
            pieces.push(Piece::Word(word, term));
            begun = at;
        }
        push(&mut pieces, text.get(begun..));
        pieces
    }

    /// The longest name that stands at a place, as it is written there, with the term that is to be found.
    fn longest_at<'t>(&self, text: &'t str, start: usize) -> Option<(&'t str, Option<&'a Term>)> {
        let rest = text.get(start..)?;
        self.names.iter().find_map(|(name, term)| written(rest, name).map(|word| (word, *term)))
    }
}

fn push<'t>(pieces: &mut Vec<Piece<'t>>, text: Option<&'t str>) {
    pieces.extend(text.filter(|text| !text.is_empty()).map(Piece::Text));
}

/// Its name, and what else it is called.
fn names_of(term: &Term) -> impl Iterator<Item = &str> {
    std::iter::once(&term.name).chain(&term.also).map(String::as_str)
}

fn is_called(term: &Term, name: &str) -> bool {
    names_of(term).any(|one| one.to_lowercase() == name.to_lowercase())
}

/// A name at the beginning of a text, as it is written there, if a word ends where it ends. An abbreviation must be
/// written as one: "CI" is not the end of a sentence in Italian.
fn written<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let exactly = !name.chars().any(char::is_lowercase);
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        let (_, letter) = letters.next()?;
        let same = letter == wanted || (!exactly && letter.to_lowercase().eq(wanted.to_lowercase()));
        if !same {
            return None;
        }
    }
    let end = letters.next().map_or(text.len(), |(end, _)| end);
    let word = text.get(..end)?;
    text.get(end..)?.chars().next().is_none_or(|next| !is_of_word(next)).then_some(word)
}

/// Where the next word begins, from a place on that is not within one.
fn next_word(text: &str, from: usize) -> Option<usize> {
    text.get(from..)?.find(is_of_word).map(|place| from + place)
}

fn end_of_word(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    start + rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len())
}

/// Letters, digits, and the hyphen: a "self-service" is no "service".
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-'
}
