//! Many spans of time in a few numbers.

use chrono::TimeDelta;

/// How long things took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// Over how many.
    pub n: usize,
    /// The arithmetic mean; a few very long ones pull it up.
    pub mean: TimeDelta,
    /// Half took no longer; of an even number, the mean of the two in the middle.
    pub median: TimeDelta,
    /// Nine in ten took no longer: the value at rank ⌈0.9 n⌉ (nearest rank, a span that did occur).
    pub p90: TimeDelta,
    /// The longest.
    pub longest: TimeDelta,
}

impl Spread {
    /// Over spans in seconds; `None` for none. Leaves them in order.
    pub fn of(seconds: &mut [i64]) -> Option<Self> {
        seconds.sort_unstable();
        let n = seconds.len();
        let at = |rank: usize| seconds.get(rank).copied();
        let middle = (i128::from(at(n.checked_sub(1)? / 2)?) + i128::from(at(n / 2)?)) / 2;
        let sum: i128 = seconds.iter().map(|&one| i128::from(one)).sum();
        let mean = sum / i128::try_from(n).ok()?;
        // ⌈0.9 n⌉ without a rounding error.
        let rank = (n * 9).div_ceil(10);
        let span = |seconds: i128| i64::try_from(seconds).ok().and_then(TimeDelta::try_seconds);
        Some(Self {
            n,
            mean: span(mean)?,
            median: span(middle)?,
            p90: span(at(rank - 1)?.into())?,
            longest: span(at(n - 1)?.into())?,
        })
    }
}
