//! The list of keys (?): those of every page, and those of this one.

use leptos::prelude::*;

use crate::commands::Commands;
use crate::keys::KEYS;
use crate::route::Route;
use crate::ui::{Kbd, Sheet};

/// The sheet.
#[component]
pub fn KeySheet(commands: Commands) -> impl IntoView {
    let row = |keys: &'static str, what: String| view! { <div class="fact"><dt><Kbd keys /></dt><dd>{what}</dd></div> };
    let here = move || {
        let with_key = |command: crate::commands::PageCommand| Some((command.key?, command.label));
        let here: Vec<_> = commands.of_page().into_iter().filter_map(with_key).collect();
        (!here.is_empty()).then(|| {
            view! {
                <h3>"On this page"</h3>
                <dl class="facts keys">{here.into_iter().map(|(key, what)| row(key, what)).collect_view()}</dl>
            }
        })
    };
    let inside = move || {
        view! {
            <div class="keys-sheet">
            {here}
            <h3>"Everywhere"</h3>
            <dl class="facts keys">{KEYS.map(|(key, what)| row(key, what.to_owned())).collect_view()}</dl>
            <p class="hint">"Single keys do nothing while you type."</p>
            <p><a href=Route::Help.href() on:click=move |_| commands.keys.set(false)>"More help"</a></p>
            </div>
        }
        .into_any()
    };
    view! { <Sheet title="Keys" open=commands.keys>{inside()}</Sheet> }.into_any()
}
