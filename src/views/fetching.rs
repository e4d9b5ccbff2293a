//! What stands in a page's place while its part of the program is fetched, and when it cannot be.

use leptos::prelude::*;

use crate::browser::page as window;
use crate::ui::{Button, Kind, Skeleton};
use crate::views::page::Page;

/// The page is on its way.
#[component]
pub fn Fetching() -> impl IntoView {
    view! { <div class="page"><Skeleton lines=8 label="Fetching the page" /></div> }.into_any()
}

/// It did not come.
#[component]
pub fn NotFetched() -> impl IntoView {
    view! {
        <Page title="This page could not be fetched" class="page-narrow">
            <p>"The connection may have dropped, or a new version is being put online. Your work is in this browser and not affected."</p>
            <div class="form-actions">
                <Button label="Reload" kind=Kind::Primary on_press=move || window::reload() />
            </div>
        </Page>
    }
    .into_any()
}
