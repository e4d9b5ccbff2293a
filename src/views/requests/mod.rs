//! Service requests: what people ask for, and how far it is.

mod badges;
mod form;
mod list;
pub mod ordered;
mod record;

use itsm::RequestId;
use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};
use crate::views::missing::Missing;
use crate::views::record::RecordAt;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Requests, spot) => own(spot),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(spot: Spot) -> AnyView {
    match spot {
        Spot::List(_) => view! { <list::RequestsPage /> }.into_any(),
        Spot::New(_) => view! { <form::NewRequestPage /> }.into_any(),
        Spot::At(number) => view! {
            <RecordAt number what="request" list=Practice::Requests.list()
                find=|desk, number| desk.requests().find(number) page=record />
        }
        .into_any(),
    }
}

fn record(id: RequestId) -> AnyView {
    view! { <record::RequestPage id /> }.into_any()
}
