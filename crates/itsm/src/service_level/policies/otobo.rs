//! OTOBO: escalation is suspended in chosen states, and the solution clock ends at the first close, whatever comes
//! after it. Our Resolved is its first close.

use chrono::{DateTime, Utc};

use super::meter::{Meter, Phase, Run};
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
    meter.finish(now)
}

pub(super) fn why(seen: Seen) -> &'static str {
    match (seen.paused, seen.reopened) {
        (_, true) => "The solution clock ended at the first close; what came after the reopening counts for nothing.",
        (true, false) => "Escalation is suspended while the ticket is in one of the chosen states.",
        (false, false) => "The solution clock runs from the opening to the first close.",
    }
}
