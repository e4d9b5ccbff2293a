//! Finding concepts and terms by words.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::across::Across;
use super::comparison::Row;
use super::concept::Concept;
use super::fold::{haystack, phrase, singular, words};
use super::store::Knowledge;
use super::term::Term;
use crate::edition::Edition;

/// The most that a search gives: nobody reads on.
pub const MOST_HITS: usize = 30;

/// The most words of a question that are looked for. A whole page that is pasted in must not keep the reader waiting.
const MOST_WORDS: usize = 12;

/// Words that say nothing about what is looked for, unless there are no others.
const SMALL_WORDS: [&str; 14] =
    ["a", "an", "and", "are", "does", "for", "how", "in", "is", "of", "or", "the", "to", "what"];

/// What a whole word and the beginning of one are worth, by place. A name outweighs what is said.
const WORTH_NAME: (u32, u32) = (60, 50);
const WORTH_ALSO: (u32, u32) = (45, 35);
const WORTH_TEXT: (u32, u32) = (10, 5);

/// What it is worth if a name, or another name, is exactly what was asked for.
const WORTH_EXACT: u32 = 100;
const WORTH_EXACT_ALSO: u32 = 80;

/// What it is worth if a name begins as asked.
const WORTH_BEGINS: u32 = 5;

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// What it is.
    pub found: Found<'a>,
    /// Where the words stand; if in several places, the one that says least.
    pub place: Place,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// A concept.
    Concept(&'a Concept),
    /// A term of the glossary.
    Term(&'a Term),
}

/// Where a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the name.
    Name,
    /// In another spelling or an abbreviation.
    Also,
    /// In what is said of it.
    Text,
}

/// The words by which something is found, in the form in which they are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Folded {
    /// The name as a phrase, and as words to look among.
    name: (String, String),
    also: Vec<(String, String)>,
    said: Across<String>,
}

impl Folded {
    pub(super) fn concept(concept: &Concept) -> Self {
        let said = haystack(&concept.short);
        Self { name: both(&concept.name), also: Vec::new(), said: concept.editions.map(|_| said.clone()) }
    }

    pub(super) fn term(term: &Term) -> Self {
        Self {
            name: both(&term.name),
            also: term.also.iter().map(|name| both(name)).collect(),
            said: term.means.map(|text| haystack(text)),
        }
    }

    /// How well it answers, and where; `None` if a word is missing. Without an edition, all that is said counts.
    fn answers(&self, asked: &Asked, edition: Option<Edition>) -> Option<(u32, Place)> {
        let said: Vec<&str> = match edition {
            Some(edition) => self.said.up_to(edition).into_iter().map(String::as_str).collect(),
            None => self.said.iter().map(|(_, text)| text.as_str()).collect(),
        };
        let mut sum = 0;
        let mut least = Place::Name;
        for word in &asked.words {
            let in_name = word.worth(&self.name.1, WORTH_NAME).map(|worth| (worth, Place::Name));
            let in_also = || self.also.iter().filter_map(|(_, text)| word.worth(text, WORTH_ALSO)).max();
            let in_said = || said.iter().filter_map(|text| word.worth(text, WORTH_TEXT)).max();
            let (worth, place) = in_name
                .or_else(|| in_also().map(|worth| (worth, Place::Also)))
                .or_else(|| in_said().map(|worth| (worth, Place::Text)))?;
            sum += worth;
            least = least.max(place);
        }
        if self.name.0 == asked.phrase {
            sum += WORTH_EXACT;
        } else if self.also.iter().any(|(phrase, _)| *phrase == asked.phrase) {
            sum += WORTH_EXACT_ALSO;
        } else if self.name.0.starts_with(&asked.phrase) {
            sum += WORTH_BEGINS;
        }
        Some((sum, least))
    }
}

fn both(name: &str) -> (String, String) {
    (phrase(name), haystack(name))
}

/// What somebody looks for.
struct Asked {
    phrase: String,
    words: Vec<Word>,
}

/// A word that is looked for, with a blank before it, and its singular if it is a plural.
struct Word {
    forms: Vec<String>,
}

