//! The commands of the journal one by one: what the history of the whole workspace lists.

use chrono::{DateTime, Utc};
use itsm::{Event, Happening, IncidentId, PersonId, Refusal};
use journal::Stamp;

use super::{Workspace, is_applied};
use crate::log::Place;
use crate::undo::Undone;

/// One command of the journal, as it stands now.
#[derive(Clone, Debug)]
pub struct Done<'a> {
    /// Its place in the order.
    pub stamp: Stamp,
    /// When, by the desk's clock.
    pub at: DateTime<Utc>,
    /// Who gave it.
    pub by: PersonId,
    /// What it led to; empty for an undo.
    pub events: Vec<&'a Event>,
    /// What it takes back, if it is an undo.
    pub undo: Option<&'a Undone>,
    /// The undo that has taken it back, if it is taken back.
    pub undone: Option<&'a Undone>,
    /// The stamp of that undo: undoing it brings the command back.
    pub taken_by: Option<Stamp>,
    /// Why some of it was not applied, each reason once.
    pub flags: Vec<&'a Refusal>,
}

impl Done<'_> {
    /// The incidents it is about, in order of appearance.
    pub fn incidents(&self) -> Vec<IncidentId> {
        let mut seen = std::collections::BTreeSet::new();
        let ids = self.events.iter().filter_map(|event| match event.what {
            Happening::Incident(id, _) => Some(id),
            _ => None,
        });
        ids.filter(|id| seen.insert(*id)).collect()
    }
}

impl Workspace {
    /// The stamps of all commands that could be read, oldest first. What the base brought along is none.
    pub fn commands(&self) -> Vec<Stamp> {
        let readable = |stamp: &&Stamp| self.is_command(**stamp) || self.undos.get(**stamp).is_some();
        self.admitted.iter().filter(readable).copied().collect()
    }

    /// Every event that counts, in no particular order: neither taken back nor illegal at its place.
    pub fn applied_events(&self) -> impl Iterator<Item = &Event> {
        let applied = |place: &Place| is_applied(&self.log, &self.flags, &self.undos, *place);
        self.log.places().filter(applied).filter_map(|place| self.log.event(place))
    }

    /// The latest event about names and rules before a command, of those that `wanted` picks and that count.
    pub(crate) fn shared_before<'a, T>(&'a self, stamp: Stamp, wanted: impl Fn(&'a Event) -> Option<T>) -> Option<T> {
        let counts = |place: &&Place| {
            self.log.stamp(**place) < Some(stamp) && is_applied(&self.log, &self.flags, &self.undos, **place)
        };
        let mut before = self.log.shared().iter().rev().filter(counts).filter_map(|place| self.log.event(*place));
        before.find_map(wanted)
    }

    /// What the base called an entry of the directory.
    pub(crate) fn base_name(&self, id: itsm::EntryId) -> Option<&str> {
        self.base_names.name(id)
    }

    /// The command stored under a stamp.
    pub fn command(&self, stamp: Stamp) -> Option<Done<'_>> {
        if let Some(undo) = self.undos.get(stamp) {
            let flags = self.undos.flag(stamp).into_iter().collect();
            return Some(Done {
                stamp,
                at: undo.at,
                by: undo.by,
                events: vec![],
                undo: Some(undo),
                undone: None,
                taken_by: None,
                flags,
            });
        }
        let places = self.log.at(stamp);
        let events: Vec<&Event> = places.iter().filter_map(|place| self.log.event(*place)).collect();
        let mut flags: Vec<&Refusal> = vec![];
        for flag in places.iter().filter_map(|place| self.flags.get(place)) {
            if !flags.contains(&flag) {
                flags.push(flag);
            }
        }
        let taken_by = self.undos.taken_by(stamp);
        let (at, by) = events.first().map(|event| (event.at, event.by))?;
        Some(Done { stamp, at, by, events, undo: None, undone: self.undos.taker(stamp), taken_by, flags })
    }
}
