//! Taking a command back: an event of its own that names the command. Nothing is removed from the journal.
//!
//! Which commands are taken back follows from the undos alone, in the order of their stamps: so every tab comes to
//! the same result whatever order it hears of them. Undoing an undo brings its command back (redo). For each command
//! only the latest undo or redo can itself be undone; all others have been overtaken.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use itsm::{PersonId, Refusal};
use journal::Stamp;

/// That a command was taken back, or, if that command was an undo, that what it took back counts again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undone {
    /// When, by the desk's clock.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub by: PersonId,
    /// Which command: its stamp in this workspace's journal.
    pub of: Stamp,
}

/// Every undo, and what they amount to.
#[derive(Default)]
pub(crate) struct Undos {
    all: BTreeMap<Stamp, Undone>,
    /// Commands that are taken back, each with the undo that did it.
    off: BTreeMap<Stamp, Stamp>,
    /// The latest undo or redo of each command.
    latest: BTreeMap<Stamp, Stamp>,
    /// Undos that were illegal at their place in the order.
    flags: BTreeMap<Stamp, Refusal>,
}

impl Undos {
    /// Takes note of an undo; [`Self::judge`] says what follows.
    pub fn add(&mut self, stamp: Stamp, undone: Undone) {
        self.all.insert(stamp, undone);
    }

    /// Whether there is any.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Judges all of them anew, in order. Gives the commands that are taken back now and were not before, or the
    /// other way round.
    pub fn judge(&mut self, is_command: impl Fn(Stamp) -> bool) -> BTreeSet<Stamp> {
        let before = std::mem::take(&mut self.off);
        self.latest.clear();
        self.flags.clear();
        let in_order: Vec<(Stamp, Undone)> = self.all.iter().map(|(stamp, undone)| (*stamp, *undone)).collect();
        for (stamp, undone) in in_order {
            match self.legal(stamp, undone.of, &is_command) {
                Err(refusal) => drop(self.flags.insert(stamp, refusal)),
                Ok(root) => {
                    if self.off.remove(&root).is_none() {
                        self.off.insert(root, stamp);
                    }
                    self.latest.insert(root, stamp);
                }
            }
        }
        let changed = |(root, by): (&Stamp, &Stamp), other: &BTreeMap<Stamp, Stamp>| {
            (other.get(root) != Some(by)).then_some(*root)
        };
        let gone = before.iter().filter_map(|pair| changed(pair, &self.off));
        let come = self.off.iter().filter_map(|pair| changed(pair, &before));
        gone.chain(come).collect()
    }

    /// Whether an undo of `of` is legal at `stamp`, by what was judged before it. Gives the command that it switches.
    pub fn legal(&self, stamp: Stamp, of: Stamp, is_command: impl Fn(Stamp) -> bool) -> Result<Stamp, Refusal> {
        let root = self.root(of).filter(|root| of < stamp && is_command(*root));
        let root = root.ok_or(Refusal::NoSuch { what: "change" })?;
        if root == of && self.off.contains_key(&root) {
            return Err(TWICE);
        }
        if root != of && self.latest.get(&root) != Some(&of) {
            return Err(OVERTAKEN);
        }
        Ok(root)
    }

    /// The command that an undo, by way of others, is about; a command itself.
    pub fn root(&self, mut of: Stamp) -> Option<Stamp> {
        while let Some(undone) = self.all.get(&of) {
            if undone.of >= of {
                return None;
            }
            of = undone.of;
        }
        Some(of)
    }

    /// The undo stored under this stamp.
    pub fn get(&self, stamp: Stamp) -> Option<&Undone> {
        self.all.get(&stamp)
    }

    /// The undo that has taken a command back, if it is taken back.
    pub fn taker(&self, command: Stamp) -> Option<&Undone> {
        self.off.get(&command).and_then(|by| self.all.get(by))
    }

    /// The stamp of the undo that has taken a command back, if it is taken back.
    pub fn taken_by(&self, command: Stamp) -> Option<Stamp> {
        self.off.get(&command).copied()
    }

    /// Whether a command is taken back.
    pub fn is_off(&self, command: Stamp) -> bool {
        self.off.contains_key(&command)
    }

    /// Every command that is taken back.
    pub fn off(&self) -> impl Iterator<Item = Stamp> {
        self.off.keys().copied()
    }

    /// Why an undo had no effect, if it had none.
    pub fn flag(&self, stamp: Stamp) -> Option<&Refusal> {
        self.flags.get(&stamp)
    }

    /// Undos that had no effect.
    pub fn flags(&self) -> impl Iterator<Item = (Stamp, &Refusal)> {
        self.flags.iter().map(|(stamp, refusal)| (*stamp, refusal))
    }
}

const TWICE: Refusal = Refusal::NotFrom {
    state: "undone",
    because: "it is taken back already, and twice would change nothing",
    instead: "Redo it if it should count again",
};

const OVERTAKEN: Refusal = Refusal::NotFrom {
    state: "overtaken",
    because: "the same change was undone or redone again since",
    instead: "Look at the latest line about it",
};
