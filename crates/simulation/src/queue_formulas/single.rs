//! M/G/1: one server, service times of any shape.

use super::Impossible;
use super::checked::positive;

/// M/G/1 by what its mean waits hang on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mg1 {
    arrival_rate: f64,
    mean: f64,
    second_moment: f64,
}

/// Mean times and numbers of a queue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeanTimes {
    /// Mean time in the queue.
    pub wq: f64,
    /// Mean time in the queue and in service.
    pub w: f64,
    /// Mean number in the queue.
    pub lq: f64,
    /// Mean number in the queue and in service.
    pub l: f64,
}

impl Mg1 {
    /// Customers come at `arrival_rate`; service times have this mean and this mean of their squares.
    ///
    /// # Errors
    /// [`Impossible`], among others if there is no steady state.
    pub fn new(arrival_rate: f64, mean: f64, second_moment: f64) -> Result<Self, Impossible> {
        let arrival_rate = positive("lambda", arrival_rate)?;
        let mean = positive("mean", mean)?;
        let second_moment = positive("second_moment", second_moment)?;
        // A hair less than the square is a rounded constant time.
        if second_moment < mean * mean * (1.0 - 1e-9) {
            return Err(Impossible::Moments);
        }
        if arrival_rate * mean >= 1.0 {
            return Err(Impossible::Overloaded);
        }
        Ok(Self { arrival_rate, mean, second_moment })
    }

    /// Its figures, by Pollaczek and Khinchine: `Wq = λ E[S²] / (2 (1 − ρ))`.
    pub fn steady(&self) -> MeanTimes {
        let wq = self.arrival_rate * self.second_moment / (2.0 * (1.0 - self.arrival_rate * self.mean));
        let w = wq + self.mean;
        MeanTimes { wq, w, lq: self.arrival_rate * wq, l: self.arrival_rate * w }
    }
}
