//! Change enablement: changes, their calendar, their reviews.

pub mod calendar;

use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Changes, spot) => own(spot),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(spot: Spot) -> AnyView {
    match spot {
        Spot::At(place) if place == calendar::CALENDAR => view! { <calendar::CalendarPage /> }.into_any(),
        Spot::At(place) if place == calendar::WINDOWS => view! { <calendar::WindowsPage /> }.into_any(),
        _ => view! { <Missing /> }.into_any(),
    }
}
