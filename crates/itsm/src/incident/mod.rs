//! Incident management: restoring a service after an unplanned interruption.
//!
//! `state` knows which states follow which, `record` what is known of one incident, `command` what can be
//! asked, `event` what has happened, `words` what things are called on screen; `decide` turns a command into
//! events or a refusal (`why_not` tells a button beforehand), `apply` turns an event into state and cannot fail.

mod apply;
mod command;
mod decide;
mod event;
mod record;
mod state;
mod words;

pub(crate) use apply::apply;
pub use command::{Amendment, Command, Report, Side};
pub use decide::{Action, why_not, why_not_rate};
pub(crate) use decide::{decide, legal, may_link_problem, problem_fits};
pub use event::{Event, Observed, Seen};
pub use record::{Channel, Foreign, Incident, Milestone, MilestoneKind, Resolution, ResolutionCode};
pub use state::{HoldReason, Stage, State};
