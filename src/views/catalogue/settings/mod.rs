//! What holds for the whole catalogue: whose it is, its categories, its audiences.

mod about;
mod audiences;
mod categories;

use leptos::prelude::*;

use super::gate::WithCatalogue;
use super::nav::CatalogueNav;
use crate::views::page;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    view! { <WithCatalogue><Settings /></WithCatalogue> }.into_any()
}

#[component]
fn Settings() -> impl IntoView {
    page::title(|| "Settings of the catalogue".to_owned());
    page::announce();
    view! {
        <div class="page">
            <CatalogueNav />
            <header class="page-head"><h1>"Settings of the catalogue"</h1></header>
            <div class="shelf-settings">
                <about::About />
                <div class="shelf-settings-side">
                    <categories::Categories />
                    <audiences::Audiences />
                </div>
            </div>
        </div>
    }
    .into_any()
}
