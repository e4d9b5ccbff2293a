//! Problem management: what comes again and again, why, and what is done about it.

mod badges;
mod boards;
mod list;
mod pareto;
mod proposals;
mod raise;
mod record;

use leptos::prelude::*;

use crate::route::Route;
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Problems => view! { <list::ProblemsPage /> }.into_any(),
        Route::NewProblem(_) => view! { <raise::RaisePage /> }.into_any(),
        Route::Problem(number) => view! { <record::ProblemPage number /> }.into_any(),
        _ => view! { <Missing /> }.into_any(),
    }
}
