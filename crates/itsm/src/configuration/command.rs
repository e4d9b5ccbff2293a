//! What can be asked of service configuration.

use std::sync::Arc;

use chrono::NaiveDate;

use super::baseline::Baseline;
use super::kind::Kind;
use super::need::{Need, Node};
use super::record::Owner;
use super::state::LifeState;
use crate::ids::{BaselineId, ItemId, SupplierId};

/// A change of one field.
#[derive(Clone, Debug, PartialEq)]
pub enum Amendment {
    /// Another kind, or none.
    Kind(Option<Kind>),
    /// Somebody else answers for it, or nobody.
    Owner(Option<Owner>),
    /// Another supplier, or none.
    Supplier(Option<SupplierId>),
    /// The maker's serial number.
    Serial(Arc<str>),
    /// Model, release or version.
    Version(Arc<str>),
    /// Where it stands, what it does.
    Description(Arc<str>),
    /// What it cost, in hundredths.
    Cost(Option<u64>),
    /// When it was bought.
    BoughtOn(Option<NaiveDate>),
    /// The last day of its warranty.
    WarrantyUntil(Option<NaiveDate>),
}

/// A wish to change what is known, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Enter a new item in the directory and say what it is. Its id follows from the directory and the context's tag.
    Register {
        /// What people call it.
        name: Arc<str>,
        /// Where it stands in its life.
        state: LifeState,
        /// What else is known.
        changes: Vec<Amendment>,
    },
    /// Correct what is known of an item.
    Amend {
        /// Which one.
        item: ItemId,
        /// What to correct.
        changes: Vec<Amendment>,
    },
    /// The item is at another point of its life.
    Become {
        /// Which one.
        item: ItemId,
        /// The state from now on.
        state: LifeState,
    },
    /// Put an item into another, or take it out.
    PutInto {
        /// Which one.
        item: ItemId,
        /// What it is part of from now on.
        whole: Option<ItemId>,
    },
    /// Write down what an item or a service needs; takes the place of what was written down before.
    SetNeeds {
        /// Who needs it.
        of: Node,
        /// Everything it needs.
        needs: Vec<Need>,
    },
    /// Write a note.
    Note {
        /// Which one.
        item: ItemId,
        /// The words.
        text: Arc<str>,
    },
    /// Give an instant a name, to compare with.
    NameBaseline(Baseline),
    /// Take such a name away.
    DropBaseline(BaselineId),
}
