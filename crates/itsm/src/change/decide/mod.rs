//! Turns a command into events, or into a refusal that says why not. Changes nothing.
//!
//! `allowed` holds what the record's state, owner and work orders permit; the other files add what the command itself
//! must bring. Late events from other tabs meet the same rules in `legal`.

mod allowed;
mod amend;
mod authorise;
mod legal;
mod orders;
mod raise;
mod work;

pub use allowed::{Action, why_not};
pub use authorise::why_not_answer;
pub(crate) use authorise::{boards_fit, may_vote, reasoned, seat};
pub(crate) use legal::legal;
pub use orders::why_not_order;
pub(crate) use raise::{all_offered, plans_trimmed, written};

use super::command::Command;
use super::event::Event;
use super::template;
use crate::desk::{Context, Desk, Happening};
use crate::ids::ChangeId;
use crate::refusal::Refusal;

/// What a command leads to, in order.
pub(crate) type Steps = Vec<Happening>;

/// Decides one command of change enablement.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    match command {
        Command::Raise { statement, from } => raise::raise(desk, *statement, from, context),
        Command::Amend { change, changes } => amend::amend(desk, change, changes),
        Command::Assign { change, group, assignee } => work::assign(desk, change, group, assignee),
        Command::Assess(change) => work::simple(desk, change, Action::Assess, Event::Assessed),
        Command::Ask { change, boards } => authorise::ask(desk, change, boards),
        Command::Answer { change, approves, because } => {
            authorise::answer(desk, change, approves, because, context.actor)
        }
        Command::Withdraw { change, because } => work::withdraw(desk, change, because),
        Command::Schedule { change, planned } => work::schedule(desk, change, planned, context.now),
        Command::Implement(change) => work::simple(desk, change, Action::Implement, Event::Begun),
        Command::BeginReview(change) => work::simple(desk, change, Action::BeginReview, Event::Implemented),
        Command::Review { change, findings } => work::review(desk, change, findings),
        Command::Close { change, code, notes } => work::close(desk, change, code, notes),
        Command::Cancel { change, because } => work::cancel(desk, change, because),
        Command::Note { change, text } => work::note(desk, change, text),
        Command::AddOrder { change, plan } => orders::add(desk, change, plan, context.tag),
        Command::AmendOrder { change, order, plan } => orders::amend(desk, change, order, plan),
        Command::MoveOrder { change, order, to, note } => orders::advance(desk, change, order, to, note),
        Command::Template(command) => template::decide(desk, command, context),
    }
}

fn on(id: ChangeId, event: Event) -> Happening {
    Happening::Change(id, event)
}
