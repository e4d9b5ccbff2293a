//! One question by its kind, one answer.
//!
//! - `{"kind":"mmc","lambda":2.4,"mu":1,"servers":3}` → `p_wait`, `wq`, `w`, `lq`, `l`, `wq_p90` (over all customers)
//! - `mmc_m` (and `theta`) → `p_wait`, `p_abandon`, `wq` (over all, those who leave included)
//! - `mg1` (`lambda`, `mean`, `second_moment`) → `wq`, `w`, `lq`, `l`
//! - `priority` (`lambdas`, `mu`, `servers`) → `wq` by class
//! - `staffing` (`calls_per_hour`, `aht_seconds`, `target_level`, `target_seconds`, `shrinkage` or none) → `agents`,
//!   `positions`, `service_level`, `asa_seconds`, `occupancy`

use serde::Deserialize;
use serde_json::{Value, json};
use simulation::queue_formulas::{ErlangA, Goal, Impossible, Mg1, Mmc, positions, priority_waits, staffing};

use crate::whole;

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", expecting = "an object with a \"kind\"")]
enum Question {
    Mmc {
        lambda: f64,
        mu: f64,
        #[serde(deserialize_with = "whole::one")]
        servers: u32,
    },
    MmcM {
        lambda: f64,
        mu: f64,
        theta: f64,
        #[serde(deserialize_with = "whole::one")]
        servers: u32,
    },
    Mg1 {
        lambda: f64,
        mean: f64,
        second_moment: f64,
    },
    Priority {
        lambdas: Vec<f64>,
        mu: f64,
        #[serde(deserialize_with = "whole::one")]
        servers: u32,
    },
    Staffing {
        calls_per_hour: f64,
        aht_seconds: f64,
        target_level: f64,
        target_seconds: f64,
        shrinkage: Option<f64>,
    },
}

/// The answer to one line.
pub fn answer(line: &str) -> Result<Value, String> {
    let question: Question = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let answer = reckon(question).map_err(|error| error.to_string())?;
    // JSON has no infinity, and null would be taken for an answer.
    if answer.as_object().is_some_and(|fields| fields.values().any(Value::is_null)) {
        return Err("the answer is beyond what numbers hold".into());
    }
    Ok(answer)
}

fn reckon(question: Question) -> Result<Value, Impossible> {
    match question {
        Question::Mmc { lambda, mu, servers } => {
            let is = Mmc::new(lambda, mu, servers)?.steady();
            Ok(json!({
                "p_wait": is.p_wait, "wq": is.wq, "w": is.w, "lq": is.lq, "l": is.l, "wq_p90": is.wq_p90
            }))
        }
        Question::MmcM { lambda, mu, theta, servers } => {
            let is = ErlangA::new(lambda, mu, theta, servers)?.steady()?;
            Ok(json!({ "p_wait": is.p_wait, "p_abandon": is.p_abandon, "wq": is.wq }))
        }
        Question::Mg1 { lambda, mean, second_moment } => {
            let is = Mg1::new(lambda, mean, second_moment)?.steady();
            Ok(json!({ "wq": is.wq, "w": is.w, "lq": is.lq, "l": is.l }))
        }
        Question::Priority { lambdas, mu, servers } => Ok(json!({ "wq": priority_waits(&lambdas, mu, servers)? })),
        Question::Staffing { calls_per_hour, aht_seconds, target_level, target_seconds, shrinkage } => {
            let goal = Goal { level: target_level, within_seconds: target_seconds };
            let plan = staffing(calls_per_hour, aht_seconds, goal)?;
            Ok(json!({
                "agents": plan.agents, "positions": positions(plan.agents, shrinkage.unwrap_or(0.0))?,
                "service_level": plan.service_level, "asa_seconds": plan.asa_seconds, "occupancy": plan.occupancy
            }))
        }
    }
}