impl Asked {
    /// `None` if nothing is asked.
    fn of(text: &str) -> Option<Self> {
        let all = words(text);
        let telling = || all.iter().filter(|word| !SMALL_WORDS.contains(&word.as_str()));
        let kept: BTreeSet<&String> =
            if telling().next().is_some() { telling().collect() } else { all.iter().collect() };
        let words: Vec<Word> = kept.into_iter().take(MOST_WORDS).map(|word| Word::of(word)).collect();
        (!words.is_empty()).then(|| Self { phrase: phrase(text), words })
    }
}

impl Word {
    fn of(word: &str) -> Self {
        let forms = [Some(word.to_owned()), singular(word)];
        Self { forms: forms.into_iter().flatten().map(|form| [" ", &form].concat()).collect() }
    }

    /// What it is worth to find it there: more if it is a whole word.
    fn worth(&self, text: &str, (whole, begun): (u32, u32)) -> Option<u32> {
        let mut best = None;
        for form in &self.forms {
            for (at, found) in text.match_indices(form.as_str()) {
                let ends = text.get(at + found.len()..).is_some_and(|rest| rest.starts_with(' '));
                if ends {
                    return Some(whole);
                }
                best = Some(begun);
            }
        }
        best
    }
}

impl Knowledge {
    /// What has all of these words, or words that begin with them: in a name, another name, or what is said of it. The
    /// best come first, among equals concepts before terms and short names before long ones; at most [`MOST_HITS`]. With
    /// an edition, only what that edition has. A term that is called as its concept gives way to it, which says more.
    pub fn search(&self, words: &str, edition: Option<Edition>) -> Vec<Hit<'_>> {
        let Some(asked) = Asked::of(words) else { return Vec::new() };
        let within = |has: &dyn Fn(Edition) -> bool| edition.is_none_or(has);
        let concepts = self.concepts.iter().filter(|(concept, _)| within(&|one| concept.is_in(one)));
        let terms = self.terms.iter().filter(|(term, _)| within(&|one| term.is_in(one)));
        let found = concepts
            .map(|(concept, folded)| (Found::Concept(concept), folded))
            .chain(terms.map(|(term, folded)| (Found::Term(term), folded)));
        let mut hits: Vec<(u32, Hit<'_>)> = found
            .filter_map(|(found, folded)| {
                folded.answers(&asked, edition).map(|(worth, place)| (worth, Hit { found, place }))
            })
            .collect();
        let concepts: Vec<&Concept> = hits.iter().filter_map(|(_, hit)| hit.found.as_concept()).collect();
        hits.retain(|(_, hit)| !concepts.iter().any(|concept| hit.found.repeats(concept)));
        hits.sort_by_key(|(worth, hit)| (Reverse(*worth), hit.found.as_concept().is_none(), hit.found.name().len()));
        hits.into_iter().take(MOST_HITS).map(|(_, hit)| hit).collect()
    }
}

impl Row {
    /// Whether it has all of these words, or words that begin with them. Every row does if nothing is asked.
    pub fn says(&self, words: &str) -> bool {
        let Some(asked) = Asked::of(words) else { return true };
        let sides = [&self.itsm, &self.itil].into_iter().flat_map(|side| [&side.text, &side.example]);
        let said: Vec<String> =
            [&self.name, &self.question, &self.careful].into_iter().chain(sides).map(|text| haystack(text)).collect();
        asked.words.iter().all(|word| said.iter().any(|text| word.worth(text, WORTH_TEXT).is_some()))
    }
}

impl<'a> Found<'a> {
    /// What it is called.
    pub fn name(self) -> &'a str {
        match self {
            Found::Concept(concept) => &concept.name,
            Found::Term(term) => &term.name,
        }
    }

    fn as_concept(self) -> Option<&'a Concept> {
        match self {
            Found::Concept(concept) => Some(concept),
            Found::Term(_) => None,
        }
    }

    /// Whether it is the glossary's entry for that concept.
    fn repeats(self, concept: &Concept) -> bool {
        matches!(self, Found::Term(term) if term.concept == concept.id && term.name == concept.name)
    }
}
