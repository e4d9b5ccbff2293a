//! Why something was not done, in words for people.

use std::fmt;

use crate::put::NotPut;
use crate::{Finding, ReadOnly, StoreError, Witness};

/// Why a workspace could not be opened. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// There is no such workspace.
    Absent,
    /// It was deleted for good.
    Deleted,
    /// It was deleted, and can be restored.
    Binned,
    /// There was one, as a witness tells, and now there is nothing.
    Missing(Witness),
    /// It was written by a later version of the app, wholly: reload to get that.
    Newer {
        /// The reader it needs.
        min_reader: u32,
    },
    /// It is there but cannot be put together, or the store fails while reading.
    Rescue {
        /// What is wrong.
        findings: Vec<Finding>,
        /// What the store said, if it failed.
        error: Option<StoreError>,
        /// Every key and value that could be read, as a JSON file to download.
        raw: String,
    },
    /// The store cannot even be listed.
    Store(StoreError),
}

/// Why a workspace was not created; nothing of it is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreateError {
    /// There is something under this id already.
    Exists,
    /// The id is not 1 to 64 letters, digits, `-` or `_`.
    BadId,
    /// It would fill the store beyond [`REFUSE_PERCENT`](crate::REFUSE_PERCENT).
    TooLarge {
        /// How many units it needs.
        needed: u64,
        /// How many there are before the line.
        room: u64,
    },
    /// The store is full.
    Full,
    /// The store gives back something else than was written.
    NotKept,
    /// The store failed.
    Store(StoreError),
}

/// Why a command was not saved. It is not in the store; the caller still has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppendError {
    /// The workspace may only be read.
    ReadOnly(ReadOnly),
    /// The store is full, and the reserve is used up.
    Full,
    /// The store was cleared while the workspace was open: it can be saved again from memory.
    Cleared,
    /// The store gives back something else than was written.
    NotKept,
    /// The store failed.
    Store(StoreError),
}

/// Why commands were not packed. Everything is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompactError {
    /// The workspace may only be read.
    ReadOnly(ReadOnly),
    /// There is no room for the packed form.
    Full,
    /// The store was cleared while the workspace was open.
    Cleared,
    /// Another tab packed at the same time.
    Fenced,
    /// The store gives back something else than was written.
    NotKept,
    /// The store failed.
    Store(StoreError),
}

macro_rules! from_the_store {
    ($($error:ident),*) => {$(
        impl From<NotPut> for $error {
            fn from(error: NotPut) -> Self {
                match error {
                    NotPut::Full => $error::Full,
                    NotPut::NotKept => $error::NotKept,
                    NotPut::Failed(error) => $error::Store(error),
                }
            }
        }

        impl From<StoreError> for $error {
            fn from(error: StoreError) -> Self {
                NotPut::from(error).into()
            }
        }

        impl std::error::Error for $error {}
    )*};
}

from_the_store!(CreateError, AppendError, CompactError);

const FULL: &str = "The browser's storage for this site is full. Export and delete workspaces you no longer need.";
const CLEARED: &str = "The browser's storage was cleared while this workspace was open. It is still in memory: save it again or export it.";
const NOT_KEPT: &str = "The browser's storage does not keep what is written to it. Export your work.";

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Absent => f.write_str("There is no such workspace in this browser."),
            OpenError::Deleted => f.write_str("This workspace was deleted."),
            OpenError::Binned => f.write_str(
                "This workspace was deleted. It stands under \u{201c}Recently deleted\u{201d} on the workspace page and can be restored there.",
            ),
            OpenError::Missing(Witness { name, commands, has_base, .. }) => {
                let import = if *has_base { "an import and " } else { "" };
                let changes = if *commands == 1 { "change" } else { "changes" };
                write!(
                    f,
                    "The workspace \u{201c}{name}\u{201d} was in this browser with {import}{commands} {changes} and is gone: the browser may have cleared its storage. Read its export, if there is one."
                )
            }
            OpenError::Newer { .. } => {
                f.write_str("This workspace was written by a later version of this app. Reload the page to get it.")
            }
            OpenError::Rescue { .. } => {
                f.write_str("This workspace cannot be put together. Nothing was changed; download what is there.")
            }
            OpenError::Store(error) => write!(f, "The workspace cannot be read: {error}."),
        }
    }
}

impl std::error::Error for OpenError {}

impl fmt::Display for CreateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CreateError::Exists => f.write_str("There is already something under this id."),
            CreateError::BadId => f.write_str("This cannot be the id of a workspace."),
            CreateError::TooLarge { needed, room } => write!(
                f,
                "It needs {needed} characters of the browser's storage, and {room} are free for it. Export and delete workspaces you no longer need."
            ),
            CreateError::Full => f.write_str(FULL),
            CreateError::NotKept => f.write_str(NOT_KEPT),
            CreateError::Store(error) => write!(f, "The workspace was not created: {error}."),
        }
    }
}

impl fmt::Display for AppendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AppendError::ReadOnly(reason) => f.write_str(reason.sentence()),
            AppendError::Full => f.write_str(FULL),
            AppendError::Cleared => f.write_str(CLEARED),
            AppendError::NotKept => f.write_str(NOT_KEPT),
            AppendError::Store(error) => write!(f, "Your change was not saved: {error}."),
        }
    }
}

impl fmt::Display for CompactError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CompactError::ReadOnly(reason) => f.write_str(reason.sentence()),
            CompactError::Full => f.write_str(FULL),
            CompactError::Cleared => f.write_str(CLEARED),
            CompactError::Fenced => f.write_str("Another tab is tidying up."),
            CompactError::NotKept => f.write_str(NOT_KEPT),
            CompactError::Store(error) => write!(f, "Tidying up did not work: {error}."),
        }
    }
}
