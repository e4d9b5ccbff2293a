//! What has happened to a supplier. Each event concerns one supplier.

use std::sync::Arc;

use super::record::{Contract, Profile};
use crate::promise::Health;

/// What has happened; when, by whom and to which supplier stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It was added.
    Added(Box<Profile>),
    /// Who it is and what it supports was written anew.
    Corrected(Box<Profile>),
    /// A contract was noted.
    Signed(Box<Contract>),
    /// A contract was written anew.
    ContractChanged {
        /// The place of the contract.
        place: u16,
        /// What it says now.
        contract: Box<Contract>,
    },
    /// It delivers from now on.
    Activated,
    /// It delivers no more.
    Ended {
        /// Why.
        because: Arc<str>,
    },
    /// How well it delivers was noted.
    Rated {
        /// How well.
        health: Health,
        /// In which way.
        text: Arc<str>,
    },
}

impl Event {
    /// Whether a record begins with it, so that a number was given.
    pub fn begins(&self) -> bool {
        matches!(self, Event::Added(_))
    }
}
