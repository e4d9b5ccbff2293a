//! Several of many: what is chosen stands below the list and can be taken away.

use itsm::Key;
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use crate::ui::{Button, Choice, ComboBox, Kind, Picture};

/// The keys as one text, as a draft keeps it.
pub fn joined(keys: impl Iterator<Item = Key>) -> String {
    keys.map(key_text).collect::<Vec<String>>().join(" ")
}

/// The ids in such a text.
pub fn ids<T>(text: &str, make: fn(Key) -> T) -> Vec<T> {
    text.split_whitespace().filter_map(key_of).map(make).collect()
}

/// A list to choose from, and what is chosen. Use it inside a `Field`.
#[component]
pub fn Several(
    /// What can be chosen.
    choices: Signal<Vec<Choice>>,
    /// The keys that are chosen, with spaces between them.
    value: RwSignal<String>,
    /// What the list offers ("People").
    list_label: &'static str,
) -> impl IntoView {
    let picked = RwSignal::new(String::new());
    Effect::new(move |_| {
        let now = picked.get();
        if now.is_empty() {
            return;
        }
        picked.set(String::new());
        value.update(|chosen| {
            if !chosen.split_whitespace().any(|one| one == now) {
                if !chosen.is_empty() {
                    chosen.push(' ');
                }
                chosen.push_str(&now);
            }
        });
    });
    let take = move |key: &str| {
        let rest =
            value.with_untracked(|all| all.split_whitespace().filter(|one| *one != key).collect::<Vec<_>>().join(" "));
        value.set(rest);
    };
    let row = move |key: String| {
        let label =
            choices.with(|all| all.iter().find(|choice| choice.value == key).map(|choice| choice.label.clone()));
        let label = label.unwrap_or_else(|| "Unknown".to_owned());
        let remove = "Remove ".to_owned() + &label;
        view! {
            <li>
                <span>{label}</span>
                <Button label=remove kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=move |()| take(&key) />
            </li>
        }
    };
    let chosen = move || {
        let keys: Vec<String> = value.with(|all| all.split_whitespace().map(str::to_owned).collect());
        (!keys.is_empty())
            .then(|| view! { <ul class="several" aria-label="Chosen">{keys.into_iter().map(row).collect_view()}</ul> })
    };
    view! {
        <ComboBox choices value=picked list_label />
        {chosen}
    }
    .into_any()
}
