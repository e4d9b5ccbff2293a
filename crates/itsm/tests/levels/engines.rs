//! Nine tools' resolution clocks on one ticket.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::calendar::Calendar;
use itsm::incident::HoldReason;
use itsm::service_level::policies::{Engine, Moment, Outcome, Rules, Run, Settings, Step, Ticket, What, compare, run};
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{at, hours, nine_to_five};

const PAUSES: &[HoldReason] = &[HoldReason::Caller];
const HELD: Step = Step::Held(HoldReason::Caller);

fn ticket(opened: &str, steps: &[(&str, Step)]) -> Ticket {
    let moments = steps.iter().map(|(text, step)| Moment { at: at(text), step: *step }).collect();
    Ticket { opened_at: at(opened), moments }
}

fn with<T>(settings: Settings, target: TimeDelta, then: impl FnOnce(&Rules<'_>) -> T) -> T {
    let (calendar, around) = (Calendar::compile(&nine_to_five()).unwrap(), Calendar::around_the_clock());
    then(&Rules { target, calendar: &calendar, around_the_clock: &around, pauses: PAUSES, settings })
}

fn of(engine: Engine, ticket: &Ticket, now: &str) -> Run {
    with(Settings::default(), hours(4), |rules| run(engine, ticket, rules, at(now)))
}

/// Friday 15:00, waiting for the caller from 16:00 until Monday 16:00, resolved at 17:00.
fn over_a_weekend() -> Ticket {
    ticket("06 15:00", &[("06 16:00", HELD), ("09 16:00", Step::Working), ("09 17:00", Step::Resolved)])
}

/// Monday 09:00, resolved after 2 hours, back on Tuesday at 09:00, open since.
fn came_back() -> Ticket {
    ticket("02 09:00", &[("02 11:00", Step::Resolved), ("03 09:00", Step::Reopened)])
}

#[test]
fn edge_case_6_a_pause_over_a_weekend_counts_business_time_only_in_every_tool_that_pauses() {
    use Engine::*;
    for engine in [ServiceNow, Glpi, Otobo, Zammad, Frappe, Itop, FreeItsm] {
        let run = of(engine, &over_a_weekend(), "10 12:00");
        assert_eq!((run.elapsed, run.outcome), (hours(2), Outcome::Met), "{engine:?}");
    }
}

#[test]
fn osticket_knows_no_pause() {
    let run = of(Engine::OsTicket, &over_a_weekend(), "10 12:00");
    assert_eq!((run.elapsed, run.outcome, run.due_at), (hours(10), Outcome::Missed, Some(at("09 11:00"))));
    assert!(run.stretches.iter().all(|stretch| stretch.what != What::Paused));
}

#[test]
fn servicenow_cancels_a_clock_whose_start_condition_leaves_on_hold_out_and_starts_a_new_one() {
    let held = of(Engine::ServiceNowCancels, &over_a_weekend(), "09 15:00");
    assert_eq!(held.outcome, Outcome::Met, "the ticket's last step is looked at, also if now is before it");
    let waits = ticket("06 15:00", &[("06 16:00", HELD)]);
    let run = of(Engine::ServiceNowCancels, &waits, "09 12:00");
    assert_eq!((run.outcome, run.due_at), (Outcome::NoClock, None));
    assert_eq!(
        of(Engine::ServiceNowCancels, &over_a_weekend(), "10 12:00").elapsed,
        hours(1),
        "only since Monday 16:00"
    );
}

#[test]
fn request_tracker_counts_an_ignored_status_on_return_unless_a_setting_takes_it_out() {
    let run_with = |request_tracker_excludes| {
        let settings = Settings { request_tracker_excludes, ..Settings::default() };
        with(settings, hours(4), |rules| run(Engine::RequestTracker, &over_a_weekend(), rules, at("10 12:00")))
    };
    let (plain, excluding) = (run_with(false), run_with(true));
    assert_eq!((plain.elapsed, plain.outcome), (hours(10), Outcome::Missed), "probably overdue on return");
    assert_eq!((excluding.elapsed, excluding.outcome), (hours(2), Outcome::Met));
    let waiting = ticket("06 15:00", &[("06 16:00", HELD)]);
    assert_eq!(of(Engine::RequestTracker, &waiting, "09 12:00").due_at, None, "while it waits, nothing is due");
}

#[test]
fn a_reopening_goes_on_begins_anew_or_counts_for_nothing_by_the_tool() {
    use Engine::*;
    let due = |engine| of(engine, &came_back(), "03 10:00").due_at;
    for engine in [Glpi, Frappe, Itop, FreeItsm] {
        assert_eq!(due(engine), Some(at("03 11:00")), "{engine:?} goes on with the two hours that were left");
    }
    for engine in [ServiceNow, ServiceNowCancels, OsTicket] {
        assert_eq!(due(engine), Some(at("03 13:00")), "{engine:?} gives the whole target again");
    }
    assert_eq!(of(Otobo, &came_back(), "03 16:00").outcome, Outcome::Met, "the first close was in time");
    let zammad = of(Zammad, &came_back(), "03 16:00");
    assert_eq!((zammad.due_at, zammad.outcome), (None, Outcome::Met), "no close target comes back");
    assert_eq!(due(RequestTracker), Some(at("02 13:00")), "still counted from the creation");
}

#[test]
fn freeitsm_resets_by_a_setting() {
    let settings = Settings { freeitsm_resets: true, ..Settings::default() };
    let run = with(settings, hours(4), |rules| run(Engine::FreeItsm, &came_back(), rules, at("03 10:00")));
    assert_eq!((run.elapsed, run.due_at), (hours(1), Some(at("03 13:00"))));
}

#[test]
fn itop_counts_day_and_night_until_somebody_gives_it_a_calendar() {
    let settings = Settings { itop_around_the_clock: true, ..Settings::default() };
    let overnight = ticket("02 16:00", &[("03 10:00", Step::Resolved)]);
    let run = with(settings, hours(4), |rules| run(Engine::Itop, &overnight, rules, at("03 12:00")));
    assert_eq!((run.elapsed, run.outcome), (hours(18), Outcome::Missed));
    assert_eq!(of(Engine::Itop, &overnight, "03 12:00").outcome, Outcome::Met);
}

#[test]
fn a_reply_moves_no_resolution_clock_unless_it_lifts_a_hold() {
    let quiet = ticket("02 09:00", &[("02 12:00", Step::Resolved)]);
    let talked = ticket(
        "02 09:00",
        &[("02 10:00", Step::DeskReplied), ("02 11:00", Step::CustomerReplied), ("02 12:00", Step::Resolved)],
    );
    for engine in Engine::ALL {
        assert_eq!(of(engine, &quiet, "02 15:00"), of(engine, &talked, "02 15:00"), "{engine:?}");
    }
}

#[test]
fn edge_case_13_a_timeline_tells_paused_from_outside_hours() {
    let run = of(Engine::Glpi, &over_a_weekend(), "09 17:00");
    let seen: Vec<_> = run.stretches.iter().map(|stretch| (stretch.what, stretch.from, stretch.to)).collect();
    assert_eq!(
        seen,
        [
            (What::Running, at("06 15:00"), at("06 16:00")),
            (What::Paused, at("06 16:00"), at("09 16:00")),
            (What::Running, at("09 16:00"), at("09 17:00")),
        ]
    );
    let overnight = of(Engine::Glpi, &ticket("02 16:00", &[]), "03 10:00");
    let seen: Vec<_> = overnight.stretches.iter().map(|stretch| stretch.what).collect();
    assert_eq!(seen, [What::Running, What::OutsideHours, What::Running]);
}

#[test]
fn a_target_reached_while_the_clock_stops_is_met_and_while_it_runs_missed() {
    let stopped = ticket("02 09:00", &[("02 13:00", Step::Resolved)]);
    for engine in Engine::ALL {
        assert_eq!(of(engine, &stopped, "02 15:00").outcome, Outcome::Met, "{engine:?}");
        assert_eq!(of(engine, &ticket("02 09:00", &[]), "02 13:00").outcome, Outcome::Missed, "{engine:?}");
    }
}

#[test]
fn a_cancelled_ticket_has_no_clock_left_to_be_met_or_missed() {
    for engine in Engine::ALL {
        let run = of(engine, &ticket("02 09:00", &[("02 10:00", Step::Cancelled)]), "05 10:00");
        assert_eq!((run.outcome, run.due_at), (Outcome::NoClock, None), "{engine:?}");
    }
}

fn moments(steps: &'static [Step]) -> impl Strategy<Value = Ticket> {
    let gaps = prop::collection::vec((1..3_000_i64, select(steps)), 0..12);
    (0..20_000_i64, gaps).prop_map(|(opened, gaps)| {
        let opened_at = at("01 00:00") + TimeDelta::minutes(opened);
        let mut now = opened_at;
        let moments = gaps
            .into_iter()
            .map(|(gap, step)| {
                now += TimeDelta::minutes(gap);
                Moment { at: now, step }
            })
            .collect();
        Ticket { opened_at, moments }
    })
}

const QUIET: &[Step] = &[Step::Working, Step::DeskReplied, Step::CustomerReplied, Step::Held(HoldReason::Problem)];
const ANY: &[Step] = &[
    Step::Working,
    HELD,
    Step::Held(HoldReason::Problem),
    Step::Resolved,
    Step::Reopened,
    Step::Closed,
    Step::Cancelled,
    Step::DeskReplied,
    Step::CustomerReplied,
];

fn later(ticket: &Ticket, minutes: i64) -> DateTime<Utc> {
    ticket.moments.last().map_or(ticket.opened_at, |last| last.at) + TimeDelta::minutes(minutes)
}

proptest! {
    #[test]
    fn without_pause_and_reopening_all_tools_agree(
        mut ticket in moments(QUIET),
        ends in any::<bool>(),
        rest in 0..5_000_i64,
        target in 1..60_i64,
    ) {
        if ends {
            let at = later(&ticket, 7);
            ticket.moments.push(Moment { at, step: Step::Resolved });
            ticket.moments.push(Moment { at: at + TimeDelta::minutes(60), step: Step::Closed });
        }
        let now = later(&ticket, rest);
        let runs = with(Settings::default(), hours(target), |rules| compare(&ticket, rules, now));
        for (engine, run) in &runs {
            prop_assert_eq!(run, &runs[0].1, "{:?}", engine);
        }
    }

    #[test]
    fn a_timeline_has_no_gaps_and_its_running_time_is_business_time(
        ticket in moments(ANY),
        rest in 0..5_000_i64,
        settings in (any::<bool>(), any::<bool>(), any::<bool>()),
    ) {
        let (itop_around_the_clock, request_tracker_excludes, freeitsm_resets) = settings;
        let settings = Settings { itop_around_the_clock, request_tracker_excludes, freeitsm_resets };
        let now = later(&ticket, rest);
        let runs = with(settings, hours(4), |rules| compare(&ticket, rules, now));
        for (engine, run) in runs {
            let mut at = ticket.opened_at;
            for stretch in &run.stretches {
                prop_assert_eq!(stretch.from, at, "{:?}", engine);
                prop_assert!(stretch.from < stretch.to);
                at = stretch.to;
            }
            prop_assert_eq!(at, now);
            prop_assert!(run.elapsed >= TimeDelta::zero());
            let missed = run.outcome == Outcome::Missed;
            prop_assert!(!missed || run.due_at.is_some_and(|due| due <= now), "{:?}: {:?}", engine, run);
        }
    }
}
