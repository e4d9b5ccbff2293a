//! Which types of changes there are, which states a change can be in, and how it can end.

/// What way a change goes. Source: ITIL's three types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeType {
    /// Low in risk, well understood, documented: assessed and authorised once, when its template was made or changed.
    Standard,
    /// Assessed, authorised and scheduled each time.
    Normal,
    /// As soon as possible: its assessment and authorisation are expedited, not skipped.
    Emergency,
}

impl ChangeType {
    /// Every type.
    pub const ALL: [ChangeType; 3] = [ChangeType::Standard, ChangeType::Normal, ChangeType::Emergency];
}

/// Where a change stands. Source: ServiceNow's change life cycle, except that an emergency change is assessed, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Raised; nobody has looked yet.
    New,
    /// Its risk is weighed and its plans are written.
    Assess,
    /// Its change authority is asked.
    Authorize,
    /// Authorised, and its time is set.
    Scheduled,
    /// It is being carried out.
    Implement,
    /// Carried out: what came of it is looked at.
    Review,
    /// Finished, with a close code.
    Closed,
    /// Taken back.
    Cancelled,
}

impl State {
    /// Every state, in the order of a life.
    pub const ALL: [State; 8] = [
        State::New,
        State::Assess,
        State::Authorize,
        State::Scheduled,
        State::Implement,
        State::Review,
        State::Closed,
        State::Cancelled,
    ];

    /// Whether somebody still has to do something about it.
    pub fn is_open(self) -> bool {
        !matches!(self, State::Closed | State::Cancelled)
    }
}

/// How a change turned out. Source: ServiceNow's close codes, and OTOBO's "backed out".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseCode {
    /// As planned.
    Successful,
    /// It does what it should, but not all went as planned.
    SuccessfulWithIssues,
    /// It does not do what it should.
    Failed,
    /// It was undone by its back-out plan.
    BackedOut,
}

impl CloseCode {
    /// Every code.
    pub const ALL: [CloseCode; 4] =
        [CloseCode::Successful, CloseCode::SuccessfulWithIssues, CloseCode::Failed, CloseCode::BackedOut];
}

/// Where a work order stands. Source: OTOBO's work orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OrderState {
    /// Written down.
    Created,
    /// Somebody has taken it on.
    Accepted,
    /// What has to come before it is done.
    Ready,
    /// It is being carried out.
    InProgress,
    /// Done.
    Closed,
    /// Not needed any more.
    Cancelled,
}

impl OrderState {
    /// Every state, in the order of a life.
    pub const ALL: [OrderState; 6] = [
        OrderState::Created,
        OrderState::Accepted,
        OrderState::Ready,
        OrderState::InProgress,
        OrderState::Closed,
        OrderState::Cancelled,
    ];

    /// Whether somebody still has to do something about it.
    pub fn is_open(self) -> bool {
        !matches!(self, OrderState::Closed | OrderState::Cancelled)
    }

    /// The next step of its life, if there is one.
    pub fn next(self) -> Option<OrderState> {
        match self {
            OrderState::Created => Some(OrderState::Accepted),
            OrderState::Accepted => Some(OrderState::Ready),
            OrderState::Ready => Some(OrderState::InProgress),
            OrderState::InProgress => Some(OrderState::Closed),
            OrderState::Closed | OrderState::Cancelled => None,
        }
    }
}
