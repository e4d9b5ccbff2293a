//! Zammad: a pausing state is a break in the calendar, and closing takes the close target away. The first close stays
//! noted after a reopening, so that no target comes back.

use chrono::{DateTime, Utc};

use super::meter::{Meter, Outcome, Phase, Run};
use super::{Rules, Seen, Step, Ticket};

pub(super) fn run(ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Run {
    let mut meter = Meter::begin(rules, ticket.opened_at);
    for moment in &ticket.moments {
        match (moment.step, meter.phase()) {
            (_, Phase::Stopped | Phase::Gone) => {}
            (step, _) if rules.pauses(step) => meter.turn(Phase::Paused, moment.at),
            (Step::Working | Step::Held(_), _) => meter.turn(Phase::Running, moment.at),
            (Step::Resolved | Step::Closed, _) => meter.turn(Phase::Stopped, moment.at),
            (Step::Cancelled, _) => meter.turn(Phase::Gone, moment.at),
            _ => {}
        }
    }
    let is_open_again = matches!(ticket.moments.iter().rev().find(|moment| !moment.step.is_said()), Some(last)
        if !matches!(last.step, Step::Resolved | Step::Closed | Step::Cancelled));
    let mut run = meter.finish(now);
    if run.outcome == Outcome::Met && is_open_again {
        // What is open again has no close target: nothing can be due. What was measured at the first close stays.
        run.due_at = None;
    }
    run
}

pub(super) fn why(seen: Seen) -> &'static str {
    match (seen.paused, seen.reopened) {
        (_, true) => {
            "Closing takes the close target away, and reopening does not bring it back: nothing is due any more."
        }
        (true, false) => "The pause is a break in the calendar, as if the desk had been closed.",
        (false, false) => "The close target runs from the opening to the close.",
    }
}
