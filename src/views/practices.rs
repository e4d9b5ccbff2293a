//! What incidents lead to, in one part of the program: problems, changes, requests, major incidents.

use leptos::prelude::*;

use crate::route::{Practice, Route};
use crate::views::{changes, major, problems, requests};

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Changes, _) => changes::page(route),
        Route::Practice(Practice::Requests, _) => requests::page(route),
        Route::Practice(Practice::Major, spot) => major::page(spot),
        route => problems::page(route),
    }
}
