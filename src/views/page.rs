//! What every page has: one heading, its title in the window, and the focus at its start.

use std::cell::Cell;

use leptos::prelude::*;

use crate::browser::page;

thread_local! {
    /// The first page keeps the browser's own focus; from the second on, the heading takes it.
    static FIRST: Cell<bool> = const { Cell::new(true) };
}

/// Gives the window its title now and whenever it changes.
pub fn title(text: impl Fn() -> String + 'static) {
    Effect::new(move |_| page::set_title(&(text() + " · Service Dojo")));
}

/// Moves the focus to the heading once the page is there, so that a change of page is announced.
pub fn announce() {
    Effect::new(move |_| {
        if !FIRST.replace(false) {
            page::focus_heading();
        }
    });
}

/// A page with a plain heading.
#[component]
pub fn Page(
    /// Heading and window title.
    #[prop(into)]
    title: Signal<String>,
    /// One sentence under the heading.
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    /// Extra class of the page (`page-narrow` for forms and reading).
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    self::title(move || title.get());
    announce();
    view! {
        <div class="page ".to_owned() + class>
            <header class="page-head">
                <h1>{title}</h1>
            </header>
            {note.map(|note| view! { <p class="page-note">{note}</p> })}
            {children()}
        </div>
    }
    .into_any()
}
