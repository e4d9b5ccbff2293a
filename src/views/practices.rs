//! The practices that one part of the program brings: problems and major incidents.

use leptos::prelude::*;

use crate::route::{Practice, Route};
use crate::views::{major, problems};

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Major, spot) => major::page(spot),
        route => problems::page(route),
    }
}
