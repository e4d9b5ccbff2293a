//! The strip below: what has just happened, and what is due in the next hour.

use leptos::prelude::*;
use simulation::shift::view::{Due, DueKind, News};

use super::desk::Desk;
use super::words;
use crate::ui::{Icon, Picture};

/// The strip.
pub fn strip(desk: Desk) -> AnyView {
    let news = desk.part(|view| view.news.last().cloned());
    let due = desk.part(|view| view.strip.clone());
    let latest = move || {
        let News { at, case, text, .. } = news.get()?;
        let words = view! { <time>{words::clock(at)}</time><span class="shift-news-text">{text}</span> };
        Some(match case {
            Some(case) => {
                view! { <button type="button" class="shift-news" on:click=move |_| desk.turn_to(&case)>{words}</button> }
                    .into_any()
            }
            None => view! { <p class="shift-news">{words}</p> }.into_any(),
        })
    };
    let dues = move || {
        let due = due.get();
        if due.is_empty() {
            return view! { <p class="shift-quiet">"Nothing is due in the next hour."</p> }.into_any();
        }
        view! { <ul class="shift-dues">{due.into_iter().map(|due| one(desk, due)).collect_view()}</ul> }.into_any()
    };
    view! {
        <footer class="shift-strip">
            <div class="shift-latest">{latest}</div>
            <section class="shift-next" aria-label="Due in the next hour">{dues}</section>
        </footer>
    }
    .into_any()
}

fn one(desk: Desk, Due { at, kind, case, label }: Due) -> AnyView {
    let (word, picture) = words::due(kind);
    let inside = view! {
        <Icon picture=if kind == DueKind::Target { Picture::DueSoon } else { picture } />
        <strong>{words::clock(at)}</strong>
        <span class="visually-hidden">{word}": "</span>
        <span class="shift-due-label">{label}</span>
    };
    match case {
        Some(case) => view! {
            <li><button type="button" class="shift-due" on:click=move |_| desk.turn_to(&case)>{inside}</button></li>
        }
        .into_any(),
        None => view! { <li><span class="shift-due">{inside}</span></li> }.into_any(),
    }
}
