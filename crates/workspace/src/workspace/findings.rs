//! What taking in an entry has changed, what the user should know of it, and how one event of a history stands.

use std::collections::BTreeSet;

use itsm::{Event, IncidentId, RecordId, Refusal};
use journal::Stamp;

use crate::stored::Unreadable;
use crate::undo::Undone;

/// Something about an entry that the user should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It could not be read; it is kept as it is, and nothing of it was applied.
    Unreadable {
        /// Which entry.
        stamp: Stamp,
        /// What is wrong with it.
        why: Unreadable,
    },
    /// One of its events came too late to be legal; it is kept and shown, but not applied.
    Flagged {
        /// Which entry.
        stamp: Stamp,
        /// What it was meant for.
        record: RecordId,
        /// Why it could not be applied.
        refusal: Refusal,
    },
    /// It was to take another command back and could not; it is kept and shown.
    NotUndone {
        /// Which entry.
        stamp: Stamp,
        /// Why it had no effect.
        refusal: Refusal,
    },
}

impl Finding {
    /// The stamp of the entry it is about.
    pub fn stamp(&self) -> Stamp {
        match self {
            Finding::Unreadable { stamp, .. } | Finding::Flagged { stamp, .. } | Finding::NotUndone { stamp, .. } => {
                *stamp
            }
        }
    }
}

/// What taking in an entry has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admitted {
    /// What has a record or a history that may differ now.
    pub touched: BTreeSet<RecordId>,
    /// Whether names may have changed.
    pub directory_changed: bool,
    /// Whether rules that hold for all incidents (priority matrix, agreements) may have changed.
    pub rules_changed: bool,
    /// How many of the entry's events were illegal; for an undo, how many others became so.
    pub flagged: usize,
    /// Set when the entry could not be read.
    pub unreadable: Option<Unreadable>,
}

impl Admitted {
    /// The incidents among what was touched.
    pub fn incidents(&self) -> BTreeSet<IncidentId> {
        let incident = |id: &RecordId| match id {
            RecordId::Incident(id) => Some(*id),
            _ => None,
        };
        self.touched.iter().filter_map(incident).collect()
    }
}

/// One event of a record's history.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    /// When it was stored; `None` for what the base brought along.
    pub stamp: Option<Stamp>,
    /// What happened.
    pub event: &'a Event,
    /// Why it was not applied, if it was not.
    pub flag: Option<&'a Refusal>,
    /// The undo that has taken it back, if it is taken back.
    pub undone: Option<&'a Undone>,
    /// Whether it was seen in another tool, not decided here.
    pub foreign: bool,
}
