//! The gallery: every component of the kit in all its states, in the order in which pages use them. It is looked at in
//! both themes and on a phone before a page is built on a component, and checked by axe.

use leptos::prelude::*;

use super::gallery;
use crate::route::Route;
use crate::views::page::Page;

/// The gallery, at its address.
pub fn page(_: Route) -> AnyView {
    view! { <Components /> }.into_any()
}

/// The gallery page.
#[component]
fn Components() -> impl IntoView {
    view! {
        <Page title="Components" note="Every part that pages are made of, in all its states.">
            <div class="gallery">
                {gallery::buttons::section()}
                {gallery::fields::section()}
                {gallery::choices::section()}
                {gallery::table::section()}
                {gallery::status::section()}
                {gallery::clocks::section()}
                {gallery::story::section()}
                {gallery::windows::section()}
                {gallery::waiting::section()}
                {gallery::charts::section()}
                {gallery::parts::section()}
            </div>
        </Page>
    }
    .into_any()
}
