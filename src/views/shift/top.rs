//! The bar over a shift: the clock, waiting, the next promise, and the way out.

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::Act;
use simulation::shift::view::{Offer, PromiseView, Stage};

use super::desk::Desk;
use super::forms::Form;
use super::words;
use crate::browser::dom;
use crate::ui::{Icon, Menu, MenuItem, Picture};

/// The bar.
pub fn top(desk: Desk) -> AnyView {
    let now = desk.part(|view| words::clock(view.now));
    let end = desk.part(|view| words::clock(view.to));
    let title = desk.part(|view| view.title.clone());
    view! {
        <section class="shift-top" aria-label="Clock">
            <p class="shift-clock"><span class="visually-hidden">"The clock says "</span><strong>{now}</strong></p>
            <div class="shift-name">
                <h1><span>"Practice"</span><span class="shift-dot">" · "</span><span>{title}</span></h1>
                <p class="shift-until">"until "{end}" · "{move || if desk.live.get() { "the clock runs" } else { "the clock stands while you think" }}</p>
            </div>
            {wait(desk)}
            {promise(desk)}
            <button
                type="button"
                class="button button-quiet shift-drawer-open"
                aria-expanded=move || desk.drawer.get().to_string()
                on:click=move |_| desk.drawer.update(|open| *open = !*open)
            >
                <Icon picture=Picture::Search />
                <span>"Look up"</span>
            </button>
            <Menu label="Pause, keys, end" class="button button-quiet button-icon" picture=Picture::More icon_only=true at_end=true items=move |()| menu(desk) />
        </section>
    }
    .into_any()
}

/// Waiting: to whatever comes next, or to a time on the strip.
fn wait(desk: Desk) -> AnyView {
    let offer = desk.part(|view| view.acts.iter().find(|offer| offer.act == *"wait").cloned());
    let running = desk.part(|view| view.stage == Stage::Running);
    let items = move |()| {
        let due = desk.now(|view| view.strip.clone());
        let mut items: Vec<MenuItem> = due
            .into_iter()
            .map(|due| {
                let until = words::clock(due.at);
                MenuItem::action(["Until ", &until].concat(), move || desk.act(Act::Wait { until: Some(due.at) }))
                    .with_hint(due.label)
            })
            .collect();
        if items.is_empty() {
            items.push(MenuItem::action("Nothing is due in the next hour", || {}));
        }
        items
    };
    let button = move || {
        let offer = offer.get().filter(|_| running.get())?;
        let refused = offer.refused.is_some();
        let press = move |_| press_wait(desk);
        Some(view! {
            <div class="shift-wait">
                <button type="button" class="button" aria-keyshortcuts="w" aria-disabled=refused.then_some("true") title=offer.refused.clone() on:click=press>
                    <span>"Wait"</span>
                    <span class="button-cost">"until something happens"</span>
                </button>
                <Menu label="Wait at most until" class="button button-icon" picture=Picture::Down icon_only=true items at_end=true />
            </div>
        })
    };
    button.into_any()
}

/// Waits, or says why not.
pub fn press_wait(desk: Desk) {
    match desk.now(|view| view.acts.iter().find(|offer| offer.act == *"wait").cloned()) {
        Some(Offer { refused: Some(why), .. }) => desk.why.set(Some(why)),
        Some(offer) => desk.act(offer.does.unwrap_or(Act::Wait { until: None })),
        None => {}
    }
}

fn promise(desk: Desk) -> AnyView {
    let next = desk.part(|view| view.promises.first().cloned());
    let shown = move || {
        let PromiseView { case, to, until } = next.get()?;
        Some(view! {
            <button type="button" class="shift-promise" on:click=move |_| desk.turn_to(&case)>
                <Icon picture=Picture::Reply />
                <span class="shift-promise-words">"Next promise "</span>
                <strong>{words::clock(until)}</strong>
                <span class="shift-promise-to">{to}</span>
            </button>
        })
    };
    shown.into_any()
}

fn menu(desk: Desk) -> Vec<MenuItem> {
    let mut items = vec![
        MenuItem {
            detail: "Everything is kept. The clock stands.".to_owned(),
            ..MenuItem::action("Pause and leave", move || desk.leave())
        },
        MenuItem::action("Keys", move || super::keys::show(desk)).with_hint("?"),
    ];
    items.extend(super::pace::item(desk));
    if desk.now(|view| view.help.coach) {
        items.push(MenuItem::action("Ask the coach about the desk", move || {
            desk.open.set(None);
            desk.ask_coach();
        }));
    }
    let acts = desk.now(|view| view.acts.clone());
    for offer in acts.into_iter().filter(|offer| offer.act != *"wait") {
        let hint = offer.minutes.map(words::cost).unwrap_or_default();
        let refused = offer.refused.clone();
        let label = offer.label.clone();
        let item = MenuItem::action(label, move || press(desk, &offer, None)).with_hint(hint).under("The desk");
        items.push(MenuItem { refusal: refused, ..item });
    }
    items
}

/// Presses a button: does what needs no details, and asks for the details of the rest.
pub fn press(desk: Desk, offer: &Offer, of: Option<Key>) {
    match (&offer.refused, &offer.does) {
        (Some(why), _) => desk.why.set(Some([offer.label.as_str(), ": ", why].concat())),
        // The end cannot be taken back: it is asked for twice.
        (None, Some(act)) if *act != Act::Finish => desk.act(act.clone()),
        (None, _) => {
            desk.why.set(None);
            desk.pane.set(super::desk::Pane::Ticket);
            desk.form.set(Some(Form::of(offer, of)));
            dom::soon(|| dom::focus_within(super::forms::FORM));
        }
    }
}
