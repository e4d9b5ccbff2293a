//! ServiceNow: a clock starts, pauses, stops and resets by conditions. With a reset condition, a reopened incident
//! completes its clock and gets a new one. Where the start condition leaves On Hold out, a hold cancels the clock.

use chrono::{DateTime, Utc};

use super::meter::{Meter, Phase, Run};
use super::{Rules, Seen, Step, Ticket};

pub(super) fn run(ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Run {
    let mut meter = Meter::begin(rules, ticket.opened_at);
    for moment in &ticket.moments {
        match (moment.step, meter.phase()) {
            (Step::Reopened, _) => meter.start_again(moment.at),
            (step, Phase::Running) if rules.pauses(step) => meter.turn(Phase::Paused, moment.at),
            (Step::Working | Step::Held(_), Phase::Paused) if !rules.pauses(moment.step) => {
                meter.turn(Phase::Running, moment.at);
            }
            (Step::Resolved | Step::Closed, Phase::Running | Phase::Paused) => meter.turn(Phase::Stopped, moment.at),
            (Step::Cancelled, _) => meter.turn(Phase::Gone, moment.at),
            _ => {}
        }
    }
    meter.finish(now)
}

pub(super) fn run_cancelling(ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Run {
    let mut meter = Meter::begin(rules, ticket.opened_at);
    for moment in &ticket.moments {
        match (moment.step, meter.phase()) {
            (Step::Reopened, _) => meter.start_again(moment.at),
            (step, Phase::Running) if rules.pauses(step) => meter.turn(Phase::Gone, moment.at),
            // The start condition holds again: a new clock, with the whole target.
            (Step::Working | Step::Held(_), Phase::Gone) if !rules.pauses(moment.step) => {
                meter.start_again(moment.at);
            }
            (Step::Resolved | Step::Closed, Phase::Running) => meter.turn(Phase::Stopped, moment.at),
            (Step::Cancelled, _) => meter.turn(Phase::Gone, moment.at),
            _ => {}
        }
    }
    meter.finish(now)
}

pub(super) fn why(seen: Seen) -> &'static str {
    match (seen.paused, seen.reopened) {
        (_, true) => "The reset condition completes the first clock and attaches a new one with the whole target.",
        (true, false) => "The pause condition holds while On Hold, so that time does not count.",
        (false, false) => "Nothing paused or reopened it: it counts from the opening to the resolution.",
    }
}

pub(super) fn why_cancelling(seen: Seen) -> &'static str {
    match (seen.paused, seen.reopened) {
        (true, _) => {
            "The start condition leaves On Hold out: the hold cancels the clock, and after it a new one starts."
        }
        (false, true) => "The reset condition completes the first clock and attaches a new one with the whole target.",
        (false, false) => "Nothing paused or reopened it: it counts from the opening to the resolution.",
    }
}
