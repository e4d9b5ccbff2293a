//! A desk whose speed is measured: the same work natively and in the browser.

use super::{Market, RandomCustomers, Staff, Station};

/// What came of serving customers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Served {
    /// How many were served.
    pub visits: u64,
    /// How long they waited in sum, in the mean service time.
    pub waited: f64,
}

/// Serves so many customers of M/M/3 with arrival rate 2.4 and service rate 1, to the last.
pub fn busy_desk(customers: u64, seed: u64) -> Served {
    let market = Market { mean_between: 1.0 / 2.4, mean_service: 1.0, mean_patience: None };
    let mut arriving = RandomCustomers::new(market, seed, 0).take(usize::try_from(customers).unwrap_or(usize::MAX));
    let mut station = Station::new(Staff::Fixed(3));
    let mut waited = 0.0;
    while station.step(&mut arriving, &mut |visit| waited += visit.waited().value()).is_some() {}
    Served { visits: station.served(), waited }
}
