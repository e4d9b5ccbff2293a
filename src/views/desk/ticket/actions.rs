//! What can be done with an incident now. What cannot be done stays in its place and says why.

use std::rc::Rc;

use itsm::incident::{Action, Command as Incident, Stage};
use itsm::{Command, IncidentId, Role};
use leptos::prelude::*;
use preferences::Action as Key;

use super::move_dialog::{Move, MoveDialog};
use crate::commands::{Commands, PageCommand};
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{CommandButton, Kind, Menu, MenuItem, Toaster};
use crate::views::desk::draft::Draft;
use crate::views::desk::templates::Templates;
use crate::views::undo;

/// The row of actions, most wanted first.
#[component]
pub fn Actions(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let open = RwSignal::new(None::<Move>);
    let stage = Memo::new(move |_| {
        session.read(|w| w.desk().incident(id).ok().map(|incident| incident.state.stage())).flatten()
    });
    let refusal = move |action: Action| Signal::derive(move || session.why_not(id, action));
    let at_once = move |command: Incident, done: &'static str| match session.give(Command::Incident(command)) {
        Ok(_) => undo::confirm(session, toaster, done),
        Err(refusal) => toaster.bad(refusal.sentence()),
    };
    let dialog = move |wanted: Move| move |()| open.set(Some(wanted));
    let templates = Templates::closed(session);
    let save_template = move || {
        let fill = session.peek(|w| w.desk().incident(id).ok().map(|incident| Draft::of(incident).fill())).flatten();
        if let Some(fill) = fill {
            templates.save_new(fill);
        }
    };
    expect_context::<Commands>().offer(move || {
        let mut offered = offered(session, id, stage.get(), open);
        offered.push(PageCommand {
            label: "Save this incident as a template".to_owned(),
            action: None,
            why_not: None,
            run: Rc::new(save_template),
        });
        offered
    });
    let number = StoredValue::new(session.peek(|w| w.desk().incident_number(id)).unwrap_or_default());
    let more = move |()| {
        let write = Practice::Knowledge.from_record(&number.get_value()).href();
        vec![MenuItem::action("Save as template", save_template), MenuItem::link("Write an article from this", write)]
    };
    let main = move || {
        match stage.get() {
        Some(Stage::Resolved) => view! {
            <CommandButton label="Close" kind=Kind::Primary refusal=refusal(Action::Close)
                on_press=move |()| at_once(Incident::Close(id), "Closed") />
            <CommandButton label="Reopen" refusal=refusal(Action::Reopen) on_press=dialog(Move::Reopen) />
        }
        .into_any(),
        Some(Stage::New | Stage::OnHold) => view! {
            <CommandButton label="Resolve" kind=Kind::Primary refusal=refusal(Action::Resolve) on_press=dialog(Move::Resolve) />
            <CommandButton label="Start work" refusal=refusal(Action::Start)
                on_press=move |()| at_once(Incident::Start(id), "Work has begun") />
        }
        .into_any(),
        _ => view! {
            <CommandButton label="Resolve" kind=Kind::Primary refusal=refusal(Action::Resolve) on_press=dialog(Move::Resolve) />
        }
        .into_any(),
    }
    };
    // What a caller may do with their own; all else is the desk's work, said in one sentence instead of at every button.
    let of_caller = move || {
        let resolved = (stage.get() == Some(Stage::Resolved)).then(|| {
            view! {
                <CommandButton label="It works again: close" kind=Kind::Primary refusal=refusal(Action::Close)
                    on_press=move |()| at_once(Incident::Close(id), "Closed") />
                <CommandButton label="Reopen" refusal=refusal(Action::Reopen) on_press=dialog(Move::Reopen) />
            }
        });
        view! {
            <section class="ticket-actions" aria-label="Actions">
                {resolved}
                <CommandButton label="Cancel incident" kind=Kind::Quiet refusal=refusal(Action::Cancel) on_press=dialog(Move::Cancel) />
            </section>
            <p class="hint">"Only an agent may assign, hold, edit, link or resolve it. You can answer, and say whether it works again."</p>
        }
    };
    let of_desk = move || {
        view! {
        <section class="ticket-actions" aria-label="Actions">
            {main}
            <CommandButton label="Assign" refusal=refusal(Action::Assign) on_press=dialog(Move::Assign) />
            <CommandButton label="Put on hold" refusal=refusal(Action::Hold) on_press=dialog(Move::Hold) />
            <CommandButton label="Edit" kind=Kind::Quiet refusal=refusal(Action::Amend) on_press=dialog(Move::Amend) />
            <CommandButton label="Link" kind=Kind::Quiet refusal=refusal(Action::Link) on_press=dialog(Move::Link) />
            <CommandButton label="Cancel incident" kind=Kind::Quiet refusal=refusal(Action::Cancel) on_press=dialog(Move::Cancel) />
            <super::to_request::ToRequest id />
            <Menu label="More" class="button button-quiet" items=more />
        </section>
        }
    };
    let row = move || if session.role() == Role::Requester { of_caller().into_any() } else { of_desk().into_any() };
    view! {
        {row}
        <MoveDialog id open />
        {templates.sheet()}
    }
    .into_any()
}

/// The same actions for the search and for single keys.
fn offered(session: Session, id: IncidentId, stage: Option<Stage>, open: RwSignal<Option<Move>>) -> Vec<PageCommand> {
    let toaster = expect_context::<Toaster>();
    let command = move |label: &str, key: Option<Key>, action: Action, run: Rc<dyn Fn()>| PageCommand {
        label: label.to_owned(),
        action: key,
        why_not: session.why_not(id, action),
        run,
    };
    let dialog =
        move |label, key, action, wanted: Move| command(label, key, action, Rc::new(move || open.set(Some(wanted))));
    let at_once = move |label, key, action, make: fn(IncidentId) -> Incident, done: &'static str| {
        let run = move || match session.give(Command::Incident(make(id))) {
            Ok(_) => undo::confirm(session, toaster, done),
            Err(refusal) => toaster.bad(refusal.sentence()),
        };
        command(label, key, action, Rc::new(run))
    };
    let mut offered = match stage {
        Some(Stage::Resolved) => vec![
            at_once("Close this incident", Some(Key::Close), Action::Close, Incident::Close, "Closed"),
            dialog("Reopen", Some(Key::Reopen), Action::Reopen, Move::Reopen),
        ],
        _ => vec![
            dialog("Resolve", Some(Key::Resolve), Action::Resolve, Move::Resolve),
            at_once("Start work", Some(Key::Start), Action::Start, Incident::Start, "Work has begun"),
        ],
    };
    offered.extend([
        dialog("Assign", Some(Key::Assign), Action::Assign, Move::Assign),
        dialog("Put on hold", Some(Key::Hold), Action::Hold, Move::Hold),
        dialog("Edit", Some(Key::Edit), Action::Amend, Move::Amend),
        dialog("Link to a parent or an earlier report", Some(Key::Link), Action::Link, Move::Link),
        dialog("Cancel this incident", Some(Key::Cancel), Action::Cancel, Move::Cancel),
    ]);
    offered
}
