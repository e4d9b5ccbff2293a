//! Turns a command into events, or into a refusal that says why not. Changes nothing.
//!
//! `allowed` holds what the record's state, owner and children permit; the other files add what the command
//! itself must bring. Late events from other tabs meet the same rules in `legal`.

mod allowed;
mod cause;
mod fields;
mod legal;
mod links;
mod log;
mod rate;
mod talk;
mod work;

pub use allowed::{Action, why_not};
pub(crate) use cause::{may_link_problem, problem_fits};
pub(crate) use legal::legal;
pub use rate::why_not_rate;

use super::command::Command;
use super::event::Event;
use crate::desk::{Context, Desk};
use crate::ids::IncidentId;
use crate::refusal::Refusal;

/// What a command leads to: each event beside the incident that it concerns.
pub(crate) type Steps = Vec<(IncidentId, Event)>;

/// Decides one command of the incident practice.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    match command {
        Command::Log(report) => log::log(desk, *report, context),
        Command::Amend { incident, changes } => log::amend(desk, incident, changes),
        Command::Assign { incident, group, assignee } => work::assign(desk, incident, group, assignee),
        Command::Start(incident) => work::start(desk, incident),
        Command::Hold { incident, reason, note } => work::hold(desk, incident, reason, note),
        Command::Resolve { incident, code, solution, cascade } => {
            work::resolve(desk, incident, code, solution, cascade)
        }
        Command::Reopen { incident, because } => work::reopen(desk, incident, because),
        Command::Close(incident) => work::close(desk, incident),
        Command::Cancel { incident, because } => work::cancel(desk, incident, because),
        Command::Reply { incident, side, text } => talk::reply(desk, incident, side, text, context),
        Command::Note { incident, text } => talk::note(desk, incident, text),
        Command::LinkParent { incident, parent } => links::link_parent(desk, incident, parent),
        Command::LinkProblem { incident, problem } => cause::link_problem(desk, incident, problem),
        Command::MarkDuplicate { incident, of } => links::mark_duplicate(desk, incident, of),
        Command::Rate { incident, score, words } => rate::rate(desk, incident, score, words, context),
    }
}
