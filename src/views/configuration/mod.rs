//! Configuration items, what hangs on what, and (in the same part of the program) events.

use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};
use crate::views::events;
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Configuration, spot) => own(spot),
        Route::Practice(Practice::Events, spot) => events::page(spot),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(spot: Spot) -> AnyView {
    match spot {
        _ => view! { <Missing /> }.into_any(),
    }
}
