//! Choices: one of a few (radio, select), yes or no (checkbox). For one of many, see [`ComboBox`](super::ComboBox).

use leptos::prelude::*;

use super::field::FieldLink;
use super::id;

/// Something that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is remembered.
    pub value: String,
    /// What is read.
    pub label: String,
    /// What helps to choose; empty if the label is enough.
    pub detail: String,
}

impl Choice {
    /// A choice that needs no further words.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), detail: String::new() }
    }

    /// The same with words that help to choose.
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }
}

/// One of several, in the browser's own list.
#[component]
pub fn Select(
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value of what is chosen; empty for none.
    value: RwSignal<String>,
    /// What stands there while nothing is chosen ("Choose a group"). Without it, the first choice is taken.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
) -> impl IntoView {
    let link = FieldLink::of_context();
    let (invalid, required) = (link.aria_invalid(), link.aria_required());
    let options = move || {
        let chosen = value.get();
        choices
            .get()
            .into_iter()
            .map(|choice| {
                let selected = choice.value == chosen;
                view! { <option value=choice.value prop:selected=selected>{choice.label}</option> }.into_any()
            })
            .collect_view()
    };
    view! {
        <select
            class="input input-select"
            id=link.id
            aria-describedby=link.described_by
            aria-invalid=invalid
            aria-required=required
            on:change:target=move |event| value.set(event.target().value())
        >
            {move || placeholder.get().map(|text| view! {
                <option value="" prop:selected=move || value.with(String::is_empty)>{text}</option>
            })}
            {options}
        </select>
    }
    .into_any()
}

/// One of a few, all in view. Use it inside a `Field` with `group`.
#[component]
pub fn RadioGroup(
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value of what is chosen; empty for none.
    value: RwSignal<String>,
    /// Beside each other instead of below.
    #[prop(optional)]
    beside: bool,
) -> impl IntoView {
    let link = FieldLink::of_context();
    let (invalid, required) = (link.aria_invalid(), link.aria_required());
    let name = id::with_suffix(&link.id, "choice");
    let options = move || {
        let name = name.clone();
        choices.get().into_iter().map(move |choice| radio(name.clone(), choice, value)).collect_view()
    };
    view! {
        <div
            class=if beside { "choices choices-beside" } else { "choices" }
            role="radiogroup"
            aria-labelledby=link.label_id
            aria-describedby=link.described_by
            aria-invalid=invalid
            aria-required=required
        >
            {options}
        </div>
    }
    .into_any()
}

fn radio(name: String, choice: Choice, value: RwSignal<String>) -> AnyView {
    let Choice { value: own, label, detail } = choice;
    let (checked, chosen) = (own.clone(), own.clone());
    view! {
        <label class="choice">
            <input
                type="radio"
                name=name
                value=own
                prop:checked=move || value.with(|value| *value == checked)
                on:change=move |_| value.set(chosen.clone())
            />
            {words(label, detail)}
        </label>
    }
    .into_any()
}

fn words(label: String, detail: String) -> AnyView {
    view! {
        <span>
            {label}
            {(!detail.is_empty()).then(|| view! { <span class="choice-detail">{detail}</span> })}
        </span>
    }
    .into_any()
}

/// Yes or no.
#[component]
pub fn Checkbox(
    /// What is said yes or no to.
    #[prop(into)]
    label: String,
    /// What follows from a yes.
    #[prop(optional, into)]
    detail: String,
    /// The answer.
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=value
                on:change:target=move |event| value.set(event.target().checked())
            />
            {words(label, detail)}
        </label>
    }
    .into_any()
}
