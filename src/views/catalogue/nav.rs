//! The small navigation of the catalogue: its pages.

use leptos::prelude::*;

use crate::browser::location::Location;
use crate::route::{Counter, Route, Shelf};

/// The pages, in the order in which a catalogue comes about.
const PAGES: [(&str, Shelf); 7] = [
    ("Services", Shelf::List),
    ("Portfolio", Shelf::Portfolio),
    ("Check", Shelf::Check),
    ("What if", Shelf::WhatIf),
    ("Publish", Shelf::Publish),
    ("Import and export", Shelf::Exchange),
    ("Settings", Shelf::Settings),
];

/// The navigation.
#[component]
pub fn CatalogueNav() -> impl IntoView {
    let location = expect_context::<Location>();
    let here = Memo::new(move |_| Route::parse(&location.path()));
    let link = move |(label, place): (&'static str, Shelf)| {
        let route = Route::Catalogue(place);
        let href = route.href();
        let is_here = move || {
            here.with(|here| match (here, &route) {
                (Route::Catalogue(Shelf::Service(_)), Route::Catalogue(Shelf::List)) => true,
                (here, route) => here == route,
            })
        };
        view! { <li><a href=href aria-current=move || is_here().then_some("page")>{label}</a></li> }
    };
    view! {
        <nav class="desk-nav" aria-label="Catalogue">
            <ul>
                {PAGES.into_iter().map(link).collect_view()}
                <li><a href=Counter::front().href()>"As customers see it"</a></li>
            </ul>
        </nav>
    }
    .into_any()
}
