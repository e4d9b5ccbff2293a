//! Put on hold: whom or what we wait for.

use itsm::incident::{Command, HoldReason};
use leptos::prelude::*;

use crate::ui::{Field, RadioGroup, TextArea};
use crate::views::asking::FormFrame;
use crate::views::desk::choices;
use crate::views::desk::ticket::move_dialog::Form;

/// The form.
#[component]
pub fn HoldForm(form: Form) -> impl IntoView {
    let reason = RwSignal::new(HoldReason::Caller.word().to_owned());
    let note = RwSignal::new(String::new());
    let submit = move || {
        let word = reason.get_untracked();
        let chosen = HoldReason::ALL.into_iter().find(|reason| reason.word() == word).unwrap_or(HoldReason::Caller);
        form.give(Command::Hold { incident: form.id, reason: chosen, note: note.get_untracked().into() }, "On hold");
    };
    view! {
        <FormFrame form label="Put on hold" error=form.error_beside(&[]) submit>
            <Field label="What do you wait for?" group=true required=true>
                <RadioGroup choices=choices::hold_reasons() value=reason />
            </Field>
            <Field label="What exactly?" hint="A work note for colleagues.">
                <TextArea value=note rows=2 />
            </Field>
        </FormFrame>
    }
    .into_any()
}
