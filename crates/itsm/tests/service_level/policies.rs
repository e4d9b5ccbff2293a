//! What reopening and priority changes do, under each rule.

use itsm::incident::{HoldReason, MilestoneKind, State};
use itsm::service_level::{Outcome, PriorityChange, Reading, ReopenRule, Standing};

use super::history::*;

fn reopening(rule: ReopenRule, history: &[(&str, MilestoneKind)], now: &str) -> Reading {
    read(&agreed(|rules| rules.reopen = rule), &incident(history), now).resolution
}

fn changing(rule: PriorityChange, history: &[(&str, MilestoneKind)], now: &str) -> Reading {
    read(&agreed(|rules| rules.priority_change = rule), &incident(history), now).resolution
}

const CAME_BACK: [(&str, MilestoneKind); 2] =
    [("mon 11:00", became(State::Resolved)), ("tue 10:00", became(State::InProgress))];

#[test]
fn a_reopened_clock_goes_on_without_the_gap() {
    let clock = reopening(ReopenRule::Continue, &CAME_BACK, "tue 11:00");
    assert_eq!((clock.elapsed, clock.breach_at), (hours(3), Some(at("tue 12:00"))));
    assert_eq!(clock.original_breach_at, Some(at("mon 13:00")));
}

#[test]
fn a_reopened_clock_may_count_the_gap_and_breach_inside_it() {
    let clock = reopening(ReopenRule::CountGap, &CAME_BACK, "tue 11:00");
    assert_eq!((clock.elapsed, clock.breach_at), (hours(12), Some(at("mon 13:00"))));
    assert_eq!(reopening(ReopenRule::CountGap, &CAME_BACK[..1], "tue 11:00").elapsed, hours(2));
}

#[test]
fn a_reopened_clock_may_start_again_and_forget_its_breach() {
    let history = [("mon 14:00", became(State::Resolved)), ("tue 10:00", became(State::InProgress))];
    let clock = reopening(ReopenRule::Reset, &history, "tue 11:00");
    assert_eq!((clock.elapsed, clock.breach_at), (hours(1), Some(at("tue 14:00"))));
    assert_eq!(reopening(ReopenRule::Continue, &history, "tue 11:00").breach_at, Some(at("mon 13:00")));
}

#[test]
fn an_incident_reopened_into_a_hold_is_paused() {
    let history = [CAME_BACK[0], ("tue 10:00", became(CALLER))];
    let clock = reopening(ReopenRule::Continue, &history, "wed 11:00");
    assert_eq!((clock.standing, clock.elapsed), (Standing::Paused(HoldReason::Caller), hours(2)));
    assert_eq!(reopening(ReopenRule::CountGap, &history, "wed 11:00").elapsed, hours(2 + 7 + 2));
}

#[test]
fn a_raised_priority_counts_the_time_so_far_against_the_new_target() {
    let low_first = |rule, now| {
        let mut incident = incident(&[("mon 15:00", HIGH)]);
        incident.milestones[1].what = LOW;
        read(&agreed(|rules| rules.priority_change = rule), &incident, now).resolution
    };
    let forward = low_first(PriorityChange::Forward, "mon 15:00");
    assert_eq!((forward.elapsed, forward.target, forward.breach_at), (hours(6), Some(hours(4)), Some(at("mon 15:00"))));
    assert!(forward.is_breached(), "the breach comes with the change");
    let recompute = low_first(PriorityChange::Recompute, "mon 15:00");
    assert_eq!((recompute.elapsed, recompute.breach_at), (hours(6), Some(at("mon 13:00"))));
    let reset = low_first(PriorityChange::Reset, "mon 16:00");
    assert_eq!((reset.elapsed, reset.breach_at, reset.is_breached()), (hours(1), Some(at("tue 09:00")), false));
}

#[test]
fn a_lowered_priority_undoes_a_breach_only_where_it_is_recomputed_or_reset() {
    let history = [("mon 14:00", LOW)];
    let forward = changing(PriorityChange::Forward, &history, "mon 15:00");
    assert_eq!((forward.breach_at, forward.is_breached()), (Some(at("mon 13:00")), true));
    assert_eq!(forward.target, Some(hours(100)));
    assert!(!changing(PriorityChange::Recompute, &history, "mon 15:00").is_breached());
    assert!(!changing(PriorityChange::Reset, &history, "mon 15:00").is_breached());
}

/// Edge case 7, a change of priority during a pause.
#[test]
fn a_priority_change_during_a_pause_keeps_the_pause() {
    for rule in [PriorityChange::Forward, PriorityChange::Recompute, PriorityChange::Reset] {
        let clock = changing(rule, &[("mon 10:00", became(CALLER)), ("mon 12:00", MEDIUM)], "mon 17:00");
        assert_eq!(clock.standing, Standing::Paused(HoldReason::Caller), "{rule:?}");
        let kept = if rule == PriorityChange::Reset { hours(0) } else { hours(1) };
        assert_eq!((clock.elapsed, clock.target, clock.breach_at), (kept, Some(hours(30)), None), "{rule:?}");
    }
}

#[test]
fn a_target_shortened_below_the_time_so_far_in_a_pause_breaches_when_the_pause_ends() {
    let history = |end| {
        let mut incident = incident(&[("mon 15:00", became(CALLER)), ("mon 16:00", HIGH), ("mon 17:00", became(end))]);
        incident.milestones[1].what = LOW;
        incident
    };
    let read = |incident, now| read(&agreed(|_| {}), incident, now).resolution;
    let resumed = history(State::InProgress);
    assert_eq!(read(&resumed, "mon 17:00").breach_at, Some(at("mon 17:00")));
    let resolved = history(State::Resolved);
    assert_eq!(read(&resolved, "mon 17:30").verdict.unwrap().outcome, Outcome::Breached);
}

#[test]
fn a_priority_change_while_resolved_waits_for_the_reopening() {
    for rule in [PriorityChange::Forward, PriorityChange::Reset] {
        let history = [CAME_BACK[0], ("mon 12:00", LOW), CAME_BACK[1]];
        let resolved = changing(rule, &history[..2], "mon 13:00");
        assert_eq!((resolved.target, resolved.elapsed), (Some(hours(4)), hours(2)), "{rule:?}");
        let again = changing(rule, &history, "tue 11:00");
        let kept = if rule == PriorityChange::Reset { hours(1) } else { hours(3) };
        assert_eq!((again.target, again.elapsed), (Some(hours(100)), kept), "{rule:?}");
    }
}

#[test]
fn weighing_that_leaves_the_priority_as_it_is_changes_nothing() {
    let same = changing(PriorityChange::Reset, &[("mon 11:00", HIGH)], "mon 12:00");
    assert_eq!((same.elapsed, same.breach_at), (hours(3), Some(at("mon 13:00"))));
}

#[test]
fn no_rule_changes_anything_after_closing() {
    for rule in [PriorityChange::Forward, PriorityChange::Recompute, PriorityChange::Reset] {
        let history =
            [("mon 12:00", became(State::Closed)), ("mon 13:00", LOW), ("mon 14:00", became(State::InProgress))];
        let closed = changing(rule, &history[..1], "mon 13:00");
        assert_eq!(changing(rule, &history, "fri 13:00"), closed, "{rule:?}");
    }
}
