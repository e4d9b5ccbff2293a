//! The mathematics of queues and of staffing: what holds in the long run, without simulating it.
//!
//! Rates and times are by one unit of the caller's choice, unless a name carries one. Erlang C suits calls: nobody
//! leaves, one skill, a steady state. Tickets that wait overnight are a backlog and want a simulation.

mod checked;
mod erlang;
mod impatient;
mod priority;
mod single;
mod staffing;

pub use checked::Impossible;
pub use erlang::{Mmc, Steady, erlang_b, erlang_c};
pub use impatient::{ErlangA, Impatient};
pub use priority::priority_waits;
pub use single::{MeanTimes, Mg1};
pub use staffing::{Goal, Plan, positions, staffing};
