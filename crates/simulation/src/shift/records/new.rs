//! What is known when something is logged or raised. Everything is named by its key.

use chrono::{DateTime, Utc};

use crate::scenario::{ChangeType, Channel, Key, Offer, Plan};

/// An incident that is logged.
#[derive(Clone, Debug, PartialEq)]
pub struct NewIncident {
    /// The case whose record it becomes.
    pub case: Key,
    /// In one line, what is wrong.
    pub summary: String,
    /// What was told.
    pub text: String,
    /// How it came.
    pub channel: Channel,
    /// Who is affected; needed unless a tool tells.
    pub caller: Option<Key>,
    /// The service.
    pub service: Option<Key>,
    /// The item.
    pub item: Option<Key>,
    /// The category.
    pub category: Option<Key>,
    /// 1 to 3.
    pub impact: u8,
    /// 1 to 3.
    pub urgency: u8,
    /// The team it goes to.
    pub team: Option<Key>,
    /// The case, ended by now, that it takes up again.
    pub follows: Option<Key>,
}

/// A request that is logged.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRequest<'a> {
    /// The case whose record it becomes.
    pub case: Key,
    /// In one line, what is wanted.
    pub summary: String,
    /// What was told.
    pub text: String,
    /// How it came.
    pub channel: Channel,
    /// Who asks; needed.
    pub caller: Option<Key>,
    /// What of the pool is asked for: its tasks, one after the other, and its promise.
    pub offer: &'a Offer,
    /// Who is asked for approval; nobody where that is not needed.
    pub approver: Option<Key>,
}

/// A problem that is raised.
#[derive(Clone, Debug, PartialEq)]
pub struct NewProblem {
    /// Its case.
    pub key: Key,
    /// In one line, what happens again and again.
    pub summary: String,
    /// What is known of it.
    pub text: String,
    /// The cases of incidents that it may explain.
    pub from: Vec<Key>,
    /// The service.
    pub service: Option<Key>,
    /// The item that is suspected.
    pub item: Option<Key>,
    /// The category.
    pub category: Option<Key>,
    /// 1 to 3.
    pub impact: u8,
    /// 1 to 3.
    pub urgency: u8,
}

/// A change that is raised.
#[derive(Clone, Debug, PartialEq)]
pub struct NewChange<'a> {
    /// Its case.
    pub key: Key,
    /// In one line, what is changed.
    pub summary: String,
    /// Which way it goes.
    pub kind: ChangeType,
    /// The fix of the pool that it carries: a standard change is made from this fix's template.
    pub fix: Option<Key>,
    /// The services that it touches.
    pub services: Vec<Key>,
    /// The items that it touches.
    pub items: Vec<Key>,
    /// The team that carries it out.
    pub team: Option<Key>,
    /// When it is wanted.
    pub planned: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// How it is done, tested and undone.
    pub plan: &'a Plan,
    /// The case it comes from.
    pub from: Option<Key>,
}
