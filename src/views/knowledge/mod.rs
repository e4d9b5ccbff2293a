//! Knowledge: articles, and (in the same part of the program) the register of improvements.

use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};
use crate::views::improvement;
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Knowledge, spot) => own(spot),
        Route::Practice(Practice::Improvement, spot) => improvement::page(spot),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(spot: Spot) -> AnyView {
    match spot {
        _ => view! { <Missing /> }.into_any(),
    }
}
