//! Major incidents: the list, the page that one is led from, what users would see, and the report afterwards.

mod acts;
mod communication;
mod forms;
mod lead;
mod list;
mod moments;
pub mod panel;
mod report;
mod shown;
mod status;

use itsm::{Desk, IncidentId};
use leptos::prelude::*;

use crate::route::{Practice, Spot};
use crate::views::missing::Missing;
use crate::views::record::RecordAt;

/// The page at an address.
pub fn page(spot: Spot) -> AnyView {
    match spot {
        Spot::List(_) => list::page(),
        Spot::New(_) => view! { <Missing /> }.into_any(),
        Spot::At(place) => match place.split_once('/') {
            None => at(place, lead::page),
            Some((number, "report")) => at(number.to_owned(), report::page),
            Some((number, "status")) => at(number.to_owned(), status::page),
            Some(_) => view! { <Missing /> }.into_any(),
        },
    }
}

fn at(number: String, page: fn(IncidentId) -> AnyView) -> AnyView {
    // Any incident has the page: there it can be proposed.
    let find = |desk: &Desk, number: &str| desk.find_incident(number);
    view! { <RecordAt number what="incident" list=Practice::Major.list() find page /> }.into_any()
}
