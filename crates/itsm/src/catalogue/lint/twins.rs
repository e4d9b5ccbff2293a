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
        |catalogue| pairs(catalogue, Text::Name, |one, other| one.trim().to_lowercase() == other.trim().to_lowercase()),
    ),
    Rule::whole(
        "like-name",
        Level::Should,
        "Two names differ too little",
        "Names of the same words in other order or number are mixed up. One service with two offerings is often meant.",
        |catalogue| {
            pairs(catalogue, Text::Name, |one, other| {
                let is_same = one.trim().to_lowercase() == other.trim().to_lowercase();
                let (one, other) = (stems(one), stems(other));
                !is_same && !one.is_empty() && one == other
            })
        },
    ),
    Rule::whole(
        "like-summary",
        Level::Should,
        "Two services promise the same",
        "Customers who read the same twice cannot choose. Say what is different, or make one service with two offerings.",
        |catalogue| {
            pairs(catalogue, Text::Summary, |one, other| {
                let (one, other) = (meaning(one), meaning(other));
                one.len() >= WORDS_LEAST && other.len() >= WORDS_LEAST && likeness(&one, &other) >= SAME
            })
        },
    ),
];

/// The words of a name without a plural's s.
fn stems(name: &str) -> BTreeSet<String> {
    meaning(name).into_iter().map(|word| word.strip_suffix('s').map_or(word.clone(), str::to_owned)).collect()
}

/// Every service that is like an earlier one; the later of the two is where it is found.
fn pairs(catalogue: &Catalogue, text: Text, is_like: fn(&str, &str) -> bool) -> Vec<(Place, Found)> {
    let all: Vec<(ServiceId, &str)> = catalogue
        .services
        .iter()
        .filter(|(_, listed)| is_looked_at(listed.status))
        .map(|(id, listed)| (*id, &**text.of(&listed.content)))
        .filter(|(_, words)| !words.trim().is_empty())
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
