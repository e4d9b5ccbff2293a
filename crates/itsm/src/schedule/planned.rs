//! Planned work, as far as the schedule has to know it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::span::Span;
use crate::configuration::Node;
use crate::desk::RecordId;
use crate::ids::{ItemId, PersonId, ServiceId};

/// A change (or other work) with the span in which it is to be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// Which record it is; two plans of one record never conflict.
    pub id: RecordId,
    /// How people call it ("CHG0000012"); empty while it is only tried out.
    pub number: String,
    /// What it is about.
    pub title: Arc<str>,
    /// Where it stands, in a word.
    pub state: &'static str,
    /// Whether it still counts: what is cancelled or over is shown, and takes nothing up.
    pub is_open: bool,
    /// When it is done.
    pub span: Span,
    /// The items that it touches.
    pub items: BTreeSet<ItemId>,
    /// The services that it touches.
    pub services: BTreeSet<ServiceId>,
    /// Who does it.
    pub assignee: Option<PersonId>,
}

impl Planned {
    /// Everything that it touches.
    pub fn nodes(&self) -> Vec<Node> {
        let items = self.items.iter().map(|id| Node::Item(*id));
        items.chain(self.services.iter().map(|id| Node::Service(*id))).collect()
    }

    /// Whether it touches an item or a service.
    pub fn touches(&self, node: Node) -> bool {
        match node {
            Node::Item(id) => self.items.contains(&id),
            Node::Service(id) => self.services.contains(&id),
        }
    }
}
