//! Writing with proof: what was written is read back, and a full store gives up its reserve first.

use crate::keys::RESERVE;
use crate::{Store, StoreError};

/// The size of the reserve with its key, in UTF-16 units.
pub const RESERVE_UNITS: u64 = 65_536;

/// Why something is not stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotPut {
    Full,
    /// The store took it, twice, but gives back something else.
    NotKept,
    Failed(StoreError),
}

impl From<StoreError> for NotPut {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => NotPut::Full,
            other => NotPut::Failed(other),
        }
    }
}

/// Writes a value and reads it back; a value that comes back changed is written once more.
pub(crate) fn put(store: &dyn Store, key: &str, value: &str) -> Result<(), NotPut> {
    for _ in 0..2 {
        let written = store.set(key, value);
        let kept = matches!(store.get(key)?, Some(kept) if kept == value);
        match written {
            // A store may fail and have done it all the same: what counts is what it gives back.
            _ if kept => return Ok(()),
            Err(error) => return Err(error.into()),
            Ok(()) => {}
        }
    }
    Err(NotPut::NotKept)
}

/// Like [`put`], but gives up the reserve where the store is full; tells whether it had to.
pub(crate) fn put_in_need(store: &dyn Store, key: &str, value: &str) -> Result<bool, NotPut> {
    match put(store, key, value) {
        Err(NotPut::Full) if matches!(store.get(RESERVE), Ok(Some(_))) => {
            store.remove(RESERVE)?;
            put(store, key, value).map(|()| true)
        }
        other => other.map(|()| false),
    }
}

/// Lays the reserve aside if it is not there and leaves the store below `most` units; failing is no error.
pub(crate) fn lay_reserve(store: &dyn Store, used: u64, most: u64) {
    if store.fleeting().is_none() && used + RESERVE_UNITS <= most && matches!(store.get(RESERVE), Ok(None)) {
        let _ = store.set(RESERVE, &"0".repeat(RESERVE_UNITS as usize - RESERVE.len()));
    }
}
