//! Words of a text, and the texts of a service that customers read.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Here, Part};
use crate::catalogue::edit::{Slot, Text, Texts};

/// Texts that customers read, in the order in which they stand on the page.
pub(super) const SHOWN: [Text; 10] = [
    Text::Name,
    Text::Summary,
    Text::ForWhom,
    Text::HowToAsk,
    Text::Description,
    Text::Purpose,
    Text::Utility,
    Text::Warranty,
    Text::Entitlement,
    Text::Hours,
];

/// The words of a text: runs of letters and digits, with inner hyphens and apostrophes ("Wi-Fi", "don't").
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’')))
        .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Whether a text says nothing.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Words that carry no meaning of their own when two texts are compared.
const SMALL: [&str; 40] = [
    "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "for", "from", "with", "by", "is", "are", "be", "it",
    "its", "this", "that", "you", "your", "we", "our", "can", "will", "as", "all", "any", "into", "not", "no", "so",
    "they", "their", "has", "have", "which", "when",
];

/// The words of a text that carry meaning, in small letters.
pub(super) fn meaning(text: &str) -> BTreeSet<String> {
    words(text).map(str::to_lowercase).filter(|word| !SMALL.contains(&&**word)).collect()
}

/// How much two texts have in common, from 0 to 100: shared words of all words. Source: Jaccard's index.
pub(super) fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    let shared = one.intersection(other).count();
    let all = one.len() + other.len() - shared;
    (shared * 100).checked_div(all).unwrap_or(0)
}

/// Whether a text has `phrase` as whole words, whatever their case. Both are given in small letters.
pub(super) fn has_phrase(lower: &str, phrase: &str) -> bool {
    let is_inner = |letter: char| letter.is_alphanumeric();
    lower.match_indices(phrase).any(|(at, _)| {
        let before = lower.get(..at).and_then(|text| text.chars().next_back());
        let after = lower.get(at + phrase.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(is_inner) && !after.is_some_and(is_inner)
    })
}

impl Here<'_> {
    /// Every text of the service that customers read, with where it stands.
    pub(super) fn shown(&self) -> Vec<(Part, &Arc<str>)> {
        let content = &self.listed.content;
        let mut all: Vec<(Part, &Arc<str>)> =
            SHOWN.iter().map(|text| (Part::Slot(Slot::Text(*text)), text.of(content))).collect();
        all.extend(content.outcomes.iter().map(|text| (Part::Slot(Slot::Texts(Texts::Outcomes)), text)));
        for offering in &content.offerings {
            let part = Part::Slot(Slot::Offering(offering.key));
            all.extend([(part, &offering.name), (part, &offering.summary)]);
            for section in &offering.form.sections {
                let part = Part::Section(offering.key, section.key);
                all.extend([(part, &section.title), (part, &section.help)]);
                for field in &section.fields {
                    let part = Part::Field(offering.key, field.key);
                    all.extend([(part, &field.label), (part, &field.help)]);
                    all.extend(
                        field
                            .kind
                            .choices()
                            .iter()
                            .map(|choice| (Part::Choice(offering.key, field.key, choice.key), &choice.label)),
                    );
                }
            }
        }
        all
    }
}
