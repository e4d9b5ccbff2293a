//! What a window or a freeze is for.

use std::collections::BTreeSet;

use crate::configuration::Node;
use crate::desk::Desk;
use crate::ids::{ItemId, ServiceId};
use crate::refusal::Refusal;

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Whatever is worked on.
    All,
    /// Certain services.
    Services(BTreeSet<ServiceId>),
    /// Certain items.
    Items(BTreeSet<ItemId>),
}

impl Scope {
    /// Whether it names an item or a service; one that is for all names none.
    pub fn names(&self, node: Node) -> bool {
        match (self, node) {
            (Scope::Services(services), Node::Service(id)) => services.contains(&id),
            (Scope::Items(items), Node::Item(id)) => items.contains(&id),
            _ => false,
        }
    }

    /// What it names.
    pub fn nodes(&self) -> Vec<Node> {
        match self {
            Scope::All => vec![],
            Scope::Services(ids) => ids.iter().map(|id| Node::Service(*id)).collect(),
            Scope::Items(ids) => ids.iter().map(|id| Node::Item(*id)).collect(),
        }
    }

    /// Whether it is for something, and all of that is known.
    pub(super) fn check(&self, desk: &Desk) -> Result<(), Refusal> {
        let nodes = self.nodes();
        if *self != Scope::All && nodes.is_empty() {
            return Err(Refusal::Missing {
                field: "scope",
                because: "what it is for has to be named, or it is for all",
            });
        }
        match nodes.iter().find(|node| desk.directory().name(node.entry()).is_none()) {
            Some(node) => Err(Refusal::NoSuch { what: node.entry().kind() }),
            None => Ok(()),
        }
    }
}
