//! How the states of requests, items and tasks look: tone, shape and word, never colour alone.

use itsm::request::{ItemState, State, TaskState};

use crate::ui::{Picture, Tone};

/// The tone and the shape of a request's state.
pub fn of_request(state: State) -> (Tone, Picture) {
    match state {
        State::AwaitingApproval => (Tone::Slate, Picture::Paused),
        State::InFulfilment => (Tone::Neutral, Picture::Running),
        State::Done => (Tone::Ok, Picture::Met),
        State::Rejected => (Tone::Bad, Picture::Close),
        State::Cancelled => (Tone::Neutral, Picture::Close),
        State::Rerouted => (Tone::Neutral, Picture::Next),
    }
}

/// The tone and the shape of an item's state.
pub fn of_item(state: ItemState) -> (Tone, Picture) {
    match state {
        ItemState::WaitingForApproval | ItemState::Pending(_) => (Tone::Slate, Picture::Paused),
        ItemState::Approved => (Tone::Neutral, Picture::New),
        ItemState::InProgress => (Tone::Neutral, Picture::Running),
        ItemState::ClosedComplete => (Tone::Ok, Picture::Met),
        ItemState::ClosedIncomplete => (Tone::Warn, Picture::DueSoon),
        ItemState::ClosedRejected => (Tone::Bad, Picture::Close),
        ItemState::Cancelled => (Tone::Neutral, Picture::Close),
    }
}

/// "Pending, awaiting supplier".
pub fn item_label(state: ItemState) -> String {
    match state {
        ItemState::Pending(reason) => [state.word(), ", ", reason.word()].concat(),
        _ => state.word().to_owned(),
    }
}

/// The tone and the shape of a task's state.
pub fn of_task(state: TaskState) -> (Tone, Picture) {
    match state {
        TaskState::Created => (Tone::Slate, Picture::Paused),
        TaskState::Ready => (Tone::Neutral, Picture::New),
        TaskState::InProgress => (Tone::Neutral, Picture::Running),
        TaskState::Done => (Tone::Ok, Picture::Met),
        TaskState::NotPossible => (Tone::Warn, Picture::DueSoon),
        TaskState::Dropped => (Tone::Neutral, Picture::Close),
    }
}

/// A price as people read it: `EUR 199.00`, or `199.00` where no currency is named.
pub fn price(hundredths: u64, currency: &str) -> String {
    workspace::catalogue::price::money_in(crate::session::format::format(), hundredths, currency)
}
