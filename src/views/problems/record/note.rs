//! A work note on a problem.

use itsm::problem::Command as Ask;
use itsm::{Command, ProblemId};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Field, TextArea, Toaster};
use crate::views::undo;

/// The form.
#[component]
pub fn NoteForm(id: ProblemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let kept = session.keep_draft(
        &("problem-note-".to_owned() + &workspace::query::key_text(id.0)),
        vec![("text", text)],
        Some("text"),
    );
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match session.give(Command::Problem(Ask::Note { problem: id, text: text.get_untracked().into() })) {
            Ok(_) => {
                kept.forget();
                error.set(None);
                undo::confirm(session, toaster, "Added");
            }
            Err(refusal) => error.set(Some(refusal.sentence())),
        }
    };
    view! {
        <form class="panel composer" novalidate on:submit=submit aria-label="Write a note">
            <Field label="Work note" hint="Only colleagues read it." required=true error>
                <TextArea value=text rows=3 />
            </Field>
            <div class="form-actions"><button type="submit" class="button">"Add note"</button></div>
        </form>
    }
    .into_any()
}
