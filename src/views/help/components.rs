//! The gallery: every component of the kit in all its states.

use leptos::prelude::*;

/// The gallery page.
#[component]
pub fn Components() -> impl IntoView {
    view! { <div class="page"><div class="page-head"><h1>"Components"</h1></div></div> }.into_any()
}
