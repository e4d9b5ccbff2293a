//! What has happened to a request. Each event concerns one request, so that a record can be folded alone.

use std::sync::Arc;

use super::command::{Amendment, Form, Plan};
use super::record::TaskId;
use super::state::{Destination, PendingReason};
use crate::ids::{GroupId, PersonId};
use crate::incident::Side;
use crate::satisfaction::Score;

/// What has happened; when, by whom and to which request stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It was logged.
    Logged(Box<Form>),
    /// A descriptive field was corrected.
    Amended(Amendment),
    /// An approver or their delegate answered.
    Answered {
        /// The place of the round, from 0.
        round: u8,
        /// The approver whose answer it is.
        seat: PersonId,
        /// Whether they approve.
        approves: bool,
        /// Their reason; never blank for a refusal.
        because: Arc<str>,
    },
    /// Somebody may answer in the place of an approver from now on, or nobody any more.
    Delegated {
        /// The approver.
        seat: PersonId,
        /// Who.
        to: Option<PersonId>,
    },
    /// One more task was planned.
    TaskAdded {
        /// The place of the item, from 0.
        item: u16,
        /// The new task.
        task: TaskId,
        /// What it is.
        plan: Plan,
    },
    /// A task went to a team or a person.
    TaskAssigned {
        /// The place of the item, from 0.
        item: u16,
        /// Which task.
        task: TaskId,
        /// The team from now on.
        group: Option<GroupId>,
        /// The person from now on.
        assignee: Option<PersonId>,
    },
    /// A task began.
    TaskStarted {
        /// The place of the item, from 0.
        item: u16,
        /// Which task.
        task: TaskId,
    },
    /// A task is done.
    TaskDone {
        /// The place of the item, from 0.
        item: u16,
        /// Which task.
        task: TaskId,
        /// What was done; may be empty.
        words: Arc<str>,
    },
    /// A task cannot be done.
    TaskImpossible {
        /// The place of the item, from 0.
        item: u16,
        /// Which task.
        task: TaskId,
        /// Why.
        because: Arc<str>,
    },
    /// An item waits.
    Held {
        /// The place of the item, from 0.
        item: u16,
        /// For whom or what.
        reason: PendingReason,
    },
    /// An item goes on.
    Resumed {
        /// The place of the item, from 0.
        item: u16,
    },
    /// Somebody said something in public.
    Replied {
        /// Who; the caller is the requester.
        side: Side,
        /// The words.
        text: Arc<str>,
    },
    /// Somebody wrote a work note.
    Noted {
        /// The words.
        text: Arc<str>,
    },
    /// The requester took it back.
    Cancelled {
        /// Why.
        because: Arc<str>,
    },
    /// It was really something else.
    Rerouted {
        /// What.
        to: Destination,
        /// Why.
        because: Arc<str>,
    },
    /// The requester said how content they are.
    Rated {
        /// How content.
        score: Score,
        /// In their own words; may be empty.
        words: Arc<str>,
    },
}

impl Event {
    /// Whether a record begins with it, so that a number was given.
    pub fn begins(&self) -> bool {
        matches!(self, Event::Logged(_))
    }
}
