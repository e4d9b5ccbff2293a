//! What kinds, states and reasons are called on screen, in the usual terms of the field.

use super::state::{Destination, ItemState, Kind, PendingReason, State, TaskState};

impl Kind {
    /// The kind's name ("Access").
    pub fn word(self) -> &'static str {
        match self {
            Kind::Action => "Action",
            Kind::Information => "Information",
            Kind::Resource => "Resource or service",
            Kind::Access => "Access",
            Kind::Feedback => "Feedback, compliment or complaint",
        }
    }
}

impl State {
    /// The state's name ("Awaiting approval").
    pub fn word(self) -> &'static str {
        match self {
            State::AwaitingApproval => "Awaiting approval",
            State::InFulfilment => "In fulfilment",
            State::Done => "Done",
            State::Rejected => "Rejected",
            State::Cancelled => "Cancelled",
            State::Rerouted => "Re-routed",
        }
    }
}

impl ItemState {
    /// The state's name without its reason ("Pending"); [`PendingReason::word`] has the rest.
    pub fn word(self) -> &'static str {
        match self {
            ItemState::WaitingForApproval => "Waiting for approval",
            ItemState::Approved => "Approved",
            ItemState::InProgress => "In progress",
            ItemState::Pending(_) => "Pending",
            ItemState::ClosedComplete => "Closed complete",
            ItemState::ClosedIncomplete => "Closed incomplete",
            ItemState::ClosedRejected => "Closed rejected",
            ItemState::Cancelled => "Cancelled",
        }
    }
}

impl PendingReason {
    /// Whom or what is waited for ("awaiting requester").
    pub fn word(self) -> &'static str {
        match self {
            PendingReason::Requester => "awaiting requester",
            PendingReason::Supplier => "awaiting supplier",
            PendingReason::Change => "awaiting change",
            PendingReason::AgreedDate => "awaiting an agreed date",
        }
    }
}

impl TaskState {
    /// The state's name ("Ready").
    pub fn word(self) -> &'static str {
        match self {
            TaskState::Created => "Created",
            TaskState::Ready => "Ready",
            TaskState::InProgress => "In progress",
            TaskState::Done => "Done",
            TaskState::NotPossible => "Not possible",
            TaskState::Dropped => "Will not begin",
        }
    }
}

impl Destination {
    /// What it is, in a sentence ("incident").
    pub fn word(self) -> &'static str {
        match self {
            Destination::Incident => "incident",
            Destination::Change => "change",
        }
    }
}
