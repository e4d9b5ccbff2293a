//! The stored form of a workspace: bytes and strings over a small key-value trait.
//!
//! Nothing here knows a browser, a clock, randomness, or what the payloads mean. `FORMAT.md` beside this
//! crate's manifest describes every key and every byte.

mod bin;
mod breakdown;
mod checksum;
pub mod columns;
mod core;
mod damage;
mod entry;
mod error;
mod export;
mod finding;
mod frame;
mod import;
mod journal;
mod kept;
mod keys;
mod manifest;
mod memory;
mod pack;
mod parcel;
mod put;
mod rescue;
mod stamp;
mod store;
pub mod text;
mod usage;
mod witness;
mod workspaces;

pub use crate::journal::{Appended, Compacted, Journal, Opened};
pub use bin::{BINNED_MILLIS, Binned, bin, bin_from_kept, binned, expire, kept_bin, kept_bin_from, restore};
pub use breakdown::{Breakdown, WorkspaceUnits, breakdown};
pub use damage::Damage;
pub use entry::Entry;
pub use error::{AppendError, CompactError, CreateError, OpenError};
pub use finding::{Finding, Mode, Notice, ReadOnly};
pub use frame::Versions;
pub use import::{ImportError, MOST_EXPORT_BYTES, import, name_in, read_export};
pub use kept::{KEPT_COMMANDS, Kept, kept_under};
pub use keys::{PREFIX, RESERVE};
pub use memory::MemoryStore;
pub use parcel::{Kin, Parcel};
pub use rescue::raw;
pub use stamp::{FURTHEST_COUNT, FURTHEST_MILLIS, Stamp, TabId};
pub use store::{MemoryReason, Store, StoreError};
pub use usage::{LIMIT_UNITS, REFUSE_PERCENT, Usage, WARN_PERCENT, room, usage};
pub use witness::Witness;
pub use workspaces::{WorkspaceInfo, delete, is_deleted, list, sweep};

/// An immutable part of a workspace, written once: an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// What the bytes are, with a version, on one line: `import/1`.
    pub kind: String,
    /// Anything; already as small as it gets.
    pub bytes: Vec<u8>,
}
