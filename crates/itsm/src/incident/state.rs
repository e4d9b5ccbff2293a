//! Which states an incident can be in, and which may follow which.

/// Where an incident stands. Source: ServiceNow's incident life cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Logged; nobody has begun to work on it.
    New,
    /// Somebody works on it.
    InProgress,
    /// Work waits for somebody or something named.
    OnHold(HoldReason),
    /// The service is restored; the caller may still say it is not.
    Resolved,
    /// Finished for good.
    Closed,
    /// Opened by mistake, or no longer wanted.
    Cancelled,
}

/// Whom or what we wait for. A hold without a reason cannot be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HoldReason {
    /// The caller has to answer.
    Caller,
    /// A problem has to be solved.
    Problem,
    /// A supplier has to deliver.
    Supplier,
    /// A change has to be carried out.
    Change,
    /// Evidence has to be collected (seen in real ServiceNow logs).
    Evidence,
}

impl HoldReason {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [HoldReason; 5] =
        [HoldReason::Caller, HoldReason::Problem, HoldReason::Supplier, HoldReason::Change, HoldReason::Evidence];
}

/// A state without its reason: what filters, counts and colours go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// See [`State::New`].
    New,
    /// See [`State::InProgress`].
    InProgress,
    /// See [`State::OnHold`].
    OnHold,
    /// See [`State::Resolved`].
    Resolved,
    /// See [`State::Closed`].
    Closed,
    /// See [`State::Cancelled`].
    Cancelled,
}

impl Stage {
    /// Every stage, in the order of a life.
    pub const ALL: [Stage; 6] =
        [Stage::New, Stage::InProgress, Stage::OnHold, Stage::Resolved, Stage::Closed, Stage::Cancelled];
}

impl State {
    /// Whether work may move from here to `next`. Changing one hold reason for another is allowed: in the
    /// real log 157 incidents do it.
    pub fn may_become(self, next: State) -> bool {
        use State::*;
        match (self, next) {
            (New, InProgress | OnHold(_) | Resolved | Cancelled) => true,
            (InProgress, OnHold(_) | Resolved | Cancelled) => true,
            (OnHold(before), OnHold(after)) => before != after,
            (OnHold(_), InProgress | Resolved | Cancelled) => true,
            (Resolved, InProgress | Closed) => true,
            // Closed is final: a reply opens a new, linked incident.
            _ => false,
        }
    }

    /// Whether somebody still has to do something for the service to be restored.
    pub fn is_open(self) -> bool {
        matches!(self, State::New | State::InProgress | State::OnHold(_))
    }

    /// The state without its reason.
    pub fn stage(self) -> Stage {
        match self {
            State::New => Stage::New,
            State::InProgress => Stage::InProgress,
            State::OnHold(_) => Stage::OnHold,
            State::Resolved => Stage::Resolved,
            State::Closed => Stage::Closed,
            State::Cancelled => Stage::Cancelled,
        }
    }
}
