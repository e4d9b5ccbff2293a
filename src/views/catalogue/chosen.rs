//! Several of many: what is chosen stands in a row, each with a way to take it out, above the box that adds one. What is
//! chosen is one text, with commas between the keys.

use leptos::prelude::*;

use crate::ui::{Choice, ComboBox, Icon, Picture};

/// The choices and the box. Use it inside a `Field`: its label names the box.
#[component]
pub fn ChosenOnes(
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The keys of what is chosen, with commas between them.
    value: RwSignal<String>,
    /// What the list offers, for those who listen ("Services").
    list_label: &'static str,
    /// Called with the words typed when none of the choices fits; it should add the choice and give its key.
    #[prop(optional, into)]
    on_add: Option<UnsyncCallback<String, Option<String>>>,
) -> impl IntoView {
    let keys = move || {
        value.with(|value| value.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect::<Vec<_>>())
    };
    let rest = Signal::derive(move || {
        let keys = keys();
        let free = |choice: &Choice| !keys.contains(&choice.value);
        choices.with(|choices| choices.iter().filter(|choice| free(choice)).cloned().collect::<Vec<_>>())
    });
    let put = move |key: String| {
        value.update(|value| {
            if !value.split(',').any(|one| one == key) {
                if !value.is_empty() {
                    value.push(',');
                }
                value.push_str(&key);
            }
        });
    };
    let added = RwSignal::new(String::new());
    Effect::new(move |_| {
        let key = added.get();
        if !key.is_empty() {
            put(key);
            added.set(String::new());
        }
    });
    let take_out = move |key: &str| {
        let left: Vec<String> = keys().into_iter().filter(|one| one != key).collect();
        value.set(left.join(","));
    };
    let one = move |key: String| {
        let known = choices
            .with(|choices| choices.iter().find(|choice| choice.value == key).map(|choice| choice.label.clone()));
        let label = known.unwrap_or_else(|| "Not in the directory".to_owned());
        let remove = "Take out ".to_owned() + &label;
        view! {
            <li>
                <span>{label}</span>
                <button type="button" class="button button-quiet button-icon" title=remove.clone() on:click=move |_| take_out(&key)>
                    <Icon picture=Picture::Close />
                    <span class="visually-hidden">{remove.clone()}</span>
                </button>
            </li>
        }
    };
    let box_for = move || match on_add {
        Some(on_add) => {
            let add = move |words: String| {
                if let Some(key) = on_add.run(words) {
                    put(key);
                }
            };
            view! { <ComboBox choices=rest value=added list_label on_add=add /> }.into_any()
        }
        None => view! { <ComboBox choices=rest value=added list_label /> }.into_any(),
    };
    let list = move || {
        let keys = keys();
        (!keys.is_empty()).then(|| view! { <ul class="chosen">{keys.into_iter().map(one).collect_view()}</ul> })
    };
    view! { <div class="chosen-box">{list}{box_for()}</div> }.into_any()
}
