//! Warranty that is no warranty.

use super::words::{likeness, meaning};
use super::{Found, Level, Part, Rule};
use crate::catalogue::edit::{Slot, Text};

/// From so much likeness on, the warranty says what the utility says.
const SAME: usize = 60;

pub(super) const RULES: &[Rule] = &[Rule::service(
    "warranty-repeats",
    Level::Should,
    "The warranty only repeats the utility",
    "Utility is what it does, warranty how well: available, enough, secure, continuous. Saying one twice promises only one.",
    |here| {
        let content = &here.listed.content;
        let (utility, warranty) = (meaning(&content.utility), meaning(&content.warranty));
        if warranty.is_empty() || likeness(&utility, &warranty) < SAME {
            return Vec::new();
        }
        vec![Found::new(Part::Slot(Slot::Text(Text::Warranty)))]
    },
)];
