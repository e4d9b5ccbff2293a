//! What is drawn in a shift: by purpose and by the thing it is drawn for, so that no draw depends on another.

use twox_hash::XxHash64;

use super::play::Shift;
use crate::scenario::Spread;
use crate::{Purpose, Stream};

/// What something is drawn for. The names are those of the pool's streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Draw {
    Variants,
    Arrivals,
    Callers,
    Texts,
    Patience,
    Replies,
    Teams,
    Staff,
    Faults,
    Outcomes,
    Suppliers,
}

impl Draw {
    fn name(self) -> &'static str {
        match self {
            Draw::Variants => "variants",
            Draw::Arrivals => "arrivals",
            Draw::Callers => "callers",
            Draw::Texts => "texts",
            Draw::Patience => "patience",
            Draw::Replies => "replies",
            Draw::Teams => "teams",
            Draw::Staff => "staff",
            Draw::Faults => "faults",
            Draw::Outcomes => "outcomes",
            Draw::Suppliers => "suppliers",
        }
    }

    /// The purpose of drawing it for one thing.
    pub(super) fn of(self, thing: &str) -> Purpose {
        Purpose::numbered(self.name(), XxHash64::oneshot(0, thing.as_bytes()))
    }
}

/// The seed of a scenario's streams: another scenario with the same seed has other chances.
pub(super) fn seed_of(scenario: &str, seed: u64) -> u64 {
    XxHash64::oneshot(seed, scenario.as_bytes())
}

/// Nine of ten of a normal distribution lie below its mean and so many standard deviations.
const NINE_OF_TEN: f64 = 1.281_551_565_544_9;

/// A number of minutes of a spread: log-normal through its median and 90th percentile.
pub(super) fn spread(stream: &mut Stream, spread: Spread) -> f64 {
    let exact = spread.median <= 0.0 || spread.p90 <= spread.median;
    let normal = stream.normal(0.0, 1.0);
    if exact {
        return spread.median;
    }
    let deviation = libm::log(spread.p90 / spread.median) / NINE_OF_TEN;
    spread.median * libm::exp(deviation * normal)
}

/// A number between two, evenly.
pub(super) fn between(stream: &mut Stream, (from, to): (f64, f64)) -> f64 {
    from + (to - from) * stream.unit()
}

impl Shift {
    /// The chances of one purpose for one thing.
    pub(super) fn draw(&mut self, draw: Draw, thing: &str) -> &mut Stream {
        self.kernel.stream(draw.of(thing))
    }
}
