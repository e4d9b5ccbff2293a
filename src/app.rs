//! The frame of every page.
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    view! { <Router><Routes fallback=|| "nowhere"><Route path=path!("/") view=|| view! { <h1>"Service Dojo"</h1> }/></Routes></Router> }
}
