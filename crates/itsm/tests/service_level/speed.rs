//! How long it takes to read the clocks of a large desk.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use itsm::Matrix;
use itsm::incident::{Incident, Milestone, MilestoneKind, State};
use itsm::service_level::{Compiled, clocks};

use super::history::{CALLER, HIGH, LOW, MEDIUM, at, became, raw};

/// As many as the real log has.
const INCIDENTS: usize = 25_000;
/// What a screen may spend on it.
const BUDGET: Duration = Duration::from_millis(50);

/// Small enough to be read between two interruptions.
const PART: usize = 1000;
const ROUNDS: usize = 5;

fn desk() -> Vec<Incident> {
    let weights = [HIGH, MEDIUM, LOW];
    let history = |index: usize| {
        let mut now = at("mon 09:00") + TimeDelta::minutes(index as i64 * 17);
        let mut milestones = vec![];
        let mut add = |minutes: usize, what| {
            now += TimeDelta::minutes(minutes as i64);
            milestones.push(Milestone { at: now, what });
        };
        add(0, MilestoneKind::Opened);
        add(0, weights[index % 3]);
        add(index % 90, MilestoneKind::Responded);
        add(0, became(State::InProgress));
        add(index % 700, became(CALLER));
        add(index % 3000, became(State::InProgress));
        if !index.is_multiple_of(4) {
            add(index % 900, became(State::Resolved));
            add(5 * 24 * 60, became(State::Closed));
        }
        raw(milestones)
    };
    (0..INCIDENTS).map(history).collect()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "a budget for release builds")]
fn a_large_desk_is_read_within_a_blink() {
    let desk = desk();
    let now = desk.last().unwrap().opened_at + TimeDelta::days(3);
    let matrix = Matrix::default();
    let read = |part: &[Incident]| {
        let breached = |incident: &&Incident| clocks(incident, &matrix, Compiled::standard(), now).is_breached();
        part.iter().filter(breached).count()
    };
    let breached = read(&desk);
    assert!(breached > 0 && breached < INCIDENTS);
    // In parts, each at its best of several rounds: other work on the machine does not count.
    let timed = |part: &[Incident]| {
        let begin = Instant::now();
        std::hint::black_box(read(part));
        begin.elapsed()
    };
    let best = |part: &[Incident]| (0..ROUNDS).map(|_| timed(part)).min().unwrap_or_default();
    let took: Duration = desk.chunks(PART).map(best).sum();
    println!("{INCIDENTS} incidents: {took:?}");
    assert!(took < BUDGET, "{INCIDENTS} incidents took {took:?}");
}
