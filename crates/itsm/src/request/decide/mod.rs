//! Turns a command into events, or into a refusal that says why not. Changes nothing.
//!
//! `allowed` holds what the record's state permits; the other files add what the command itself must bring. Late events
//! from other tabs meet the same rules in `legal`.

mod allowed;
mod approve;
mod by_itself;
mod fulfil;
mod legal;
mod log;
mod reroute;
mod talk;

pub use allowed::{Action, TaskAction, why_not, why_not_task};
pub use approve::why_not_answer;
pub(crate) use legal::legal;
pub use talk::why_not_rate;

use super::command::Command;
use super::event::Event;
use crate::desk::{Context, Desk, Happening};
use crate::ids::RequestId;
use crate::refusal::Refusal;

/// What a command leads to, in order.
pub(crate) type Steps = Vec<Happening>;

/// Decides one command of service request management.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    Ok(by_itself::follow(desk, decide_alone(desk, command, context)?, context))
}

/// The same, without what then happens by itself.
fn decide_alone(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    match command {
        Command::Log { form, from } => log::log(desk, *form, from, context),
        Command::Amend { request, changes } => log::amend(desk, request, changes),
        Command::Answer { request, approves, because } => approve::answer(desk, request, approves, because, context),
        Command::Delegate { request, approver, to } => approve::delegate(desk, request, approver, to),
        Command::AddTask { request, item, task } => fulfil::add(desk, request, item, task, context),
        Command::AssignTask { request, item, task, group, assignee } => {
            fulfil::assign(desk, request, item, task, group, assignee)
        }
        Command::StartTask { request, item, task } => fulfil::start(desk, request, item, task),
        Command::FinishTask { request, item, task, words } => fulfil::finish(desk, request, item, task, words),
        Command::GiveUpTask { request, item, task, because } => fulfil::give_up(desk, request, item, task, because),
        Command::Hold { request, item, reason, note } => fulfil::hold(desk, request, item, reason, note),
        Command::Resume { request, item } => fulfil::resume(desk, request, item),
        Command::Reply { request, side, text } => talk::reply(desk, request, side, text),
        Command::Note { request, text } => talk::note(desk, request, text),
        Command::Cancel { request, because } => reroute::cancel(desk, request, because),
        Command::Reroute { request, to, because } => reroute::reroute(desk, request, to, because, context),
        Command::Rate { request, score, words } => talk::rate(desk, request, score, words, context),
    }
}

fn on(id: RequestId, event: Event) -> Happening {
    Happening::Request(id, event)
}
