//! Turns a command into events, or into a refusal that says why not. Changes nothing.
//!
//! `allowed` holds what the record's life permits, `terms` what an agreement must say, `review` what a meeting must.

mod allowed;
mod review;
mod terms;

pub use allowed::{Action, why_not};

use std::sync::Arc;

use allowed::check;

use super::command::Command;
use super::event::Event;
use super::record::{Promise, Stage};
use super::terms::Terms;
use crate::desk::{Context, Desk, Happening};
use crate::fields::filled;
use crate::ids::PromiseId;
use crate::refusal::Refusal;

type Steps = Vec<Happening>;

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    match command {
        Command::Draft(terms) => {
            let terms = terms::checked(desk, *terms, None)?;
            let id = desk.promises().next(context.tag);
            desk.promises().is_free(id)?;
            Ok(vec![on(id, Event::Drafted(Box::new(terms)))])
        }
        Command::Redraft { promise, terms } => redraft(desk, promise, *terms),
        Command::Agree(id) => {
            let promise = check(desk, id, Action::Agree)?;
            not_over(promise, context)?;
            Ok(vec![on(id, Event::Agreed)])
        }
        Command::Revise { promise, terms, because } => revise(desk, promise, *terms, because, context),
        Command::End { promise, from, because } => {
            check(desk, promise, Action::End)?;
            let because = filled(because, "reason", "the other side will ask why a promise to it ends")?;
            if from < context.now {
                return Err(Refusal::Invalid {
                    field: "end",
                    because: "it lies in the past, and what was promised then was promised; choose now or later",
                });
            }
            Ok(vec![on(promise, Event::Ended { from, because })])
        }
        Command::Review { promise, review } => {
            check(desk, promise, Action::Review)?;
            let review = review::checked(desk, *review, context)?;
            Ok(vec![on(promise, Event::Reviewed(Box::new(review)))])
        }
        Command::FinishAction { promise, review, action } => {
            let record = check(desk, promise, Action::FinishAction)?;
            review::is_undone(record, review, action)?;
            Ok(vec![on(promise, Event::ActionDone { review, action })])
        }
        Command::Note { promise, text } => {
            check(desk, promise, Action::Note)?;
            let text = filled(text, "text", "an empty note tells your colleagues nothing")?;
            Ok(vec![on(promise, Event::Noted { text })])
        }
    }
}

/// The rules of `decide` that depend on the record as it is; the form's values were checked where it was decided.
pub(crate) fn legal(desk: &Desk, id: PromiseId, event: &Event) -> Result<(), Refusal> {
    let may = |action| check(desk, id, action).map(drop);
    match event {
        Event::Drafted(_) => desk.promises().is_free(id),
        Event::Redrafted(_) => may(Action::Redraft),
        Event::Agreed => may(Action::Agree),
        Event::Revised { terms, .. } => {
            let promise = check(desk, id, Action::Revise)?;
            terms::follows(promise, terms)
        }
        Event::Ended { .. } => may(Action::End),
        Event::Reviewed(_) => may(Action::Review),
        Event::ActionDone { review, action } => {
            review::is_undone(check(desk, id, Action::FinishAction)?, *review, *action)
        }
        Event::Noted { .. } => may(Action::Note),
    }
}

fn on(id: PromiseId, event: Event) -> Happening {
    Happening::Promise(id, event)
}

const UNCHANGED: Refusal = Refusal::Missing { field: "a change", because: "everything is already as you wrote it" };

fn redraft(desk: &Desk, id: PromiseId, terms: Terms) -> Result<Steps, Refusal> {
    let promise = check(desk, id, Action::Redraft)?;
    let now = promise.latest().map(|version| &version.terms);
    let terms = terms::checked(desk, terms, now)?;
    if now == Some(&terms) {
        return Err(UNCHANGED);
    }
    Ok(vec![on(id, Event::Redrafted(Box::new(terms)))])
}

fn revise(desk: &Desk, id: PromiseId, terms: Terms, because: Arc<str>, context: &Context) -> Result<Steps, Refusal> {
    let promise = check(desk, id, Action::Revise)?;
    let now = promise.latest().map(|version| &version.terms);
    let terms = terms::checked(desk, terms, now)?;
    if now == Some(&terms) {
        return Err(UNCHANGED);
    }
    terms::follows(promise, &terms)?;
    if terms.valid_from < context.now && Some(terms.valid_from) != now.map(|now| now.valid_from) {
        return Err(Refusal::Invalid {
            field: "valid from",
            because: "a new version that began in the past would judge work by rules nobody knew; choose now or later",
        });
    }
    let because = filled(because, "reason", "whoever compares the versions will ask what changed, and why")?;
    Ok(vec![on(id, Event::Revised { terms: Box::new(terms), because })])
}

fn not_over(promise: &Promise, context: &Context) -> Result<(), Refusal> {
    let until = promise.latest().and_then(|version| version.terms.valid_until);
    if promise.stage == Stage::Draft && until.is_some_and(|until| until <= context.now) {
        return Err(Refusal::Invalid {
            field: "valid until",
            because: "its last day is over, so it would bind nobody; write a later one first",
        });
    }
    Ok(())
}
