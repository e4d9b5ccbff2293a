//! Writing a whole workspace at once: all of it, or nothing that could be taken for one.

use super::Core;
use super::refresh::Standing;
use super::slots::Slots;
use crate::checksum;
use crate::keys::{Key, SegmentId};
use crate::manifest::{Manifest, SegmentRef};
use crate::put::{NotPut, lay_reserve, put};
use crate::usage::WARN_PERCENT;
use crate::{AppendError, Entry, LIMIT_UNITS, Mode, ReadOnly, Segment, Store, pack, text};

impl Core {
    /// Writes base, commands and both manifests, from a generation on. The manifests come last, so that a
    /// page that is closed half-way leaves nothing that could be opened; on an error what was written is
    /// removed again.
    pub fn lay_down(&mut self, store: &dyn Store, generation: u64, now_millis: u64) -> Result<(), NotPut> {
        let mark = self.key(&Key::Creating);
        let mut written = vec![mark.clone()];
        let done = match put(store, &mark, &now_millis.to_string()) {
            Ok(()) => self.write_all(store, generation, &mut written),
            Err(error) => Err(error),
        };
        if done.is_err() {
            // Manifests first: what is left, if removing fails as well, is no workspace.
            for key in written.iter().rev() {
                let _ = store.remove(key);
            }
        } else {
            // A mark that stays beside a sound manifest says nothing.
            let _ = store.remove(&mark);
        }
        done
    }

    /// What follows when everything is written: the count, and the reserve if there is room.
    pub fn finish(&mut self, store: &dyn Store) {
        self.cleared = false;
        self.count(store);
        if self.mode == Mode::ReadWrite {
            lay_reserve(store, self.units, LIMIT_UNITS * WARN_PERCENT / 100);
        }
    }

    /// Saves everything again from memory, unless another tab has done so.
    pub fn resave(&mut self, store: &dyn Store, now_millis: u64) -> Result<(), AppendError> {
        if let Mode::ReadOnly(reason) = self.mode {
            return Err(AppendError::ReadOnly(reason));
        }
        match self.standing(store)? {
            Standing::There => {
                self.poll(store)?;
                Ok(())
            }
            Standing::Deleted => Err(AppendError::ReadOnly(ReadOnly::Deleted)),
            Standing::Cleared => {
                self.lay_down(store, self.generation().saturating_add(1), now_millis)?;
                self.finish(store);
                Ok(())
            }
        }
    }

    fn write_all(&mut self, store: &dyn Store, generation: u64, written: &mut Vec<String>) -> Result<(), NotPut> {
        let mut base = None;
        if let Some(Segment { kind, bytes }) = &self.base {
            let id = SegmentId { generation, tab: self.tab, number: 0 };
            base = Some((self.write_segment(store, id, &text::to_text(bytes), 0, written)?, kind.clone()));
        }
        let mut tails = Vec::new();
        let mut packed = std::collections::BTreeMap::new();
        let entries = self.in_order();
        for (number, run) in (1..).zip(pack::runs(&entries)) {
            let id = SegmentId { generation, tab: self.tab, number };
            packed.insert(id.clone(), run.iter().map(|e| Entry::id(e)).collect());
            tails.push(self.write_segment(store, id, &pack::pack(run), run.len() as u32, written)?);
        }
        let mut slots = Slots { current: 1, ..Slots::default() };
        for (slot, (manifest_text, manifest)) in slots.texts.iter_mut().zip(&mut slots.manifests).enumerate() {
            let new = Manifest {
                needs: self.needs,
                generation: generation + slot as u64,
                workspace: self.workspace.clone(),
                name: self.name.clone(),
                base: base.clone(),
                tails: tails.clone(),
                contained: Default::default(),
            };
            let text = new.write();
            let key = self.key(&Key::Manifest(slot));
            written.push(key.clone());
            put(store, &key, &text)?;
            (*manifest_text, *manifest) = (Some(text), Some(new));
        }
        self.slots = slots;
        self.packed = packed;
        Ok(())
    }

    /// Writes a segment and reads it back.
    pub(super) fn write_segment(
        &self,
        store: &dyn Store,
        id: SegmentId,
        packed: &str,
        rows: u32,
        written: &mut Vec<String>,
    ) -> Result<SegmentRef, NotPut> {
        let key = self.key(&Key::Segment(id.clone()));
        written.push(key.clone());
        put(store, &key, packed)?;
        Ok(SegmentRef { id, checksum: checksum::of(packed), rows })
    }
}
