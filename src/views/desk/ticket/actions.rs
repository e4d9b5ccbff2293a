//! What can be done with an incident now. What cannot be done stays in its place and says why.

use itsm::incident::{Action, Command as Incident, Stage};
use itsm::{Command, IncidentId};
use leptos::prelude::*;

use super::move_dialog::{Move, MoveDialog};
use crate::session::Session;
use crate::ui::{CommandButton, Kind, Toaster};
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
    view! {
        <section class="ticket-actions" aria-label="Actions">
            {main}
            <CommandButton label="Assign" refusal=refusal(Action::Assign) on_press=dialog(Move::Assign) />
            <CommandButton label="Put on hold" refusal=refusal(Action::Hold) on_press=dialog(Move::Hold) />
            <CommandButton label="Edit" kind=Kind::Quiet refusal=refusal(Action::Amend) on_press=dialog(Move::Amend) />
            <CommandButton label="Link" kind=Kind::Quiet refusal=refusal(Action::Link) on_press=dialog(Move::Link) />
            <CommandButton label="Cancel incident" kind=Kind::Quiet refusal=refusal(Action::Cancel) on_press=dialog(Move::Cancel) />
        </section>
        <MoveDialog id open />
    }
    .into_any()
}
