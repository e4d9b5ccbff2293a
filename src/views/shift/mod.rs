//! A shift that is played, and what came of it.
//!
//! All that the screen shows is one [`View`](simulation::shift::view::View), replaced whole after each act; all that it
//! does is an [`Act`](simulation::shift::Act). Each part looks at its own share of the view, so only what differs is
//! painted again.

mod actions;
mod call;
mod change;
mod context;
mod conversation;
pub mod debrief;
pub mod desk;
mod forms;
mod handover;
mod heard;
mod helps;
mod inbox;
pub mod keys;
mod pace;
mod record;
mod run;
pub mod screen;
mod service;
mod strip;
mod ticket;
mod top;
pub mod words;

use leptos::prelude::*;

use crate::route::{Route, Stand};
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Shift(Stand::Run(run)) => run::page(run),
        Route::Shift(Stand::Debrief(run)) => debrief::page(run),
        _ => view! { <Missing /> }.into_any(),
    }
}
