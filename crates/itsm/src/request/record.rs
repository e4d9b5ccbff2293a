//! What is kept of one request. Every field follows from its events; none is set by hand.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::command::Ordered;
use super::state::{Destination, Kind, PendingReason};
use crate::approval::Round;
use crate::ids::{GroupId, Key, PersonId, RequestId, ServiceId};
use crate::incident::Channel;
use crate::satisfaction::Rating;

/// Which task of an item. Tasks that are added later carry the tag of the tab, so that two tabs may add at the same
/// time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaskId(pub Key);

impl TaskId {
    /// The task at a place (0 first) of those with which an item was asked for.
    pub fn planned(place: usize) -> Self {
        Self(Key::imported(u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1)))
    }
}

/// How far a task is. Whether its turn has come is worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nobody has begun.
    NotBegun,
    /// Somebody works on it.
    Begun {
        /// Since when.
        at: DateTime<Utc>,
    },
    /// Done.
    Done {
        /// What was done; may be empty.
        words: Arc<str>,
        /// When.
        at: DateTime<Utc>,
        /// Who did it.
        by: PersonId,
    },
    /// It cannot be done.
    NotPossible {
        /// Why; never blank.
        because: Arc<str>,
        /// When that was found.
        at: DateTime<Utc>,
        /// Who found it.
        by: PersonId,
    },
}

/// A step on the way to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Which one.
    pub id: TaskId,
    /// What is to be done; never blank.
    pub name: Arc<str>,
    /// The team it is with.
    pub group: Option<GroupId>,
    /// The person it is with.
    pub assignee: Option<PersonId>,
    /// Tasks of the same item that have to be done before: in sequence with them. Those with the same ones run in
    /// parallel.
    pub depends_on: Vec<TaskId>,
    /// Whether it happens by itself when its turn has come.
    pub automatic: bool,
    /// How far it is.
    pub progress: Progress,
}

/// Something that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What; never blank.
    pub name: Arc<str>,
    /// How many; at least one.
    pub quantity: u16,
    /// The price of one, in hundredths of the organisation's currency.
    pub price: Option<u64>,
    /// What it waits for, if it does.
    pub pending: Option<PendingReason>,
    /// The steps, in the order in which they were planned; at least one.
    pub tasks: Vec<Task>,
}

/// How a request ended before it was fulfilled or refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The requester took it back.
    Cancelled {
        /// Why; never blank.
        because: Arc<str>,
    },
    /// It was really something else.
    Rerouted {
        /// What.
        to: Destination,
        /// Why; never blank.
        because: Arc<str>,
    },
}

/// A time in which the desk waited for the requester.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// From when.
    pub since: DateTime<Utc>,
    /// Until when; `None` while it lasts.
    pub until: Option<DateTime<Utc>>,
}

/// One request, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Which one.
    pub id: RequestId,
    /// What it is about, in one line.
    pub summary: Arc<str>,
    /// What the requester told.
    pub description: Arc<str>,
    /// What kind of thing is asked for.
    pub kind: Kind,
    /// How the desk heard of it.
    pub channel: Channel,
    /// Who asks.
    pub requester: PersonId,
    /// For whom, if it is somebody else.
    pub beneficiary: Option<PersonId>,
    /// The service it belongs to.
    pub service: Option<ServiceId>,
    /// How much working time was promised from the approval on.
    pub target: Option<TimeDelta>,
    /// Who is asked, one round after the other; none for what is pre-authorised.
    pub rounds: Vec<Round>,
    /// What was asked for; at least one.
    pub items: Vec<Item>,
    /// What was ordered, if it came from the service catalogue.
    pub order: Option<Box<Ordered>>,
    /// Set if it was cancelled or re-routed.
    pub ending: Option<Ending>,
    /// How content the requester is.
    pub rating: Option<Rating>,
    /// When it was logged.
    pub opened_at: DateTime<Utc>,
    /// Who logged it.
    pub opened_by: PersonId,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
    /// When it ended, in whichever way.
    pub ended_at: Option<DateTime<Utc>>,
    /// When the desk waited for the requester, oldest first.
    pub waits: Vec<Wait>,
}
