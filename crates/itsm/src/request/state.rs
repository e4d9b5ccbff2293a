//! Which states requests, their items and their tasks can be in. None is kept: all are worked out (see `reading`).

/// What is asked for. Source: the kinds of service requests of ITIL 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// That something be done: a report run, a toner replaced.
    Action,
    /// To know something: how to do it, how far it is.
    Information,
    /// A resource or a service: a monitor, a mailbox.
    Resource,
    /// Access to one that is there: a folder, an application.
    Access,
    /// Feedback, a compliment or a complaint.
    Feedback,
}

impl Kind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Kind; 5] = [Kind::Resource, Kind::Access, Kind::Action, Kind::Information, Kind::Feedback];
}

/// Where a request stands, by its approvals and its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// An approver has yet to answer.
    AwaitingApproval,
    /// It may be fulfilled, and an item is not closed yet.
    InFulfilment,
    /// Every item is closed, complete or not.
    Done,
    /// An approver refused.
    Rejected,
    /// The requester took it back.
    Cancelled,
    /// It was really something else, which goes on elsewhere.
    Rerouted,
}

impl State {
    /// Every state.
    pub const ALL: [State; 6] =
        [State::AwaitingApproval, State::InFulfilment, State::Done, State::Rejected, State::Cancelled, State::Rerouted];

    /// Whether somebody still has to do something about it.
    pub fn is_open(self) -> bool {
        matches!(self, State::AwaitingApproval | State::InFulfilment)
    }
}

/// Where a requested item stands. Source: ServiceNow's states of a requested item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemState {
    /// The request's approvers have not all answered.
    WaitingForApproval,
    /// It may be fulfilled; nobody has begun.
    Approved,
    /// A task has begun.
    InProgress,
    /// Work waits.
    Pending(PendingReason),
    /// Every task is done.
    ClosedComplete,
    /// A task was not possible, and nothing that could still be done is left.
    ClosedIncomplete,
    /// It was refused.
    ClosedRejected,
    /// The request was taken back or re-routed.
    Cancelled,
}

impl ItemState {
    /// Whether somebody still has to do something about it.
    pub fn is_open(self) -> bool {
        matches!(
            self,
            ItemState::WaitingForApproval | ItemState::Approved | ItemState::InProgress | ItemState::Pending(_)
        )
    }
}

/// Whom or what an item waits for. A wait without a reason cannot be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PendingReason {
    /// The requester has to answer. The promise waits, too.
    Requester,
    /// A supplier has to deliver.
    Supplier,
    /// A change has to be carried out.
    Change,
    /// A day was agreed: somebody's first, a move.
    AgreedDate,
}

impl PendingReason {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [PendingReason; 4] =
        [PendingReason::Requester, PendingReason::Supplier, PendingReason::Change, PendingReason::AgreedDate];
}

/// Where a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TaskState {
    /// Its turn has not come: the request is not approved, or what it depends on is not done.
    Created,
    /// It may begin.
    Ready,
    /// Somebody works on it.
    InProgress,
    /// Done.
    Done,
    /// It cannot be done.
    NotPossible,
    /// It will never begin: what it depends on was not possible, or the request has ended otherwise.
    Dropped,
}

impl TaskState {
    /// Whether nothing more will happen to it.
    pub fn is_over(self) -> bool {
        matches!(self, TaskState::Done | TaskState::NotPossible | TaskState::Dropped)
    }
}

/// What a request really was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Destination {
    /// An incident: something is broken.
    Incident,
    /// A change: something would have to be added, altered or removed that could affect services.
    Change,
}
