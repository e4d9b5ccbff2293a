//! Reading an exported workspace: a button that asks for the file. What is in it is shown before anything is stored.

use leptos::prelude::*;

use super::preview::Arrivals;
use crate::browser::files;

/// The button. `replaces` is the workspace that is gone and whose export this is.
#[component]
pub fn ReadExport(#[prop(into)] label: String, #[prop(optional, into)] replaces: Option<String>) -> impl IntoView {
    let arrivals = expect_context::<Arrivals>();
    let read = move |event: leptos::ev::Event| {
        if let Some(file) = files::chosen(&event) {
            arrivals.look_into(file, replaces.clone());
        }
    };
    view! {
        <label class="button file-button">
            <span>{label}</span>
            <input type="file" class="visually-hidden" accept=".json,application/json" on:change=read />
        </label>
    }
    .into_any()
}
