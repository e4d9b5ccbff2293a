//! `{"servers":3,"customers":[[arrival,service],..]}` → `{"customers":[[start,end],..]}`, in the order of the question.
//!
//! - `"priority":true`: customers are `[arrival,service,class]`; class 1 goes first, nobody is interrupted.
//! - `"patience":1.5`: who has waited so long leaves: `[null,arrival + patience]`.
//! - `"schedule":{"cycle":24,"ends":[8,12,24],"numbers":[0,3,1]}` instead of `servers`: each boundary brings a fresh
//!   crew; the one before finishes the job in hand.

use serde::Deserialize;
use serde_json::{Value, json};
use simulation::queue::{Customer, Moment, Outcome, Rota, Span, Staff, Visit, serve};

use crate::whole;

#[derive(Deserialize)]
#[serde(expecting = "an object with \"customers\"")]
struct Question {
    #[serde(default, deserialize_with = "whole::one_or_none")]
    servers: Option<u32>,
    schedule: Option<Schedule>,
    customers: Vec<Vec<f64>>,
    #[serde(default)]
    priority: bool,
    patience: Option<f64>,
}

#[derive(Deserialize)]
struct Schedule {
    cycle: f64,
    ends: Vec<f64>,
    #[serde(deserialize_with = "whole::list")]
    numbers: Vec<u32>,
}

/// The answer to one line.
pub fn answer(line: &str) -> Result<Value, String> {
    let question: Question = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let span = |patience| Span::new(patience).ok_or_else(|| format!("\"patience\" must be 0 or more, not {patience}"));
    let patience = question.patience.map(span).transpose()?;
    let customers = question
        .customers
        .iter()
        .enumerate()
        .map(|(place, times)| {
            customer(times, question.priority, patience).map_err(|wrong| format!("customer {}: {wrong}", place + 1))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let staff = staff(question.servers, question.schedule)?;
    let visits = serve(&customers, staff).map_err(|error| error.to_string())?;
    Ok(json!({ "customers": visits.iter().map(written).collect::<Vec<_>>() }))
}

fn staff(servers: Option<u32>, schedule: Option<Schedule>) -> Result<Staff, String> {
    match (servers, schedule) {
        (Some(servers), None) => Ok(Staff::Fixed(servers)),
        (None, Some(Schedule { cycle, ends, numbers })) => {
            Rota::new(cycle, &ends, &numbers).map(Staff::Rota).map_err(|error| error.to_string())
        }
        (None, None) => Err("\"servers\" or \"schedule\" is missing".into()),
        (Some(_), Some(_)) => Err("give either \"servers\" or \"schedule\", not both".into()),
    }
}

fn customer(times: &[f64], priority: bool, patience: Option<Span>) -> Result<Customer, String> {
    let (arrival, service, class) = match times {
        [arrival, service] if !priority => (*arrival, *service, 1),
        [arrival, service, _] if !priority => (*arrival, *service, 1),
        [arrival, service, class] => (*arrival, *service, class_of(*class)?),
        _ if priority => return Err("with priority it must be [arrival, service, class]".into()),
        _ => return Err("it must be [arrival, service]".into()),
    };
    let arrival = Moment::new(arrival).ok_or_else(|| format!("its arrival must be finite, not {arrival}"))?;
    let service = Span::new(service).ok_or_else(|| format!("its service must be 0 or more, not {service}"))?;
    Ok(Customer { number: 0, arrival, service, class, patience })
}

fn class_of(class: f64) -> Result<i64, String> {
    match whole::number(class) {
        Some(class @ 1..) => Ok(i64::from(class)),
        _ => Err(format!("its class must be a whole number from 1 on, not {class}")),
    }
}

fn written(visit: &Visit) -> Value {
    match visit.outcome {
        Outcome::Served { start, end } => json!([start.value(), end.value()]),
        Outcome::Left { at } => json!([null, at.value()]),
    }
}
