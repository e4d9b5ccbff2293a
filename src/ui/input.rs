//! Inputs for text and time. Each takes its label, hint and error from the [`Field`](super::Field) around it.

use leptos::prelude::*;

use super::field::FieldLink;

/// One line of text.
#[component]
pub fn TextInput(
    /// What is typed.
    value: RwSignal<String>,
    /// What kind of keyboard a phone shows, and what the browser may fill in: `text`, `email`, `tel`, `url`.
    #[prop(default = "text")]
    kind: &'static str,
    /// The browser's word for what it may fill in by itself; `off` for everything about somebody else.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Called when the field is left, the moment to check what was typed.
    #[prop(optional, into)]
    on_leave: Option<UnsyncCallback<()>>,
) -> impl IntoView {
    let link = FieldLink::of_context();
    let (invalid, required) = (link.aria_invalid(), link.aria_required());
    view! {
        <input
            class="input"
            type=kind
            id=link.id
            autocomplete=autocomplete
            aria-describedby=link.described_by
            aria-invalid=invalid
            aria-required=required
            prop:value=value
            on:input:target=move |event| value.set(event.target().value())
            on:blur=move |_| left(on_leave)
        />
    }
    .into_any()
}

/// Several lines of text; it grows with what is typed where the browser can.
#[component]
pub fn TextArea(
    /// What is typed.
    value: RwSignal<String>,
    /// How many lines are shown at first.
    #[prop(default = 4)]
    rows: u32,
    /// Called when the field is left.
    #[prop(optional, into)]
    on_leave: Option<UnsyncCallback<()>>,
) -> impl IntoView {
    let link = FieldLink::of_context();
    let (invalid, required) = (link.aria_invalid(), link.aria_required());
    view! {
        <textarea
            class="input input-area"
            id=link.id
            rows=rows
            aria-describedby=link.described_by
            aria-invalid=invalid
            aria-required=required
            prop:value=value
            on:input:target=move |event| value.set(event.target().value())
            on:blur=move |_| left(on_leave)
        ></textarea>
    }
    .into_any()
}

/// A local date and time, by the browser's own picker. The value is `YYYY-MM-DDTHH:MM`, or empty.
#[component]
pub fn DateTimeInput(
    /// What is chosen.
    value: RwSignal<String>,
    /// The earliest that may be chosen, in the same form.
    #[prop(optional, into)]
    min: MaybeProp<String>,
    /// The latest that may be chosen.
    #[prop(optional, into)]
    max: MaybeProp<String>,
) -> impl IntoView {
    let link = FieldLink::of_context();
    let (invalid, required) = (link.aria_invalid(), link.aria_required());
    view! {
        <input
            class="input input-moment"
            type="datetime-local"
            id=link.id
            min=move || min.get()
            max=move || max.get()
            aria-describedby=link.described_by
            aria-invalid=invalid
            aria-required=required
            prop:value=value
            on:input:target=move |event| value.set(event.target().value())
        />
    }
    .into_any()
}

/// A date, by the browser's own picker. The value is `YYYY-MM-DD`, or empty.
#[component]
pub fn DateInput(
    /// What is chosen.
    value: RwSignal<String>,
) -> impl IntoView {
    let link = FieldLink::of_context();
    let (invalid, required) = (link.aria_invalid(), link.aria_required());
    view! {
        <input
            class="input input-moment"
            type="date"
            id=link.id
            aria-describedby=link.described_by
            aria-invalid=invalid
            aria-required=required
            prop:value=value
            on:change:target=move |event| value.set(event.target().value())
        />
    }
    .into_any()
}

fn left(on_leave: Option<UnsyncCallback<()>>) {
    if let Some(on_leave) = on_leave {
        let _ = on_leave.try_run(());
    }
}
