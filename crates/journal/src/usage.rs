//! How full the store is, counted as browsers count: UTF-16 units of keys and values, of the whole origin.

use crate::keys::PREFIX;
use crate::{Store, StoreError};

/// What a browser gives an origin, in UTF-16 units (measured in Chromium and Firefox).
pub const LIMIT_UNITS: u64 = 5_242_880;
/// From this share on, users are warned.
pub const WARN_PERCENT: u64 = 70;
/// Beyond this share, bulk work is refused.
pub const REFUSE_PERCENT: u64 = 90;

/// How full the store is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// Everything of this app, the reserve included.
    pub ours: u64,
    /// Each workspace's id and units; remains of deleted ones too.
    pub by_workspace: Vec<(String, u64)>,
    /// Everything else on this origin. It is never touched.
    pub others: u64,
    /// What there is in all.
    pub limit: u64,
}

impl Usage {
    /// All that is used.
    pub fn total(&self) -> u64 {
        self.ours + self.others
    }

    /// The used share of the limit, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.total() as f64 / self.limit as f64
    }
}

/// Counts the whole store.
pub fn usage(store: &dyn Store) -> Result<Usage, StoreError> {
    let mut usage = Usage { limit: LIMIT_UNITS, ..Usage::default() };
    for key in store.keys()? {
        let size = units(&key) + store.get(&key)?.map_or(0, |value| units(&value));
        match key.strip_prefix(PREFIX) {
            None => usage.others += size,
            Some(rest) => {
                usage.ours += size;
                if let Some((workspace, _)) = rest.split_once('/') {
                    match usage.by_workspace.iter_mut().find(|(id, _)| id == workspace) {
                        Some((_, units)) => *units += size,
                        None => usage.by_workspace.push((workspace.to_owned(), size)),
                    }
                }
            }
        }
    }
    Ok(usage)
}

/// How many units a new workspace may take: up to [`REFUSE_PERCENT`] of the limit stay for bulk work.
pub fn room(store: &dyn Store) -> Result<u64, StoreError> {
    Ok((LIMIT_UNITS * REFUSE_PERCENT / 100).saturating_sub(usage(store)?.total()))
}

/// The length of a text as browsers count it.
pub(crate) fn units(text: &str) -> u64 {
    // Most of what is stored is ASCII, the reserve above all.
    if text.is_ascii() { text.len() as u64 } else { text.encode_utf16().count() as u64 }
}

/// Whether so many units are more than a share of the limit.
pub(crate) fn is_beyond(units: u64, percent: u64) -> bool {
    units * 100 > LIMIT_UNITS * percent
}
