//! Inputs over a part of the form: each shows what the form says, and says what was typed.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::field::FieldLink;
use crate::ui::{Choice, Field};

/// What takes what was typed.
pub type Take<T> = UnsyncCallback<T>;

/// A line of text.
#[component]
pub fn Line(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// Whether it may not be left empty.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// What the form says.
    #[prop(into)]
    value: Signal<Arc<str>>,
    /// Takes what is typed.
    #[prop(into)]
    take: Take<Arc<str>>,
) -> impl IntoView {
    view! { <Field label hint required><Typed value take /></Field> }.into_any()
}

#[component]
fn Typed(value: Signal<Arc<str>>, take: Take<Arc<str>>) -> impl IntoView {
    let link = FieldLink::of_context();
    let required = link.aria_required();
    view! {
        <input
            class="input"
            type="text"
            id=link.id
            autocomplete="off"
            aria-describedby=link.described_by
            aria-required=required
            prop:value=move || value.get().to_string()
            on:input:target=move |event| take.run(event.target().value().into())
        />
    }
    .into_any()
}

/// A line that is read as something else: a number, an amount. What cannot be read stays, and what would be right is said.
#[component]
pub fn Parsed(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// How to answer.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What the form says, as it would be typed.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed, or says what would be right.
    #[prop(into)]
    take: UnsyncCallback<String, Result<(), &'static str>>,
) -> impl IntoView {
    let error = RwSignal::new(None::<String>);
    let typed = RwSignal::new(value.get_untracked());
    let is_typing = StoredValue::new(false);
    Effect::new(move |_| {
        let value = value.get();
        if !is_typing.get_value() {
            error.set(None);
            typed.set(value);
        }
    });
    let input = move |text: String| {
        is_typing.set_value(true);
        error.set(take.run(text.clone()).err().map(str::to_owned));
        typed.set(text);
    };
    let leave = move || {
        // A field that was taken out of the page is left, too.
        if is_typing.try_set_value(false).is_some() {
            return;
        }
        if error.with_untracked(Option::is_none) {
            typed.set(value.get_untracked());
        }
    };
    view! {
        <Field label hint error required=true>
            <Read typed input=UnsyncCallback::new(input) leave=UnsyncCallback::new(move |()| leave()) />
        </Field>
    }
    .into_any()
}

#[component]
fn Read(typed: RwSignal<String>, input: Take<String>, leave: Take<()>) -> impl IntoView {
    let link = FieldLink::of_context();
    let invalid = link.aria_invalid();
    view! {
        <input
            class="input"
            type="text"
            id=link.id
            autocomplete="off"
            aria-describedby=link.described_by
            aria-invalid=invalid
            prop:value=typed
            on:input:target=move |event| input.run(event.target().value())
            on:blur=move |_| leave.run(())
        />
    }
    .into_any()
}

/// One of several, in the browser's own list; its label is heard, and seen only if a field around it shows it.
#[component]
pub fn Pick(
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is seen.
    #[prop(optional)]
    shown: bool,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value of what is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is chosen.
    #[prop(into)]
    take: Take<String>,
) -> impl IntoView {
    if shown {
        return view! { <Field label required=true><List choices value take /></Field> }.into_any();
    }
    view! { <List label choices value take /> }.into_any()
}

#[component]
fn List(
    #[prop(optional)] label: Option<Signal<String>>,
    choices: Signal<Vec<Choice>>,
    value: Signal<String>,
    take: Take<String>,
) -> impl IntoView {
    let link = FieldLink::of_context();
    let id = label.is_none().then_some(link.id);
    let options = move || {
        let option = move |choice: Choice| {
            let own = choice.value.clone();
            view! { <option value=choice.value prop:selected=move || value.with(|value| *value == own)>{choice.label}</option> }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <select
            class="input input-select"
            id=id
            aria-label=move || label.map(|label| label.get())
            on:change:target=move |event| take.run(event.target().value())
        >
            {options}
        </select>
    }
    .into_any()
}

/// Yes or no.
#[component]
pub fn Tick(
    /// What is said yes or no to.
    #[prop(into)]
    label: String,
    /// What the form says.
    #[prop(into)]
    value: Signal<bool>,
    /// Takes what is chosen.
    #[prop(into)]
    take: Take<bool>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="checkbox" prop:checked=value on:change:target=move |event| take.run(event.target().checked()) />
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// A small button that may have nothing to do: it then stays where it is and says why.
#[component]
pub fn Step(
    /// What it does, and with what ("Move “Room” up").
    #[prop(into)]
    label: Signal<String>,
    /// What is seen on it.
    sign: crate::ui::Picture,
    /// The id of the button.
    #[prop(optional, into)]
    id: Option<String>,
    /// Turns the sign upside down.
    #[prop(optional)]
    turned: bool,
    /// Why it does nothing now.
    #[prop(optional, into)]
    refusal: MaybeProp<String>,
    /// What it does.
    #[prop(into)]
    on_press: Take<()>,
) -> impl IntoView {
    let refused = move || refusal.with(Option::is_some);
    let heard = move || match refusal.get() {
        Some(why) => [&label.get(), ". ", &why].concat(),
        None => label.get(),
    };
    view! {
        <button
            type="button"
            id=id
            class=if turned { "button button-quiet button-icon builder-turned" } else { "button button-quiet button-icon" }
            aria-label=heard
            title=heard
            aria-disabled=move || refused().then_some("true")
            on:click=move |_| if refusal.with_untracked(Option::is_none) { on_press.run(()) }
        >
            <crate::ui::Icon picture=sign />
        </button>
    }
    .into_any()
}
