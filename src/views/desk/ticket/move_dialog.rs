//! The dialog in which an action asks for what it needs.

use std::ops::Deref;

use itsm::{Command, IncidentId};
use leptos::prelude::*;

use super::forms::{AmendForm, AssignForm, HoldForm, LinkForm, ReasonForm, ResolveForm};
use crate::views::asking::Asking;
use crate::views::record::FormDialog;

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
            Move::Link => "Link",
        }
    }
}

/// What every form in the dialog works with.
#[derive(Clone, Copy)]
pub struct Form {
    /// Which incident.
    pub id: IncidentId,
    asking: Asking,
}

impl Form {
    /// The dialog, for a command of another practice.
    pub fn asking(self) -> Asking {
        self.asking
    }

    /// Gives the command: closes the dialog and confirms, or keeps it open with the refusal.
    pub fn give(self, command: itsm::incident::Command, done: &'static str) {
        self.asking.give(Command::Incident(command), done);
    }
}

impl Deref for Form {
    type Target = Asking;

    fn deref(&self) -> &Asking {
        &self.asking
    }
}

impl From<Form> for Asking {
    fn from(form: Form) -> Self {
        form.asking
    }
}

/// Shows the form of the wanted action.
#[component]
pub fn MoveDialog(id: IncidentId, open: RwSignal<Option<Move>>) -> impl IntoView {
    let form = move |wanted: Move, asking: Asking| {
        let form = Form { id, asking };
        match wanted {
            Move::Assign => view! { <AssignForm form /> }.into_any(),
            Move::Hold => view! { <HoldForm form /> }.into_any(),
            Move::Resolve => view! { <ResolveForm form /> }.into_any(),
            Move::Reopen => view! { <ReasonForm form reopen=true /> }.into_any(),
            Move::Cancel => view! { <ReasonForm form reopen=false /> }.into_any(),
            Move::Amend => view! { <AmendForm form /> }.into_any(),
            Move::Link => view! { <LinkForm form /> }.into_any(),
        }
    };
    view! { <FormDialog open title=Move::title form /> }.into_any()
}
