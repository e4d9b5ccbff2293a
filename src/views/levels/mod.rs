//! Service levels: agreements, availability, and (in the same part of the program) suppliers.

use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};
use crate::views::missing::Missing;
use crate::views::suppliers;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Levels, spot) => own(spot),
        Route::Practice(Practice::Suppliers, spot) => suppliers::page(spot),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(spot: Spot) -> AnyView {
    match spot {
        _ => view! { <Missing /> }.into_any(),
    }
}
