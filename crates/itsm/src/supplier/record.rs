//! One supplier, as its events leave it.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::ids::{ItemId, PersonId, PromiseId, ServiceId, SupplierId};
use crate::promise::Health;

/// One supplier.
#[derive(Clone, Debug, PartialEq)]
pub struct Supplier {
    /// Which one.
    pub id: SupplierId,
    /// Who it is and what it supports.
    pub profile: Profile,
    /// Where it stands.
    pub state: State,
    /// What was signed, in order.
    pub contracts: Vec<Contract>,
    /// How well it delivers, as noted, oldest first.
    pub performance: Vec<Performance>,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
}

/// Who a supplier is and what it supports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub name: Arc<str>,
    /// Whom to ask, and how.
    pub contacts: Vec<Contact>,
    /// The services that depend on it, each once.
    pub services: Vec<ServiceId>,
    /// The items that it repairs or delivers, each once.
    pub items: Vec<ItemId>,
}

/// Somebody at a supplier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Who.
    pub name: Arc<str>,
    /// How to reach them.
    pub reach: Arc<str>,
}

/// Where a supplier stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Looked at; nothing is signed.
    Candidate,
    /// Delivers under a contract.
    Active,
    /// Delivers no more.
    Ended,
}

/// What was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// What it is called.
    pub title: Arc<str>,
    /// From when it holds.
    pub valid_from: DateTime<Utc>,
    /// The first instant at which it holds no more; `None`: until somebody ends it.
    pub valid_until: Option<DateTime<Utc>>,
    /// Until when notice has to be given, or it goes on.
    pub notice_by: Option<DateTime<Utc>>,
    /// What it costs, in words.
    pub cost: Arc<str>,
    /// The agreement on service levels that is bound to it.
    pub promise: Option<PromiseId>,
}

/// How well a supplier delivers, as somebody saw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Performance {
    /// How well.
    pub health: Health,
    /// In which way.
    pub text: Arc<str>,
    /// When it was noted.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: PersonId,
}

impl State {
    /// Every state, in the order of a life.
    pub const ALL: [State; 3] = [State::Candidate, State::Active, State::Ended];

    /// The state's name.
    pub fn word(self) -> &'static str {
        match self {
            State::Candidate => "Candidate",
            State::Active => "Active",
            State::Ended => "Ended",
        }
    }
}
