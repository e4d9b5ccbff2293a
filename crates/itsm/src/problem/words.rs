//! What states and codes are called on screen, in the usual terms of the field.

use super::record::{Message, ResolutionCode};
use super::state::State;

impl State {
    /// The state's name ("Root Cause Analysis").
    pub fn word(self) -> &'static str {
        match self {
            State::New => "New",
            State::Assess => "Assess",
            State::RootCauseAnalysis => "Root Cause Analysis",
            State::FixInProgress => "Fix in Progress",
            State::Resolved => "Resolved",
            State::Closed => "Closed",
        }
    }
}

impl ResolutionCode {
    /// The code's name ("Fix applied").
    pub fn word(self) -> &'static str {
        match self {
            ResolutionCode::FixApplied => "Fix applied",
            ResolutionCode::RiskAccepted => "Risk accepted",
            ResolutionCode::Duplicate => "Duplicate",
            ResolutionCode::Cancelled => "Cancelled",
        }
    }
}

impl Message {
    /// What is told ("Workaround").
    pub fn word(self) -> &'static str {
        match self {
            Message::Workaround => "Workaround",
            Message::Fix => "Fix",
        }
    }
}
