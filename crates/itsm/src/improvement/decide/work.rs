//! Carrying an improvement out, step by step, and how it ends.

use std::sync::Arc;

use super::allowed::{Action, check};
use super::register::{fits, last_day};
use super::{Steps, on};
use crate::desk::{Context, Desk};
use crate::fields::{filled, trimmed};
use crate::ids::ImprovementId;
use crate::improvement::event::Event;
use crate::improvement::measure::Reading;
use crate::improvement::path::{Answer, Step};
use crate::improvement::record::Improvement;
use crate::refusal::Refusal;

/// A command that brings nothing but the improvement.
pub(super) fn simple(desk: &Desk, id: ImprovementId, action: Action, event: Event) -> Result<Steps, Refusal> {
    check(desk, id, action)?;
    Ok(vec![on(id, event)])
}

pub(super) fn hold(desk: &Desk, id: ImprovementId, because: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Hold)?;
    let because = filled(because, "reason", "nobody knows when to go on with what waits for nothing")?;
    Ok(vec![on(id, Event::Held { because })])
}

pub(super) fn measure(desk: &Desk, id: ImprovementId, reading: Reading, context: &Context) -> Result<Steps, Refusal> {
    let improvement = check(desk, id, Action::Measure)?;
    fits(improvement.measure.as_ref(), reading, "value")?;
    let last = match reading {
        Reading::Days { last, .. } => last,
        Reading::Value { on, .. } => on,
    };
    if last > last_day(context) {
        return Err(Refusal::Invalid {
            field: "day",
            because: "nothing can be measured on a day that is still to come",
        });
    }
    Ok(vec![on(id, Event::Measured(reading))])
}

pub(super) fn go_on(desk: &Desk, id: ImprovementId, because: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Continue)?;
    let because = filled(because, "reason", "whoever goes on has to know what is still missing")?;
    Ok(vec![on(id, Event::Continued { because })])
}

pub(super) fn close(desk: &Desk, id: ImprovementId, lessons: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Close)?;
    let lessons = filled(lessons, "what was learned", "the momentum is kept by what others can build on")?;
    Ok(vec![on(id, Event::Closed { lessons })])
}

pub(super) fn cancel(desk: &Desk, id: ImprovementId, because: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Cancel)?;
    let because = filled(because, "reason", "whoever proposed it will ask what became of it")?;
    Ok(vec![on(id, Event::Cancelled { because })])
}

pub(super) fn take(desk: &Desk, id: ImprovementId, step: Step, answer: Answer) -> Result<Steps, Refusal> {
    let improvement = check(desk, id, Action::Take)?;
    let text = filled(answer.text, "what was found", "a step without an answer helps nobody who comes later")?;
    let answer = Answer { text, evidence: trimmed(answer.evidence), because: trimmed(answer.because) };
    in_order(improvement, step, &answer)?;
    if improvement.path.get(&step).is_some_and(|taken| taken.answer == answer) {
        return Err(Refusal::Missing { field: "a change", because: "the step already says what you wrote" });
    }
    Ok(vec![on(id, Event::Taken { step, answer })])
}

/// A step may come before an earlier one only with a word on why.
pub(super) fn in_order(improvement: &Improvement, step: Step, answer: &Answer) -> Result<(), Refusal> {
    if improvement.skips(step).is_some() && answer.because.is_empty() {
        return Err(Refusal::Missing {
            field: "a reason for the order",
            because: "earlier steps are open, and each builds on the one before",
        });
    }
    Ok(())
}

pub(super) fn note(desk: &Desk, id: ImprovementId, text: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Note)?;
    let text = filled(text, "text", "an empty note tells your colleagues nothing")?;
    Ok(vec![on(id, Event::Noted { text })])
}
