//! Publishing: whether all is said, where orders go, and the files to take along.

use leptos::prelude::*;

use super::orders::Orders;
use super::published;
use super::ready::Ready;
use super::steps::Steps;
use super::take::Take;
use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{EmptyState, Kind, LinkButton};
use crate::views::catalogue::gate::WithCatalogue;
use crate::views::catalogue::nav::CatalogueNav;
use crate::views::page;

/// The page.
#[component]
pub fn PublishPage() -> impl IntoView {
    let session = expect_context::<Session>();
    let inside = move || {
        let catalogue = published(session);
        let is_empty = Memo::new(move |_| catalogue.with(|catalogue| catalogue.services.is_empty()));
        let body = move || {
            if is_empty.get() {
                view! {
                    <EmptyState
                        title="Nothing is published yet"
                        text="Customers see what is launched and has a published version. Take a service through its gates, then publish it on its page of versions."
                    >
                        <LinkButton label="Go to the portfolio" kind=Kind::Primary href=Route::Catalogue(Shelf::Portfolio).href() />
                        <LinkButton label="Go to the services" href=Route::Catalogue(Shelf::List).href() />
                    </EmptyState>
                }
                .into_any()
            } else {
                view! {
                    <div class="publish">
                        <Take catalogue />
                        <Ready catalogue />
                        <Orders catalogue />
                        <Steps />
                    </div>
                }
                .into_any()
            }
        };
        page::title(|| "Publish".to_owned());
        page::announce();
        view! {
            <div class="page">
                <CatalogueNav />
                <header class="page-head"><h1>"Publish"</h1></header>
                <p class="page-note">"Plain files for any static host. Nothing leaves this browser until you upload them yourself."</p>
                {body}
            </div>
        }
        .into_any()
    };
    view! { <WithCatalogue>{inside()}</WithCatalogue> }.into_any()
}
