//! The list of keys (?): those of every page, and those of this one.

use leptos::prelude::*;
use preferences::Place;

use crate::commands::Commands;
use crate::keys::{FIXED, chosen};
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Kbd, Sheet};

/// The sheet.
#[component]
pub fn KeySheet(commands: Commands) -> impl IntoView {
    let session = expect_context::<Session>();
    let row = |keys: String, what: String| view! { <div class="fact"><dt><Kbd keys /></dt><dd>{what}</dd></div> };
    let here = move || {
        let with_key = |command: crate::commands::PageCommand| {
            Some((command.keys(), command.label)).filter(|(keys, _)| !keys.is_empty())
        };
        let here: Vec<_> = commands.of_page().into_iter().filter_map(with_key).collect();
        (!here.is_empty()).then(|| {
            view! {
                <h3>"On this page"</h3>
                <dl class="facts keys">{here.into_iter().map(|(key, what)| row(key, what)).collect_view()}</dl>
            }
        })
    };
    let list = move |title: &'static str, rows: Vec<(String, &'static str)>| {
        (!rows.is_empty()).then(|| {
            let rows = rows.into_iter().map(|(keys, what)| row(keys, what.to_owned())).collect_view();
            view! { <h3>{title}</h3><dl class="facts keys">{rows}</dl> }
        })
    };
    let inside = move || {
        let keymap = session.settings.with(|settings| settings.keys);
        let off =
            if keymap.is_off { "Single keys are switched off." } else { "Single keys do nothing while you type." };
        view! {
            <div class="keys-sheet">
            {here}
            {list("Everywhere", chosen(&keymap, Place::Everywhere))}
            {list("In the queue", chosen(&keymap, Place::Queue))}
            {list("Always the same", FIXED.map(|(keys, what)| (keys.to_owned(), what)).to_vec())}
            <p class="hint">{off}</p>
            <p><a href=Route::Keys.href() on:click=move |_| commands.keys.set(false)>"Change keys"</a></p>
            <p><a href=Route::Help.href() on:click=move |_| commands.keys.set(false)>"More help"</a></p>
            </div>
        }
        .into_any()
    };
    view! { <Sheet title="Keys" open=commands.keys>{inside}</Sheet> }.into_any()
}
