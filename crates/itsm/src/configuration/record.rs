//! What is known of one item beyond its name in the directory. Every field follows from its events.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::kind::Kind;
use super::state::LifeState;
use crate::ids::{GroupId, ItemId, PersonId, SupplierId};

/// Who answers for an item: is asked before it changes, and keeps what is known of it right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// One person.
    Person(PersonId),
    /// A team.
    Group(GroupId),
}

/// One item, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Which one.
    pub id: ItemId,
    /// What kind of thing; `None` until somebody says.
    pub kind: Option<Kind>,
    /// Where it stands in its life.
    pub state: LifeState,
    /// Who answers for it.
    pub owner: Option<Owner>,
    /// Who delivers or repairs it.
    pub supplier: Option<SupplierId>,
    /// The maker's serial number; may be empty.
    pub serial: Arc<str>,
    /// Model, release or version; may be empty.
    pub version: Arc<str>,
    /// Where it stands, what it does; may be empty.
    pub description: Arc<str>,
    /// What it cost, in hundredths of the house's currency.
    pub cost: Option<u64>,
    /// When it was bought.
    pub bought_on: Option<NaiveDate>,
    /// The last day of its warranty.
    pub warranty_until: Option<NaiveDate>,
    /// What it is a part of: a location, a cabinet, a larger item.
    pub part_of: Option<ItemId>,
    /// When something of it last changed.
    pub changed_at: DateTime<Utc>,
}

impl Item {
    /// An item that nobody has described.
    pub(crate) fn blank(id: ItemId) -> Self {
        Self {
            id,
            kind: None,
            state: LifeState::default(),
            owner: None,
            supplier: None,
            serial: Arc::from(""),
            version: Arc::from(""),
            description: Arc::from(""),
            cost: None,
            bought_on: None,
            warranty_until: None,
            part_of: None,
            changed_at: DateTime::UNIX_EPOCH,
        }
    }

    /// Whether it is known to be an IT asset, too: worth money. Source: ITIL 4, IT asset management.
    pub fn is_asset(&self) -> bool {
        self.cost.is_some() || self.bought_on.is_some() || self.warranty_until.is_some()
    }
}
