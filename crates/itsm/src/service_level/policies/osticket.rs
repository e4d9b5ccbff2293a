//! osTicket: nothing pauses the grace period, and a reopened ticket gets all of it again.

use chrono::{DateTime, Utc};

use super::meter::{Meter, Phase, Run};
use super::{Rules, Seen, Step, Ticket};

pub(super) fn run(ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Run {
    let mut meter = Meter::begin(rules, ticket.opened_at);
    for moment in &ticket.moments {
        match (moment.step, meter.phase()) {
            (Step::Reopened, _) => meter.start_again(moment.at),
            (Step::Resolved | Step::Closed, Phase::Running) => meter.turn(Phase::Stopped, moment.at),
            (Step::Cancelled, _) => meter.turn(Phase::Gone, moment.at),
            _ => {}
        }
    }
    meter.finish(now)
}

pub(super) fn why(seen: Seen) -> &'static str {
    match (seen.paused, seen.reopened) {
        (true, true) => "Nothing pauses it, and reopening starts the whole grace period again.",
        (true, false) => "There is no pause: waiting for the customer uses up the grace period.",
        (false, true) => "Reopening starts the whole grace period again.",
        (false, false) => "The grace period runs from the opening.",
    }
}
