//! Turns a command into events, or into a refusal that says why not. Changes nothing.
//!
//! `allowed` holds what the record's state and fields permit; the other files add what the command itself must bring.
//! Late events from other tabs meet the same rules in `legal`.

mod allowed;
mod legal;
mod register;
mod work;

pub use allowed::{Action, why_not};
pub(crate) use legal::legal;

use super::command::Command;
use super::event::Event;
use crate::desk::{Context, Desk, Happening};
use crate::ids::ImprovementId;
use crate::refusal::Refusal;

type Steps = Vec<Happening>;

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    match command {
        Command::Register { statement, from } => register::register(desk, *statement, from, context),
        Command::Amend { improvement, changes } => register::amend(desk, improvement, changes),
        Command::Accept(id) => work::simple(desk, id, Action::Accept, Event::Accepted),
        Command::Assess(id) => work::simple(desk, id, Action::Assess, Event::Assessed),
        Command::Approve(id) => work::simple(desk, id, Action::Approve, Event::Approved),
        Command::Start(id) => work::simple(desk, id, Action::Start, Event::Started),
        Command::Hold { improvement, because } => work::hold(desk, improvement, because),
        Command::Resume(id) => work::simple(desk, id, Action::Resume, Event::Resumed),
        Command::Measure { improvement, reading } => work::measure(desk, improvement, reading, context),
        Command::Review(id) => work::simple(desk, id, Action::Review, Event::Reviewed),
        Command::Continue { improvement, because } => work::go_on(desk, improvement, because),
        Command::Close { improvement, lessons } => work::close(desk, improvement, lessons),
        Command::Cancel { improvement, because } => work::cancel(desk, improvement, because),
        Command::Take { improvement, step, answer } => work::take(desk, improvement, step, answer),
        Command::Note { improvement, text } => work::note(desk, improvement, text),
    }
}

fn on(id: ImprovementId, event: Event) -> Happening {
    Happening::Improvement(id, event)
}
