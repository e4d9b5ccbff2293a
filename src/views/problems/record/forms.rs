//! The dialogs of a problem's actions: each asks for what its command needs, and shows what the command refuses.

mod amend;
mod assign;
mod text;

use std::ops::Deref;

use itsm::problem::Command as Ask;
use itsm::{Command, ProblemId};
use leptos::prelude::*;

use crate::views::asking::Asking;
use crate::views::record::FormDialog;

use amend::AmendForm;
use assign::AssignForm;
use text::{CommunicateForm, DuplicateForm, ReasonForm, ResolveForm};

/// An action that needs more than a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To a team or a person.
    Assign,
    /// Correct fields.
    Amend,
    /// The cause is gone.
    Resolve,
    /// Live with it.
    AcceptRisk,
    /// Another problem is the same.
    Duplicate,
    /// Taken back.
    Cancel,
    /// The finding was wrong.
    Reanalyse,
    /// Tell the callers of its incidents.
    Communicate,
}

impl Wanted {
    fn title(self) -> &'static str {
        match self {
            Wanted::Assign => "Assign",
            Wanted::Amend => "Edit details",
            Wanted::Resolve => "Resolve",
            Wanted::AcceptRisk => "Accept the risk",
            Wanted::Duplicate => "Mark as a duplicate",
            Wanted::Cancel => "Cancel this problem",
            Wanted::Reanalyse => "Analyse again",
            Wanted::Communicate => "Tell the callers",
        }
    }
}

/// What every form in the dialog works with.
#[derive(Clone, Copy)]
pub struct Form {
    /// Which problem.
    pub id: ProblemId,
    asking: Asking,
}

impl Form {
    /// Gives the command: closes the dialog and confirms, or keeps it open with the refusal.
    pub fn give(self, command: Ask, done: impl Into<String>) {
        self.asking.give(Command::Problem(command), done);
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
pub fn ProblemDialog(id: ProblemId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let form = move |wanted: Wanted, asking: Asking| {
        let form = Form { id, asking };
        match wanted {
            Wanted::Assign => view! { <AssignForm form /> }.into_any(),
            Wanted::Amend => view! { <AmendForm form /> }.into_any(),
            Wanted::Resolve => view! { <ResolveForm form /> }.into_any(),
            Wanted::Communicate => view! { <CommunicateForm form /> }.into_any(),
            Wanted::Duplicate => view! { <DuplicateForm form /> }.into_any(),
            Wanted::AcceptRisk | Wanted::Cancel | Wanted::Reanalyse => view! { <ReasonForm form wanted /> }.into_any(),
        }
    };
    view! { <FormDialog open title=Wanted::title form /> }.into_any()
}
