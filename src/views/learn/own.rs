//! What a reader adds of their own to a concept: read, bookmark, note.

use learning::knowledge::ConceptId;
use learning::study::{Did, Study};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, Field, Kind, TextArea, Toaster};

/// Stores what was done; what stands in the way is told.
pub(super) fn store(session: Session, toaster: Toaster, did: Did) -> bool {
    match session.learned(did) {
        Ok(()) => true,
        Err(why) => {
            toaster.bad(why);
            false
        }
    }
}

/// Reads what was done; what cannot be read counts as nothing, and the page tells it.
pub(super) fn ask<T: Default>(session: Session, read: impl FnOnce(&Study) -> T) -> T {
    session.study(read).unwrap_or_default()
}

/// Reading, bookmark and note of a concept.
pub fn panel(id: ConceptId) -> AnyView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    session.catch_up_study();
    let id = StoredValue::new(id);
    let key = move || id.with_value(|id| id.as_str().to_owned());
    let read = Memo::new(move |_| ask(session, |study| study.has_read(&key())));
    let marked = Memo::new(move |_| ask(session, |study| study.has_marked(&key())));
    let written = Memo::new(move |_| ask(session, |study| study.note(&key()).to_owned()));
    let note = RwSignal::new(written.get_untracked());
    // Another tab's note stands here, unless somebody writes.
    Effect::new(move |before: Option<String>| {
        let now = written.get();
        if before.is_some_and(|before| note.with_untracked(|note| *note == before)) {
            note.set(now.clone());
        }
        now
    });
    let toggle_read = move |_| {
        let _ = store(session, toaster, Did::Read { concept: id.get_value(), on: !read.get_untracked() });
    };
    let toggle_mark = move |_| {
        let _ = store(session, toaster, Did::Marked { concept: id.get_value(), on: !marked.get_untracked() });
    };
    // Whoever goes on to something else has not to think of saving.
    let save = move |()| match Did::noted(id.get_value(), &note.get_untracked()) {
        Ok(did) => {
            if store(session, toaster, did) {
                toaster.ok("The note is saved.");
            }
        }
        Err(unfit) => toaster.bad(unfit.to_string()),
    };
    let leave = move |()| {
        if note.with_untracked(|note| note.trim() != written.get_untracked()) {
            save(());
        }
    };
    let differs = move || note.with(|note| note.trim() != written.get());
    view! {
        <section class="panel learn-own" aria-labelledby="learn-own">
            <h2 id="learn-own">"Your own"</h2>
            <div class="learn-toggles">
                <button type="button" class="button" aria-pressed=move || read.get().to_string() on:click=toggle_read>
                    {move || if read.get() { "✓ Read" } else { "Mark as read" }}
                </button>
                <button type="button" class="button" aria-pressed=move || marked.get().to_string() on:click=toggle_mark>
                    {move || if marked.get() { "✓ Bookmark" } else { "Bookmark" }}
                </button>
            </div>
            // On paper a note is a text; on the screen it is a field.
            {move || Some(written.get()).filter(|note| !note.is_empty()).map(|note| view! { <p class="learn-printed">{note}</p> })}
            <Field label="Your note"><TextArea value=note rows=3 on_leave=leave /></Field>
            {move || differs().then(|| view! { <Button label="Save the note" kind=Kind::Primary on_press=save /> })}
        </section>
    }
    .into_any()
}
