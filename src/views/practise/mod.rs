//! Choosing a shift to practise: the library, and the briefing before one begins.

mod briefing;
mod library;
mod runs;

use leptos::prelude::*;

use crate::route::{Route, Stand};
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Shift(Stand::Library(_)) => library::page(),
        Route::Shift(Stand::Scenario(scenario, parameters)) => briefing::page(scenario, &parameters),
        _ => view! { <Missing /> }.into_any(),
    }
}

/// What a level is about.
fn level(level: u8) -> &'static str {
    match level {
        1 => "One thing at a time",
        2 => "A queue",
        3 => "Causes",
        4 => "Risk",
        _ => "Judgement",
    }
}

/// A concept in words, from its key ("service-desk").
fn concept(key: &str) -> String {
    key.replace('-', " ")
}
