//! Reopen and cancel: both need a reason.

use itsm::incident::Command;
use leptos::prelude::*;

use crate::ui::{Field, TextArea};
use crate::views::asking::FormFrame;
use crate::views::desk::ticket::move_dialog::Form;

/// The form.
#[component]
pub fn ReasonForm(form: Form, reopen: bool) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let submit = move || {
        let (incident, because) = (form.id, reason.get_untracked().into());
        if reopen {
            form.give(Command::Reopen { incident, because }, "Reopened");
        } else {
            form.give(Command::Cancel { incident, because }, "Cancelled");
        }
    };
    let (label, ask) = if reopen {
        ("Reopen", "What is still wrong, in the caller’s words?")
    } else {
        ("Cancel this incident", "Why is it not needed? Cancelling is for mistakes; what was worked on is resolved.")
    };
    view! {
        <FormFrame form label error=form.error_beside(&["reason"]) submit>
            <Field label="Reason" hint=ask required=true error=form.error_of("reason")>
                <TextArea value=reason rows=3 />
            </Field>
        </FormFrame>
    }
    .into_any()
}
