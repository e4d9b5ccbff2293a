//! What a clock shows.

use chrono::TimeDelta;
use itsm::incident::{HoldReason, MilestoneKind, State};
use itsm::service_level::{Compiled, Outcome, Standing, Verdict};

use super::history::*;

const MET: Option<Verdict> = Some(Verdict { outcome: Outcome::Met, is_final: true });
const MET_SO_FAR: Option<Verdict> = Some(Verdict { outcome: Outcome::Met, is_final: false });
const BREACHED: Option<Verdict> = Some(Verdict { outcome: Outcome::Breached, is_final: true });
const BREACHED_SO_FAR: Option<Verdict> = Some(Verdict { outcome: Outcome::Breached, is_final: false });

#[test]
fn a_running_clock_shows_both_times_what_is_left_and_when_it_will_breach() {
    let clock = resolution(&[], "mon 11:00");
    assert_eq!(clock.standing, Standing::Running);
    assert_eq!((clock.elapsed, clock.elapsed_calendar), (hours(2), hours(2)));
    assert_eq!((clock.target, clock.time_left(), clock.percent()), (Some(hours(4)), Some(hours(2)), Some(50.0)));
    assert_eq!((clock.breach_at, clock.next_change()), (Some(at("mon 13:00")), Some(at("mon 13:00"))));
    assert_eq!((clock.verdict, clock.is_warning(), clock.stopped_at), (MET_SO_FAR, false, None));
}

#[test]
fn closed_hours_count_by_the_wall_clock_only_and_are_not_a_pause() {
    let opened_late = incident(&[("mon 16:00", LOW)]);
    let clock = read(Compiled::standard(), &opened_late, "mon 22:00").resolution;
    assert_eq!(clock.standing, Standing::OutsideHours);
    assert_eq!((clock.elapsed, clock.elapsed_calendar), (hours(9), hours(13)));
}

#[test]
fn a_clock_warns_at_80_percent_until_it_breaches() {
    assert!(!resolution(&[], "mon 12:11").is_warning());
    assert!(resolution(&[], "mon 12:12").is_warning());
    assert!(!resolution(&[], "mon 13:00").is_warning());
    assert!(!resolution(&[("mon 12:30", became(State::Resolved))], "mon 12:45").is_warning());
}

#[test]
fn a_clock_that_still_runs_at_its_breach_instant_has_breached_and_one_stopped_there_is_in_time() {
    let running = resolution(&[], "mon 13:00");
    assert_eq!(
        (running.verdict, running.next_change(), running.breach_at),
        (BREACHED_SO_FAR, None, Some(at("mon 13:00")))
    );
    let stopped = resolution(&[("mon 13:00", became(State::Resolved))], "tue 13:00");
    assert_eq!((stopped.verdict, stopped.breach_at, stopped.stopped_at), (MET_SO_FAR, None, Some(at("mon 13:00"))));
    let late = resolution(&[("mon 13:01", became(State::Resolved))], "tue 13:00");
    assert_eq!(
        (late.verdict, late.breach_at, late.time_left()),
        (BREACHED_SO_FAR, Some(at("mon 13:00")), Some(-TimeDelta::minutes(1)))
    );
}

/// Edge case 4, a target that lands exactly at closing time.
#[test]
fn a_target_that_lands_at_closing_time_is_due_at_closing_time() {
    let agreement = agreed(|rules| rules.targets[0].resolution = Some(hours(9)));
    let due = |then: &[_], now| read(&agreement, &incident(then), now).resolution;
    assert_eq!(due(&[], "mon 17:00").breach_at, Some(at("mon 18:00")));
    assert_eq!(due(&[("mon 20:00", became(State::Resolved))], "tue 09:00").verdict, BREACHED_SO_FAR);
    assert_eq!(due(&[("mon 18:00", became(State::Resolved))], "tue 09:00").verdict, MET_SO_FAR);
}

#[test]
fn a_hold_for_the_caller_pauses_and_shows_no_breach_to_come() {
    let clock = resolution(&[("mon 10:00", became(CALLER))], "wed 10:00");
    assert_eq!(clock.standing, Standing::Paused(HoldReason::Caller));
    assert_eq!(
        (clock.elapsed, clock.elapsed_calendar, clock.breach_at, clock.next_change()),
        (hours(1), hours(1), None, None)
    );
    assert_eq!(clock.original_breach_at, Some(at("mon 13:00")));
    // Also outside hours a pause is called a pause.
    assert_eq!(resolution(&[("mon 10:00", became(CALLER))], "mon 23:00").standing, clock.standing);
}

#[test]
fn after_a_pause_over_night_only_business_time_has_been_saved() {
    let clock = resolution(&[("mon 17:00", became(CALLER)), ("tue 09:00", became(State::InProgress))], "tue 09:30");
    assert_eq!(clock.breach_at, Some(at("mon 13:00")));
    let held = [("mon 12:00", became(CALLER)), ("tue 09:00", became(State::InProgress))];
    assert_eq!(resolution(&held, "tue 09:30").breach_at, Some(at("tue 10:00")));
}

#[test]
fn a_breach_before_a_pause_stays_in_sight() {
    let clock = resolution(&[("mon 14:00", became(CALLER))], "wed 10:00");
    assert_eq!((clock.breach_at, clock.verdict), (Some(at("mon 13:00")), BREACHED_SO_FAR));
}

