//! Service requests: what people ask for, and how far it is.

use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Requests, spot) => own(spot),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(spot: Spot) -> AnyView {
    match spot {
        _ => view! { <Missing /> }.into_any(),
    }
}
