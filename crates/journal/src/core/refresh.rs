//! Hearing of other tabs: a storage event, or a look at the store after a pause.

use std::collections::BTreeSet;

use super::Core;
use super::slots::{self, newest_first};
use crate::entry::Id;
use crate::frame::Unread;
use crate::keys::{self, Key};
use crate::manifest::Manifest;
use crate::put::put;
use crate::{Finding, Mode, ReadOnly, Store, StoreError};

/// Whether the workspace is still in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// At least one slot is there.
    There,
    /// Neither slot is there: the browser's storage was cleared.
    Cleared,
    /// It was deleted.
    Deleted,
    /// It was deleted and can be restored.
    Binned,
}

impl Core {
    /// Takes in one key that another tab wrote.
    pub fn absorb(&mut self, store: &dyn Store, text: &str, value: &str) {
        let Some((workspace, key)) = Key::parse(text) else { return };
        if workspace != self.workspace {
            return;
        }
        match key {
            Key::Command { tab, sequence } => {
                self.take_value(text, &key, value);
                if self.withheld.contains_key(&(tab, sequence)) {
                    // We missed what came before it. If the store cannot be read now, the next look will do.
                    let _ = self.poll(store);
                }
            }
            Key::Deleted => self.restrict(ReadOnly::Deleted),
            Key::Binned => self.restrict(ReadOnly::Binned),
            Key::Manifest(_) => match Manifest::read(value, &self.versions, workspace) {
                Ok(manifest) => self.heed(manifest.needs),
                Err(Unread::Newer { min_reader }) => self.report(text, Finding::Newer { min_reader }),
                // A slot that cannot be read is judged where it is read for use.
                Err(_) => {}
            },
            _ => self.take_value(text, &key, value),
        }
    }

    /// Looks for everything that is new in the store. Answers with all keys of the workspace, or nothing
    /// if it is not there any more.
    pub fn poll(&mut self, store: &dyn Store) -> Result<Option<Vec<(String, Key)>>, StoreError> {
        let all = store.keys()?;
        let ours: Vec<(String, Key)> =
            keys::of_workspace(&all, &self.workspace).map(|(text, key)| (text.to_owned(), key)).collect();
        if ours.iter().any(|(_, key)| *key == Key::Deleted) {
            self.restrict(ReadOnly::Deleted);
            return Ok(None);
        }
        if ours.iter().any(|(_, key)| *key == Key::Binned) {
            self.restrict(ReadOnly::Binned);
            return Ok(None);
        }
        self.is_restored();
        let there = slots::texts(store, &self.workspace)?;
        self.cleared = there == [None, None];
        if self.cleared {
            return Ok(None);
        }
        if there != self.slots.texts {
            self.reload(store, there)?;
        }
        self.take_keys(store, &ours)?;
        if self.mode.may_write() {
            self.write_lost_ones_again(store, &ours);
        }
        Ok(Some(ours))
    }

    /// Another tab wrote a manifest: its packed segments may hold commands whose keys are gone already.
    fn reload(&mut self, store: &dyn Store, texts: [Option<String>; 2]) -> Result<(), StoreError> {
        let before = std::mem::replace(&mut self.slots.texts, texts);
        let mut manifests = self.judge_slots();
        for slot in newest_first(&manifests) {
            let Some(manifest) = manifests.get(slot).and_then(Option::as_ref) else { continue };
            match self.load(store, manifest) {
                Ok(Ok(loaded)) => {
                    self.take_loaded(loaded);
                    self.put_in_force(slot, manifests);
                    return Ok(());
                }
                Ok(Err(damage)) => {
                    self.findings.push(Finding::SlotDamaged { slot, damage });
                    if let Some(manifest) = manifests.get_mut(slot) {
                        *manifest = None;
                    }
                }
                Err(error) => {
                    // Not read, so not taken note of: the next look starts over.
                    self.slots.texts = before;
                    return Err(error);
                }
            }
        }
        // Nothing sound in the store: what we hold in memory is the best there is, and packing writes it.
        Ok(())
    }

    /// Which commands the manifest in force has packed.
    pub(super) fn contained(&self) -> BTreeSet<Id> {
        let tails = self.slots.manifest().map(|m| m.tails.as_slice()).unwrap_or_default();
        tails.iter().filter_map(|tail| self.packed_in(&tail.id)).flatten().copied().collect()
    }

    /// Commands that this tab saw saved and that are in the store no more are written again.
    fn write_lost_ones_again(&mut self, store: &dyn Store, ours: &[(String, Key)]) {
        let there: BTreeSet<Id> = ours
            .iter()
            .filter_map(|(_, key)| match *key {
                Key::Command { tab, sequence } => Some((tab, sequence)),
                _ => None,
            })
            .chain(self.contained())
            .collect();
        for (id, entry) in self.known.range((self.tab, 0)..=(self.tab, u32::MAX)) {
            if !there.contains(id) {
                // If it cannot be written now, it is still in memory, and the next look tries again.
                let _ = put(store, &self.command_key(*id), &entry.record(self.versions.needs()));
            }
        }
    }

    /// Whether the workspace is where we left it, and whether we may still write to it.
    pub(super) fn standing(&mut self, store: &dyn Store) -> Result<Standing, StoreError> {
        let texts = slots::texts(store, &self.workspace)?;
        self.cleared = false;
        if texts == [None, None] {
            if store.get(&self.key(&Key::Deleted))?.is_none() {
                self.cleared = true;
                return Ok(Standing::Cleared);
            }
            self.restrict(ReadOnly::Deleted);
            return Ok(Standing::Deleted);
        }
        if store.get(&self.key(&Key::Binned))?.is_some() {
            self.restrict(ReadOnly::Binned);
            return Ok(Standing::Binned);
        }
        self.is_restored();
        if texts != self.slots.texts {
            for parsed in slots::parse(&texts, &self.versions, &self.workspace).into_iter().flatten() {
                match parsed {
                    Ok(manifest) => self.heed(manifest.needs),
                    Err(Unread::Newer { min_reader }) => self.restrict(ReadOnly::NewerData { min_reader }),
                    Err(Unread::Unknown(_)) => self.restrict(ReadOnly::NotUnderstood),
                    Err(Unread::Damaged(_)) => {}
                }
            }
        }
        Ok(Standing::There)
    }

    /// The mark of a deleted workspace is not there (any more): it may be written to again, as before.
    fn is_restored(&mut self) {
        if self.mode == Mode::ReadOnly(ReadOnly::Binned) {
            self.mode = Mode::ReadWrite;
            self.heed(self.needs);
        }
    }
}
