//! A part of the page that opens and closes. What was open stays open from service to service.

use std::sync::LazyLock;

use leptos::prelude::*;

use crate::ui::{Icon, Picture};

/// The sections that were opened or closed by hand, and how they are.
static TURNED: LazyLock<ArcRwSignal<Vec<(&'static str, bool)>>> = LazyLock::new(|| ArcRwSignal::new(vec![]));

/// Opens a section.
pub fn open(id: &'static str) {
    turn(id, true);
}

fn turn(id: &'static str, open: bool) {
    let known = TURNED.with_untracked(|turned| turned.contains(&(id, open)));
    if !known {
        TURNED.update(|turned| {
            turned.retain(|(known, _)| *known != id);
            turned.push((id, open));
        });
    }
}

/// The part.
#[component]
pub fn Section(
    /// What it is known by.
    id: &'static str,
    /// Its heading.
    title: &'static str,
    /// What it is for, in a sentence that teaches.
    #[prop(default = "")]
    note: &'static str,
    /// What stands beside the heading ("3 of 4").
    #[prop(optional, into)]
    count: MaybeProp<String>,
    /// Whether it is open before anybody turns it.
    first: bool,
    children: Children,
) -> impl IntoView {
    let is_open = Memo::new(move |_| {
        TURNED.with(|turned| turned.iter().find(|(known, _)| *known == id).map_or(first, |(_, open)| *open))
    });
    view! {
        <details
            class="panel section"
            id=id
            prop:open=is_open
            on:toggle:target=move |event| {
                // What the page itself opened was not turned by hand.
                let open = event.target().open();
                if open != is_open.get_untracked() {
                    turn(id, open);
                }
            }
        >
            <summary>
                <h2>{title}</h2>
                {move || count.get().map(|count| view! { <span class="section-count">{count}</span> })}
                <Icon picture=Picture::Down />
            </summary>
            <div class="section-body">
                {(!note.is_empty()).then(|| view! { <p class="section-note">{note}</p> })}
                {children()}
            </div>
        </details>
    }
    .into_any()
}
