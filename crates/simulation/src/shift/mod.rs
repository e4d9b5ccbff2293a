//! A shift: the world comes alive, somebody works the desk in it, and every minute is accounted for.
//!
//! `act` says what one may do, `view` what one sees, `entry` what is written down of it.

mod act;
mod act_names;
mod acts;
mod arrive;
mod chance;
mod changes;
mod coach;
mod code;
mod due;
mod effects;
mod entry;
mod faults;
mod flow;
mod holds;
mod looked_back;
mod need;
mod open;
mod plan;
mod play;
mod policies;
mod records;
mod replay;
mod seen;
mod speech;
mod state;
mod suppliers;
mod teams;
mod told;
mod truth;
pub mod view;

pub use act::{
    Act, BroadcastIntent, CancelReason, Correction, Done, HoldFor, Intent, Logged, Outcome, RefuseReason, SolutionCode,
    Stopped, Verify,
};
pub use code::{Code, NoCode};
pub use entry::{CommandId, Entry, EntryId, Happened, WorldEvent};
pub use play::{Beginning, Refused, Shift};
pub use policies::Policy;
pub use records::{NewChange, NewIncident, NewProblem, NewRequest, Records};
pub use replay::{MOST_ACTS, MOST_BYTES, Replay};
pub use truth::{CaseTruth, FaultTruth, Loss, Truth};
