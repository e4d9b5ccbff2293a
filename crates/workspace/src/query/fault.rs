//! What is wrong with a typed query: where, in words, and what would be right.

use std::ops::Range;

use super::field::Field;
use super::name::same;
use super::print::quoted;

/// A fault with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The bytes of the query that are wrong.
    pub at: Range<usize>,
    /// What is wrong and what would be right.
    pub sentence: String,
    /// What may have been meant, to be put in that place.
    pub instead: Option<String>,
}

impl Fault {
    pub(super) fn new(at: Range<usize>, sentence: impl Into<String>) -> Self {
        Self { at, sentence: sentence.into(), instead: None }
    }

    /// A field that does not exist.
    pub(super) fn no_field(at: Range<usize>, word: &str) -> Self {
        let near = nearest(word, Field::ALL.into_iter().map(Field::word));
        let advice = match near {
            Some(near) => [" Did you mean ", near, "?"].concat(),
            None => String::new(),
        };
        let sentence =
            ["There is no field \u{201c}", word, "\u{201d}.", &advice, " To look for it as a word, put it in quotes."]
                .concat();
        Self { at, sentence, instead: near.map(str::to_owned) }
    }

    /// A value that a field does not have.
    pub(super) fn no_value<'a>(
        at: Range<usize>,
        field: Field,
        value: &str,
        known: impl Iterator<Item = &'a str> + Clone,
        or_else: &str,
    ) -> Self {
        let mut sentence = field.word().to_owned();
        if value.is_empty() {
            sentence.push_str(" needs a value");
        } else {
            sentence.push_str(" has no \u{201c}");
            sentence.push_str(value);
            sentence.push('\u{201d}');
        }
        let near = nearest(value, known);
        match near {
            Some(near) => {
                sentence.push_str(": ");
                sentence.push_str(near);
                sentence.push('?');
            }
            None if or_else.is_empty() => sentence.push('.'),
            None => {
                sentence.push_str(": ");
                sentence.push_str(or_else);
                sentence.push('.');
            }
        }
        Self { at, sentence, instead: near.map(quoted) }
    }
}

/// The known word that somebody who wrote `word` most likely meant: few letters apart, or beginning with it.
pub(super) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).take(64).collect();
    if word.is_empty() {
        return None;
    }
    let limit = (word.len() / 3).clamp(1, 3);
    let mut best: Option<(usize, &str)> = None;
    for other in known {
        let letters: Vec<char> = other.chars().flat_map(char::to_lowercase).take(64).collect();
        let begins = word.len() > 1 && letters.starts_with(&word);
        if !begins && letters.len().abs_diff(word.len()) > limit {
            continue;
        }
        let distance = if begins { 1 } else { distance(&word, &letters) };
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, other));
        }
    }
    best.map(|(_, other)| other).filter(|other| !same(other, &word.iter().collect::<String>()))
}

/// How many letters have to be put in, taken out, exchanged or swapped with their neighbour.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = vec![];
    let mut row: Vec<usize> = (0..=other.len()).collect();
    let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX);
    for (i, letter) in one.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, letter_of_other) in other.iter().enumerate() {
            let changed = at(&row, j).saturating_add(usize::from(letter != letter_of_other));
            let mut least =
                changed.min(at(&row, j + 1).saturating_add(1)).min(next.last().map_or(usize::MAX, |left| left + 1));
            let swapped = i > 0 && j > 0 && one.get(i - 1) == Some(letter_of_other) && other.get(j - 1) == Some(letter);
            if swapped {
                least = least.min(at(&before, j - 1).saturating_add(1));
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(usize::MAX)
}
