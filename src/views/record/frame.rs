//! The page of one record: where one is, its head, what is done with it on the left, what it hangs on on the right.

use leptos::prelude::*;

use crate::route::Route;
use crate::views::page;

/// The frame.
#[component]
pub fn RecordFrame(
    /// The practice, as its list is called.
    practice: &'static str,
    /// Its list.
    list: Route,
    /// The record's number.
    #[prop(into)]
    number: Signal<String>,
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// Badges and the like below the heading.
    #[prop(into)]
    line: ViewFn,
    /// What it hangs on: panels.
    #[prop(into)]
    side: ViewFn,
    /// What the side is about ("About this change").
    about: &'static str,
    /// What is done with it.
    children: Children,
) -> impl IntoView {
    page::title(move || number.get() + " " + &title.get());
    page::announce();
    view! {
        <article class="page ticket">
            <nav class="crumbs" aria-label="Where you are">
                <a href=list.href()>{practice}</a>
                <span aria-hidden="true">"/"</span>
                <span>{number}</span>
            </nav>
            <header class="ticket-head">
                <h1>{title}</h1>
                <div class="ticket-line">{line.run()}</div>
            </header>
            <div class="ticket-body">
                <div class="ticket-main">{children()}</div>
                <aside class="ticket-side" aria-label=about>{side.run()}</aside>
            </div>
        </article>
    }
    .into_any()
}
