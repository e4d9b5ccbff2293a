//! A second place for what a browser may lose: copies of commands under their own keys, and a witness of each
//! workspace. This module says what is put there and what of it still counts; the place itself is the caller's.

use crate::core::Core;
use crate::entry::one_line;
use crate::keys::{Key, PREFIX};
use crate::{AppendError, CreateError, Entry, Journal, Store, TabId, Versions, Witness};

/// How many commands of a workspace stay in the second place however old they are: enough to bring back a
/// workspace that somebody made by hand, and little beside what a browser keeps (about 1 MB).
pub const KEPT_COMMANDS: usize = 2_000;

/// What stands in the second place, as key and value.
pub type Kept = (String, String);

/// The beginning of the keys of a workspace in the second place.
pub fn kept_under(workspace: &str) -> String {
    [PREFIX, workspace, "/"].concat()
}

impl Witness {
    /// The witness, as it stands in the second place.
    pub fn kept(&self) -> Kept {
        (kept_under(&self.workspace) + WITNESS, self.to_text())
    }

    /// Reads a witness from the second place; `None` for anything else.
    pub fn from_kept((key, value): &Kept) -> Option<Self> {
        let (workspace, rest) = key.strip_prefix(PREFIX)?.split_once('/')?;
        let witness = Self::from_text(value)?;
        (rest == WITNESS && witness.workspace == workspace).then_some(witness)
    }
}

const WITNESS: &str = "witness";

impl<S: Store> Journal<S> {
    /// A command, as it stands in the second place: under the same key as in the store, with the same value.
    pub fn kept(&self, entry: &Entry) -> Kept {
        let (tab, sequence) = entry.id();
        let core = self.core();
        (Key::Command { tab, sequence }.text(&core.workspace), entry.record(core.versions.needs()))
    }

    /// Puts back what the store has lost. Answers with the commands that count now. What is damaged, is of a
    /// later version or belongs to another workspace is passed over: it was only a copy.
    pub fn recover_kept(&mut self, kept: &[Kept]) -> Result<Vec<Entry>, AppendError> {
        let mut entries = self.core().read_kept(kept);
        entries.sort_unstable_by_key(Entry::id);
        self.recover(&entries)
    }

    /// What need not stand in the second place any longer: the store has it, it was given before `millis`, and it
    /// is not among the latest [`KEPT_COMMANDS`].
    pub fn outlived(&self, kept: &[Kept], millis: u64) -> Vec<String> {
        let mut entries = self.core().read_kept(kept);
        entries.sort_unstable_by_key(|entry| std::cmp::Reverse(entry.stamp));
        let old = entries.iter().skip(KEPT_COMMANDS);
        let old = old.filter(|entry| entry.stamp.millis < millis && self.core().known.contains_key(&entry.id()));
        old.map(|entry| self.kept(entry).0).collect()
    }

    /// Makes a workspace anew that is gone from the store, under its old id, if every command of it was kept and it
    /// had no base; `None` where that is not so.
    pub fn from_kept(
        store: S,
        versions: Versions,
        witness: &Witness,
        tab: TabId,
        kept: &[Kept],
        now_millis: u64,
    ) -> Option<Result<Self, CreateError>> {
        let name = one_line(&witness.name);
        let core = Core::new(&witness.workspace, versions, tab, crate::Mode::ReadWrite);
        let mut entries = core.read_kept(kept);
        entries.sort_unstable_by_key(|entry| (entry.stamp, entry.sequence));
        if witness.has_base || (entries.len() as u64) < witness.commands {
            return None;
        }
        Some(Self::create_with(store, versions, &witness.workspace, &name, tab, None, entries, now_millis))
    }
}

impl Core {
    /// The commands of this workspace among what was kept.
    fn read_kept(&self, kept: &[Kept]) -> Vec<Entry> {
        let read = |(key, value): &Kept| match Key::parse(key)? {
            (workspace, Key::Command { tab, sequence }) if workspace == self.workspace => {
                Entry::read(value, &self.versions, (tab, sequence)).ok().map(|(entry, _)| entry)
            }
            _ => None,
        };
        kept.iter().filter_map(read).collect()
    }
}
