//! Monitoring and events: what the systems tell, and what the rules make of it.

mod alert;
mod badges;
mod feed;
mod report;
mod rules;

use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};

/// The name of the page with the rules, in an address.
const RULES: &str = "rules";

/// The page at an address.
pub fn page(spot: Spot) -> AnyView {
    match spot {
        Spot::List(_) => view! { <feed::EventsPage /> }.into_any(),
        Spot::New(_) => view! { <report::ReportPage /> }.into_any(),
        Spot::At(place) if place == RULES => view! { <rules::RulesPage /> }.into_any(),
        Spot::At(number) => view! { <alert::AlertPage number /> }.into_any(),
    }
}

/// Where the rules are.
fn rules_page() -> Route {
    Practice::Events.at(RULES)
}
