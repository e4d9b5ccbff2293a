//! The catalogue: where a team writes of its services, and sees them as its customers will.

pub mod anchor;
pub mod builder;
pub mod check;
mod chosen;
mod editor;
mod entries;
mod flow;
pub mod form;
pub mod gate;
mod list;
mod merge;
pub mod money;
pub mod nav;
mod new;
mod portfolio;
mod preview;
mod progress;
mod settings;
mod slot;
mod start;
mod templates;
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
        Shelf::List => view! { <list::ListPage /> }.into_any(),
        Shelf::Service(key) => view! { <editor::ServicePage key /> }.into_any(),
        Shelf::Settings => view! { <settings::SettingsPage /> }.into_any(),
        // forms
        Shelf::Form(service, offering) => builder::page(&service, &offering),
        // flow
        Shelf::Workflow(service, offering) => flow::page(&service, &offering),
        // portfolio
        Shelf::Portfolio => view! { <portfolio::PortfolioPage /> }.into_any(),
        Shelf::Versions(service, parameters) => view! { <versions::VersionsPage service parameters /> }.into_any(),
        Shelf::WhatIf => view! { <what_if::WhatIfPage /> }.into_any(),
        // lint
        Shelf::Check => view! { <check::CheckPage /> }.into_any(),
        Shelf::Merge => view! { <merge::MergePage /> }.into_any(),
        // Of the part `publish`.
        Shelf::Publish | Shelf::Exchange | Shelf::Print => view! { <Missing /> }.into_any(),
    }
}
