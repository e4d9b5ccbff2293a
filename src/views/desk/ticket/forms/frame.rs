//! What the forms share: a native form that Enter submits, the refusal, and two buttons.

use leptos::prelude::*;

use crate::ui::{Button, Kind};
use crate::views::desk::ticket::move_dialog::Form;

/// A form with its buttons.
#[component]
pub fn FormFrame(
    /// Which form.
    form: Form,
    /// The verb on the main button.
    label: &'static str,
    /// What is wrong and belongs to no single field.
    error: Signal<Option<String>>,
    /// Gives the command.
    submit: impl Fn() + 'static,
    children: Children,
) -> impl IntoView {
    view! {
        <form
            class="form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            {children()}
            <div class="form-error" role="alert">{move || error.get().map(|text| view! { <p class="error">{text}</p> })}</div>
            <div class="form-actions">
                <button type="submit" class="button button-primary">{label}</button>
                <Button label="Keep as it is" kind=Kind::Quiet on_press=move |()| form.dismiss() />
            </div>
        </form>
    }
    .into_any()
}
