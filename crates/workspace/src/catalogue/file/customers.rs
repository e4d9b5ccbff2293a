//! What customers may see of a catalogue.

use itsm::catalogue::{Catalogue, Cost, Rank};

/// The catalogue without what is meant for colleagues: how things work, what they cost the provider, how they are
/// ranked, and comments. What is published or given to customers goes through this.
pub fn for_customers(catalogue: &Catalogue) -> Catalogue {
    let mut catalogue = catalogue.clone();
    for listed in catalogue.services.values_mut() {
        listed.comments.clear();
        listed.content.technical = std::sync::Arc::default();
        listed.content.cost = Cost::default();
        listed.content.rank = Rank::default();
        listed.content.items.clear();
    }
    catalogue.directory.items.clear();
    catalogue
}
