//! Writing a whole workspace at once: all of it, or nothing that could be taken for one.

use std::collections::BTreeMap;

use super::Core;
use super::refresh::Standing;
use super::slots::Slots;
use crate::checksum;
use crate::entry::{Id, Name};
use crate::keys::{self, Key, SegmentId};
use crate::manifest::{Manifest, SegmentRef};
use crate::put::{NotPut, lay_reserve, put};
use crate::usage::{WARN_PERCENT, room, units};
use crate::{AppendError, CreateError, Entry, LIMIT_UNITS, Mode, ReadOnly, Segment, Store, pack, text};

/// The segments of a whole workspace, packed and ready to be written.
#[derive(Default)]
struct Packed {
    base: Option<(SegmentRef, String)>,
    tails: Vec<SegmentRef>,
    ids: Vec<(SegmentId, Vec<Id>)>,
    /// Keys and values.
    texts: Vec<(String, String)>,
}

impl Core {
    /// Sets the contents of a workspace that is to be created.
    pub fn begin(&mut self, name: &str, base: Option<Segment>, entries: Vec<Entry>, now_millis: u64) {
        // A kind stands on one line of the manifest.
        self.base = base.map(|base| Segment { kind: crate::entry::one_line(&base.kind), bytes: base.bytes });
        for entry in entries {
            self.take_packed(entry);
        }
        let stamp = self.next_stamp(now_millis);
        self.rename_to(Name::new(stamp, name));
        // Whoever creates a workspace knows what is in it.
        self.arrivals();
    }

    /// Writes the new workspace into a store that has room for it.
    pub fn create(&mut self, store: &dyn Store, now_millis: u64) -> Result<(), CreateError> {
        if !keys::is_workspace(&self.workspace) {
            return Err(CreateError::BadId);
        }
        // The mark of a deleted one stands first where such a one is put back from its copies.
        if keys::of_workspace(&store.keys()?, &self.workspace).any(|(_, key)| key != Key::Binned) {
            return Err(CreateError::Exists);
        }
        let packed = self.pack_all(1);
        let needed: u64 = packed.texts.iter().map(|(key, text)| units(key) + units(text)).sum();
        let room = room(store)?;
        if needed > room && store.fleeting().is_none() && !packed.texts.is_empty() {
            return Err(CreateError::TooLarge { needed, room });
        }
        self.lay_down(store, packed, 1, now_millis)?;
        Ok(())
    }

    /// Saves everything again from memory, unless another tab has done so.
    pub fn resave(&mut self, store: &dyn Store, now_millis: u64) -> Result<(), AppendError> {
        if let Mode::ReadOnly(reason) = self.mode {
            return Err(AppendError::ReadOnly(reason));
        }
        match self.standing(store)? {
            Standing::There => {
                self.poll(store)?;
            }
            Standing::Deleted => return Err(AppendError::ReadOnly(ReadOnly::Deleted)),
            Standing::Binned => return Err(AppendError::ReadOnly(ReadOnly::Binned)),
            Standing::Cleared => {
                let generation = self.generation().saturating_add(1);
                self.lay_down(store, self.pack_all(generation), generation, now_millis)?;
                self.cleared = false;
            }
        }
        Ok(())
    }

    fn pack_all(&self, generation: u64) -> Packed {
        let mut packed = Packed::default();
        if let Some(Segment { kind, bytes }) = &self.base {
            let id = SegmentId { generation, tab: self.tab, number: 0 };
            let base = packed.add(self, id, text::to_text(bytes), 0);
            packed.base = Some((base, kind.clone()));
        }
        for (number, run) in (1..).zip(pack::runs(&self.in_order())) {
            let id = SegmentId { generation, tab: self.tab, number };
            packed.ids.push((id.clone(), run.iter().map(|entry| entry.id()).collect()));
            let tail = packed.add(self, id, pack::pack(run), run.len() as u32);
            packed.tails.push(tail);
        }
        packed
    }

    /// Writes segments and then both manifests, from a generation on. As the manifests come last, a page
    /// that is closed half-way leaves nothing that could be opened; on an error what was written is removed.
    fn lay_down(&mut self, store: &dyn Store, packed: Packed, generation: u64, now: u64) -> Result<(), NotPut> {
        let mark = self.key(&Key::Creating);
        let mut values = vec![(mark.clone(), now.to_string())];
        values.extend(packed.texts);
        let mut slots = Slots { current: 1, ..Slots::default() };
        for (slot, (text, manifest)) in slots.texts.iter_mut().zip(&mut slots.manifests).enumerate() {
            let written = manifest.insert(Manifest {
                needs: self.needs,
                generation: generation.saturating_add(slot as u64),
                workspace: self.workspace.clone(),
                name: self.name.clone(),
                base: packed.base.clone(),
                tails: packed.tails.clone(),
                contained: BTreeMap::new(),
            });
            values.push((self.key(&Key::Manifest(slot)), text.insert(written.write()).clone()));
        }
        for (key, value) in &values {
            if let Err(error) = put(store, key, value) {
                // Manifests first: what is left, if removing fails as well, is no workspace.
                for (key, _) in values.iter().rev() {
                    let _ = store.remove(key);
                }
                return Err(error);
            }
        }
        // A mark that stays beside a sound manifest says nothing.
        let _ = store.remove(&mark);
        self.slots = slots;
        self.packed = packed.ids;
        self.count(store);
        if self.mode == Mode::ReadWrite {
            lay_reserve(store, self.units, LIMIT_UNITS * WARN_PERCENT / 100);
        }
        Ok(())
    }
}

impl Packed {
    fn add(&mut self, core: &Core, id: SegmentId, text: String, rows: u32) -> SegmentRef {
        let checksum = checksum::of(&text);
        self.texts.push((core.key(&Key::Segment(id.clone())), text));
        SegmentRef { id, checksum, rows }
    }
}
