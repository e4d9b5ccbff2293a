//! Packing: many command keys become one segment, and what it replaces goes one generation later.
//!
//! At every moment one slot names everything that the store holds beside the keys after it. The keys and
//! segments that a generation replaces stay until the next one is written, so the older slot is as
//! complete as the newer one. Base segments are never rewritten.

use super::Core;
use super::slots;
use crate::entry::{Id, Name};
use crate::frame::Unread;
use crate::keys::{Key, SegmentId};
use crate::manifest::{Manifest, SegmentRef};
use crate::put::{NotPut, lay_reserve, put, put_in_need};
use crate::usage::WARN_PERCENT;
use crate::{CompactError, Entry, Finding, LIMIT_UNITS, Mode, Store, checksum, pack};

impl Core {
    /// Packs what is not packed yet; answers with how many commands that were. Commands of other tabs that
    /// were met on the way are among the arrivals.
    pub fn compact(&mut self, store: &dyn Store) -> Result<usize, CompactError> {
        if let Mode::ReadOnly(reason) = self.mode {
            return Err(CompactError::ReadOnly(reason));
        }
        let polled = self.poll(store)?;
        if let Mode::ReadOnly(reason) = self.mode {
            return Err(CompactError::ReadOnly(reason));
        }
        let Some(mut keys) = polled else { return Err(CompactError::Cleared) };
        self.tidy(store, &mut keys);
        let contained = self.contained();
        let pending: Vec<Id> = self.known.keys().filter(|id| !contained.contains(id)).copied().collect();
        if pending.is_empty() && !self.is_worth_a_generation(&keys) {
            return Ok(0);
        }
        let packed = pending.len();
        self.write_generation(store, &keys, pending)?;
        self.tidy(store, &mut keys);
        self.count(store);
        if self.mode == Mode::ReadWrite {
            lay_reserve(store, self.units, LIMIT_UNITS * WARN_PERCENT / 100);
        }
        Ok(packed)
    }

    /// Whether there is something in the store that only another generation lets go.
    fn is_worth_a_generation(&self, keys: &[(String, Key)]) -> bool {
        let Some(manifest) = self.slots.manifest() else { return true };
        keys.iter().filter(|(text, _)| !self.is_reported(text)).any(|(_, key)| match key {
            Key::Command { tab, sequence } => self.known.contains_key(&(*tab, *sequence)),
            Key::Segment(id) => !manifest.names(id) && id.generation <= manifest.generation,
            Key::Name { .. } => true,
            _ => false,
        })
    }

    fn write_generation(
        &mut self,
        store: &dyn Store,
        keys: &[(String, Key)],
        pending: Vec<Id>,
    ) -> Result<(), CompactError> {
        let Some(manifest) = self.slots.manifest() else { return Err(CompactError::Cleared) };
        let generation = manifest.generation.saturating_add(1);
        let (mut tails, gathered) = self.gather(manifest, pending);
        let mut written = Vec::new();
        let new = match self.write_tails(store, keys, generation, &gathered, &mut written) {
            Ok(new) => new,
            Err(error) => {
                remove_all(store, &written);
                return Err(error.into());
            }
        };
        tails.extend(new.iter().map(|(segment, _)| segment.clone()));
        let next = Manifest {
            needs: self.needs,
            generation,
            workspace: self.workspace.clone(),
            name: self.name.clone(),
            base: manifest.base.clone(),
            tails,
            contained: self.reached_of(keys),
        };
        // Another tab may have packed in the meantime: its generation stands, ours would undo it.
        if slots::texts(store, &self.workspace)? != self.slots.texts {
            remove_all(store, &written);
            return Err(CompactError::Fenced);
        }
        self.write_manifest(store, next, &written)?;
        self.packed.extend(new.into_iter().map(|(segment, ids)| (segment.id, ids)));
        self.forget_unnamed();
        Ok(())
    }

    /// The segments to keep, and what goes into the new one: smaller segments at the end are taken into it,
    /// so that their number grows with the logarithm of what they hold and each command is rewritten as rarely.
    fn gather(&self, manifest: &Manifest, pending: Vec<Id>) -> (Vec<SegmentRef>, Vec<Id>) {
        let mut tails = manifest.tails.clone();
        let mut gathered = pending;
        while let Some(last) = tails.last()
            && last.rows as usize <= gathered.len()
            && let Some(ids) = self.packed_in(&last.id)
        {
            gathered.extend(ids);
            tails.pop();
        }
        (tails, gathered)
    }

