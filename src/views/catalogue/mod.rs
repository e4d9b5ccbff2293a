//! The catalogue: where a team writes of its services, and sees them as its customers will.

mod portfolio;
mod versions;
mod what_if;

use leptos::prelude::*;

use crate::route::{Route, Shelf};
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Catalogue(place) => own(place),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(place: Shelf) -> AnyView {
    match place {
        // editor: the list and where one begins; the page of a service; what holds for the whole catalogue
        Shelf::List => view! { <Missing /> }.into_any(),
        Shelf::Service(_key) => view! { <Missing /> }.into_any(),
        Shelf::Settings => view! { <Missing /> }.into_any(),
        // forms
        Shelf::Form(_service, _offering) => view! { <Missing /> }.into_any(),
        // flow
        Shelf::Workflow(_service, _offering) => view! { <Missing /> }.into_any(),
        // portfolio
        Shelf::Portfolio => view! { <portfolio::PortfolioPage /> }.into_any(),
        Shelf::Versions(service, parameters) => {
            view! { <versions::VersionsPage service parameters /> }.into_any()
        }
        Shelf::WhatIf => view! { <what_if::WhatIfPage /> }.into_any(),
        // lint
        Shelf::Check => view! { <Missing /> }.into_any(),
        Shelf::Merge => view! { <Missing /> }.into_any(),
        // Of the part `publish`.
        Shelf::Publish | Shelf::Exchange | Shelf::Print => view! { <Missing /> }.into_any(),
    }
}
