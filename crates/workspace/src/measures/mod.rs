//! Measures: what reports show. Each is a function of the workspace, a period and the desk's present instant, worked
//! out from the records' milestones and the journal each time; nothing is stored.
//!
//! `period` is which days, `turns` what happened to an incident when, `spread` sums up spans of time, `ask` says in
//! the queue's typed language which incidents a number counts, `csv` writes tables; `flow`, `heat`, `resolve`, `attainment`, `reply`,
//! `rework`, `satisfaction` and `ageing` are the measures; `scoped` gives one number of a team, a service or a category,
//! for improvements.

mod ageing;
mod attainment;
mod flow;
mod heat;
mod period;
mod reply;
mod resolve;
mod rework;
mod satisfaction;
mod scoped;
mod spread;
mod turns;

pub mod ask;
pub mod csv;

pub use ageing::{AgeBand, Ageing, ageing};
pub use attainment::{Attainment, Kept, attainment};
pub use flow::{Flow, FlowStep, flow};
pub use heat::{Heat, heat};
pub use period::{Bucket, Period, Step};
pub use reply::{Reply, reply};
pub use resolve::{Band, Resolve, resolve};
pub(crate) use rework::reopened_by_group;
pub use rework::{Rework, rework};
pub use satisfaction::{Answers, Satisfaction, satisfaction};
pub use scoped::{is_in, scoped};
pub use spread::Spread;

use crate::figures::Share;

/// [`count`], for measures that live elsewhere.
pub(crate) fn counted(share: &mut Share, is_part: bool) {
    count(share, is_part);
}

/// Counts one more, which is part of what is asked for or not.
fn count(share: &mut Share, is_part: bool) {
    share.whole += 1;
    share.part += usize::from(is_part);
}
