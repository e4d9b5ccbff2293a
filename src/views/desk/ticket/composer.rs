//! Writing to the caller, or to colleagues: two tabs, so that nobody tells the caller what was meant for the team.

use std::sync::Arc;

use itsm::incident::{Action, Command as Incident, Side};
use itsm::{Command, IncidentId, Role};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Choice, CommandButton, Field, Kind, RadioGroup, TextArea, Toaster};
use crate::views::desk::helpful::InsertArticle;
use crate::views::undo;

const REPLY: &str = "reply";
const NOTE: &str = "note";
const HEARD: &str = "heard";

/// The form under the actions.
#[component]
pub fn Composer(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let speaks_for_desk = session.part.with_untracked(|part| part.role) != Role::Requester;
    let what = RwSignal::new(if speaks_for_desk { REPLY } else { HEARD }.to_owned());
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let kept = session.keep_draft(
        &(if speaks_for_desk { "write-" } else { "answer-" }.to_owned() + &workspace::query::key_text(id.0)),
        vec![("what", what), ("text", text)],
        Some("text"),
    );
    let choices = vec![
        Choice::new(REPLY, "Reply to the caller"),
        Choice::new(NOTE, "Work note"),
        Choice::new(HEARD, "The caller said"),
    ];
    let action = move || match what.get().as_str() {
        NOTE => Action::Note,
        HEARD => Action::Reply(Side::Caller),
        _ => Action::Reply(Side::Desk),
    };
    let refusal = Signal::derive(move || session.why_not(id, action()));
    let hint = Signal::derive(move || {
        match what.get().as_str() {
            NOTE => "Only colleagues read it.",
            HEARD if !speaks_for_desk => "Those who work on it read it.",
            HEARD => "What the caller told you by phone or mail. It lifts a hold for the caller.",
            _ => "The caller reads it.",
        }
        .to_owned()
    });
    let label = Signal::derive(move || if what.get() == NOTE { "Add note" } else { "Add" }.to_owned());
    let send = move |()| {
        let words: Arc<str> = text.get_untracked().into();
        let command = match what.get_untracked().as_str() {
            NOTE => Incident::Note { incident: id, text: words },
            HEARD => Incident::Reply { incident: id, side: Side::Caller, text: words },
            _ => Incident::Reply { incident: id, side: Side::Desk, text: words },
        };
        match session.give(Command::Incident(command)) {
            Ok(events) => {
                // What is written next is likely of the same kind.
                let kind = what.get_untracked();
                kept.forget();
                what.set(kind);
                error.set(None);
                undo::confirm(session, toaster, super::history::outcome(&events, id));
            }
            Err(refusal) => error.set(Some(refusal.sentence())),
        }
    };
    view! {
        <section class="composer panel" aria-label="Write">
            {speaks_for_desk.then(|| view! {
                <Field label="What do you want to write?" group=true required=true>
                    <RadioGroup choices value=what beside=true />
                </Field>
            })}
            <Field label=if speaks_for_desk { "Text" } else { "Your answer" } hint error required=true>
                <TextArea value=text rows=3 />
            </Field>
            <div class="form-actions">
                <CommandButton label kind=Kind::Plain refusal on_press=send />
                <InsertArticle id text to_caller=Signal::derive(move || what.with(|what| what == REPLY)) />
            </div>
        </section>
    }
    .into_any()
}
