//! GLPI: a pending status shifts the due date by the time it lasted; after a reopening, the time since the solution is
//! credited as waiting.

use chrono::{DateTime, Utc};

use super::meter::{Meter, Phase, Run};
use super::{Rules, Seen, Step, Ticket};

pub(super) fn run(ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Run {
    let mut meter = Meter::begin(rules, ticket.opened_at);
    for moment in &ticket.moments {
        match moment.step {
            step if rules.pauses(step) => meter.turn(Phase::Paused, moment.at),
            Step::Working | Step::Held(_) | Step::Reopened => meter.turn(Phase::Running, moment.at),
            Step::Resolved => meter.turn(Phase::Stopped, moment.at),
            Step::Closed if meter.phase() != Phase::Stopped => meter.turn(Phase::Stopped, moment.at),
            Step::Cancelled => meter.turn(Phase::Gone, moment.at),
            Step::Closed | Step::DeskReplied | Step::CustomerReplied => {}
        }
    }
    meter.finish(now)
}

pub(super) fn why(seen: Seen) -> &'static str {
    match (seen.paused, seen.reopened) {
        (true, true) => "Pending shifts the due date, and the time while solved is credited as waiting, too.",
        (true, false) => "Pending shifts the due date by as much business time as it lasted.",
        (false, true) => "The time while solved is credited as waiting: the clock goes on where it stopped.",
        (false, false) => "Nothing shifted the due date.",
    }
}
