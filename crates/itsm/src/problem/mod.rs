//! Problem management: finding out why incidents happen, and seeing to it that they stop or hurt less.
//!
//! The life cycle is ServiceNow's (New, Assess, Root Cause Analysis, Fix in Progress, Resolved, Closed). A known error
//! is, as in ITIL 4, a problem that has been analysed but not resolved: here a flag that needs a root cause.
//! The files are those of [`crate::incident`].

mod apply;
mod command;
mod decide;
mod event;
mod record;
mod state;
mod words;

pub(crate) use apply::apply;
pub use command::{Amendment, Command, Statement};
pub use decide::{Action, why_not};
pub(crate) use decide::{decide, legal};
pub use event::Event;
pub use record::{Analysis, Bone, Message, Problem, Resolution, ResolutionCode, Why};
pub use state::State;
