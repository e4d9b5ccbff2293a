//! Continual improvement: the register, what the desk's figures propose, and the path of each improvement.

mod fields;
mod list;
mod matrix;
mod new;
mod proposals;
mod record;
mod shown;

use itsm::Desk;
use leptos::prelude::*;

use crate::route::{Practice, Spot};
use crate::views::missing::Missing;
use crate::views::record::RecordAt;

/// The page at an address.
pub fn page(spot: Spot) -> AnyView {
    match spot {
        Spot::List(_) => list::page(),
        Spot::New(_) => new::page(),
        Spot::At(number) if !number.contains('/') => {
            let find = |desk: &Desk, number: &str| desk.improvements().find(number);
            let list = Practice::Improvement.list();
            view! { <RecordAt number what="improvement" list find page=record::page /> }.into_any()
        }
        Spot::At(_) => view! { <Missing /> }.into_any(),
    }
}
