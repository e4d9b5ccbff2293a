//! The two manifest slots: which one is in force, and reading them with all they name.

use super::Core;
use crate::checksum;
use crate::entry::Id;
use crate::frame::{Unread, Versions};
use crate::keys::{Key, SegmentId};
use crate::manifest::{Manifest, SegmentRef};
use crate::{Damage, Entry, Finding, ReadOnly, Segment, Store, StoreError, pack, text};

/// What both slots held when they were last read, and which one is in force.
#[derive(Default)]
pub(crate) struct Slots {
    pub texts: [Option<String>; 2],
    pub manifests: [Option<Manifest>; 2],
    pub current: usize,
}

impl Slots {
    /// The manifest in force.
    pub fn manifest(&self) -> Option<&Manifest> {
        self.manifests.get(self.current).and_then(Option::as_ref)
    }

    /// The slot to be written next, which is never the one in force.
    pub fn next(&self) -> usize {
        1 - self.current.min(1)
    }

    /// The manifest of the generation before, if it can be read.
    pub fn older(&self) -> Option<&Manifest> {
        self.manifests.get(self.next()).and_then(Option::as_ref)
    }
}

/// Both slots' texts.
pub(crate) fn texts(store: &dyn Store, workspace: &str) -> Result<[Option<String>; 2], StoreError> {
    Ok([store.get(&Key::Manifest(0).text(workspace))?, store.get(&Key::Manifest(1).text(workspace))?])
}

/// What the slots say, each by itself; its segments are not looked at.
pub(crate) fn parse(
    texts: &[Option<String>; 2],
    versions: &Versions,
    workspace: &str,
) -> [Option<Result<Manifest, Unread>>; 2] {
    texts.each_ref().map(|text| text.as_deref().map(|text| Manifest::read(text, versions, workspace)))
}

/// The slots in the order in which they should be tried: the highest generation first.
pub(crate) fn newest_first(manifests: &[Option<Manifest>; 2]) -> [usize; 2] {
    let generation = |slot: usize| manifests.get(slot).and_then(Option::as_ref).map(|m| m.generation);
    if generation(1) > generation(0) { [1, 0] } else { [0, 1] }
}

/// What the segments of a manifest hold.
pub(crate) struct Loaded {
    pub base: Option<Segment>,
    pub packed: Vec<(SegmentId, Vec<Id>)>,
    pub entries: Vec<Entry>,
}

impl Core {
    /// What the texts of both slots say; what cannot be read is reported.
    pub(super) fn judge_slots(&mut self) -> [Option<Manifest>; 2] {
        let mut manifests = [None, None];
        let parsed = parse(&self.slots.texts, &self.versions, &self.workspace);
        for ((slot, parsed), manifest) in parsed.into_iter().enumerate().zip(&mut manifests) {
            match parsed {
                None => {}
                Some(Ok(found)) => *manifest = Some(found),
                Some(Err(Unread::Damaged(damage))) => self.findings.push(Finding::SlotDamaged { slot, damage }),
                Some(Err(Unread::Unknown(damage))) => {
                    self.findings.push(Finding::SlotUnknown { slot, damage });
                    self.restrict(ReadOnly::NotUnderstood);
                }
                Some(Err(Unread::Newer { min_reader })) => {
                    self.findings.push(Finding::Newer { min_reader });
                    self.restrict(ReadOnly::NewerData { min_reader });
                }
            }
        }
        manifests
    }

    /// Takes in what the segments of a manifest held.
    pub(super) fn take_loaded(&mut self, loaded: Loaded) {
        if loaded.base.is_some() {
            self.base = loaded.base;
        }
        self.packed.extend(loaded.packed);
        for entry in loaded.entries {
            let id = entry.id();
            self.take_packed(entry);
            self.release(id);
        }
    }

    /// Makes one of the manifests the one that counts, with its name and its needs.
    pub(super) fn put_in_force(&mut self, slot: usize, manifests: [Option<Manifest>; 2]) {
        if let Some(manifest) = manifests.get(slot).and_then(Option::as_ref) {
            self.heed(manifest.needs);
            self.rename_to(manifest.name.clone());
        }
        self.slots.manifests = manifests;
        self.slots.current = slot;
        self.forget_unnamed();
    }

    /// Forgets what segments packed that no slot names any more.
    pub(super) fn forget_unnamed(&mut self) {
        let manifests = &self.slots.manifests;
        self.packed.retain(|(id, _)| manifests.iter().flatten().any(|manifest| manifest.names(id)));
    }

    /// Reads the segments of a manifest that are not known yet. The outer error is the store's, the inner
    /// one says that a segment is not whole.
    pub(super) fn load(&self, store: &dyn Store, manifest: &Manifest) -> Result<Result<Loaded, Damage>, StoreError> {
        let mut loaded = Loaded { base: None, packed: Vec::new(), entries: Vec::new() };
        if let (Some((base, kind)), None) = (&manifest.base, &self.base) {
            let bytes = match self.segment(store, base)? {
                Ok(packed) => text::from_text(&packed),
                Err(damage) => Err(damage),
            };
            match bytes {
                Ok(bytes) => loaded.base = Some(Segment { kind: kind.clone(), bytes }),
                Err(damage) => return Ok(Err(damage)),
            }
        }
        for tail in &manifest.tails {
            if self.packed_in(&tail.id).is_some() {
                continue;
            }
            let entries = match self.segment(store, tail)? {
                Ok(packed) => pack::unpack(&packed),
                Err(damage) => Err(damage),
            };
            match entries {
                Ok(entries) if entries.len() == tail.rows as usize => {
                    loaded.packed.push((tail.id.clone(), entries.iter().map(Entry::id).collect()));
                    loaded.entries.extend(entries);
                }
                Ok(_) => return Ok(Err(Damage::whole("a segment has another length than was noted"))),
                Err(damage) => return Ok(Err(damage)),
            }
        }
        Ok(Ok(loaded))
    }

    fn segment(&self, store: &dyn Store, segment: &SegmentRef) -> Result<Result<String, Damage>, StoreError> {
        let key = self.key(&Key::Segment(segment.id.clone()));
        Ok(match store.get(&key)? {
            None => Err(Damage::whole("a segment is missing")),
            Some(packed) if checksum::of(&packed) != segment.checksum => {
                Err(Damage::whole("a segment's checksum does not fit"))
            }
            Some(packed) => Ok(packed),
        })
    }
}
