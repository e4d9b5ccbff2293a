//! Whose catalogue it is, and whom to ask.

use super::words::is_blank;
use super::{Found, Level, Part, Place, Rule};
use crate::catalogue::document::Catalogue;

pub(super) const RULES: &[Rule] = &[
    Rule::whole(
        "no-organisation",
        Level::Should,
        "The catalogue names no organisation",
        "A published catalogue is found by people who do not know you. They must see whose services these are.",
        |catalogue| at_settings(catalogue, is_blank(&catalogue.settings.organisation)),
    ),
    Rule::whole(
        "no-contact",
        Level::Should,
        "The catalogue names nobody to ask",
        "Who does not find what they need has one question left: whom to ask. Answer it once, for all services.",
        |catalogue| {
            let settings = &catalogue.settings;
            at_settings(catalogue, is_blank(&settings.contact) && is_blank(&settings.email))
        },
    ),
];

/// An empty catalogue is not asked for anything: it has just begun.
fn at_settings(catalogue: &Catalogue, is_wrong: bool) -> Vec<(Place, Found)> {
    if is_wrong && !catalogue.services.is_empty() {
        vec![(Place::Settings, Found::new(Part::Whole))]
    } else {
        Vec::new()
    }
}
