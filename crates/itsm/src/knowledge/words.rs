//! What states and audiences are called on screen.

use super::record::Audience;
use super::state::{Stage, State};

impl State {
    /// "Pending retirement".
    pub fn word(self) -> &'static str {
        match self {
            State::Draft => "Draft",
            State::Review => "Review",
            State::Scheduled => "Scheduled",
            State::Published => "Published",
            State::Outdated => "Outdated",
            State::PendingRetirement => "Pending retirement",
            State::Retired => "Retired",
        }
    }
}

impl Stage {
    /// "Draft" or "Review".
    pub fn word(self) -> &'static str {
        match self {
            Stage::Writing => "Draft",
            Stage::InReview { .. } => "Review",
        }
    }
}

impl Audience {
    /// "Everyone".
    pub fn word(self) -> &'static str {
        match self {
            Audience::Everyone => "Everyone",
            Audience::Desk => "The desk only",
        }
    }
}
