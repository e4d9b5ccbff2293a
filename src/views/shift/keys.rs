//! The keys of a shift. They do nothing while somebody types, or where single keys are switched off.

use leptos::prelude::*;
use preferences::keymap;

use super::desk::{Desk, KNOWLEDGE, OPEN, Pane};
use super::{inbox, top};
use crate::browser::dom;
use crate::commands::Commands;
use crate::ui::{Kbd, Sheet};

/// The keys, as they are told.
pub const KEYS: [(&str, &str); 8] = [
    ("j or ↓ or k or ↑", "Next or previous contact"),
    ("Enter", "Open it"),
    ("t", "To what is open"),
    ("w", "Wait until something happens"),
    ("/", "Look up: search knowledge"),
    ("c", "Ask the coach"),
    ("Escape", "Close what was opened last"),
    ("?", "These keys"),
];

/// Whether the list of keys is open: one for the page.
#[derive(Clone, Copy)]
struct Shown(RwSignal<bool>);

/// Takes the keys for as long as the page lives.
pub fn listen(desk: Desk) {
    provide_context(Shown(RwSignal::new(false)));
    let shown = expect_context::<Shown>().0;
    if let Some(commands) = use_context::<Commands>() {
        commands.take_keys(move |key| press(desk, shown, key));
    }
}

/// Shows the list.
pub fn show(_: Desk) {
    if let Some(Shown(shown)) = use_context() {
        shown.set(true);
    }
}

fn press(desk: Desk, shown: RwSignal<bool>, key: &str) -> bool {
    if key == "Escape" {
        return close(desk);
    }
    if keymap::current().is_off {
        return false;
    }
    match key {
        "j" | "ArrowDown" => to_inbox(desk, true),
        "k" | "ArrowUp" => to_inbox(desk, false),
        "t" => return dom::focus_id(OPEN),
        "w" => top::press_wait(desk),
        "/" => {
            desk.tab.set(1);
            desk.drawer.set(true);
            desk.pane.set(Pane::LookUp);
            dom::soon(|| {
                dom::focus_id(KNOWLEDGE);
            });
        }
        "c" if desk.now(|view| view.help.coach) => desk.ask_coach(),
        "?" => shown.set(true),
        _ => return false,
    }
    true
}

fn to_inbox(desk: Desk, down: bool) {
    desk.pane.set(Pane::Inbox);
    dom::soon(move || inbox::step(desk, down));
}

/// Closes what was opened last. `false` if nothing was.
fn close(desk: Desk) -> bool {
    if desk.form.with_untracked(Option::is_some) {
        super::forms::close(desk);
    } else if desk.coaching.with_untracked(Option::is_some) {
        desk.coaching.set(None);
        dom::focus_id(OPEN);
    } else if desk.drawer.get_untracked() {
        desk.drawer.set(false);
        dom::focus_id(OPEN);
    } else {
        return false;
    }
    true
}

/// The list of keys.
pub fn sheet(_: Desk) -> AnyView {
    let Some(Shown(open)) = use_context() else { return ().into_any() };
    let keys = || {
        let one = |(key, what): (&'static str, &'static str)| view! { <div class="fact"><dt><Kbd keys=key /></dt><dd>{what}</dd></div> };
        view! { <dl class="facts">{KEYS.map(one).collect_view()}</dl> }
    };
    view! { <Sheet title="Keys in a shift" open>{keys()}</Sheet> }.into_any()
}
