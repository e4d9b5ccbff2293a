//! Queues before servers: customers arrive, wait, are served one at a time, or lose patience and leave.
//!
//! `station.rs` is the model on the event queue; `served.rs` puts a list of customers through it, `experiment.rs`
//! random ones, with what can be estimated from them. The mathematics of the same queues is in
//! [`crate::queue_formulas`]; tests hold the two against each other.

mod busy_desk;
mod estimate;
mod experiment;
mod measure;
mod random_customers;
mod rota;
mod served;
mod staff;
mod station;
mod time;

pub use busy_desk::{Served, busy_desk};
pub use estimate::Estimate;
pub use experiment::{Experiment, Findings, Unfit};
pub use random_customers::{Market, RandomCustomers};
pub use rota::{Rota, UnfitRota};
pub use served::{Unservable, serve};
pub use staff::Staff;
pub use station::{Customer, Outcome, Station, Visit};
pub use time::{Moment, Span};
