//! iTop: the clock is a stop watch that runs only in listed states; day and night until somebody gives it a calendar.
//! It stands still while resolved, and reopening lets it run on.

use chrono::{DateTime, Utc};

use super::meter::{Meter, Phase, Run};
use super::{Rules, Seen, Settings, Step, Ticket};

pub(super) fn run(ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Run {
    let calendar = if rules.settings.itop_around_the_clock { rules.around_the_clock } else { rules.calendar };
    let mut meter = Meter::counting_in(calendar, rules, ticket.opened_at);
    for moment in &ticket.moments {
        let phase = match moment.step {
            step if rules.pauses(step) => Phase::Paused,
            Step::Working | Step::Held(_) | Step::Reopened => Phase::Running,
            Step::Resolved | Step::Closed => Phase::Stopped,
            Step::Cancelled => Phase::Gone,
            Step::DeskReplied | Step::CustomerReplied => continue,
        };
        if phase != meter.phase() {
            meter.turn(phase, moment.at);
        }
    }
    meter.finish(now)
}

pub(super) fn why(seen: Seen, settings: Settings) -> &'static str {
    match (settings.itop_around_the_clock, seen.paused || seen.reopened) {
        (true, _) => "Without a calendar of its own, the stop watch counts day and night.",
        (false, true) => "The stop watch runs only in listed states: neither pending nor resolved is one.",
        (false, false) => "The stop watch runs in all states that it went through.",
    }
}