    fn write_tails(
        &self,
        store: &dyn Store,
        keys: &[(String, Key)],
        generation: u64,
        gathered: &[Id],
        written: &mut Vec<String>,
    ) -> Result<Vec<(SegmentRef, Vec<Id>)>, NotPut> {
        let entries = self.these_in_order(gathered);
        let mut free = (0..).filter_map(|number| {
            let id = SegmentId { generation, tab: self.tab, number };
            (!keys.iter().any(|(_, key)| matches!(key, Key::Segment(used) if *used == id))).then_some(id)
        });
        let mut new = Vec::new();
        for run in pack::runs(&entries) {
            let Some(id) = free.next() else { break };
            let packed = pack::pack(run);
            let key = self.key(&Key::Segment(id.clone()));
            written.push(key.clone());
            put_in_need(store, &key, &packed)?;
            let segment = SegmentRef { id, checksum: checksum::of(&packed), rows: run.len() as u32 };
            new.push((segment, run.iter().map(|e| e.id()).collect()));
        }
        Ok(new)
    }

    /// How far the commands of each tab are packed now, for the tabs that have keys in the store.
    fn reached_of(&self, keys: &[(String, Key)]) -> std::collections::BTreeMap<crate::TabId, u32> {
        keys.iter()
            .filter_map(|(_, key)| match key {
                Key::Command { tab, .. } => self.reached.get(tab).map(|&reached| (*tab, reached)),
                _ => None,
            })
            .collect()
    }

    /// Writes the older slot; from here on the new generation counts.
    fn write_manifest(&mut self, store: &dyn Store, next: Manifest, written: &[String]) -> Result<(), CompactError> {
        let slot = self.slots.next();
        let key = self.key(&Key::Manifest(slot));
        let text = next.write();
        let done = put(store, &key, &text);
        let (Some(old_text), Some(old)) = (self.slots.texts.get_mut(slot), self.slots.manifests.get_mut(slot)) else {
            return Err(CompactError::NotKept);
        };
        let Err(error) = done else {
            (*old_text, *old) = (Some(text), Some(next));
            self.slots.current = slot;
            return Ok(());
        };
        // The slot in force is untouched. This one is as it was, or damaged, or nobody knows.
        match store.get(&key) {
            Ok(kept) if kept.as_deref() == Some(&text) => {}
            Ok(kept) => {
                if kept != *old_text {
                    (*old_text, *old) = (kept, None);
                }
                remove_all(store, written);
            }
            Err(_) => {}
        }
        Err(error.into())
    }

    /// Removes what neither slot needs. Whoever is interrupted here leaves work for the next one, no harm.
    fn tidy(&mut self, store: &dyn Store, keys: &mut Vec<(String, Key)>) {
        let (Some(new), Some(old)) = (self.slots.manifest(), self.slots.older()) else { return };
        if old.generation >= new.generation {
            return;
        }
        let contained = self.contained();
        let mut conflicts = Vec::new();
        keys.retain(|(text, key)| {
            let needless = match key {
                Key::Command { tab, sequence } => {
                    let id = (*tab, *sequence);
                    let packed =
                        *sequence <= old.contained.get(tab).copied().unwrap_or_default() && contained.contains(&id);
                    let same = packed.then(|| self.is_same_command(store, text, id)).flatten();
                    if same == Some(false) {
                        conflicts.push(text.clone());
                    }
                    same == Some(true)
                }
                Key::Name { .. } => match store.get(text).map(|v| v.map(|v| Name::read(&v, &self.versions))) {
                    Ok(Some(Ok(name))) => name.stamp <= old.name.stamp && name.stamp <= new.name.stamp,
                    _ => false,
                },
                Key::Segment(id) => id.generation <= old.generation && !new.names(id) && !old.names(id),
                Key::Creating => true,
                Key::Manifest(_) | Key::Deleted | Key::Binned => false,
            };
            !(needless && store.remove(text).is_ok())
        });
        for key in conflicts {
            self.report(&key, Finding::Conflict { key: key.clone() });
        }
    }

    /// Whether a key holds what is packed already (or only a damaged form of it); nothing if the store does
    /// not tell.
    fn is_same_command(&self, store: &dyn Store, text: &str, id: Id) -> Option<bool> {
        let value = store.get(text).ok()??;
        Some(match Entry::read(&value, &self.versions, id) {
            Ok((entry, _)) => self.known.get(&id) == Some(&entry),
            Err(Unread::Damaged(_)) => true,
            Err(Unread::Unknown(_) | Unread::Newer { .. }) => false,
        })
    }
}

fn remove_all(store: &dyn Store, keys: &[String]) {
    for key in keys {
        let _ = store.remove(key);
    }
}
