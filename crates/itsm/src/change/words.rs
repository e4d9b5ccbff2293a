//! What types, states, codes and bands are called on screen, in the usual terms of the field.

use super::authority::Body;
use super::risk::{Band, Factor};
use super::state::{ChangeType, CloseCode, OrderState, State};

impl ChangeType {
    /// The type's name.
    pub fn word(self) -> &'static str {
        match self {
            ChangeType::Standard => "Standard",
            ChangeType::Normal => "Normal",
            ChangeType::Emergency => "Emergency",
        }
    }
}

impl State {
    /// The state's name.
    pub fn word(self) -> &'static str {
        match self {
            State::New => "New",
            State::Assess => "Assess",
            State::Authorize => "Authorize",
            State::Scheduled => "Scheduled",
            State::Implement => "Implement",
            State::Review => "Review",
            State::Closed => "Closed",
            State::Cancelled => "Cancelled",
        }
    }
}

impl CloseCode {
    /// The code's name.
    pub fn word(self) -> &'static str {
        match self {
            CloseCode::Successful => "Successful",
            CloseCode::SuccessfulWithIssues => "Successful with issues",
            CloseCode::Failed => "Failed",
            CloseCode::BackedOut => "Backed out",
        }
    }
}

impl OrderState {
    /// The state's name.
    pub fn word(self) -> &'static str {
        match self {
            OrderState::Created => "Created",
            OrderState::Accepted => "Accepted",
            OrderState::Ready => "Ready",
            OrderState::InProgress => "In progress",
            OrderState::Closed => "Closed",
            OrderState::Cancelled => "Cancelled",
        }
    }
}

impl Body {
    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Body::ChangeManager => "Change manager",
            Body::Cab => "Change advisory board (CAB)",
            Body::ServiceOwner => "Service owner",
            Body::Ecab => "Emergency change advisory board (ECAB)",
        }
    }
}

impl Factor {
    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Factor::Likelihood => "Likelihood",
            Factor::Impact => "Impact",
        }
    }
}

impl Band {
    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Band::VeryLow => "Very low",
            Band::Low => "Low",
            Band::Medium => "Medium",
            Band::High => "High",
            Band::VeryHigh => "Very high",
        }
    }
}
