//! Erlang A (M/M/c+M): customers wait as long as an exponential patience lasts, then leave.
//!
//! Source: Palm (1957); Garnett, Mandelbaum and Reiman, "Designing a call center with impatient customers",
//! Manufacturing & Service Operations Management 4 (2002).

use super::Impossible;
use super::checked::{not_negative, positive, servers};
use super::erlang::{InverseB, Mmc};

/// Erlang A: rates of arrival, of service by each server, and of losing patience.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ErlangA {
    arrival_rate: f64,
    service_rate: f64,
    patience_rate: f64,
    servers: u32,
}

/// How Erlang A is in its steady state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Impatient {
    /// Part of the customers who find all servers busy.
    pub p_wait: f64,
    /// Part of the customers who leave unserved.
    pub p_abandon: f64,
    /// Mean time in the queue over all customers, those who leave included.
    pub wq: f64,
    /// Mean number in the queue.
    pub lq: f64,
}

/// So many states are summed up at most; patience that needs more is as good as endless.
const MOST_STATES: u32 = 100_000_000;
/// What is so much smaller than the sum changes none of its digits.
const NOTHING: f64 = 1e-18;
/// Sums beyond this are scaled down before they overflow.
const HUGE: f64 = 1e200;

impl ErlangA {
    /// Customers come at `arrival_rate` to so many servers, each of whom serves at `service_rate`; whoever waits leaves
    /// at `patience_rate` (1 / mean patience). At 0 nobody leaves.
    ///
    /// # Errors
    /// [`Impossible`]; there is no steady state only if nobody leaves.
    pub fn new(arrival_rate: f64, service_rate: f64, patience_rate: f64, count: u32) -> Result<Self, Impossible> {
        Ok(Self {
            arrival_rate: positive("lambda", arrival_rate)?,
            service_rate: positive("mu", service_rate)?,
            patience_rate: not_negative("theta", patience_rate)?,
            servers: servers(count)?,
        })
    }

    /// Its figures.
    ///
    /// # Errors
    /// [`Impossible::Overloaded`] if nobody leaves and the load is not below the capacity, [`Impossible::TooPatient`] if
    /// patience is so long that the queue has more than a hundred million likely lengths.
    pub fn steady(&self) -> Result<Impatient, Impossible> {
        if self.patience_rate == 0.0 {
            let calm = Mmc::new(self.arrival_rate, self.service_rate, self.servers)?.steady();
            return Ok(Impatient { p_wait: calm.p_wait, p_abandon: 0.0, wq: calm.wq, lq: calm.lq });
        }
        let busy = self.while_all_busy()?;
        // All probabilities are in units of that of "all busy, none waiting". Those of fewer busy, with that one, sum up
        // to 1 / B.
        let below = InverseB::with(self.arrival_rate / self.service_rate, self.servers).value * busy.unit;
        let all = below + busy.some_waiting;
        let lq = busy.waiting / all;
        let wq = lq / self.arrival_rate;
        Ok(Impatient { p_wait: (busy.unit + busy.some_waiting) / all, p_abandon: self.patience_rate * wq, wq, lq })
    }

    /// Sums over the states with 1, 2, … waiting: each is λ / (cµ + nθ) times as likely as the one before.
    fn while_all_busy(&self) -> Result<AllBusy, Impossible> {
        let capacity = self.service_rate * f64::from(self.servers);
        let mut sums = AllBusy { unit: 1.0, some_waiting: 0.0, waiting: 0.0 };
        let mut likely = 1.0;
        for waiting in (1..=MOST_STATES).map(f64::from) {
            let ratio = self.arrival_rate / (capacity + waiting * self.patience_rate);
            likely *= ratio;
            sums.some_waiting += likely;
            sums.waiting += likely * waiting;
            if likely > HUGE {
                likely /= HUGE;
                sums.scale(HUGE);
            }
            // What is left out is at most a geometric series of this ratio; so is the part that `waiting` misses.
            let rest = 1.0 / (1.0 - ratio);
            if ratio < 1.0 && likely * rest * (waiting + rest) <= NOTHING * sums.waiting {
                return Ok(sums);
            }
        }
        Err(Impossible::TooPatient)
    }
}

struct AllBusy {
    /// Probability that all are busy and none waits.
    unit: f64,
    /// Probability that some wait.
    some_waiting: f64,
    /// Mean number waiting.
    waiting: f64,
}

impl AllBusy {
    fn scale(&mut self, by: f64) {
        self.unit /= by;
        self.some_waiting /= by;
        self.waiting /= by;
    }
}
