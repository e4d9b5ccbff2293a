//! There is no such page.

use leptos::prelude::*;

use crate::route::Route;
use crate::views::page::Page;

/// Shown for an address that leads nowhere.
#[component]
pub fn Missing() -> impl IntoView {
    view! {
        <Page title="There is no such page" class="page-narrow">
            <p>"The address may be mistyped, or the page has moved. Your data is not affected."</p>
            <p><a href=Route::Home.href()>"Go to the front page"</a>" or "<a href=Route::Desk(String::new()).href()>"to the desk"</a>"."</p>
        </Page>
    }
    .into_any()
}
