//! Incident management: restoring a service after an unplanned interruption.
//!
//! `state` knows which states follow which, `record` what is known of one incident, `command` what can be
//! asked, `event` what has happened; `decide` turns a command into events or a refusal, `apply` turns an event
//! into state and cannot fail.

mod command;
mod event;
mod record;
mod state;

pub use command::{Amendment, Command, Report, Side};
pub use event::{Event, Observed, Seen};
pub use record::{Channel, Foreign, Incident, Milestone, MilestoneKind, Resolution, ResolutionCode};
pub use state::{HoldReason, Stage, State};
