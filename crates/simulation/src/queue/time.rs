//! Time in queues: numbers in a unit of the model's choice, as its mathematics has them.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

/// An instant in the unit of the model: finite, so that instants have an order. Saved by its bits, so that no text form
/// of a number can move it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Moment(f64);

/// A length of time in the unit of the model: finite, 0 or more. Saved by its bits.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "u64", into = "u64")]
pub struct Span(f64);

impl Moment {
    /// The beginning of time.
    pub const ZERO: Self = Self(0.0);

    /// The instant, unless the number is infinite or none.
    pub fn new(at: f64) -> Option<Self> {
        // The sum makes 0 of −0, which would come before it in the order.
        at.is_finite().then_some(Self(at + 0.0))
    }

    /// The number.
    pub fn value(self) -> f64 {
        self.0
    }

    /// The instant so much later; the last one there is if the number would be too large.
    pub fn plus(self, span: Span) -> Self {
        Self((self.0 + span.0).min(f64::MAX))
    }

    /// How long after `earlier` this is; nothing if it is before.
    pub fn since(self, earlier: Self) -> Span {
        Span((self.0 - earlier.0).clamp(0.0, f64::MAX))
    }
}

impl Span {
    /// No time.
    pub const ZERO: Self = Self(0.0);

    /// The length, unless the number is negative, infinite or none.
    pub fn new(length: f64) -> Option<Self> {
        (length.is_finite() && length >= 0.0).then_some(Self(length + 0.0))
    }

    /// The number.
    pub fn value(self) -> f64 {
        self.0
    }
}

impl Eq for Moment {}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl TryFrom<u64> for Moment {
    type Error = &'static str;

    fn try_from(bits: u64) -> Result<Self, Self::Error> {
        Self::new(f64::from_bits(bits)).ok_or("an instant is not a finite number")
    }
}

impl From<Moment> for u64 {
    fn from(at: Moment) -> u64 {
        at.0.to_bits()
    }
}

impl TryFrom<u64> for Span {
    type Error = &'static str;

    fn try_from(bits: u64) -> Result<Self, Self::Error> {
        Self::new(f64::from_bits(bits)).ok_or("a length of time is not a finite number of 0 or more")
    }
}

impl From<Span> for u64 {
    fn from(span: Span) -> u64 {
        span.0.to_bits()
    }
}
