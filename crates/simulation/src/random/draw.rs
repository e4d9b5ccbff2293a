//! What is drawn: numbers of some distribution, made of a stream's bits.
//!
//! Written here, over `libm`, because a run must be the same natively and in wasm, and in every later version: a crate
//! for distributions may choose its functions by platform and its methods by release. A change here changes every run.

use super::Stream;

impl Stream {
    /// A number from 0 (included) to 1 (excluded), one of 2^53 equally likely ones.
    pub fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1_u64 << f64::MANTISSA_DIGITS) as f64;
        (self.bits() >> (u64::BITS - f64::MANTISSA_DIGITS)) as f64 * STEP
    }

    /// Whether something of that probability happens: never at 0 or less, always at 1 or more.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A whole number below `limit`, each equally likely; 0 if the limit is 0.
    ///
    /// Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
    pub fn below(&mut self, limit: u32) -> u32 {
        let limit = u64::from(limit);
        // What is left over when 2^32 is shared out in parts of `limit`: drawing it would favour some numbers.
        let unfair = (1_u64 << u32::BITS).checked_rem(limit).unwrap_or(0);
        loop {
            let product = (self.bits() >> u32::BITS) * limit;
            if product & u64::from(u32::MAX) >= unfair {
                return (product >> u32::BITS) as u32;
            }
        }
    }

    /// One of some things, each equally likely; `None` if there are none (or more than 2^32).
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        let count = u32::try_from(things.len()).ok()?;
        things.get(self.below(count) as usize)
    }

    /// The place of one of some things that are as likely as their weights say; a weight that is not above 0 is never
    /// taken. `None` if none can be.
    pub fn weighted(&mut self, weights: &[f64]) -> Option<usize> {
        let likely = |weight: f64| if weight > 0.0 { weight } else { 0.0 };
        let mut left = self.unit() * weights.iter().copied().map(likely).sum::<f64>();
        let mut last = None;
        for (place, weight) in weights.iter().copied().enumerate().filter(|(_, weight)| *weight > 0.0) {
            if left < weight {
                return Some(place);
            }
            left -= weight;
            // Rounding may leave a crumb after the last one.
            last = Some(place);
        }
        last
    }

    /// A waiting time of the exponential distribution, in the unit of its mean; never negative.
    pub fn exponential(&mut self, mean: f64) -> f64 {
        // 1 − unit is never 0; the sum with 0 turns −0 into 0.
        mean * -libm::log(1.0 - self.unit()) + 0.0
    }

    /// A number of the normal distribution, by Box and Muller's method; of its two numbers the second is not kept, so
    /// that a stream has no memory but its place.
    pub fn normal(&mut self, mean: f64, standard_deviation: f64) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.unit()));
        mean + standard_deviation * radius * libm::cos(std::f64::consts::TAU * self.unit())
    }

    /// A number whose logarithm is normal, by its own mean (above 0) and coefficient of variation (standard deviation
    /// divided by mean): the usual shape of times to repair.
    pub fn log_normal(&mut self, mean: f64, variation: f64) -> f64 {
        let variance = libm::log1p(variation * variation);
        mean * libm::exp(self.normal(-variance / 2.0, libm::sqrt(variance)))
    }
}
