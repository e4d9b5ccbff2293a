//! The window in which the columns of the queue are chosen and put in order.

use leptos::{ev, prelude::*};
use workspace::columns::{Column, Layout};

use super::layout;
use crate::browser::dom;
use crate::session::Session;
use crate::ui::{Button, Icon, Kind, Picture, Sheet};

/// The window.
#[component]
pub fn Columns(open: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let reset = move |()| layout::reset(session);
    let actions = move || {
        view! {
            <Button label="Done" kind=Kind::Primary on_press=move |()| open.set(false) />
            <Button label="Back to the usual columns" on_press=reset />
        }
        .into_any()
    };
    view! { <Sheet title="Columns" open actions><Choosing /></Sheet> }.into_any()
}

#[component]
fn Choosing() -> impl IntoView {
    let session = expect_context::<Session>();
    let layout = Memo::new(move |_| layout::shown(session));
    let chosen = move || layout.with(|layout| layout.columns().collect::<Vec<_>>());
    let others = move || {
        let mut others: Vec<Column> =
            Column::ALL.into_iter().filter(|column| layout.with(|layout| layout.width(*column).is_none())).collect();
        others.sort_by_key(|column| column.label());
        others
    };
    let whose = move || match session.open_view.with(Option::is_some) {
        true => "These are the columns of this view. Save the view to keep a change.",
        false => "Kept in this browser. A saved view can have columns of its own.",
    };
    view! {
        <p class="hint">{whose}</p>
        <h3 class="columns-title" id="columns-shown">"Shown, in this order"</h3>
        <ul class="columns" aria-labelledby="columns-shown">
            <For each=chosen key=|column| column.word() children=move |column| view! { <Chosen column layout /> } />
        </ul>
        <h3 class="columns-title" id="columns-others">"Not shown"</h3>
        <ul class="columns" aria-labelledby="columns-others">
            <For each=others key=|column| column.word() children=move |column| view! { <li class="columns-line">{tick(session, column, false)}</li> } />
        </ul>
    }
    .into_any()
}

/// One that is shown: it can go, and change places with its neighbours.
#[component]
fn Chosen(column: Column, layout: Memo<Layout>) -> impl IntoView {
    let session = expect_context::<Session>();
    let id = move |way: &str| ["column-", column.word(), way].concat();
    let shift = move |on: bool| {
        if layout.with_untracked(|layout| layout.can_move(column, on)) {
            layout::change(session, |layout| layout.shift(column, on));
            // The line went elsewhere, and may have taken the focus out of the page on its way.
            focus_later(id(if on { "-down" } else { "-up" }));
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        let on = match event.key().as_str() {
            "ArrowDown" if event.alt_key() => true,
            "ArrowUp" if event.alt_key() => false,
            _ => return,
        };
        event.prevent_default();
        shift(on);
    };
    let button = move |on: bool, says: &'static str, way: &'static str| {
        let fixed = move || layout.with(|layout| !layout.can_move(column, on));
        view! {
            <button
                type="button"
                id=id(way)
                class="button button-quiet button-icon"
                class:columns-up=!on
                aria-disabled=move || fixed().then_some("true")
                on:click=move |_| shift(on)
            >
                <Icon picture=Picture::Down />
                <span class="visually-hidden">{[says, column.label()].concat()}</span>
            </button>
        }
    };
    view! {
        <li class="columns-line" on:keydown=keys>
            {tick(session, column, true)}
            {(column != Column::Number).then(|| view! { <span class="columns-moves">{button(false, "Up: ", "-up")}{button(true, "Down: ", "-down")}</span> })}
        </li>
    }
    .into_any()
}

fn focus_later(id: String) {
    dom::soon(move || {
        dom::focus_id(&id);
    });
}

fn tick(session: Session, column: Column, on: bool) -> AnyView {
    let id = ["column-", column.word()].concat();
    view! {
        <label class="choice">
            <input
                type="checkbox"
                id=id.clone()
                prop:checked=on
                disabled=column.stays()
                on:change=move |_| {
                    layout::change(session, |layout| layout.toggle(column));
                    // It stands in the other list now.
                    focus_later(id.clone());
                }
            />
            <span>
                {column.label()}
                {column.stays().then(|| view! { <span class="choice-detail">"always there"</span> })}
            </span>
        </label>
    }
    .into_any()
}
