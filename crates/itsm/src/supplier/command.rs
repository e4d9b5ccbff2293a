//! What can be asked of supplier management.

use std::sync::Arc;

use super::record::{Contract, Profile};
use crate::ids::SupplierId;
use crate::promise::Health;

/// A wish to change a supplier, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Add one. Its id comes from the desk's numbering and the context's tag.
    Add(Box<Profile>),
    /// Write anew who it is and what it supports.
    Correct {
        /// Which one.
        supplier: SupplierId,
        /// What is known now.
        profile: Box<Profile>,
    },
    /// Note a contract.
    Sign {
        /// Which one.
        supplier: SupplierId,
        /// What was signed.
        contract: Box<Contract>,
    },
    /// Write a contract anew: renewed, or noted wrongly.
    ChangeContract {
        /// Which one.
        supplier: SupplierId,
        /// The place of the contract, in the order in which they were noted.
        place: u16,
        /// What it says now.
        contract: Box<Contract>,
    },
    /// It delivers from now on.
    Activate(SupplierId),
    /// It delivers no more.
    End {
        /// Which one.
        supplier: SupplierId,
        /// Why.
        because: Arc<str>,
    },
    /// Note how well it delivers.
    Rate {
        /// Which one.
        supplier: SupplierId,
        /// How well.
        health: Health,
        /// In which way.
        text: Arc<str>,
    },
}
