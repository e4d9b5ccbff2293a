//! Which states a problem can be in, and which may follow which.

/// Where a problem stands. Source: ServiceNow's problem life cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Raised; nobody has looked yet.
    New,
    /// Somebody finds out whether it is worth an analysis.
    Assess,
    /// The root cause is looked for.
    RootCauseAnalysis,
    /// The root cause is known, and what removes it is under way.
    FixInProgress,
    /// The fix is in; whether it holds will be seen.
    Resolved,
    /// Finished: fixed, accepted as a risk, a duplicate, or taken back.
    Closed,
}

impl State {
    /// Every state, in the order of a life.
    pub const ALL: [State; 6] =
        [State::New, State::Assess, State::RootCauseAnalysis, State::FixInProgress, State::Resolved, State::Closed];

    /// Whether somebody still has to do something about it.
    pub fn is_open(self) -> bool {
        !matches!(self, State::Resolved | State::Closed)
    }
}
