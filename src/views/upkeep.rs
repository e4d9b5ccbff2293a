//! What keeps services going, in one part of the program: levels, suppliers, configuration, events, knowledge,
//! improvement.

use leptos::prelude::*;

use crate::route::{Practice, Route};
use crate::views::missing::Missing;
use crate::views::{configuration, knowledge, levels};

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Levels | Practice::Suppliers, _) => levels::page(route),
        Route::Practice(Practice::Configuration | Practice::Events, _) => configuration::page(route),
        Route::Practice(Practice::Knowledge | Practice::Improvement, _) => knowledge::page(route),
        _ => view! { <Missing /> }.into_any(),
    }
}
