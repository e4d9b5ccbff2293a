//! Erlang B and C: calls that are lost, calls that wait.
//!
//! Source: A. K. Erlang (1917); in the form of Cooper, Introduction to Queueing Theory, 2nd edition (1981), chapter 3.

use super::Impossible;
use super::checked::{not_negative, positive, servers};

/// 1 / B for each number of servers in turn, beginning with none: 1/B(0) = 1, 1/B(n) = 1 + n / load · 1/B(n − 1).
///
/// The reciprocal only adds what is positive, so it keeps its precision where factorials and powers would overflow; it
/// becomes infinite where B is too small for a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct InverseB {
    load: f64,
    pub servers: u32,
    pub value: f64,
}

impl InverseB {
    pub fn new(load: f64) -> Self {
        Self { load, servers: 0, value: 1.0 }
    }

    pub fn add_server(&mut self) {
        self.servers += 1;
        self.value = 1.0 + self.value * f64::from(self.servers) / self.load;
    }

    pub fn with(load: f64, servers: u32) -> Self {
        let mut inverse = Self::new(load);
        for _ in 0..servers {
            inverse.add_server();
        }
        inverse
    }

    /// Erlang C for a load below the servers: C = B / (1 − ρ (1 − B)) = 1 / (1/B − ρ (1/B − 1)).
    pub fn p_wait(self) -> f64 {
        let utilisation = self.load / f64::from(self.servers);
        1.0 / (self.value * (1.0 - utilisation) + utilisation)
    }
}

/// The part of calls that find all servers busy and are lost. The load is arrival rate times mean service time.
///
/// # Errors
/// [`Impossible`] for a negative load or too many servers. Without a server all calls are lost.
pub fn erlang_b(load: f64, count: u32) -> Result<f64, Impossible> {
    let load = not_negative("load", load)?;
    if count == 0 {
        return Ok(1.0);
    }
    Ok(1.0 / InverseB::with(load, servers(count)?).value)
}

/// The part of calls that find all servers busy and wait.
///
/// # Errors
/// [`Impossible`], among others for a load that is not below the number of servers.
pub fn erlang_c(load: f64, count: u32) -> Result<f64, Impossible> {
    let (load, count) = (not_negative("load", load)?, servers(count)?);
    if load >= f64::from(count) {
        return Err(Impossible::Overloaded);
    }
    Ok(InverseB::with(load, count).p_wait())
}

/// M/M/c: customers come at random, service times are exponential, nobody leaves, first come first served.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mmc {
    arrival_rate: f64,
    service_rate: f64,
    servers: u32,
    p_wait: f64,
}

/// How M/M/c is in its steady state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Steady {
    /// Part of the customers who wait.
    pub p_wait: f64,
    /// Mean time in the queue, over all customers.
    pub wq: f64,
    /// Mean time in the queue and in service.
    pub w: f64,
    /// Mean number in the queue.
    pub lq: f64,
    /// Mean number in the queue and in service.
    pub l: f64,
    /// What nine of ten customers do not wait longer than.
    pub wq_p90: f64,
}

impl Mmc {
    /// Customers come at `arrival_rate` to so many servers, each of whom serves at `service_rate`.
    ///
    /// # Errors
    /// [`Impossible`], among others if there is no steady state.
    pub fn new(arrival_rate: f64, service_rate: f64, count: u32) -> Result<Self, Impossible> {
        let arrival_rate = positive("lambda", arrival_rate)?;
        let service_rate = positive("mu", service_rate)?;
        let count = servers(count)?;
        // By the rates themselves: their quotient may be rounded down to below the number of servers.
        if arrival_rate >= service_rate * f64::from(count) {
            return Err(Impossible::Overloaded);
        }
        let p_wait = InverseB::with(arrival_rate / service_rate, count).p_wait();
        Ok(Self { arrival_rate, service_rate, servers: count, p_wait })
    }

    /// By how much more could be served than comes.
    fn spare_rate(&self) -> f64 {
        self.service_rate * f64::from(self.servers) - self.arrival_rate
    }

    /// Its figures.
    pub fn steady(&self) -> Steady {
        let wq = self.p_wait / self.spare_rate();
        let w = wq + 1.0 / self.service_rate;
        Steady {
            p_wait: self.p_wait,
            wq,
            w,
            lq: self.arrival_rate * wq,
            l: self.arrival_rate * w,
            wq_p90: self.wait_of_part(0.9),
        }
    }

    /// The part of customers who wait longer than `time`: C · exp(−(cµ − λ) time).
    pub fn p_wait_longer(&self, time: f64) -> f64 {
        self.p_wait * libm::exp(-self.spare_rate() * time)
    }

    /// What `part` (below 1) of all customers do not wait longer than; 0 if so many do not wait at all.
    pub fn wait_of_part(&self, part: f64) -> f64 {
        (libm::log(self.p_wait / (1.0 - part)) / self.spare_rate()).max(0.0)
    }
}
