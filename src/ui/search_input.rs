//! Searching in a list: words as one types, and a way to clear them.

use leptos::prelude::*;

use super::icon::{Icon, Picture};
use crate::browser::dom;

/// A field for words to search for.
#[component]
pub fn SearchInput(
    /// What is searched ("Search incidents"): heard as its name, and seen while it is empty.
    #[prop(into)]
    label: Signal<String>,
    /// The words.
    value: RwSignal<String>,
    /// An id, for a key that moves the focus here.
    #[prop(optional, into)]
    id: Option<String>,
    /// What is wrong with the query, `None` while it can be understood.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let clear = move |_| {
        value.set(String::new());
        if let Some(input) = input.get_untracked() {
            dom::focus(&input);
        }
    };
    let error_id = super::id::fresh("search");
    let described_by = error_id.clone();
    view! {
        <div class="search">
            <div class="search-box">
                <Icon picture=Picture::Search />
                <input
                    class="input"
                    type="search"
                    node_ref=input
                    id=id
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=label
                    aria-label=label
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=move || error.with(Option::is_some).then(|| described_by.clone())
                    prop:value=value
                    on:input:target=move |event| value.set(event.target().value())
                />
                {move || (!value.with(String::is_empty)).then(|| view! {
                    <button type="button" class="search-clear" on:click=clear>
                        <Icon picture=Picture::Close />
                        <span class="visually-hidden">"Clear the search"</span>
                    </button>
                })}
            </div>
            {move || {
                let id = error_id.clone();
                error.get().map(|error| view! {
                    <p class="field-error" id=id><Icon picture=Picture::Problem /><span>{error}</span></p>
                })
            }}
        </div>
    }
    .into_any()
}
