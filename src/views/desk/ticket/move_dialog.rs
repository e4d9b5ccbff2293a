//! The dialog in which an action asks for what it needs.

use itsm::Command;
use itsm::IncidentId;
use leptos::prelude::*;

use super::forms::{AmendForm, AssignForm, HoldForm, LinkForm, ReasonForm, ResolveForm};
use crate::session::{Declined, Session};
use crate::ui::{Dialog, Toaster, open_while};
use crate::views::undo;

/// An action that needs more than a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To a team or a person.
    Assign,
    /// Wait.
    Hold,
    /// Restored.
    Resolve,
    /// Not restored.
    Reopen,
    /// Taken back.
    Cancel,
    /// Correct fields.
    Amend,
    /// To a parent or an original.
    Link,
}

impl Move {
    fn title(self) -> &'static str {
        match self {
            Move::Assign => "Assign",
            Move::Hold => "Put on hold",
            Move::Resolve => "Resolve",
            Move::Reopen => "Reopen",
            Move::Cancel => "Cancel this incident",
            Move::Amend => "Edit details",
            Move::Link => "Link to another incident",
        }
    }
}

/// What every form in the dialog works with.
#[derive(Clone, Copy)]
pub struct Form {
    /// Which incident.
    pub id: IncidentId,
    /// What was refused, until the next try.
    pub refusal: RwSignal<Option<Declined>>,
    open: RwSignal<Option<Move>>,
    session: Session,
    toaster: Toaster,
}

impl Form {
    /// Gives the command: closes the dialog and confirms, or keeps it open with the refusal.
    pub fn give(self, command: itsm::incident::Command, done: &'static str) {
        match self.session.give(Command::Incident(command)) {
            Ok(_) => {
                self.open.set(None);
                undo::confirm(self.session, self.toaster, done);
            }
            Err(refusal) => self.refusal.set(Some(refusal)),
        }
    }

    /// What is wrong with the field of this name, for the place beside it.
    pub fn error_of(self, name: &'static str) -> Signal<Option<String>> {
        let about = move |declined: &Option<Declined>| {
            declined.as_ref().filter(|declined| declined.is_about(&[name])).map(Declined::sentence)
        };
        Signal::derive(move || self.refusal.with(about))
    }

    /// What is wrong and belongs to none of these fields, for the place above the buttons.
    pub fn error_beside(self, names: &'static [&'static str]) -> Signal<Option<String>> {
        let beside = move |declined: &Option<Declined>| {
            declined.as_ref().filter(|declined| !declined.is_about(names)).map(Declined::sentence)
        };
        Signal::derive(move || self.refusal.with(beside))
    }

    /// Closes the dialog.
    pub fn dismiss(self) {
        self.open.set(None);
    }
}

/// Shows the form of the wanted action.
#[component]
pub fn MoveDialog(id: IncidentId, open: RwSignal<Option<Move>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let shown = open_while(open);
    let body = move || {
        let wanted = open.get()?;
        let form = Form { id, refusal: RwSignal::new(None), open, session, toaster };
        Some(match wanted {
            Move::Assign => view! { <AssignForm form /> }.into_any(),
            Move::Hold => view! { <HoldForm form /> }.into_any(),
            Move::Resolve => view! { <ResolveForm form /> }.into_any(),
            Move::Reopen => view! { <ReasonForm form reopen=true /> }.into_any(),
            Move::Cancel => view! { <ReasonForm form reopen=false /> }.into_any(),
            Move::Amend => view! { <AmendForm form /> }.into_any(),
            Move::Link => view! { <LinkForm form /> }.into_any(),
        })
    };
    let title = Signal::derive(move || open.get().map_or("", Move::title).to_owned());
    view! { <Dialog title open=shown>{body}</Dialog> }.into_any()
}
