//! Panels: a bordered part of a page with a heading; and the keys of the keyboard.

use leptos::prelude::*;

use super::id;

/// A part of a page with its own heading (second level).
#[component]
pub fn Panel(
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Buttons beside the heading.
    #[prop(optional, into)]
    actions: ViewFn,
    /// A class for the page's sheet.
    #[prop(optional)]
    class: &'static str,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let id = id::fresh("panel");
    let labelled_by = id.clone();
    view! {
        <section class=id::classes(&["panel", class]) aria-labelledby=labelled_by>
            <div class="panel-head">
                <h2 id=id>{title}</h2>
                <div class="panel-actions">{actions.run()}</div>
            </div>
            {children()}
        </section>
    }
    .into_any()
}

/// Keys as they stand on the keyboard ("Ctrl K or /").
#[component]
pub fn Kbd(
    /// The keys, with spaces between them.
    #[prop(into)]
    keys: String,
) -> impl IntoView {
    let one = |key: &str| {
        if key == "or" { view! { " or " }.into_any() } else { view! { <kbd>{key.to_owned()}</kbd> }.into_any() }
    };
    keys.split(' ').map(one).collect_view().into_any()
}
