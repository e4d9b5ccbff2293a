//! A queue of random customers, run long enough to say something.

use super::measure::{Batch, Measure, Window};
use super::{Estimate, Market, Moment, RandomCustomers, Staff, Station};

/// A run of M/M/c, or of Erlang-A where customers have patience.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Experiment {
    market: Market,
    servers: u32,
    window: Window,
    seed: u64,
}

/// What is wrong with an experiment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Rates must be above 0, and neither they nor the mean times may be infinite.
    Rate,
    /// Without a server, or with too few and endless patience, the queue grows for ever and has no mean.
    NoSteadyState,
    /// There must be a batch, and a customer in it.
    Empty,
}

impl std::fmt::Display for Unfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Rate => "rates must be above 0 and finite",
            Self::NoSteadyState => "the load is not below the capacity, so the queue has no steady state",
            Self::Empty => "there must be at least one batch of at least one customer",
        })
    }
}

impl std::error::Error for Unfit {}

/// What was found, each with its 95 % confidence interval over the batches (or replications).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Findings {
    /// Mean time in the queue, over all customers, those who left included.
    pub wait: Estimate,
    /// Part of the customers who had to wait.
    pub p_wait: Estimate,
    /// Part of the customers who left unserved.
    pub p_abandon: Estimate,
    /// Customers waiting, averaged over time.
    pub waiting: Estimate,
}

impl Experiment {
    /// Customers come at `arrival_rate`, are served at `service_rate` by each server, and, if given, leave at
    /// `patience_rate` while they wait; all by the same unit of time. It measures `customers` in 20 batches, after a
    /// warm-up of a twentieth as many.
    ///
    /// # Errors
    /// [`Unfit`] says what does not fit.
    pub fn new(
        arrival_rate: f64,
        service_rate: f64,
        patience_rate: Option<f64>,
        servers: u32,
        customers: u64,
        seed: u64,
    ) -> Result<Self, Unfit> {
        let mean = |rate: f64| {
            let mean = 1.0 / rate;
            (rate > 0.0 && rate.is_finite() && mean.is_finite()).then_some(mean).ok_or(Unfit::Rate)
        };
        let market = Market {
            mean_between: mean(arrival_rate)?,
            mean_service: mean(service_rate)?,
            mean_patience: patience_rate.map(mean).transpose()?,
        };
        if servers == 0 || (patience_rate.is_none() && arrival_rate >= service_rate * f64::from(servers)) {
            return Err(Unfit::NoSteadyState);
        }
        let window = Window { warm_up: customers / 20, batches: 20, size: customers / 20 };
        Ok(Self { market, servers, window, seed }).and_then(Self::whole)
    }

    /// The same with another warm-up (in customers) and other batches.
    ///
    /// # Errors
    /// [`Unfit::Empty`] if nobody is left to measure.
    pub fn in_batches(mut self, warm_up: u64, batches: u32, size: u64) -> Result<Self, Unfit> {
        self.window = Window { warm_up, batches, size };
        self.whole()
    }

    fn whole(self) -> Result<Self, Unfit> {
        if self.window.customers() == 0 { Err(Unfit::Empty) } else { Ok(self) }
    }

    /// One long run, by the means of its batches: one warm-up for all. Batches must be long against the time the queue
    /// needs to forget, or the intervals come out too narrow.
    pub fn by_batches(&self) -> Findings {
        Findings::over(&self.run(0))
    }

    /// Several runs with customers of their own, each with its warm-up, by the mean of each: independent for certain.
    pub fn by_replications(&self, replications: u32) -> Findings {
        let runs: Vec<Batch> = (0..replications).map(|one| sum(&self.run(u64::from(one)))).collect();
        Findings::over(&runs)
    }

    fn run(&self, replication: u64) -> Vec<Batch> {
        let mut customers = RandomCustomers::new(self.market, self.seed, replication);
        let mut station = Station::new(Staff::Fixed(self.servers));
        let mut measure = Measure::new(self.window);
        while !measure.complete(station.arrived()) {
            let (before, arrived, waiting) = (station.now(), station.arrived(), station.waiting());
            let now: Option<Moment> = station.step(&mut customers, &mut |visit| measure.see(&visit));
            let Some(now) = now else { break };
            measure.pass(before, now, arrived, waiting);
        }
        measure.batches
    }
}

impl Findings {
    fn over(batches: &[Batch]) -> Self {
        let estimate = |value: fn(&Batch) -> f64| Estimate::of(&batches.iter().map(value).collect::<Vec<_>>());
        Self {
            wait: estimate(|batch| batch.waiting_time / batch.visits as f64),
            p_wait: estimate(|batch| batch.waited as f64 / batch.visits as f64),
            p_abandon: estimate(|batch| batch.left as f64 / batch.visits as f64),
            waiting: estimate(|batch| batch.queue_time / batch.length),
        }
    }
}

fn sum(batches: &[Batch]) -> Batch {
    batches.iter().fold(Batch::default(), |sum, one| Batch {
        visits: sum.visits + one.visits,
        waited: sum.waited + one.waited,
        left: sum.left + one.left,
        waiting_time: sum.waiting_time + one.waiting_time,
        length: sum.length + one.length,
        queue_time: sum.queue_time + one.queue_time,
    })
}
