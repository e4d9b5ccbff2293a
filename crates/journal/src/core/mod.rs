//! An open workspace, over any store: what is known of it, and what of that is where in the store.
//!
//! The journal in memory is complete: whatever the store loses afterwards can be written again.

mod append;
mod compact;
mod deliver;
mod lay_down;
mod open;
mod refresh;
pub(crate) mod slots;

use std::collections::BTreeMap;

use slots::Slots;

use crate::entry::{Id, Name};
use crate::frame::Needs;
use crate::keys::{Key, SegmentId};
use crate::stamp::Clock;
use crate::{Entry, Finding, Mode, ReadOnly, Segment, Stamp, TabId, Versions, Witness};

/// See the module.
pub(crate) struct Core {
    pub workspace: String,
    pub versions: Versions,
    pub tab: TabId,
    pub mode: Mode,
    pub name: Name,
    pub base: Option<Segment>,
    /// Every command that counts.
    pub known: BTreeMap<Id, Entry>,
    /// Commands behind a gap of their tab.
    pub withheld: BTreeMap<Id, Entry>,
    pub findings: Vec<Finding>,
    /// Whether the workspace was last seen gone from the store.
    pub cleared: bool,
    /// What came in and was not handed over yet.
    arrived: Vec<Id>,
    clock: Clock,
    /// How far each tab's commands are known without a gap.
    reached: BTreeMap<TabId, u32>,
    /// Which commands each packed segment holds.
    packed: Vec<(SegmentId, Vec<Id>)>,
    slots: Slots,
    /// What records need that were met, so that packing them does not lower it.
    needs: Needs,
    /// Keys that were reported already.
    reported: Vec<String>,
    /// The last count of the origin's units, and what was added since.
    units: u64,
    warned_filling: bool,
    warned_clock: bool,
}

impl Core {
    pub fn new(workspace: &str, versions: Versions, tab: TabId, mode: Mode) -> Self {
        Self {
            workspace: workspace.to_owned(),
            versions,
            tab,
            mode,
            name: Name::default(),
            base: None,
            known: BTreeMap::new(),
            withheld: BTreeMap::new(),
            findings: Vec::new(),
            cleared: false,
            arrived: Vec::new(),
            clock: Clock::default(),
            reached: BTreeMap::new(),
            packed: Vec::new(),
            slots: Slots::default(),
            needs: versions.needs(),
            reported: Vec::new(),
            units: 0,
            warned_filling: false,
            warned_clock: false,
        }
    }

    /// The stamp of something that is done now.
    pub fn next_stamp(&self, wall_millis: u64) -> Stamp {
        self.clock.next(wall_millis, self.tab)
    }

    fn key(&self, key: &Key) -> String {
        key.text(&self.workspace)
    }

    fn command_key(&self, (tab, sequence): Id) -> String {
        self.key(&Key::Command { tab, sequence })
    }

    /// Every command that counts, in the order of the journal.
    pub fn in_order(&self) -> Vec<&Entry> {
        in_order(self.known.values().collect())
    }

    /// Some of the commands that count, in the order of the journal.
    fn these_in_order(&self, ids: &[Id]) -> Vec<&Entry> {
        in_order(ids.iter().filter_map(|id| self.known.get(id)).collect())
    }

    /// Which commands a segment packs, if it was read or written.
    fn packed_in(&self, segment: &SegmentId) -> Option<&Vec<Id>> {
        self.packed.iter().find(|(id, _)| id == segment).map(|(_, ids)| ids)
    }

    /// Whether something about a key was reported already.
    fn is_reported(&self, key: &str) -> bool {
        self.reported.iter().any(|reported| reported == key)
    }

    /// The generation in force.
    pub fn generation(&self) -> u64 {
        self.slots.manifest().map_or(0, |m| m.generation)
    }

    /// How much of the store is used, as far as this tab knows.
    pub fn used_units(&self) -> u64 {
        self.units
    }

    /// How many commands are not packed yet.
    pub fn unpacked(&self) -> usize {
        let packed: usize = self.slots.manifest().map_or(0, |m| m.tails.iter().map(|t| t.rows as usize).sum());
        self.known.len().saturating_sub(packed)
    }

    pub fn witness(&self) -> Witness {
        Witness {
            workspace: self.workspace.clone(),
            name: self.name.text.clone(),
            generation: self.generation(),
            commands: self.known.len() as u64,
            has_base: self.base.is_some(),
        }
    }

    /// Turns to reading only, for good.
    fn restrict(&mut self, reason: ReadOnly) {
        if self.mode.may_write() || reason == ReadOnly::Deleted {
            self.mode = Mode::ReadOnly(reason);
        }
    }

    /// Takes note of what a record needs, and of what that means for us.
    fn heed(&mut self, needs: Needs) {
        self.needs = self.needs.and(needs);
        if needs.min_writer > self.versions.writer {
            self.restrict(ReadOnly::NewerWriter { min_writer: needs.min_writer });
        }
    }

    /// Reports something about a key, once.
    fn report(&mut self, key: &str, finding: Finding) {
        if !self.is_reported(key) {
            self.reported.push(key.to_owned());
            if let Finding::Newer { min_reader } = finding {
                self.restrict(ReadOnly::NewerData { min_reader });
            }
            self.findings.push(finding);
        }
    }
}

fn in_order(mut entries: Vec<&Entry>) -> Vec<&Entry> {
    entries.sort_unstable_by_key(|entry| (entry.stamp, entry.sequence));
    entries
}
