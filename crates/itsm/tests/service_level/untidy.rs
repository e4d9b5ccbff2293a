//! Histories that no desk of ours would write, as other tools' logs have them.

use itsm::incident::{Milestone, MilestoneKind, State};
use itsm::service_level::{Compiled, Standing};

use super::history::*;

#[test]
fn an_incident_first_seen_as_resolved_took_the_time_from_its_opening() {
    let clock =
        resolution(&[("mon 12:00", MilestoneKind::Responded), ("mon 12:00", became(State::Resolved))], "tue 09:00");
    assert_eq!((clock.standing, clock.elapsed), (Standing::Stopped, hours(3)));
}

#[test]
fn a_log_that_never_shows_a_response_shows_at_least_when_it_was_over() {
    let clocks = read(Compiled::standard(), &incident(&[("mon 12:00", became(State::Closed))]), "tue 09:00");
    assert_eq!((clocks.response.stopped_at, clocks.response.elapsed), (Some(at("mon 12:00")), hours(3)));
}

#[test]
fn states_that_repeat_or_run_backwards_neither_panic_nor_count_twice() {
    let history = [
        ("mon 10:00", became(State::InProgress)),
        ("mon 11:00", became(State::New)),
        ("mon 11:00", MilestoneKind::Opened),
        ("mon 12:00", became(State::Resolved)),
        ("mon 13:00", became(State::Resolved)),
        ("mon 14:00", became(State::Cancelled)),
    ];
    assert_eq!(resolution(&history[..5], "tue 09:00").elapsed, hours(3));
    assert_eq!(resolution(&history, "tue 09:00").verdict, None);
}

#[test]
fn milestones_out_of_order_count_as_if_they_had_happened_together() {
    let clock = resolution(&[("mon 12:00", became(CALLER)), ("mon 10:00", became(State::InProgress))], "mon 13:00");
    assert_eq!((clock.standing, clock.elapsed), (Standing::Running, hours(4)));
}

#[test]
fn a_cancelled_incident_that_comes_back_runs_again() {
    let history = [("mon 10:00", became(State::Cancelled)), ("mon 12:00", became(State::InProgress))];
    let clock = resolution(&history, "mon 13:00");
    assert_eq!((clock.standing, clock.elapsed), (Standing::Running, hours(2)));
    assert!(clock.verdict.is_some());
}

#[test]
fn an_incident_without_milestones_runs_from_its_opening() {
    let clock = read(Compiled::standard(), &raw(vec![]), "mon 11:00").resolution;
    assert_eq!((clock.standing, clock.elapsed, clock.breach_at), (Standing::Running, hours(2), Some(at("mon 13:00"))));
}

#[test]
fn a_now_before_the_last_milestone_counts_as_that_milestone() {
    let ahead = incident(&[("mon 12:00", became(State::InProgress))]);
    assert_eq!(read(Compiled::standard(), &ahead, "mon 10:00").resolution.elapsed, hours(3));
}

#[test]
fn the_first_and_the_last_instant_of_all_do_not_panic() {
    use chrono::{DateTime, Utc};
    let (first, last) = (DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC);
    for opened in [first, last] {
        let incident = raw(vec![Milestone { at: opened, what: MilestoneKind::Opened }]);
        for now in [first, last] {
            itsm::service_level::clocks(&incident, &itsm::Matrix::default(), Compiled::standard(), now);
        }
    }
}
