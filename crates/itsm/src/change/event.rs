//! What has happened to a change. Each event concerns one change, so that a record can be folded alone.

use std::sync::Arc;

use super::command::{Amendment, Statement};
use super::record::{Findings, OrderId, OrderPlan, Span};
use super::state::{CloseCode, OrderState};
use crate::approval::Round;
use crate::ids::{GroupId, PersonId};

/// What has happened; when, by whom and to which change stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It was raised.
    Raised(Box<Statement>),
    /// A field was corrected.
    Amended(Amendment),
    /// It went to a team or a person.
    Assigned {
        /// The team from now on.
        group: Option<GroupId>,
        /// The person from now on.
        assignee: Option<PersonId>,
    },
    /// Assessing began.
    Assessed,
    /// It was put to its change authority: rounds that nobody has answered.
    Asked(Vec<Round>),
    /// An approver answered. A refusal takes it back to Assess at once.
    Answered {
        /// The approver, whoever answered for them.
        seat: PersonId,
        /// Whether they approve.
        approves: bool,
        /// Their reason.
        because: Arc<str>,
    },
    /// It went back to Assess: for a reason, or because it is about to be amended (`None`).
    SentBack {
        /// Why, if it was not amended.
        because: Option<Arc<str>>,
    },
    /// Its time was set.
    Scheduled(Span),
    /// Carrying it out began.
    Begun,
    /// Carrying it out was over, and its review began.
    Implemented,
    /// The review was written down.
    Reviewed(Findings),
    /// Finished.
    Closed {
        /// How it turned out.
        code: CloseCode,
        /// What to know of it.
        notes: Arc<str>,
    },
    /// Taken back, with its open work orders.
    Cancelled {
        /// Why.
        because: Arc<str>,
    },
    /// Somebody wrote a work note.
    Noted {
        /// The words.
        text: Arc<str>,
    },
    /// A work order was added.
    OrderAdded {
        /// Which.
        order: OrderId,
        /// What is to be done.
        plan: OrderPlan,
    },
    /// A work order was corrected.
    OrderAmended {
        /// Which.
        order: OrderId,
        /// What is to be done.
        plan: OrderPlan,
    },
    /// A work order went a step further, or was cancelled.
    OrderMoved {
        /// Which.
        order: OrderId,
        /// Where to.
        to: OrderState,
        /// What was done, or why it is not needed.
        note: Arc<str>,
    },
}

impl Event {
    /// Whether a record begins with it, so that a number was given.
    pub fn begins(&self) -> bool {
        matches!(self, Event::Raised(_))
    }
}
