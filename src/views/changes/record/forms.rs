//! The dialogs of a change's actions: each asks for what its command needs, and shows what the command refuses.

mod amend;
mod ask;
mod assign;
mod order;
mod outcome;
mod text;
mod time;

use itsm::ChangeId;
use itsm::change::{OrderId, OrderState};
use leptos::prelude::*;

use crate::views::asking::Asking;
use crate::views::record::FormDialog;

use amend::AmendForm;
use ask::AskForm;
use assign::AssignForm;
use order::{EndOrderForm, OrderForm};
use outcome::{CloseForm, ReviewForm};
use text::{RaiseRiskForm, ReasonForm};
use time::ScheduleForm;

/// An action that needs more than a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To a team or a person.
    Assign,
    /// Correct fields.
    Amend,
    /// Raise a number of the risk.
    RaiseRisk,
    /// Put it to its change authority.
    Ask,
    /// Take it back from there.
    Withdraw,
    /// Set or move its time.
    Schedule,
    /// Write down what the review found.
    Review,
    /// Finish it.
    Close,
    /// Take it back.
    Cancel,
    /// Another work order.
    AddOrder,
    /// Correct a work order.
    EditOrder(OrderId),
    /// Close or cancel a work order.
    EndOrder(OrderId, OrderState),
}

fn title(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Assign => "Assign",
        Wanted::Amend => "Edit details",
        Wanted::RaiseRisk => "Raise a number",
        Wanted::Ask => "Ask for authorisation",
        Wanted::Withdraw => "Withdraw from its change authority",
        Wanted::Schedule => "Schedule",
        Wanted::Review => "Post-implementation review",
        Wanted::Close => "Close",
        Wanted::Cancel => "Cancel this change",
        Wanted::AddOrder => "Add a work order",
        Wanted::EditOrder(_) => "Edit a work order",
        Wanted::EndOrder(_, OrderState::Cancelled) => "Cancel a work order",
        Wanted::EndOrder(..) => "Close a work order",
    }
}

/// Shows the form of the wanted action.
#[component]
pub fn ChangeDialog(id: ChangeId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let form = move |wanted: Wanted, asking: Asking| match wanted {
        Wanted::Assign => view! { <AssignForm id asking /> }.into_any(),
        Wanted::Amend => view! { <AmendForm id asking /> }.into_any(),
        Wanted::RaiseRisk => view! { <RaiseRiskForm id asking /> }.into_any(),
        Wanted::Ask => view! { <AskForm id asking /> }.into_any(),
        Wanted::Withdraw | Wanted::Cancel => view! { <ReasonForm id asking wanted /> }.into_any(),
        Wanted::Schedule => view! { <ScheduleForm id asking /> }.into_any(),
        Wanted::Review => view! { <ReviewForm id asking /> }.into_any(),
        Wanted::Close => view! { <CloseForm id asking /> }.into_any(),
        Wanted::AddOrder => view! { <OrderForm id asking /> }.into_any(),
        Wanted::EditOrder(order) => view! { <OrderForm id asking order /> }.into_any(),
        Wanted::EndOrder(order, to) => view! { <EndOrderForm id asking order to /> }.into_any(),
    };
    view! { <FormDialog open title form /> }.into_any()
}
