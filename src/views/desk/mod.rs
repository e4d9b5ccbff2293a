//! The desk: the queue, the ticket, and logging an incident.

pub mod badges;
mod beside_log;
mod bulk;
pub mod choices;
mod columns;
pub mod company;
pub mod draft;
pub mod empty;
mod export;
mod filters;
pub mod for_frame;
pub mod gate;
mod go_on;
mod groups;
pub mod helpful;
mod layout;
pub mod log_form;
mod own;
pub mod queue;
mod report_fields;
mod row;
mod search;
pub mod templates;
pub mod ticket;
mod views;

use leptos::prelude::*;

use crate::route::Route;
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Home => view! { <go_on::GoOn /> }.into_any(),
        Route::Desk(_) => view! { <queue::QueuePage /> }.into_any(),
        Route::NewIncident => view! { <log_form::NewIncidentPage /> }.into_any(),
        Route::Incident(number) => view! { <ticket::TicketPage number /> }.into_any(),
        _ => view! { <Missing /> }.into_any(),
    }
}
