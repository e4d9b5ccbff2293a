//! A word of the field, explained where it stands: on pointing, on focus, on a tap.

use leptos::{html, prelude::*};

use super::id;
use crate::browser::dom;

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
    let at_end = RwSignal::new(false);
    let note = NodeRef::<html::Span>::new();
    let show = move || {
        hidden.set(false);
        at_end.set(false);
        // Measured where it would stand, then moved to the other side if there is no room.
        dom::soon(move || {
            if let Some(Some(note)) = note.try_get_untracked() {
                at_end.try_set(dom::overflows(&note));
            }
        });
    };
    view! {
        <span class="term" class:term-hidden=hidden class:term-at-end=at_end on:mouseenter=move |_| show()>
            <button
                type="button"
                class="term-word"
                aria-describedby=id.clone()
                on:focus=move |_| show()
                on:click=move |_| show()
                on:keydown=move |event| if event.key() == "Escape" { hidden.set(true) }
            >
                {word}
            </button>
            <span class="term-meaning" node_ref=note role="tooltip" id=id>{meaning}</span>
        </span>
    }
    .into_any()
}
