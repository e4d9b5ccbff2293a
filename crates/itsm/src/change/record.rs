//! What is known of one change. Every field follows from its events; none is set by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::authority::{self, Asked};
use super::risk::Risk;
use super::state::{ChangeType, CloseCode, OrderState, State};
use crate::approval::{self, Outcome, Round};
use crate::ids::{CategoryId, ChangeId, ChangeTemplateId, GroupId, ItemId, Key, PersonId, ServiceId};

/// From when to when, in UTC. The end is after the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// When it begins.
    pub start: DateTime<Utc>,
    /// When it is over.
    pub end: DateTime<Utc>,
}

/// How it is done, how one sees that it worked, and how it is undone. Texts are empty until somebody writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plans {
    /// How it is done.
    pub implementation: Arc<str>,
    /// How one sees that it worked.
    pub test: Arc<str>,
    /// How it is undone, or why it cannot be.
    pub back_out: Arc<str>,
}

/// A work order within its change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrderId(pub Key);

/// What is to be done in a work order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderPlan {
    /// What, in one line.
    pub title: Arc<str>,
    /// The team that does it.
    pub group: Option<GroupId>,
    /// The person who does it.
    pub assignee: Option<PersonId>,
    /// When.
    pub planned: Option<Span>,
    /// What has to be done before it; what has nothing in common here runs in parallel.
    pub after: BTreeSet<OrderId>,
}

/// A part of a change that somebody carries out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkOrder {
    /// Which one.
    pub id: OrderId,
    /// What is to be done.
    pub plan: OrderPlan,
    /// How far it is.
    pub state: OrderState,
    /// What was done, or why it is not needed.
    pub note: Arc<str>,
}

/// What a review found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// Whether it does what it was for.
    pub objectives_met: bool,
    /// Whether it caused incidents.
    pub caused_incidents: bool,
    /// Whether it was undone.
    pub backed_out: bool,
    /// Whether it kept to its planned time.
    pub on_time: bool,
    /// What to do otherwise next time; may be blank.
    pub lessons: Arc<str>,
}

/// A post-implementation review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// What it found.
    pub findings: Findings,
    /// Who wrote it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// How a change ended. The notes are never blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// In which way; `None` for one that was cancelled.
    pub code: Option<CloseCode>,
    /// What to know of it.
    pub notes: Arc<str>,
    /// Who ended it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why a change, or a template, came back to be worked on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Return {
    /// An approver refused.
    Refused {
        /// The approver.
        by: PersonId,
        /// Their reason.
        because: Arc<str>,
    },
    /// It was amended after it had been put to its change authority: what is authorised is what is done.
    Amended,
    /// It was taken back from its change authority.
    Withdrawn {
        /// Why.
        because: Arc<str>,
    },
}

/// One change, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Which one.
    pub id: ChangeId,
    /// What it is about, in one line.
    pub summary: Arc<str>,
    /// What is changed, and why.
    pub description: Arc<str>,
    /// Which way it goes.
    pub kind: ChangeType,
    /// The template it was made from; every standard change has one, and no other.
    pub template: Option<ChangeTemplateId>,
    /// Who wants it; they never approve it.
    pub requested_by: PersonId,
    /// The services that it touches.
    pub services: Vec<ServiceId>,
    /// The configuration items that it touches.
    pub items: Vec<ItemId>,
    /// What kind of change.
    pub category: Option<CategoryId>,
    /// The team it is with.
    pub group: Option<GroupId>,
    /// Who sees it through; they never approve it.
    pub assignee: Option<PersonId>,
    /// Where it stands.
    pub state: State,
    /// What it risks.
    pub risk: Risk,
    /// How it is done, tested and undone.
    pub plans: Plans,
    /// When it is to be done.
    pub planned: Option<Span>,
    /// When its implementation really began.
    pub began_at: Option<DateTime<Utc>>,
    /// When its implementation was really over.
    pub ended_at: Option<DateTime<Utc>>,
    /// Who was asked last, and what they said. Empty until somebody is asked.
    pub rounds: Vec<Round>,
    /// How often its change authority was asked.
    pub asked: u32,
    /// Why it came back to Assess, until it is put to its change authority again.
    pub returned: Option<Return>,
    /// Its work orders.
    pub orders: BTreeMap<OrderId, WorkOrder>,
    /// Its post-implementation review.
    pub review: Option<Review>,
    /// How it ended; set while Closed or Cancelled.
    pub closure: Option<Closure>,
    /// When it was raised.
    pub opened_at: DateTime<Utc>,
    /// Who raised it, perhaps for somebody else.
    pub opened_by: PersonId,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
}

impl Change {
    /// What its change authority has said in this state: `None` unless it is, or was, asked about the change as it is.
    pub fn authorisation(&self) -> Option<Outcome> {
        (self.state >= State::Authorize && !self.rounds.is_empty()).then(|| approval::outcome(&self.rounds))
    }

    /// Whether somebody has yet to answer.
    pub fn awaits_approval(&self) -> bool {
        self.state == State::Authorize && self.authorisation() == Some(Outcome::Asked)
    }

    /// Who has to be asked about it, by its type and risk. Nobody for a standard change, or while its risk is unknown.
    pub fn authority(&self) -> &'static [Asked] {
        match self.risk.weighed() {
            Some(weighed) if self.kind != ChangeType::Standard => authority::rounds(self.kind, weighed.band()),
            _ => &[],
        }
    }

    /// Whether it is this person's own: they want it or see it through, so they never approve it.
    pub fn is_own(&self, person: PersonId) -> bool {
        self.requested_by == person || self.assignee == Some(person)
    }

    /// Its work orders that are still to be done.
    pub fn open_orders(&self) -> impl Iterator<Item = &WorkOrder> {
        self.orders.values().filter(|order| order.state.is_open())
    }

    /// What an order still waits for.
    pub fn waits_for(&self, order: &WorkOrder) -> impl Iterator<Item = &WorkOrder> {
        order.plan.after.iter().filter_map(|id| self.orders.get(id)).filter(|before| before.state.is_open())
    }

    /// The id of the next work order that is added under `tag`.
    pub fn next_order(&self, tag: u32) -> OrderId {
        let highest = self.orders.keys().next_back().map_or(0, |id| id.0.number);
        OrderId(Key { number: highest.saturating_add(1), tag })
    }

    /// How it ended, if it was closed with a code.
    pub fn close_code(&self) -> Option<CloseCode> {
        self.closure.as_ref().and_then(|closure| closure.code)
    }
}
