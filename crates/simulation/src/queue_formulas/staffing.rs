//! How many people it takes, by Erlang C.

use super::Impossible;
use super::checked::{MOST_SERVERS, not_negative, part, positive};
use super::erlang::InverseB;

/// What calls are promised: this part of them is answered within these seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// Part of the calls, less than 1: no number of agents answers all of them.
    pub level: f64,
    /// Seconds.
    pub within_seconds: f64,
}

/// The fewest agents who keep a goal, and how it is with them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// Agents on the phone at any time.
    pub agents: u32,
    /// Part of the calls answered within the goal's seconds.
    pub service_level: f64,
    /// Mean seconds until a call is answered.
    pub asa_seconds: f64,
    /// Part of their time in which agents are busy.
    pub occupancy: f64,
}

/// The fewest agents for so many calls an hour, each taking `aht_seconds` (average handling time: talk and after-work).
///
/// # Errors
/// [`Impossible`] for numbers out of range or more agents than can be reckoned with.
pub fn staffing(calls_per_hour: f64, aht_seconds: f64, goal: Goal) -> Result<Plan, Impossible> {
    let calls = positive("calls_per_hour", calls_per_hour)?;
    let aht_seconds = positive("aht_seconds", aht_seconds)?;
    let level = part("target_level", goal.level)?;
    let seconds = not_negative("target_seconds", goal.within_seconds)?;
    let load = calls * aht_seconds / 3600.0;
    if load >= f64::from(MOST_SERVERS) {
        return Err(Impossible::TooLarge);
    }
    let mut inverse = InverseB::new(load);
    while inverse.servers < MOST_SERVERS {
        inverse.add_server();
        let agents = f64::from(inverse.servers);
        if agents <= load {
            continue;
        }
        let p_wait = inverse.p_wait();
        let service_level = 1.0 - p_wait * libm::exp(-(agents - load) * seconds / aht_seconds);
        if service_level >= level {
            return Ok(Plan {
                agents: inverse.servers,
                service_level,
                asa_seconds: p_wait * aht_seconds / (agents - load),
                occupancy: load / agents,
            });
        }
    }
    Err(Impossible::TooLarge)
}

/// How many people to employ so that so many are there, if `shrinkage` (a part, less than 1) of paid time goes to
/// holidays, sickness, training and breaks.
///
/// # Errors
/// [`Impossible`] for a shrinkage that leaves nobody, or more positions than can be counted.
pub fn positions(agents: u32, shrinkage: f64) -> Result<u32, Impossible> {
    let exact = f64::from(agents) / (1.0 - part("shrinkage", shrinkage)?);
    // A whole number may be a hair too large by rounding: 14 / (1 − 0.3) are 20 positions.
    let needed = (exact * (1.0 - 1e-12)).ceil();
    (needed <= f64::from(u32::MAX)).then_some(needed as u32).ok_or(Impossible::TooLarge)
}
