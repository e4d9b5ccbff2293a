//! FreeITSM: each status says whether it pauses, and a setting says whether a reopened ticket goes on or begins anew.

use chrono::{DateTime, Utc};

use super::meter::{Meter, Phase, Run};
use super::{Rules, Seen, Settings, Step, Ticket};

pub(super) fn run(ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Run {
    let mut meter = Meter::begin(rules, ticket.opened_at);
    for moment in &ticket.moments {
        match (moment.step, meter.phase()) {
            (Step::Reopened, _) if rules.settings.freeitsm_resets => meter.start_again(moment.at),
            (Step::Reopened, _) => meter.turn(Phase::Running, moment.at),
            (step, _) if rules.pauses(step) => meter.turn(Phase::Paused, moment.at),
            (Step::Working | Step::Held(_), Phase::Paused) => meter.turn(Phase::Running, moment.at),
            (Step::Resolved | Step::Closed, Phase::Running | Phase::Paused) => meter.turn(Phase::Stopped, moment.at),
            (Step::Cancelled, _) => meter.turn(Phase::Gone, moment.at),
            _ => {}
        }
    }
    meter.finish(now)
}

pub(super) fn why(seen: Seen, settings: Settings) -> &'static str {
    match (seen.reopened, settings.freeitsm_resets, seen.paused) {
        (true, true, _) => "Its setting says that a reopened ticket begins a new clock.",
        (true, false, _) => "Its setting says that a reopened ticket goes on; the time while resolved is left out.",
        (false, _, true) => "The status has a flag that pauses the clock.",
        (false, _, false) => "No status with the flag that pauses.",
    }
}
