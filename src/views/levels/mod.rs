//! Service levels: agreements, availability, and (in the same part of the program) suppliers.

mod attention;
mod compare;
mod edit;
mod fields;
mod form;
pub mod incident;
mod list;
mod look;
mod outages;
mod record;
mod review;
mod service;
pub mod several;
mod terms;
mod timeline;
mod words;

use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};
use crate::views::missing::Missing;
use crate::views::suppliers;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Levels, spot) => own(spot),
        Route::Practice(Practice::Suppliers, spot) => suppliers::page(spot),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(spot: Spot) -> AnyView {
    match spot {
        Spot::List(_) => view! { <list::LevelsPage /> }.into_any(),
        Spot::New(_) => view! { <form::DraftPage /> }.into_any(),
        Spot::At(place) => match place.split_once('/') {
            Some(("services", key)) => view! { <service::ServicePage key=key.to_owned() /> }.into_any(),
            Some((number, "edit")) => view! { <edit::EditPage number=number.to_owned() /> }.into_any(),
            _ if place.starts_with("compare") => view! { <compare::ComparePage /> }.into_any(),
            _ => view! { <record::AgreementPage number=place /> }.into_any(),
        },
    }
}
