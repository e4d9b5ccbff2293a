//! What was so in a shift, whether or not anybody saw it: what findings are read from, beside the entries.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::scenario::{Channel, Files, Key, Stake, Truth as ContactTruth};

/// The hidden part of a shift, closed when it ends.
#[derive(Clone, Debug)]
pub struct Truth {
    /// The files.
    pub files: Arc<Files>,
    /// When the shift began.
    pub from: DateTime<Utc>,
    /// When it ended.
    pub to: DateTime<Utc>,
    /// Every case that came, and records that were there at the start.
    pub cases: BTreeMap<Key, CaseTruth>,
    /// Faults of this shift by their key in the scenario.
    pub faults: BTreeMap<Key, FaultTruth>,
    /// Every stretch in which somebody was held up, in the order in which it began.
    pub losses: Vec<Loss>,
}

/// What was so about one case.
#[derive(Clone, Debug)]
pub struct CaseTruth {
    /// Who.
    pub who: Key,
    /// How they came.
    pub channel: Channel,
    /// When.
    pub at: DateTime<Utc>,
    /// The fault of the scenario behind it.
    pub fault: Option<Key>,
    /// What was asked for.
    pub offer: Option<Key>,
    /// How many it holds up, and how much.
    pub stake: Stake,
    /// What is so.
    pub truth: ContactTruth,
    /// Whether nothing had to be done.
    pub noise: bool,
    /// When its need was met, again and again if it came back.
    pub met: Vec<DateTime<Utc>>,
}

/// What was so about one fault.
#[derive(Clone, Debug)]
pub struct FaultTruth {
    /// Its key in the pool.
    pub fault: Key,
    /// At which item.
    pub item: Option<Key>,
    /// When it began, and began again.
    pub began: Vec<DateTime<Utc>>,
    /// When it was covered or removed.
    pub ended: Vec<DateTime<Utc>>,
    /// Whether it is gone for good.
    pub gone: bool,
}

/// A stretch in which people were held up by one failure.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// Which case.
    pub case: Key,
    /// Who.
    pub who: Key,
    /// The fault, or the case itself where there is none.
    pub failure: Key,
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when.
    pub to: DateTime<Utc>,
    /// How many, and how much of their work.
    pub stake: Stake,
}

impl Loss {
    /// Working minutes that were lost.
    pub fn minutes(&self) -> f64 {
        let span = (self.to - self.from).num_milliseconds();
        span as f64 / 60_000.0 * f64::from(self.stake.people) * self.stake.share
    }
}
