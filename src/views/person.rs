//! Choosing a person, who may be new in the directory.

use itsm::{Command, Entry, Key, PersonId};
use leptos::prelude::*;
use workspace::query::key_text;

use crate::session::Session;
use crate::ui::{ComboBox, Toaster};
use crate::views::desk::choices;
use crate::views::undo;

/// The box. A name that nobody has is entered into the directory when it is chosen to be added.
#[component]
pub fn PersonBox(
    /// The person's key as text.
    value: RwSignal<String>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let add = move |name: String| {
        let highest = session.peek(|workspace| {
            workspace.desk().directory().people.keys().map(|id| id.0.number).max().unwrap_or_default()
        });
        let id = PersonId(Key { number: highest.unwrap_or_default().saturating_add(1), tag: session.tag() });
        match session.give(Command::Enter(Entry::Person(id, name.as_str().into()))) {
            Ok(_) => {
                value.set(key_text(id.0));
                undo::confirm(session, toaster, name + " is in the directory");
            }
            Err(refusal) => toaster.bad(refusal.sentence()),
        }
    };
    view! { <ComboBox choices=choices::people(session, value) list_label="People" value on_add=add /> }.into_any()
}
