//! What no history and no rule can make a clock do.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::Matrix;
use itsm::incident::{HoldReason, Incident, Milestone, MilestoneKind, State};
use itsm::service_level::{Compiled, Outcome, PauseOn, PriorityChange, ReopenRule, Standing, clocks};
use proptest::prelude::*;
use proptest::sample::select;

use super::history::{HIGH, LOW, MEDIUM, agreed, at, became, raw};

fn kind() -> impl Strategy<Value = MilestoneKind> {
    let state = prop_oneof![
        Just(State::New),
        Just(State::InProgress),
        select(HoldReason::ALL.to_vec()).prop_map(State::OnHold),
        Just(State::Resolved),
        Just(State::Closed),
        Just(State::Cancelled),
    ];
    prop_oneof![
        6 => state.prop_map(became),
        3 => select(vec![HIGH, MEDIUM, LOW]),
        1 => Just(MilestoneKind::Responded),
    ]
}

/// Any order of states, at instants that go on by up to two days each.
fn history() -> impl Strategy<Value = Incident> {
    let steps = prop::collection::vec((0_i64..2 * 86_400, kind()), 0..12);
    (select(vec![HIGH, MEDIUM, LOW]), steps).prop_map(|(weight, steps)| {
        let mut now = at("mon 09:00");
        let mut milestones =
            vec![Milestone { at: now, what: MilestoneKind::Opened }, Milestone { at: now, what: weight }];
        for (seconds, what) in steps {
            now += TimeDelta::seconds(seconds);
            milestones.push(Milestone { at: now, what });
        }
        raw(milestones)
    })
}

fn agreement() -> impl Strategy<Value = Compiled> {
    let reopen = select(vec![ReopenRule::Continue, ReopenRule::CountGap, ReopenRule::Reset]);
    let change = select(vec![PriorityChange::Forward, PriorityChange::Recompute, PriorityChange::Reset]);
    let pauses = (prop::collection::vec(select(HoldReason::ALL.to_vec()), 0..5), any::<bool>());
    (reopen, change, pauses).prop_map(|(reopen, change, (reasons, response_too))| {
        agreed(|rules| {
            rules.reopen = reopen;
            rules.priority_change = change;
            rules.pause_on = PauseOn { reasons, response_too };
        })
    })
}

fn last(incident: &Incident) -> DateTime<Utc> {
    incident.milestones.last().unwrap().at
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn clocks_never_run_backwards(
        incident in history(), agreement in agreement(), offsets in prop::collection::vec(-500_000_i64..2_000_000, 2..8),
    ) {
        let mut offsets = offsets;
        offsets.sort_unstable();
        let mut before = None;
        for offset in offsets {
            let now = clocks(&incident, &Matrix::default(), &agreement, last(&incident) + TimeDelta::seconds(offset));
            for (now, before) in [now.response, now.resolution].iter().zip(before.into_iter().flatten()) {
                let before: itsm::service_level::Reading = before;
                prop_assert!(now.elapsed >= before.elapsed && now.elapsed_calendar >= before.elapsed_calendar);
                prop_assert!(now.is_breached() || !before.is_breached());
                prop_assert_eq!(now.original_breach_at, before.original_breach_at);
            }
            before = Some([now.response, now.resolution]);
        }
    }

    #[test]
    fn nothing_after_closing_changes_the_verdict(
        incident in history(), agreement in agreement(), more in history(), wait in 0_i64..500_000,
    ) {
        let mut closed = incident;
        let end = last(&closed) + TimeDelta::hours(1);
        closed.milestones.push(Milestone { at: end, what: became(State::Closed) });
        let before = clocks(&closed, &Matrix::default(), &agreement, end);
        closed.milestones.extend(more.milestones.iter().map(|milestone| Milestone { at: milestone.at.max(end), ..*milestone }));
        let after = clocks(&closed, &Matrix::default(), &agreement, end + TimeDelta::seconds(wait));
        prop_assert_eq!(before, after);
        prop_assert!(after.resolution.verdict.is_none_or(|verdict| verdict.is_final));
    }

    #[test]
    fn paused_time_never_counts(incident in history(), agreement in agreement(), wait in 0_i64..5_000_000) {
        let begin = last(&incident);
        let before = clocks(&incident, &Matrix::default(), &agreement, begin).resolution;
        if let Standing::Paused(_) = before.standing {
            let later = clocks(&incident, &Matrix::default(), &agreement, begin + TimeDelta::seconds(wait)).resolution;
            prop_assert_eq!(before, later);
        }
    }

    #[test]
    fn a_priority_change_during_a_pause_keeps_the_pause(
        incident in history(), agreement in agreement(), weight in select(vec![HIGH, MEDIUM, LOW]),
    ) {
        let mut incident = incident;
        let now = last(&incident);
        let before = clocks(&incident, &Matrix::default(), &agreement, now).resolution.standing;
        if let Standing::Paused(_) = before {
            incident.milestones.push(Milestone { at: now + TimeDelta::hours(1), what: weight });
            let after = clocks(&incident, &Matrix::default(), &agreement, now + TimeDelta::hours(3)).resolution;
            prop_assert_eq!(after.standing, before);
        }
    }

    #[test]
    fn a_clock_breaches_when_it_said_it_would_and_not_before(incident in history(), agreement in agreement()) {
        let now = last(&incident);
        let read = |now| clocks(&incident, &Matrix::default(), &agreement, now);
        if let Some(next) = read(now).next_change() {
            prop_assert!(next > now);
            let breaches = |now| [read(now).response, read(now).resolution].iter().filter(|clock| clock.is_breached()).count();
            prop_assert_eq!(breaches(next - TimeDelta::nanoseconds(1)), breaches(now));
            prop_assert!(breaches(next) > breaches(now));
        }
    }

    #[test]
    fn a_breach_goes_with_too_much_time_and_a_met_target_with_enough(incident in history(), agreement in agreement()) {
        let clocks = clocks(&incident, &Matrix::default(), &agreement, last(&incident));
        for clock in [clocks.response, clocks.resolution] {
            let Some(verdict) = clock.verdict else { continue };
            // Forward keeps breaches of a target that is no longer in force.
            let sticky = agreement.agreement().priority_change == PriorityChange::Forward;
            match verdict.outcome {
                Outcome::Breached => prop_assert!(sticky || clock.elapsed >= clock.target.unwrap()),
                Outcome::Met if clock.stopped_at.is_some() => prop_assert!(clock.elapsed <= clock.target.unwrap()),
                Outcome::Met => {}
            }
        }
    }
}
