//! A list in a draft whose order says something: each row can be changed, moved and taken out, by pointer and by keys.

use leptos::prelude::*;

use crate::browser::dom;
use crate::ui::{Button, Kind, Picture, id};

/// What is done with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moves {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Out of the list.
    Out,
}

impl Moves {
    /// Does it; `false` where there is nothing to do.
    pub fn apply<T>(self, all: &mut Vec<T>, place: usize) -> bool {
        match self {
            Moves::Up if place > 0 && place < all.len() => all.swap(place, place.saturating_sub(1)),
            Moves::Down if place.saturating_add(1) < all.len() => all.swap(place, place.saturating_add(1)),
            Moves::Out if place < all.len() => drop(all.remove(place)),
            Moves::Up | Moves::Down | Moves::Out => return false,
        }
        true
    }

    /// What to say when it is done.
    pub fn done(self) -> &'static str {
        match self {
            Moves::Up | Moves::Down => "Moved",
            Moves::Out => "Taken out",
        }
    }
}

/// The list: for each row a text and what stands below it.
#[component]
pub fn ListOf(
    /// What a row is ("target").
    what: &'static str,
    /// The rows.
    #[prop(into)]
    rows: Signal<Vec<(String, String)>>,
    /// Called to change a row.
    #[prop(into)]
    on_edit: UnsyncCallback<usize>,
    /// Called to move one, or to take it out.
    #[prop(into)]
    on_move: UnsyncCallback<(usize, Moves)>,
    /// What stands there while there is none.
    empty: &'static str,
) -> impl IntoView {
    let base = StoredValue::new(id::fresh("rows"));
    let row_id = move |place: usize| base.with_value(|base| id::with_suffix(base, &place.to_string()));
    let go = move |place: usize, how: Moves| {
        on_move.run((place, how));
        // The focus stays with the row that was moved, or goes to the one that took its place.
        let left = rows.with_untracked(Vec::len);
        let next = match how {
            Moves::Up => place.saturating_sub(1),
            Moves::Down => place.saturating_add(1),
            Moves::Out => place,
        };
        let next = row_id(next.min(left.saturating_sub(1)));
        dom::soon(move || {
            dom::focus_id(&next);
        });
    };
    let one = move |(place, (text, below)): (usize, (String, String)), last: usize| {
        let label = |verb: &str| [verb, " ", what, ": ", &text].concat();
        view! {
            <li>
                <button type="button" class="row-text" id=row_id(place) on:click=move |_| on_edit.run(place)>
                    <span>{text.clone()}</span>
                    <span class="visually-hidden">", change it"</span>
                    {(!below.is_empty()).then(|| view! { <span class="hint">{below}</span> })}
                </button>
                <div class="row-acts">
                    {(place > 0).then(|| view! { <Button label=label("Move up") picture=Picture::Ascending icon_only=true kind=Kind::Quiet on_press=move |()| go(place, Moves::Up) /> })}
                    {(place < last).then(|| view! { <Button label=label("Move down") picture=Picture::Descending icon_only=true kind=Kind::Quiet on_press=move |()| go(place, Moves::Down) /> })}
                    <Button label=label("Take out") picture=Picture::Close icon_only=true kind=Kind::Quiet on_press=move |()| go(place, Moves::Out) />
                </div>
            </li>
        }
    };
    move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="hint">{empty}</p> }.into_any();
        }
        let last = rows.len().saturating_sub(1);
        view! { <ul class="rows">{rows.into_iter().enumerate().map(|row| one(row, last)).collect_view()}</ul> }
            .into_any()
    }
}
