//! Writing to the requester, or to colleagues.

use std::sync::Arc;

use itsm::incident::Side;
use itsm::request::{Action, Command as Ask, Event as What};
use itsm::{Command, Happening, RequestId};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Choice, CommandButton, Field, Kind, RadioGroup, TextArea, Toaster};
use crate::views::undo;

const REPLY: &str = "reply";
const NOTE: &str = "note";
const HEARD: &str = "heard";

/// The form under the items.
#[component]
pub fn Composer(id: RequestId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let what = RwSignal::new(REPLY.to_owned());
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let kept = session.keep_draft(
        &("request-write-".to_owned() + &workspace::query::key_text(id.0)),
        vec![("what", what), ("text", text)],
        Some("text"),
    );
    let choices = vec![
        Choice::new(REPLY, "Reply to the requester"),
        Choice::new(NOTE, "Work note"),
        Choice::new(HEARD, "The requester said"),
    ];
    let action = move || match what.get().as_str() {
        NOTE => Action::Note,
        HEARD => Action::Reply(Side::Caller),
        _ => Action::Reply(Side::Desk),
    };
    let refusal = Signal::derive(move || session.refuses(id, action()).map(|why| why.sentence()));
    let hint = Signal::derive(move || {
        match what.get().as_str() {
            NOTE => "Only colleagues read it.",
            HEARD => "What the requester told you. It lifts a wait for the requester.",
            _ => "The requester reads it.",
        }
        .to_owned()
    });
    let label = Signal::derive(move || if what.get() == NOTE { "Add note" } else { "Add" }.to_owned());
    let send = move |()| {
        let words: Arc<str> = text.get_untracked().into();
        let command = match what.get_untracked().as_str() {
            NOTE => Ask::Note { request: id, text: words },
            HEARD => Ask::Reply { request: id, side: Side::Caller, text: words },
            _ => Ask::Reply { request: id, side: Side::Desk, text: words },
        };
        match session.give(Command::Request(command)) {
            Ok(events) => {
                let goes_on =
                    events.iter().any(|event| matches!(event.what, Happening::Request(_, What::Resumed { .. })));
                // What is written next is likely of the same kind.
                let kind = what.get_untracked();
                kept.forget();
                what.set(kind);
                error.set(None);
                undo::confirm(session, toaster, if goes_on { "Added, and work goes on" } else { "Added" });
            }
            Err(refusal) => error.set(Some(refusal.sentence())),
        }
    };
    view! {
        <section class="composer panel" aria-label="Write">
            <Field label="What do you want to write?" group=true required=true>
                <RadioGroup choices value=what beside=true />
            </Field>
            <Field label="Text" hint error required=true>
                <TextArea value=text rows=3 />
            </Field>
            <CommandButton label kind=Kind::Plain refusal on_press=send />
        </section>
    }
    .into_any()
}
