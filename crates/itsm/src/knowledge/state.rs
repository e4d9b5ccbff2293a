//! Where an article stands, as far as its events say; and as the clock says on top of that.

use chrono::{DateTime, Utc};

use crate::ids::PersonId;

/// How far a version is that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Somebody writes it.
    Writing,
    /// Somebody else reads it. A review without a reviewer cannot be written down.
    InReview {
        /// Who reads it; never one of its writers.
        reviewer: PersonId,
        /// Since when.
        since: DateTime<Utc>,
    },
}

/// Where an article stands at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Its first version is being written.
    Draft,
    /// Its first version is being read by the reviewer.
    Review,
    /// Approved, to be seen from an instant that has not come.
    Scheduled,
    /// In view.
    Published,
    /// In view, but nobody has looked since its review date.
    Outdated,
    /// In view, and somebody holds it for no longer needed.
    PendingRetirement,
    /// Kept, but not in view.
    Retired,
}

impl State {
    /// Every state, in the order of a life.
    pub const ALL: [State; 7] = [
        State::Draft,
        State::Review,
        State::Scheduled,
        State::Published,
        State::Outdated,
        State::PendingRetirement,
        State::Retired,
    ];

    /// Whether it is shown to those who look for help.
    pub fn is_in_view(self) -> bool {
        matches!(self, State::Published | State::Outdated | State::PendingRetirement)
    }
}
