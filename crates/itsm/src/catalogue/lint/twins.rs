//! Services that cannot be told apart.

use std::collections::BTreeSet;

use super::words::{likeness, meaning};
use super::{Found, Level, Part, Place, Rule, is_looked_at};
use crate::catalogue::document::Catalogue;
use crate::catalogue::edit::{Slot, Text};
use crate::ids::ServiceId;

/// From so much likeness on, two summaries say the same: of their meaningful words, five of six are shared.
const SAME: usize = 83;

/// A shorter summary shares its few words with others by chance.
const WORDS_LEAST: usize = 5;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(
        "same-name",
        Level::Must,
        "Two services have one name",
        "Nobody can tell them apart in a list, on the telephone or in a report. Say in the name what is different.",
        |catalogue| pairs(catalogue, Text::Name, |name| name.trim().to_lowercase(), PartialEq::eq),
    ),
    Rule::whole(
        "like-name",
        Level::Should,
        "Two names differ too little",
        "Names with the same words in another order, or in the plural, get mixed up. Often one service with two offerings is meant.",
        |catalogue| {
            pairs(
                catalogue,
                Text::Name,
                |name| (name.trim().to_lowercase(), stems(name)),
                |one, other| one.0 != other.0 && !one.1.is_empty() && one.1 == other.1,
            )
        },
    ),
    Rule::whole(
        "like-summary",
        Level::Should,
        "Two services promise the same",
        "Customers who read the same twice cannot choose. Say what is different, or make one service with two offerings.",
        |catalogue| {
            pairs(catalogue, Text::Summary, meaning, |one, other| {
                one.len() >= WORDS_LEAST && other.len() >= WORDS_LEAST && likeness(one, other) >= SAME
            })
        },
    ),
];

/// The words of a name without a plural's s.
fn stems(name: &str) -> BTreeSet<String> {
    meaning(name).into_iter().map(|word| word.strip_suffix('s').map_or(word.clone(), str::to_owned)).collect()
}

/// Every service that is like an earlier one; the later of the two is where it is found.
fn pairs<T>(
    catalogue: &Catalogue,
    text: Text,
    read: fn(&str) -> T,
    is_like: fn(&T, &T) -> bool,
) -> Vec<(Place, Found)> {
    let all: Vec<(ServiceId, T)> = catalogue
        .services
        .iter()
        .filter(|(_, listed)| is_looked_at(listed.status))
        .map(|(id, listed)| (*id, &**text.of(&listed.content)))
        .filter(|(_, words)| !words.trim().is_empty())
        .map(|(id, words)| (id, read(words)))
        .collect();
    let mut found = Vec::new();
    for (place, (id, words)) in all.iter().enumerate() {
        let earlier = all.iter().take(place).find(|(_, earlier)| is_like(earlier, words));
        if let Some((twin, _)) = earlier {
            let name = catalogue.content(*twin).map_or("", |content| &*content.name);
            let part = Part::Slot(Slot::Text(text));
            found.push((Place::Service(*id, part), Found::new(part).about(format!("Like “{name}”"))));
        }
    }
    found
}
