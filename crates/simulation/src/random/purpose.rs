//! What a random number is drawn for.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use twox_hash::XxHash64;

/// What random numbers are drawn for: a name, and a number where each of many (people, replications) has its own.
///
/// Purposes with different names or numbers have independent streams. So one more draw for one purpose shuffles no
/// other, and two policies can be compared on the same arrivals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Purpose {
    name: Cow<'static, str>,
    number: u64,
}

impl Purpose {
    /// A purpose that is there once.
    pub const fn named(name: &'static str) -> Self {
        Self::numbered(name, 0)
    }

    /// One of many of that name.
    pub const fn numbered(name: &'static str, number: u64) -> Self {
        Self { name: Cow::Borrowed(name), number }
    }

    /// Which of the 2^64 streams of a seed is its own.
    ///
    /// Part of the form of runs: another function would change every run there is.
    pub(super) fn stream_number(&self) -> u64 {
        XxHash64::oneshot(self.number, self.name.as_bytes())
    }
}
