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
use crate::views::page::Page;

/// The page.
#[component]
pub fn ExchangePage() -> impl IntoView {
    let session = expect_context::<Session>();
    let inside = move || {
        let catalogue = drafts(session);
        view! {
            <CatalogueNav />
            <Page title="Import and export" note="Everything that is written, drafts as well. A file is read and written in this browser alone.">
                <div class="publish">
                    <Save catalogue />
                    <Bring catalogue />
                </div>
            </Page>
        }
        .into_any()
    };
    view! { <WithDesk>{inside()}</WithDesk> }.into_any()
}
