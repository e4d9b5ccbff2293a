//! A whole workspace in memory, on its way from a file or another workspace into the store: what can be told about
//! it before anything is stored.

use std::collections::BTreeSet;

use crate::core::Core;
use crate::entry::Id;
use crate::{
    CreateError, Entry, Journal, MemoryReason, MemoryStore, Segment, Stamp, Store, StoreError, TabId, Versions, list,
    usage,
};

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// What it is called.
    pub name: String,
    /// The immutable base, if it began with an import.
    pub base: Option<Segment>,
    /// Its commands.
    pub entries: Vec<Entry>,
    /// When it was exported, in milliseconds since 1970, where the file says so.
    pub exported_millis: Option<u64>,
}

/// A workspace of the store that a parcel has commands in common with: one was made from the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kin {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// How many commands both have.
    pub shared: usize,
    /// How many commands only the parcel has.
    pub only_in_parcel: usize,
    /// How many commands only the workspace has.
    pub only_here: usize,
}

impl Parcel {
    /// Makes it the new workspace `workspace`, called `name`; all of it or nothing.
    pub fn create<S: Store>(
        self,
        store: S,
        versions: Versions,
        workspace: &str,
        name: &str,
        tab: TabId,
        now_millis: u64,
    ) -> Result<Journal<S>, CreateError> {
        Journal::create_with(store, versions, workspace, name, tab, self.base, self.entries, now_millis)
    }

    /// How many units it takes as the workspace `workspace`, called `name`.
    pub fn units(&self, versions: Versions, workspace: &str, name: &str) -> Result<u64, CreateError> {
        let store = MemoryStore::new(MemoryReason::Asked);
        let mut core = Core::new(workspace, versions, TabId::default(), crate::Mode::ReadWrite);
        core.begin(name, self.base.clone(), self.entries.clone(), 0);
        core.create(&store, 0)?;
        Ok(usage(&store)?.total())
    }

    /// The workspaces of a store that one of its commands is in, the nearest first. One that cannot be opened is
    /// passed over.
    pub fn kin(&self, store: &dyn Store, versions: Versions, tab: TabId) -> Result<Vec<Kin>, StoreError> {
        let place = |entry: &Entry| (entry.id(), entry.stamp);
        let ours: BTreeSet<(Id, Stamp)> = self.entries.iter().map(place).collect();
        let mut kin = Vec::new();
        for info in list(store, &versions)? {
            let Ok((core, _)) = Core::open(store, versions, &info.id, tab, None) else { continue };
            let theirs = core.in_order();
            let shared = theirs.iter().filter(|entry| ours.contains(&place(entry))).count();
            let is_same = ours.is_empty() && theirs.is_empty() && self.base.is_some() && core.base == self.base;
            if shared > 0 || is_same {
                let (only_in_parcel, only_here) = (ours.len() - shared, theirs.len() - shared);
                kin.push(Kin { id: info.id, name: info.name, shared, only_in_parcel, only_here });
            }
        }
        kin.sort_by_key(|kin| (kin.only_in_parcel + kin.only_here, kin.id.clone()));
        Ok(kin)
    }
}
