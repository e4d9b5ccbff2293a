//! Edit: correct what is known of an incident.

use itsm::incident::Command;
use leptos::prelude::*;

use crate::session::Session;
use crate::views::asking::FormFrame;
use crate::views::desk::draft::Draft;
use crate::views::desk::report_fields::ReportFields;
use crate::views::desk::ticket::move_dialog::Form;

const FIELDS: &[&str] = &["summary", "caller", "impact", "urgency"];

/// The form.
#[component]
pub fn AmendForm(form: Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let draft = session.peek(|w| w.desk().incident(form.id).ok().map(Draft::of)).flatten().unwrap_or_else(Draft::blank);
    let submit = move || {
        let changes = session.peek(|w| w.desk().incident(form.id).ok().map(|incident| draft.amendments(incident)));
        form.give(Command::Amend { incident: form.id, changes: changes.flatten().unwrap_or_default() }, "Saved");
    };
    view! {
        <FormFrame form label="Save" error=form.error_beside(FIELDS) submit>
            <ReportFields draft error_of=move |name| form.error_of(name) />
        </FormFrame>
    }
    .into_any()
}
