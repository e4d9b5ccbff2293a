//! The dialogs of a request: each asks for what its command needs.

mod amend;
mod reroute;
mod tasks;

use std::sync::Arc;

use itsm::request::{Command as Ask, PendingReason, TaskId};
use itsm::{Command, PersonId, RequestId};
use leptos::prelude::*;
use workspace::query::key_of;

use crate::session::Session;
use crate::ui::{Choice, ComboBox, Field, RadioGroup, TextArea};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices::{self, capital};
use crate::views::record::FormDialog;

use amend::AmendForm;
use reroute::RerouteForm;
use tasks::{AddTaskForm, AssignTaskForm};

/// An action that needs more than a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Correct fields.
    Amend,
    /// Yes.
    Approve,
    /// No.
    Refuse,
    /// Somebody stands in for this approver.
    Delegate(PersonId),
    /// One more task of an item.
    AddTask(u16),
    /// To a team or a person.
    AssignTask(u16, TaskId),
    /// Done.
    Finish(u16, TaskId),
    /// Cannot be done.
    GiveUp(u16, TaskId),
    /// Wait.
    Hold(u16),
    /// Really something else.
    Reroute,
    /// Taken back.
    Cancel,
}

fn title(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Amend => "Edit details",
        Wanted::Approve => "Approve",
        Wanted::Refuse => "Refuse",
        Wanted::Delegate(_) => "Stand in for an approver",
        Wanted::AddTask(_) => "Add a task",
        Wanted::AssignTask(..) => "Assign the task",
        Wanted::Finish(..) => "The task is done",
        Wanted::GiveUp(..) => "The task is not possible",
        Wanted::Hold(_) => "Let it wait",
        Wanted::Reroute => "Re-route",
        Wanted::Cancel => "Cancel this request",
    }
}

/// Shows the form of the wanted action.
#[component]
pub fn RequestDialog(id: RequestId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let form = move |wanted: Wanted, asking: Asking| match wanted {
        Wanted::Amend => view! { <AmendForm id asking /> }.into_any(),
        Wanted::Reroute => view! { <RerouteForm id asking /> }.into_any(),
        Wanted::AddTask(item) => view! { <AddTaskForm id asking item /> }.into_any(),
        Wanted::AssignTask(item, task) => view! { <AssignTaskForm id asking item task /> }.into_any(),
        Wanted::Hold(item) => view! { <HoldForm id asking item /> }.into_any(),
        Wanted::Delegate(approver) => view! { <DelegateForm id asking approver /> }.into_any(),
        Wanted::Approve | Wanted::Refuse | Wanted::Finish(..) | Wanted::GiveUp(..) | Wanted::Cancel => {
            view! { <WordsForm id asking wanted /> }.into_any()
        }
    };
    view! { <FormDialog open title form /> }.into_any()
}

/// What is asked by a form that asks only for words: label, hint, whether they are needed, and the main button.
fn words_of(wanted: Wanted) -> (&'static str, &'static str, bool, &'static str) {
    match wanted {
        Wanted::Approve => ("Remark", "Only if there is something to say.", false, "Approve"),
        Wanted::Refuse => ("Reason", "The requester is told it. The request is rejected at once.", true, "Refuse"),
        Wanted::Finish(..) => ("What was done", "Only if there is something to say.", false, "Done"),
        Wanted::GiveUp(..) => {
            ("Reason", "The item will close incomplete, and the requester will ask why.", true, "Not possible")
        }
        _ => ("Reason", "As the requester gave it.", true, "Cancel this request"),
    }
}

#[component]
fn WordsForm(id: RequestId, asking: Asking, wanted: Wanted) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let (label, hint, required, button) = words_of(wanted);
    let submit = move || {
        let because: Arc<str> = text.get_untracked().into();
        let (command, done) = match wanted {
            Wanted::Approve => (Ask::Answer { request: id, approves: true, because }, "Approved"),
            Wanted::Refuse => (Ask::Answer { request: id, approves: false, because }, "Refused"),
            Wanted::Finish(item, task) => (Ask::FinishTask { request: id, item, task, words: because }, "Done"),
            Wanted::GiveUp(item, task) => (Ask::GiveUpTask { request: id, item, task, because }, "Not possible"),
            _ => (Ask::Cancel { request: id, because }, "Cancelled"),
        };
        asking.give(Command::Request(command), done);
    };
    view! {
        <FormFrame form=asking label=button error=asking.error_beside(&["reason"]) submit>
            <Field label hint required error=asking.error_of("reason")><TextArea value=text rows=3 /></Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn HoldForm(id: RequestId, asking: Asking, item: u16) -> impl IntoView {
    let reason = RwSignal::new(PendingReason::Requester.word().to_owned());
    let note = RwSignal::new(String::new());
    let detail = |reason| match reason {
        PendingReason::Requester => "Only they can answer. The promise waits, too.",
        PendingReason::Supplier => "Something has to be delivered.",
        PendingReason::Change => "A change has to be carried out first.",
        PendingReason::AgreedDate => "A day was agreed: somebody’s first, a move.",
    };
    let choice = |reason: PendingReason| Choice::new(reason.word(), capital(reason.word())).with_detail(detail(reason));
    let choices: Vec<Choice> = PendingReason::ALL.into_iter().map(choice).collect();
    let submit = move || {
        let chosen = reason.with_untracked(|word| PendingReason::ALL.into_iter().find(|one| one.word() == word));
        let reason = chosen.unwrap_or(PendingReason::Requester);
        let hold = Ask::Hold { request: id, item, reason, note: note.get_untracked().into() };
        asking.give(Command::Request(hold), "It waits");
    };
    view! {
        <FormFrame form=asking label="Let it wait" error=asking.error_beside(&[]) submit>
            <Field label="What is waited for?" group=true required=true><RadioGroup choices value=reason /></Field>
            <Field label="Work note" hint="What exactly, for colleagues."><TextArea value=note rows=2 /></Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn DelegateForm(id: RequestId, asking: Asking, approver: PersonId) -> impl IntoView {
    let session = expect_context::<Session>();
    let to = RwSignal::new(String::new());
    let name = session.peek(|workspace| workspace.desk().directory().person(approver).to_owned()).unwrap_or_default();
    let hint = ["Answers in the place of ", &name, ". Nobody: ", &name, " answers alone."].concat();
    let submit = move || {
        let to = to.with_untracked(|text| key_of(text)).map(PersonId);
        asking.give(Command::Request(Ask::Delegate { request: id, approver, to }), "Noted");
    };
    view! {
        <FormFrame form=asking label="Let them stand in" error=asking.error_beside(&["delegate"]) submit>
            <Field label="Who stands in?" hint error=asking.error_of("delegate")>
                <ComboBox choices=choices::people(session, to) list_label="People" value=to />
            </Field>
        </FormFrame>
    }
    .into_any()
}
