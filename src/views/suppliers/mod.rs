//! Suppliers and their contracts.

mod forms;
mod list;
mod new;
mod record;

use leptos::prelude::*;

use crate::route::Spot;

/// The page at an address.
pub fn page(spot: Spot) -> AnyView {
    match spot {
        Spot::List(_) => view! { <list::SuppliersPage /> }.into_any(),
        Spot::New(_) => view! { <new::AddPage /> }.into_any(),
        Spot::At(number) => view! { <record::SupplierPage number /> }.into_any(),
    }
}
