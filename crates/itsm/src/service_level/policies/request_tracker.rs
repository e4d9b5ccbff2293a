//! Request Tracker: in an ignored status there is no due date. Coming back, the time there is taken out only if a
//! setting says so; otherwise the ticket is probably overdue. Its documentation knows no rule for reopening: the due date
//! goes on counting from the creation, which is how it is read here.

use chrono::{DateTime, Utc};

use super::meter::{Meter, Phase, Run};
use super::{Rules, Seen, Settings, Step, Ticket};

pub(super) fn run(ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Run {
    let mut meter = Meter::begin(rules, ticket.opened_at);
    let excludes = rules.settings.request_tracker_excludes;
    let mut left_at = None;
    for moment in &ticket.moments {
        let at = moment.at;
        match (moment.step, meter.phase()) {
            (step, Phase::Running) if rules.pauses(step) => {
                meter.turn(Phase::Paused, at);
                left_at = Some(at);
            }
            (step, Phase::Stopped) if rules.pauses(step) => meter.turn(Phase::Paused, at),
            (step, Phase::Paused) if rules.pauses(step) => {}
            (Step::Working | Step::Held(_), Phase::Paused) => {
                back(&mut meter, &mut left_at, Phase::Running, excludes, at)
            }
            (Step::Resolved | Step::Closed, Phase::Paused) => {
                back(&mut meter, &mut left_at, Phase::Stopped, excludes, at)
            }
            (Step::Resolved | Step::Closed, Phase::Running) => {
                meter.turn(Phase::Stopped, at);
                left_at = Some(at);
            }
            (Step::Reopened, Phase::Stopped) => back(&mut meter, &mut left_at, Phase::Running, false, at),
            (Step::Cancelled, _) => meter.turn(Phase::Gone, at),
            _ => {}
        }
    }
    meter.finish(now)
}

/// Back where the due date counts: with the time away, or without it.
fn back(meter: &mut Meter<'_>, left_at: &mut Option<DateTime<Utc>>, phase: Phase, excludes: bool, at: DateTime<Utc>) {
    if let Some(left) = left_at.take()
        && !excludes
    {
        meter.count(left, at);
    }
    meter.turn(phase, at);
    if phase == Phase::Stopped {
        *left_at = Some(at);
    }
}

pub(super) fn why(seen: Seen, settings: Settings) -> &'static str {
    match (seen.paused, settings.request_tracker_excludes, seen.reopened) {
        (true, false, _) => {
            "As it comes, the due date is only hidden in an ignored status: back from it, all that time counts."
        }
        (true, true, _) => "By a setting, the time in an ignored status is taken out of the due date.",
        (false, _, true) => "No rule for reopening: the due date still counts from the creation (our reading).",
        (false, _, false) => "The due date counts from the creation.",
    }
}
