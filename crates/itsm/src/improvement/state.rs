//! Which states an improvement can be in, and which may follow which.

use std::sync::Arc;

/// Where an improvement stands. Source: ServiceNow's life cycle of continual improvement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Registered; nobody has looked yet.
    New,
    /// Worth a look, and somebody owns it.
    Accepted,
    /// Effort, benefit, baseline and target are worked out.
    Assess,
    /// It is to be done.
    Approved,
    /// Somebody carries it out.
    InProgress,
    /// It waits, for this reason; never blank.
    OnHold(Arc<str>),
    /// It is compared with what was wanted.
    Review,
    /// Finished, whether or not the target was reached.
    Closed,
    /// Taken back.
    Cancelled,
}

/// A state without its reason: what lists and tables go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // See the states of the same names.
pub enum Stage {
    New,
    Accepted,
    Assess,
    Approved,
    InProgress,
    OnHold,
    Review,
    Closed,
    Cancelled,
}

impl Stage {
    /// Every stage, in the order of a life.
    pub const ALL: [Stage; 9] = [
        Stage::New,
        Stage::Accepted,
        Stage::Assess,
        Stage::Approved,
        Stage::InProgress,
        Stage::OnHold,
        Stage::Review,
        Stage::Closed,
        Stage::Cancelled,
    ];
}

impl State {
    /// The state without its reason.
    pub fn stage(&self) -> Stage {
        match self {
            State::New => Stage::New,
            State::Accepted => Stage::Accepted,
            State::Assess => Stage::Assess,
            State::Approved => Stage::Approved,
            State::InProgress => Stage::InProgress,
            State::OnHold(_) => Stage::OnHold,
            State::Review => Stage::Review,
            State::Closed => Stage::Closed,
            State::Cancelled => Stage::Cancelled,
        }
    }

    /// Whether somebody still has to do something about it.
    pub fn is_open(&self) -> bool {
        !matches!(self, State::Closed | State::Cancelled)
    }
}
