//! What opening or listening came across, and what may be done with the workspace, in words for people.

use crate::frame::Unread;
use crate::{Damage, MemoryReason, TabId};

/// Something that is not as it should be. Nothing that is found is ever deleted for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A manifest slot (0 or 1), or a segment it names, is cut or changed; the other slot is used.
    SlotDamaged {
        /// Which slot.
        slot: usize,
        /// What is wrong with it.
        damage: Damage,
    },
    /// A manifest slot is whole but not understood. It is kept.
    SlotUnknown {
        /// Which slot.
        slot: usize,
        /// What is not understood.
        damage: Damage,
    },
    /// A record is cut or changed. It is kept, and not used.
    RecordDamaged {
        /// Its key.
        key: String,
        /// What is wrong with it.
        damage: Damage,
    },
    /// A record is whole but not understood. It is kept, and not used.
    RecordUnknown {
        /// Its key.
        key: String,
        /// What is not understood.
        damage: Damage,
    },
    /// A record or manifest was written by a later version of the app.
    Newer {
        /// The reader it needs.
        min_reader: u32,
    },
    /// Commands of a tab are missing; what it did after them is kept, and not used.
    Gap {
        /// The tab.
        tab: TabId,
        /// The number of the first missing command.
        missing: u32,
        /// How many commands are held back.
        withheld: u32,
    },
    /// Two different commands have the same number of the same tab; the first one seen is used.
    Conflict {
        /// The key of the other one.
        key: String,
    },
    /// A command's time is so far ahead that no clock follows it; it sorts last.
    FarAhead {
        /// The tab.
        tab: TabId,
        /// The number of the command.
        sequence: u32,
    },
    /// There are fewer commands than there were.
    FewerThanBefore {
        /// How many there were.
        before: u64,
        /// How many there are.
        now: u64,
    },
    /// A key of this workspace could not be read just now.
    Unreachable {
        /// The key.
        key: String,
    },
}

impl Finding {
    /// What happened, and what it means for the user.
    pub fn sentence(&self) -> String {
        match self {
            Finding::SlotDamaged { slot, damage } => {
                format!(
                    "One of the two tables of contents (number {slot}) is damaged: {damage}. The other one is used; no saved change is lost."
                )
            }
            Finding::SlotUnknown { slot, damage } => {
                format!(
                    "One of the two tables of contents (number {slot}) is not understood: {damage}. It is kept as it is, and this workspace is open for reading only."
                )
            }
            Finding::RecordDamaged { key, damage } => {
                format!("A saved change is damaged: {damage}. It is kept under {key} and left out.")
            }
            Finding::RecordUnknown { key, damage } => {
                format!("A saved change is not understood: {damage}. It is kept under {key} and left out.")
            }
            Finding::Newer { .. } => {
                "This workspace was changed by a later version of this app. Reload the page to get it.".to_owned()
            }
            Finding::Gap { tab, missing, withheld } => format!(
                "Change {missing} of tab {:016x} is missing. The {withheld} changes that follow it there are kept but left out.",
                tab.0
            ),
            Finding::Conflict { key } => {
                format!("Two different changes claim the same place, {key}. The first one is used.")
            }
            Finding::FarAhead { tab, sequence } => format!(
                "Change {sequence} of tab {:016x} was made by a clock that is centuries ahead. It is kept and comes last.",
                tab.0
            ),
            Finding::FewerThanBefore { before, now } => format!(
                "This workspace had {before} changes when it was last open here and has {now} now. The browser may have lost the last ones."
            ),
            Finding::Unreachable { key } => format!("The browser could not read {key} just now."),
        }
    }

    /// The finding about a record that could not be taken.
    pub(crate) fn of_record(key: &str, why: Unread) -> Self {
        let key = key.to_owned();
        match why {
            Unread::Damaged(damage) => Finding::RecordDamaged { key, damage },
            Unread::Unknown(damage) => Finding::RecordUnknown { key, damage },
            Unread::Newer { min_reader } => Finding::Newer { min_reader },
        }
    }
}

/// What may be done with an open workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Everything.
    ReadWrite,
    /// Reading and exporting.
    ReadOnly(ReadOnly),
    /// Everything, but it ends with the page.
    Memory(MemoryReason),
}

/// Why a workspace may only be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// It holds something that only a later version can read.
    NewerData {
        /// The reader it needs.
        min_reader: u32,
    },
    /// Only a later version may write to it without harm.
    NewerWriter {
        /// The writer it needs.
        min_writer: u32,
    },
    /// A table of contents is whole but not understood, and writing would destroy it.
    NotUnderstood,
    /// It was deleted in another tab, for good.
    Deleted,
    /// It was deleted in another tab and can be restored.
    Binned,
}

impl Mode {
    /// Whether commands may be appended.
    pub fn may_write(self) -> bool {
        !matches!(self, Mode::ReadOnly(_))
    }

    /// What the user should know, if anything.
    pub fn sentence(self) -> Option<&'static str> {
        match self {
            Mode::ReadWrite => None,
            Mode::Memory(reason) => Some(reason.sentence()),
            Mode::ReadOnly(reason) => Some(reason.sentence()),
        }
    }
}

impl ReadOnly {
    /// What happened and what to do.
    pub fn sentence(self) -> &'static str {
        match self {
            ReadOnly::NewerData { .. } | ReadOnly::NewerWriter { .. } => {
                "This workspace was changed by a later version of this app, so it is open for reading only. Reload the page to get that version; exporting works."
            }
            ReadOnly::NotUnderstood => {
                "A part of this workspace is not understood, so it is open for reading only. Export it, and import the export as a new workspace to go on."
            }
            ReadOnly::Binned => {
                "This workspace was deleted in another tab. It stands under \u{201c}Recently deleted\u{201d} on the workspace page and can be restored there."
            }
            ReadOnly::Deleted => {
                "This workspace was deleted in another tab. What you see is still in memory; export it to keep it."
            }
        }
    }
}

/// Something worth telling after a command was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The store was full; the reserve was given up for this command. The next one may not fit.
    ReserveUsed,
    /// More than [`WARN_PERCENT`](crate::WARN_PERCENT) of the store is used.
    Filling {
        /// How much is used, in percent of the limit.
        percent: u64,
    },
    /// Changes of this workspace carry times far ahead of this computer's clock.
    ClockBehind {
        /// How far, in milliseconds.
        millis: u64,
    },
}

impl Notice {
    /// What happened and what to do.
    pub fn sentence(self) -> String {
        match self {
            Notice::ReserveUsed => "The browser's storage is full. Your change was saved with the last reserve; export and delete workspaces you no longer need.".to_owned(),
            Notice::Filling { percent } => format!("The browser's storage for this site is {percent} % full. Export and delete workspaces you no longer need."),
            Notice::ClockBehind { .. } => "Earlier changes carry a later time than this computer's clock shows. Their order is kept; check the clock.".to_owned(),
        }
    }
}
