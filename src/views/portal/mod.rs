//! The portal: what customers of a catalogue see. It has no product navigation.

mod mine;

use leptos::prelude::*;

use crate::route::{Counter, Route};
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Portal(place) => own(place),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(place: Counter) -> AnyView {
    match place {
        // portal
        Counter::Front(_parameters) => view! { <Missing /> }.into_any(),
        Counter::Category(_category) => view! { <Missing /> }.into_any(),
        Counter::Service(_service) => view! { <Missing /> }.into_any(),
        Counter::Order(_service, _offering, _parameters) => view! { <Missing /> }.into_any(),
        Counter::Basket => view! { <Missing /> }.into_any(),
        Counter::Compare(_parameters) => view! { <Missing /> }.into_any(),
        // flow
        Counter::Requests => mine::list(),
        Counter::Request(number) => mine::one(number),
    }
}
