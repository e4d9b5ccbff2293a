//! The findings, service by service.

use leptos::prelude::*;

use super::Board;
use super::finding::Item;
use super::found::Row;
use crate::route::{Route, Shelf};
use crate::views::words;

/// Every finding that is shown, under the name of its service.
#[component]
pub fn Groups(board: Board) -> impl IntoView {
    let groups = move || {
        let rows = board.shown();
        if rows.is_empty() {
            return view! { <p class="hint" role="status">"Nothing of this level is found. Choose another one above."</p> }
                .into_any();
        }
        let mut groups: Vec<Vec<(usize, Row)>> = Vec::new();
        for (place, row) in rows.into_iter().enumerate() {
            let id = |row: &Row| row.service.as_ref().map(|(id, _)| *id);
            match groups.last_mut() {
                Some(group) if group.first().is_some_and(|(_, first)| id(first) == id(&row)) => {
                    group.push((place, row))
                }
                _ => groups.push(vec![(place, row)]),
            }
        }
        groups.into_iter().map(|group| one(board, group)).collect_view().into_any()
    };
    view! { <div class="check-groups">{groups}</div> }.into_any()
}

fn one(board: Board, group: Vec<(usize, Row)>) -> Option<AnyView> {
    let (name, href) = match &group.first()?.1.service {
        Some((id, name)) => (name.to_string(), Shelf::service(*id).href()),
        None => ("The catalogue itself".to_owned(), Route::Catalogue(Shelf::Settings).href()),
    };
    let many = words::count(group.len(), "finding", "findings");
    let items = group.into_iter().map(|(place, row)| view! { <Item board place row /> }).collect_view();
    let view = view! {
        <section class="check-group">
            <header class="check-group-head">
                <h2><a href=href>{name}</a></h2>
                <span class="hint">{many}</span>
            </header>
            <ul class="check-list">{items}</ul>
        </section>
    };
    Some(view.into_any())
}
