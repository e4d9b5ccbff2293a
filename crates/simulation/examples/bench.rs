//! How many random customers of M/M/3 go through the queue in a second. Run it with `--release`.

use std::time::Instant;

use simulation::queue::busy_desk;

const CUSTOMERS: u64 = 200_000;
const ROUNDS: u64 = 15;

fn main() {
    let mut rates: Vec<f64> = (0..ROUNDS).map(customers_a_second).collect();
    rates.sort_by(f64::total_cmp);
    let [slowest, median, fastest] = [0, rates.len() / 2, rates.len() - 1].map(|place| rates.get(place).copied());
    let millions = |rate: Option<f64>| rate.unwrap_or_default() / 1e6;
    println!(
        "M/M/3, {CUSTOMERS} customers, {ROUNDS} rounds: {:.2} million customers/s (median; {:.2} to {:.2}); aim: 5",
        millions(median),
        millions(slowest),
        millions(fastest)
    );
}

fn customers_a_second(seed: u64) -> f64 {
    let began = Instant::now();
    let served = busy_desk(CUSTOMERS, seed);
    assert!(served.visits == CUSTOMERS && served.waited > 0.0, "all customers are served, and some wait");
    CUSTOMERS as f64 / began.elapsed().as_secs_f64()
}
