//! Names of services.

use super::words::words;
use super::{Found, Here, Level, Part, Rule};
use crate::catalogue::edit::{Slot, Text};

/// The longest name that stays on one line of a phone's list.
pub(super) const NAME_MOST: usize = 48;

/// Names that say nothing by themselves.
const EMPTY: [&str; 10] =
    ["service", "new service", "untitled", "unnamed", "test", "todo", "tbd", "draft", "service 1", "my service"];

pub(super) const RULES: &[Rule] = &[
    Rule::service(
        "name-long",
        Level::Could,
        "The name is too long",
        "A name is said on the telephone and read in lists. What needs a sentence belongs in “What you get”.",
        |here| {
            let many = here.listed.content.name.chars().count();
            if many <= NAME_MOST {
                return Vec::new();
            }
            vec![at_name().about(format!("{many} characters; {NAME_MOST} stay on one line"))]
        },
    ),
    Rule::service(
        "name-empty",
        Level::Must,
        "The name says nothing",
        "Customers choose by the name first. It should be the word that they themselves use for what they want.",
        says_nothing,
    ),
];

fn at_name() -> Found {
    Found::new(Part::Slot(Slot::Text(Text::Name)))
}

fn says_nothing(here: &Here) -> Vec<Found> {
    let lower = here.listed.content.name.trim().to_lowercase();
    let has_word = words(&lower).any(|word| word.chars().any(char::is_alphabetic));
    if has_word && !EMPTY.contains(&&*lower) { Vec::new() } else { vec![at_name()] }
}
