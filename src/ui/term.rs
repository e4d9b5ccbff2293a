//! A word of the field, explained where it stands: on pointing, on focus, on a tap.

use leptos::prelude::*;

use super::id;

/// A word with its explanation. It works without pointing: it can be focused, and Escape hides the explanation.
#[component]
pub fn Term(
    /// The word as it stands in the sentence.
    #[prop(into)]
    word: Signal<String>,
    /// What it means, in one or two sentences.
    #[prop(into)]
    meaning: Signal<String>,
) -> impl IntoView {
    let id = id::fresh("term");
    let hidden = RwSignal::new(false);
    view! {
        <span class="term" class:term-hidden=hidden on:mouseenter=move |_| hidden.set(false)>
            <button
                type="button"
                class="term-word"
                aria-describedby=id.clone()
                on:focus=move |_| hidden.set(false)
                on:click=move |_| hidden.set(false)
                on:keydown=move |event| if event.key() == "Escape" { hidden.set(true) }
            >
                {word}
            </button>
            <span class="term-meaning" role="tooltip" id=id>{meaning}</span>
        </span>
    }
    .into_any()
}
