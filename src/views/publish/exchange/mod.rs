//! The catalogue in other tools' formats: saving it, with what is lost said first, and bringing a file back.

mod bring;
mod save;

use leptos::prelude::*;

use bring::Bring;
use save::Save;

use super::drafts;
use crate::session::Session;
use crate::views::catalogue::nav::CatalogueNav;
use crate::views::desk::gate::WithDesk;
use crate::views::page;

/// The page.
#[component]
pub fn ExchangePage() -> impl IntoView {
    let session = expect_context::<Session>();
    let inside = move || {
        let catalogue = drafts(session);
        page::title(|| "Import and export".to_owned());
        page::announce();
        view! {
            <div class="page">
                <CatalogueNav />
                <header class="page-head"><h1>"Import and export"</h1></header>
                <p class="page-note">"Everything that is written, drafts as well. A file is read and written in this browser alone."</p>
                <div class="publish">
                    <Save catalogue />
                    <Bring catalogue />
                </div>
            </div>
        }
        .into_any()
    };
    view! { <WithDesk>{inside()}</WithDesk> }.into_any()
}
