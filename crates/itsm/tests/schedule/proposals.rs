//! The next span without a conflict.

use chrono::TimeDelta;
use itsm::schedule::{Planned, SEARCHED_DAYS, Scope, conflicts, propose};
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::*;

#[test]
fn a_span_without_conflict_is_proposed_as_it_is() {
    let bench = bench();
    let one = plan(1, "2026-05-16 09:00", 2, &[PRINTER]);
    assert_eq!(propose(&bench.desk, &one, &[], one.span.start()), Some(one.span));
}

#[test]
fn after_a_freeze_and_inside_the_window() {
    let mut bench = bench();
    bench.window(Scope::All, "UTC", 6, "00:00", "04:00");
    bench.freeze(Scope::All, "2026-05-16 00:00", "2026-05-18 00:00");
    let one = plan(1, "2026-05-16 09:00", 2, &[PRINTER]);
    let found = propose(&bench.desk, &one, &[], one.span.start()).unwrap();
    assert_eq!((found.start(), found.length()), (at("2026-05-24 00:00"), TimeDelta::hours(2)));
}

#[test]
fn as_soon_as_the_other_change_ends() {
    let bench = bench();
    let one = plan(1, "2026-05-16 09:00", 2, &[PRINTER]);
    let other = plan(2, "2026-05-16 10:00", 3, &[PRINTER]);
    assert_eq!(propose(&bench.desk, &one, &[other], one.span.start()).unwrap().start(), at("2026-05-16 13:00"));
}

#[test]
fn no_window_is_long_enough() {
    let mut bench = bench();
    bench.window(Scope::All, "UTC", 6, "00:00", "04:00");
    let one = plan(1, "2026-05-16 09:00", 5, &[PRINTER]);
    assert_eq!(propose(&bench.desk, &one, &[], one.span.start()), None);
}

#[test]
fn it_is_not_looked_for_for_ever() {
    let mut bench = bench();
    bench.freeze(Scope::All, "2026-05-16 00:00", "2026-12-01 00:00");
    let one = plan(1, "2026-05-16 09:00", 5, &[PRINTER]);
    assert_eq!(propose(&bench.desk, &one, &[], one.span.start()), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_proposal_has_no_conflict_and_no_earlier_hour_would_do(
        days in prop::collection::vec((0..7_usize, 0..20_u32, 1..5_u32), 0..3),
        freezes in prop::collection::vec((0..400_i64, 1..80_i64), 0..3),
        others in prop::collection::vec((0..400_i64, 1..30_i64, select(vec![CORE, AP1, AP2, PRINTER])), 0..4),
        item in select(vec![CORE, AP1, PRINTER]),
        hours in 1..5_i64,
    ) {
        let mut bench = bench();
        for (place, (day, opens, length)) in days.iter().enumerate() {
            let scope = if place == 0 { Scope::All } else { Scope::Items([item].into()) };
            let (opens, closes) = (format!("{opens:02}:00"), format!("{:02}:00", opens + length));
            let saved = window(scope, "UTC", *day, &opens, &closes);
            let _ = bench.ask(itsm::Command::Schedule(itsm::schedule::Command::SaveWindow(None, Box::new(saved))));
        }
        let begin = at("2026-05-16 00:00");
        let span = |start: i64, length: i64| {
            let start = begin + TimeDelta::hours(start);
            itsm::schedule::Span::new(start, start + TimeDelta::hours(length)).unwrap()
        };
        for (place, (start, length)) in freezes.iter().enumerate() {
            let frozen = itsm::schedule::Freeze { name: place.to_string().into(), span: span(*start, *length), ..freeze(Scope::All, "2026-01-01 00:00", "2026-01-02 00:00") };
            bench.ask(itsm::Command::Schedule(itsm::schedule::Command::SaveFreeze(None, frozen))).unwrap();
        }
        let others: Vec<Planned> = others.iter().enumerate().map(|(place, (start, length, item))| Planned {
            span: span(*start, *length),
            ..plan(u32::try_from(place).unwrap() + 10, "2026-01-01 00:00", 1, &[*item])
        }).collect();
        let one = plan(1, "2026-05-16 00:00", hours, &[item]);
        let found = propose(&bench.desk, &one, &others, begin);
        let free = |start| conflicts(&bench.desk, &Planned { span: one.span.moved_to(start).unwrap(), ..one.clone() }, &others).is_empty();
        if let Some(found) = found {
            prop_assert!(free(found.start()));
        }
        // Everything here begins and ends on the hour, so looking at every hour is looking at all.
        let last = found.map_or(SEARCHED_DAYS * 24, |found| (found.start() - begin).num_hours() - 1);
        for hour in 0..=last {
            prop_assert!(!free(begin + TimeDelta::hours(hour)), "hour {}", hour);
        }
    }
}
