//! The play screen: where everything stands, at 1440 pixels and on a phone.

use leptos::prelude::*;
use simulation::shift::view::{Pile, Stage};

use super::desk::{Desk, Pane};
use super::{call, context, handover, heard, inbox, keys, strip, ticket, top};
use crate::ui::{Icon, Picture};

/// The screen of a shift that is seen.
pub fn screen(desk: Desk) -> AnyView {
    let stage = desk.part(|view| Some(view.stage));
    let pane = move || match desk.pane.get() {
        Pane::Inbox => "inbox",
        Pane::Ticket => "ticket",
        Pane::LookUp => "look-up",
    };
    keys::listen(desk);
    // Whoever has nothing open sees at once who rings.
    let ringing =
        desk.part(|view| view.cases.iter().find(|case| case.pile == Pile::Ringing).map(|case| case.key.clone()));
    Effect::new(move |_| {
        if let Some(key) = ringing.get().filter(|_| desk.open.with(Option::is_none)) {
            desk.open.set(Some(key));
        }
    });
    let middle = move || match stage.get() {
        Some(Stage::Over) => handover::over(desk),
        Some(Stage::Handover) => handover::at_the_end(desk),
        _ => ticket::ticket(desk),
    };
    view! {
        <div
            class="shift"
            data-pane=pane
            data-drawer=move || desk.drawer.get().then_some("true")
            aria-busy=move || desk.busy.get().then_some("true")
        >
            {top::top(desk)}
            {inbox::inbox(desk)}
            <section class="shift-ticket" aria-label="What is open">{middle}</section>
            {context::context(desk)}
            {strip::strip(desk)}
            {call::sheets(desk)}
            {panes(desk)}
            {heard::heard(desk)}
            {keys::sheet(desk)}
        </div>
    }
    .into_any()
}

/// The way from pane to pane in a narrow window.
fn panes(desk: Desk) -> AnyView {
    let calls = desk.part(|view| {
        view.cases.iter().filter(|case| case.calls || matches!(case.pile, Pile::Ringing | Pile::New)).count()
    });
    let tab = move |pane: Pane, label: &'static str, picture: Picture| {
        view! {
            <button
                type="button"
                class="shift-pane-tab"
                aria-current=move || (desk.pane.get() == pane).then_some("true")
                on:click=move |_| desk.pane.set(pane)
            >
                <Icon picture />
                <span>{label}</span>
                {move || (pane == Pane::Inbox && calls.get() > 0).then(|| view! {
                    <span class="shift-count">{calls.get()}<span class="visually-hidden">" need you"</span></span>
                })}
            </button>
        }
    };
    view! {
        <nav class="shift-panes" aria-label="Parts of the desk">
            {tab(Pane::Inbox, "Inbox", Picture::Desk)}
            {tab(Pane::Ticket, "Ticket", Picture::Note)}
            {tab(Pane::LookUp, "Look up", Picture::Search)}
        </nav>
    }
    .into_any()
}
