//! A stretch of time.

use chrono::{DateTime, TimeDelta, Utc};

/// From an instant up to, but without, another that comes later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: DateTime<Utc>,
    end: DateTime<Utc>,
}

impl Span {
    /// A span, if it ends after its start.
    pub fn new(start: DateTime<Utc>, end: DateTime<Utc>) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// The first instant inside.
    pub fn start(self) -> DateTime<Utc> {
        self.start
    }

    /// The first instant after it.
    pub fn end(self) -> DateTime<Utc> {
        self.end
    }

    /// How long it is.
    pub fn length(self) -> TimeDelta {
        self.end.signed_duration_since(self.start)
    }

    /// Whether the two share any time. One that ends as the other starts does not.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same length from another start; `None` beyond the instants that can be written down.
    pub fn moved_to(self, start: DateTime<Utc>) -> Option<Self> {
        Self::new(start, start.checked_add_signed(self.length())?)
    }
}
