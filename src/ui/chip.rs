//! Filter chips: a condition that is on or off, with how many things meet it.

use leptos::prelude::*;

use super::icon::{Icon, Picture};

/// A condition of a list.
#[component]
pub fn FilterChip(
    /// The condition ("Breached").
    #[prop(into)]
    label: Signal<String>,
    /// How many things meet it; left out if that is not known.
    #[prop(optional, into)]
    count: MaybeProp<String>,
    /// Whether it holds now.
    #[prop(into)]
    pressed: Signal<bool>,
    /// Called to switch it.
    #[prop(into)]
    on_toggle: UnsyncCallback<()>,
    /// Called to take the condition away altogether. Without it, there is no such button.
    #[prop(optional, into)]
    on_remove: Option<UnsyncCallback<()>>,
) -> impl IntoView {
    let remove = on_remove.map(|on_remove| {
        view! {
            <button type="button" class="chip-remove" on:click=move |_| on_remove.run(())>
                <Icon picture=Picture::Close />
                <span class="visually-hidden">"Remove "{label}</span>
            </button>
        }
    });
    view! {
        <span class="chip" data-pressed=move || pressed.get().then_some("true")>
            <button
                type="button"
                class="chip-toggle"
                aria-pressed=move || if pressed.get() { "true" } else { "false" }
                on:click=move |_| on_toggle.run(())
            >
                {move || pressed.get().then(|| view! { <Icon picture=Picture::Check /> })}
                <span>{label}</span>
                {move || count.get().map(|count| view! { <span class="chip-count">{count}</span> })}
            </button>
            {remove}
        </span>
    }
    .into_any()
}