#[test]
fn a_hold_that_the_agreement_does_not_name_counts() {
    let clock = resolution(&[("mon 10:00", became(PROBLEM))], "mon 12:00");
    assert_eq!((clock.standing, clock.elapsed), (Standing::Running, hours(3)));
    let exchanged = [("mon 10:00", became(CALLER)), ("mon 11:00", became(PROBLEM))];
    assert_eq!(resolution(&exchanged, "mon 12:00").elapsed, hours(2));
}

#[test]
fn the_response_clock_stops_for_good_at_the_first_reaction() {
    let quick =
        incident(&[("mon 09:10", MilestoneKind::Responded), ("tue 09:00", LOW), ("tue 10:00", became(State::Closed))]);
    let clock = read(Compiled::standard(), &quick, "wed 09:00").response;
    assert_eq!((clock.standing, clock.verdict, clock.elapsed), (Standing::Stopped, MET, TimeDelta::minutes(10)));
    assert_eq!((clock.target, clock.stopped_at), (Some(TimeDelta::minutes(15)), Some(at("mon 09:10"))));
    let slow = incident(&[("mon 09:20", MilestoneKind::Responded)]);
    assert_eq!(read(Compiled::standard(), &slow, "mon 09:20").response.verdict, BREACHED);
    assert!(read(Compiled::standard(), &slow, "mon 09:30").is_breached());
}

#[test]
fn a_hold_pauses_the_response_clock_if_agreed_and_otherwise_is_the_response() {
    let agreement = agreed(|rules| rules.pause_on.response_too = true);
    let held = incident(&[("mon 09:05", became(CALLER))]);
    let paused = read(&agreement, &held, "mon 12:00").response;
    assert_eq!((paused.verdict, paused.elapsed), (MET_SO_FAR, TimeDelta::minutes(5)));
    let stopped = read(Compiled::standard(), &held, "mon 12:00").response;
    assert_eq!((stopped.verdict, stopped.stopped_at), (MET, Some(at("mon 09:05"))));
    let for_a_problem = incident(&[("mon 09:20", became(PROBLEM))]);
    assert_eq!(read(&agreement, &for_a_problem, "mon 12:00").response.verdict, BREACHED);
    let then_answered = [("mon 09:05", became(CALLER)), ("mon 11:00", MilestoneKind::Responded)];
    let answered = read(&agreement, &incident(&then_answered), "mon 12:00").response;
    assert_eq!((answered.verdict, answered.elapsed), (MET, TimeDelta::minutes(5)));
}

#[test]
fn the_verdict_is_final_once_closed_and_counts_until_resolved() {
    let history = [("mon 12:00", became(State::Resolved)), ("fri 12:00", became(State::Closed))];
    let clock = resolution(&history, "fri 18:00");
    assert_eq!((clock.verdict, clock.elapsed, clock.stopped_at), (MET, hours(3), Some(at("mon 12:00"))));
    let never_resolved = resolution(&[("mon 14:00", became(State::Closed))], "fri 18:00");
    assert_eq!((never_resolved.verdict, never_resolved.elapsed), (BREACHED, hours(5)));
}

#[test]
fn cancelling_stops_the_clocks_without_a_verdict() {
    // A hold that pauses both clocks; one that is the response has given the response clock its verdict.
    let agreement = agreed(|rules| rules.pause_on.response_too = true);
    for history in [
        vec![("mon 15:00", became(State::Cancelled))],
        vec![("mon 10:00", became(CALLER)), ("mon 15:00", became(State::Cancelled))],
    ] {
        let clocks = read(&agreement, &incident(&history), "tue 09:00");
        for clock in [clocks.response, clocks.resolution] {
            assert_eq!((clock.standing, clock.verdict, clock.breach_at), (Standing::Stopped, None, None));
        }
        assert!(!clocks.is_breached() && clocks.next_change().is_none());
    }
}

#[test]
fn what_is_not_agreed_has_no_target_but_time_is_still_measured() {
    let agreement = agreed(|rules| rules.targets[0].resolution = None);
    let clocks = read(&agreement, &incident(&[]), "mon 11:00");
    let clock = clocks.resolution;
    assert_eq!((clock.standing, clock.target, clock.verdict, clock.breach_at), (Standing::NoTarget, None, None, None));
    assert_eq!((clock.elapsed, clock.percent(), clock.time_left(), clock.is_warning()), (hours(2), None, None, false));
    assert_eq!(clocks.response.target, Some(TimeDelta::minutes(15)));
}

#[test]
fn incidents_from_before_the_enforcement_have_no_targets() {
    let from = |text: &str| agreed(|rules| rules.enforced_from = Some(at(text)));
    assert_eq!(read(&from("mon 09:01"), &incident(&[]), "mon 17:00").resolution.standing, Standing::NoTarget);
    assert_eq!(read(&from("mon 09:00"), &incident(&[]), "mon 17:00").resolution.verdict, BREACHED_SO_FAR);
}

#[test]
fn the_nearer_breach_of_both_clocks_comes_next() {
    assert_eq!(read(Compiled::standard(), &incident(&[]), "mon 09:01").next_change(), Some(at("mon 09:15")));
    let responded = incident(&[("mon 09:05", MilestoneKind::Responded)]);
    assert_eq!(read(Compiled::standard(), &responded, "mon 09:06").next_change(), Some(at("mon 13:00")));
    let at_night = incident(&[("mon 09:05", MilestoneKind::Responded), ("mon 10:00", LOW)]);
    assert_eq!(
        read(Compiled::standard(), &at_night, "mon 20:00").resolution.next_change(),
        Some(at("sun 09:00") + TimeDelta::days(8))
    );
}
