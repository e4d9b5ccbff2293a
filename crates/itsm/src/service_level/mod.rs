//! Service levels: what was agreed about time, and the clocks that show how an incident stands against it.
//!
//! `agreement` is what people agree on, `compiled` the same made ready to count with, `clock` counts, `replay` walks
//! through an incident's milestones, `reading` is what a clock shows, `in_force` which agreement held when. Nothing
//! here is stored: a clock is read anew from the milestones each time, so it can neither drift nor be forgotten.

mod agreement;
mod clock;
mod compiled;
mod in_force;
mod reading;
mod replay;

pub mod policies;

use chrono::{DateTime, Utc};

use crate::incident::Incident;
use crate::priority::Matrix;

pub use agreement::{Agreement, Measure, PauseOn, PriorityChange, ReopenRule, Targets};
pub use compiled::{AgreementFault, Compiled};
pub(crate) use in_force::InForce;
pub use reading::{Clocks, Outcome, Reading, Standing, Verdict};

/// Reads both clocks of an incident.
///
/// `now` before the incident's last milestone counts as that milestone's instant: a clock never shows less than
/// what has happened.
pub fn clocks(incident: &Incident, matrix: &Matrix, agreement: &Compiled, now: DateTime<Utc>) -> Clocks {
    let read = |measure| replay::read(measure, incident, matrix, agreement, now);
    Clocks { response: read(Measure::Response), resolution: read(Measure::Resolution) }
}
