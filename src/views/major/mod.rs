//! Major incidents.

use leptos::prelude::*;

use crate::route::Spot;
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(spot: Spot) -> AnyView {
    match spot {
        _ => view! { <Missing /> }.into_any(),
    }
}
