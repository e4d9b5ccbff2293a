//! Configuration items, what hangs on what, and (in the same part of the program) events.

mod compare;
pub mod facts_form;
pub mod fails;
mod impact;
mod item;
mod list;
mod needs_form;
pub mod nodes;
mod picture;
mod register;
mod service;

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
        Spot::List(_) => view! { <list::ItemsPage /> }.into_any(),
        Spot::New(_) => view! { <register::RegisterPage /> }.into_any(),
        Spot::At(place) if place == nodes::IMPACT => view! { <impact::ImpactPage /> }.into_any(),
        Spot::At(place) if place == nodes::COMPARE => view! { <compare::ComparePage /> }.into_any(),
        Spot::At(place) => match place.strip_prefix(nodes::SERVICES) {
            Some(service) => view! { <service::ServicePage place=service.to_owned() /> }.into_any(),
            None => view! { <item::ItemPage place /> }.into_any(),
        },
    }
}
