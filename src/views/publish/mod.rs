//! Taking the catalogue to customers and to other tools: a part of the program of its own, because only who publishes
//! needs what writes sites and files.

use leptos::prelude::*;

use crate::route::{Route, Shelf};
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        // site
        Route::Catalogue(Shelf::Publish) => view! { <Missing /> }.into_any(),
        Route::Catalogue(Shelf::Exchange) => view! { <Missing /> }.into_any(),
        Route::Catalogue(Shelf::Print) => view! { <Missing /> }.into_any(),
        _ => view! { <Missing /> }.into_any(),
    }
}
