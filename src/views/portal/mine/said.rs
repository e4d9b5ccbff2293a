//! What was said of an order, for the eyes of who ordered, and the field to ask something.

use std::sync::Arc;

use itsm::incident::Side;
use itsm::request::{Action, Command as Ask};
use itsm::{Command, RecordId, RequestId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::say::{self, Audience};

use super::when;
use crate::session::Session;
use crate::ui::{CommandButton, Field, Panel, TextArea, Toaster};
use crate::views::undo;

/// Something that was said.
#[derive(Clone, PartialEq)]
struct Said {
    who: String,
    at: String,
    heading: String,
    text: String,
}

fn said(session: Session, id: RequestId) -> Vec<Said> {
    let zone = session.zone();
    let read = |workspace: &Workspace| {
        let history = workspace.history(RecordId::Request(id));
        let counts = history.into_iter().filter(|recorded| recorded.undone.is_none() && recorded.flag.is_none());
        let told = counts.filter_map(|recorded| {
            let said = say::sentence(workspace, recorded.event);
            (said.audience == Audience::Public).then(|| Said {
                who: workspace.desk().directory().person(recorded.event.by).to_owned(),
                at: when(zone, recorded.event.at),
                heading: said.heading,
                text: said.text.map(|text| text.to_string()).unwrap_or_default(),
            })
        });
        told.collect()
    };
    session.read(read).unwrap_or_default()
}

/// The panel.
#[component]
pub fn Conversation(id: RequestId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let all = Memo::new(move |_| said(session, id));
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let key = "portal-ask-".to_owned() + &workspace::query::key_text(id.0);
    let kept = session.keep_draft(&key, vec![("text", text)], Some("text"));
    let refusal = Signal::derive(move || session.refuses(id, Action::Reply(Side::Caller)).map(|why| why.sentence()));
    let send = move |()| {
        let words: Arc<str> = text.get_untracked().into();
        match session.give(Command::Request(Ask::Reply { request: id, side: Side::Caller, text: words })) {
            Ok(_) => {
                kept.forget();
                error.set(None);
                undo::confirm(session, toaster, "Sent to the desk");
            }
            Err(refusal) => error.set(Some(refusal.sentence())),
        }
    };
    let line = |one: Said| {
        view! {
            <li>
                <p class="hint">{one.heading}" · "{one.who}", "{one.at}</p>
                {(!one.text.is_empty()).then(|| view! { <p class="mine-words">{one.text}</p> })}
            </li>
        }
    };
    let list = move || {
        let all = all.get();
        (!all.is_empty()).then(|| view! { <ol class="mine-said">{all.into_iter().map(line).collect_view()}</ol> })
    };
    view! {
        <Panel title="Questions and answers" class="composer">
            {list}
            <Field label="Ask a question or add something" error required=true><TextArea value=text rows=3 /></Field>
            <CommandButton label="Send" refusal on_press=send />
        </Panel>
    }
    .into_any()
}
