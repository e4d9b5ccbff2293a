//! Simulated time, in UTC.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// An instant of simulated time: whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Whole, so that two instants are either the same or not, wherever they were computed; milliseconds, because nothing
/// at a service desk is finer. Saved as that number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct SimTime(i64);

/// An instant that no calendar reaches (some 262,000 years from now).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeyondTime;

impl std::fmt::Display for BeyondTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("this instant is beyond every calendar")
    }
}

impl std::error::Error for BeyondTime {}

impl SimTime {
    /// The instant, less what is finer than a millisecond.
    pub fn from_utc(at: DateTime<Utc>) -> Self {
        Self(at.timestamp_millis())
    }

    /// The instant as the other crates know it.
    pub fn utc(self) -> DateTime<Utc> {
        // Every way to make one has looked that the calendar reaches it.
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// The instant so much later, less what is finer than a millisecond.
    ///
    /// # Errors
    /// [`BeyondTime`] if the calendar ends before.
    pub fn plus(self, span: TimeDelta) -> Result<Self, BeyondTime> {
        self.0.checked_add(span.num_milliseconds()).ok_or(BeyondTime)?.try_into()
    }

    /// How long after `earlier` this is; negative if it is before.
    pub fn since(self, earlier: Self) -> TimeDelta {
        // Two instants of the calendar are less than 2^54 milliseconds apart, so this cannot saturate.
        TimeDelta::try_milliseconds(self.0.saturating_sub(earlier.0)).unwrap_or(TimeDelta::MAX)
    }
}

impl TryFrom<i64> for SimTime {
    type Error = BeyondTime;

    fn try_from(millis: i64) -> Result<Self, BeyondTime> {
        DateTime::from_timestamp_millis(millis).map(|_| Self(millis)).ok_or(BeyondTime)
    }
}

impl From<SimTime> for i64 {
    fn from(at: SimTime) -> i64 {
        at.0
    }
}
