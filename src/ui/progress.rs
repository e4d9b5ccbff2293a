//! Long work: how far it is, and a way out.

use leptos::prelude::*;

use super::button::Kind;
use super::id;

/// A bar for work that takes a while.
#[component]
pub fn Progress(
    /// What is being done ("Reading the file").
    #[prop(into)]
    label: Signal<String>,
    /// How far, from 0 to 1; `None` while that is not known.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// More about it ("12,400 of 24,918 incidents").
    #[prop(optional, into)]
    note: MaybeProp<String>,
    /// Called when it shall stop. Without it, it cannot be stopped.
    #[prop(optional, into)]
    on_cancel: Option<UnsyncCallback<()>>,
) -> impl IntoView {
    let id = id::fresh("progress");
    let percent = move || value.get().map(|value| ((value.clamp(0.0, 1.0) * 100.0) as u32).to_string());
    let cancel = on_cancel.map(|on_cancel| {
        view! { <button type="button" class=Kind::Plain.class() on:click=move |_| on_cancel.run(())>"Cancel"</button> }
    });
    view! {
        <div class="progress">
            <div class="progress-words">
                <label for=id.clone()>{label}</label>
                <span class="progress-percent">{move || percent().map(|percent| percent + " %")}</span>
            </div>
            <div class="progress-line">
                <progress id=id max="100" value=percent></progress>
                {cancel}
            </div>
            {move || note.get().map(|note| view! { <p class="progress-note">{note}</p> })}
        </div>
    }
    .into_any()
}
