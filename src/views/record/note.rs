//! A work note on a record.

use std::sync::Arc;

use itsm::Command;
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Field, TextArea, Toaster};
use crate::views::undo;

/// The form. What is typed is kept as a draft until it is added.
#[component]
pub fn NoteForm(
    /// A name for the draft that no other record has (its number).
    draft: String,
    /// The command that adds the note.
    make: impl Fn(Arc<str>) -> Command + 'static,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let kept = session.keep_draft(&("note-".to_owned() + &draft), vec![("text", text)], Some("text"));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match session.give(make(text.get_untracked().into())) {
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
