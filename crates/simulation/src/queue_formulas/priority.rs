//! Classes of customers with one service rate; whoever is served is not interrupted.

use super::Impossible;
use super::checked::{not_negative, positive, servers};
use super::erlang::InverseB;

/// Mean time in the queue of each class, the first class first in line: W_k = C / (cµ) / ((1 − σ_{k−1}) (1 − σ_k)), σ_k
/// being the utilisation by the classes up to k. A class may be empty: its wait is that of who would come.
///
/// Source: Cobham, "Priority assignment in waiting line problems", Operations Research 2 (1954).
///
/// # Errors
/// [`Impossible`], among others if all classes together leave no steady state, or no customer comes.
pub fn priority_waits(arrival_rates: &[f64], service_rate: f64, count: u32) -> Result<Vec<f64>, Impossible> {
    for rate in arrival_rates {
        not_negative("lambdas", *rate)?;
    }
    let total = positive("lambdas", arrival_rates.iter().sum())?;
    let service_rate = positive("mu", service_rate)?;
    let capacity = service_rate * f64::from(servers(count)?);
    if total >= capacity {
        return Err(Impossible::Overloaded);
    }
    let p_wait = InverseB::with(total / service_rate, count).p_wait();
    let mut up_to = 0.0;
    let waits = arrival_rates.iter().map(|rate| {
        let before = 1.0 - up_to / capacity;
        up_to += rate;
        p_wait / capacity / (before * (1.0 - up_to / capacity))
    });
    Ok(waits.collect())
}
