//! Turns a command into events, or into a refusal that says why not. Changes nothing.
//!
//! `allowed` holds what the record's state, owner and incidents permit; the other files add what the command itself
//! must bring. Late events from other tabs meet the same rules in `legal`.

mod allowed;
mod legal;
mod raise;
mod tell;
mod work;

pub use allowed::{Action, why_not};
pub(crate) use legal::legal;

use super::command::Command;
use super::event::Event;
use crate::desk::{Context, Desk, Happening};
use crate::ids::ProblemId;
use crate::refusal::Refusal;

/// What a command leads to, in order: events of the problem, and of incidents that it is about.
pub(crate) type Steps = Vec<Happening>;

/// Decides one command of problem management.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    match command {
        Command::Raise { statement, from } => raise::raise(desk, *statement, from, context),
        Command::Amend { problem, changes } => raise::amend(desk, problem, changes),
        Command::Assign { problem, group, assignee } => work::assign(desk, problem, group, assignee),
        Command::Assess(problem) => work::simple(desk, problem, Action::Assess, Event::Assessed),
        Command::Analyse(problem) => work::simple(desk, problem, Action::Analyse, Event::Analysed),
        Command::BeginFix(problem) => work::simple(desk, problem, Action::BeginFix, Event::FixBegun),
        Command::Close(problem) => work::simple(desk, problem, Action::Close, Event::Closed),
        Command::DeclareKnownError(problem) => {
            work::simple(desk, problem, Action::DeclareKnownError, Event::KnownErrorDeclared)
        }
        Command::Resolve { problem, fix, resolve_awaiting } => work::resolve(desk, problem, fix, resolve_awaiting),
        Command::AcceptRisk { problem, because } => work::accept_risk(desk, problem, because),
        Command::MarkDuplicate { problem, of } => work::mark_duplicate(desk, problem, of),
        Command::Cancel { problem, because } => work::cancel(desk, problem, because),
        Command::Reanalyse { problem, because } => work::reanalyse(desk, problem, because),
        Command::Communicate { problem, what, text } => tell::communicate(desk, problem, what, text),
        Command::Note { problem, text } => tell::note(desk, problem, text),
        Command::DrawWhys { problem, whys } => tell::draw_whys(desk, problem, whys),
        Command::DrawBones { problem, bones } => tell::draw_bones(desk, problem, bones),
    }
}

fn on(id: ProblemId, event: Event) -> Happening {
    Happening::Problem(id, event)
}
