//! Links between records of different practices: an incident leads to a request, a change removes a problem.
//!
//! A link is an event of the record it starts from; the way back is found by an index, so that it can be walked both
//! ways and folded with one record alone. What belongs to one practice (a parent, an original, the problem behind an
//! incident) stays a field of its record.

mod decide;
mod relation;

pub use decide::why_not_link;
pub(crate) use decide::{decide, legal};
pub use relation::{Kind, Relation};

use std::collections::{BTreeMap, BTreeSet};

use crate::desk::{Desk, RecordId};

/// What can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Link a record to another.
    Link(RecordId, Link),
    /// Take such a link away.
    Unlink(RecordId, Link),
}

/// Where a link of a record leads, and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Link {
    /// What it means, read from the record that has it.
    pub relation: Relation,
    /// The other record.
    pub to: RecordId,
}

/// What has happened to a record's links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was linked.
    Linked(Link),
    /// A link was taken away.
    Unlinked(Link),
}

/// All links, from both ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    from: BTreeMap<RecordId, BTreeSet<Link>>,
    /// For each record, who links to it: the relation as the other has it, and the other.
    to: BTreeMap<RecordId, BTreeSet<Link>>,
}

impl Links {
    /// Where a record's own links lead, in order of relation and record.
    pub fn from(&self, id: RecordId) -> impl Iterator<Item = Link> {
        self.from.get(&id).into_iter().flatten().copied()
    }

    /// Who links to a record: `to` is the record that has the link.
    pub fn to(&self, id: RecordId) -> impl Iterator<Item = Link> {
        self.to.get(&id).into_iter().flatten().copied()
    }

    /// Whether a record has this link.
    pub fn has(&self, from: RecordId, link: Link) -> bool {
        self.from.get(&from).is_some_and(|links| links.contains(&link))
    }

    /// Takes out a record's own links, so that its events can be applied again. Others' links to it stay.
    pub(crate) fn forget(&mut self, id: RecordId) {
        for link in self.from.remove(&id).unwrap_or_default() {
            self.drop_back(id, link);
        }
    }

    fn drop_back(&mut self, from: RecordId, link: Link) {
        if let Some(back) = self.to.get_mut(&link.to) {
            back.remove(&Link { relation: link.relation, to: from });
            if back.is_empty() {
                self.to.remove(&link.to);
            }
        }
    }
}

/// Applies one event.
pub(crate) fn apply(desk: &mut Desk, from: RecordId, event: Event) {
    let links = &mut desk.links;
    match event {
        Event::Linked(link) => {
            links.from.entry(from).or_default().insert(link);
            links.to.entry(link.to).or_default().insert(Link { relation: link.relation, to: from });
        }
        Event::Unlinked(link) => {
            if let Some(own) = links.from.get_mut(&from) {
                own.remove(&link);
                if own.is_empty() {
                    links.from.remove(&from);
                }
            }
            links.drop_back(from, link);
        }
    }
}
