//! What an item or a service cannot do without.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::desk::RecordId;
use crate::directory::EntryId;
use crate::ids::{ItemId, ServiceId};

/// A place in the map: an item or a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Node {
    /// A configuration item.
    Item(ItemId),
    /// A service.
    Service(ServiceId),
}

impl Node {
    /// Its entry in the directory.
    pub fn entry(self) -> EntryId {
        match self {
            Node::Item(id) => EntryId::Item(id),
            Node::Service(id) => EntryId::Service(id),
        }
    }

    /// Its record.
    pub fn record(self) -> RecordId {
        match self {
            Node::Item(id) => RecordId::Item(id),
            Node::Service(id) => RecordId::Service(id),
        }
    }

    /// The item, if it is one.
    pub fn item(self) -> Option<ItemId> {
        match self {
            Node::Item(id) => Some(id),
            Node::Service(_) => None,
        }
    }

    /// The service, if it is one.
    pub fn service(self) -> Option<ServiceId> {
        match self {
            Node::Service(id) => Some(id),
            Node::Item(_) => None,
        }
    }
}

/// Any so many of a group. One of one is a plain dependency; two of three survive the loss of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    name: Arc<str>,
    at_least: u32,
    of: BTreeSet<Node>,
}

impl Need {
    /// A need, if it can be met: at least one of the group, and no more than there are.
    pub fn new(name: Arc<str>, at_least: u32, of: BTreeSet<Node>) -> Option<Self> {
        let possible = u32::try_from(of.len()).unwrap_or(u32::MAX);
        (1..=possible).contains(&at_least).then_some(Self { name, at_least, of })
    }

    /// A plain dependency.
    pub fn on(node: Node) -> Self {
        Self { name: Arc::from(""), at_least: 1, of: BTreeSet::from([node]) }
    }

    /// What the group is for ("Wi-Fi on floor 2"); may be empty.
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// How many of the group have to work: the *minimum up*.
    pub fn at_least(&self) -> u32 {
        self.at_least
    }

    /// The group.
    pub fn of(&self) -> &BTreeSet<Node> {
        &self.of
    }

    /// How many of the group may fail.
    pub fn spare(&self) -> usize {
        self.of.len().saturating_sub(usize::try_from(self.at_least).unwrap_or(usize::MAX))
    }

    /// Whether it is met while `is_out` says what does not work.
    pub fn is_met(&self, is_out: impl Fn(Node) -> bool) -> bool {
        self.of.iter().filter(|node| is_out(**node)).count() <= self.spare()
    }
}
