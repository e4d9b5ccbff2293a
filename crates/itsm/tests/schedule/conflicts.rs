//! The seven reasons, and what is no reason.

use itsm::schedule::{Conflict, Kin, Planned, Scope, outages, sentence};
use itsm::{FreezeId, Key, WindowId};

use crate::bench::*;

const W: WindowId = WindowId(Key { number: 1, tag: 7 });
const F: FreezeId = FreezeId(Key { number: 1, tag: 7 });

#[test]
fn one_an_item_is_in_an_overlapping_change() {
    let bench = bench();
    let (one, other) = (plan(1, "2026-05-16 09:00", 2, &[PRINTER]), plan(2, "2026-05-16 10:00", 2, &[PRINTER]));
    let found = bench.against(&one, std::slice::from_ref(&other));
    assert!(matches!(found.as_slice(), [Conflict::Taken { .. }]), "{found:?}");
    assert_eq!(sentence(&bench.desk, &found[0], &[other]), "Printer is in CHG0000002 Work at the same time.");
}

#[test]
fn spans_that_touch_at_an_instant_do_not_overlap() {
    let bench = bench();
    let (one, other) = (plan(1, "2026-05-16 09:00", 2, &[PRINTER]), plan(2, "2026-05-16 11:00", 2, &[PRINTER]));
    assert_eq!(bench.against(&one, std::slice::from_ref(&other)), []);
    assert_eq!(bench.against(&other, &[one]), []);
}

#[test]
fn a_change_does_not_conflict_with_itself_nor_with_what_is_cancelled() {
    let bench = bench();
    let one = plan(1, "2026-05-16 09:00", 2, &[PRINTER]);
    let cancelled = Planned { is_open: false, ..plan(2, "2026-05-16 09:00", 2, &[PRINTER]) };
    assert_eq!(bench.against(&one, &[one.clone(), cancelled]), []);
}

#[test]
fn two_the_span_leaves_the_maintenance_window_of_its_item() {
    let mut bench = bench();
    bench.window(Scope::Items([PRINTER].into()), "Europe/Berlin", 5, "08:00", "12:00");
    // Saturday; 08:00 to 12:00 in Berlin is 06:00 to 10:00 UTC in May.
    assert_eq!(bench.against(&plan(1, "2026-05-16 06:00", 4, &[PRINTER]), &[]), []);
    let found = bench.against(&plan(1, "2026-05-16 07:00", 4, &[PRINTER]), &[]);
    assert!(matches!(found.as_slice(), [Conflict::OutsideWindow { node: Some(_), window: W }]), "{found:?}");
    assert_eq!(bench.against(&plan(1, "2026-05-16 07:00", 4, &[ROOM]), &[]), [], "another item has no window");
}

#[test]
fn the_window_of_an_item_outranks_the_one_that_is_for_all() {
    let mut bench = bench();
    bench.window(Scope::All, "UTC", 6, "00:00", "24:00");
    assert_eq!(bench.against(&plan(1, "2026-05-16 09:00", 2, &[PRINTER]), &[]).len(), 1);
    bench.window(Scope::Items([PRINTER].into()), "UTC", 5, "08:00", "12:00");
    assert_eq!(bench.against(&plan(1, "2026-05-16 09:00", 2, &[PRINTER]), &[]), []);
    assert_eq!(bench.against(&plan(1, "2026-05-17 09:00", 2, &[PRINTER]), &[]).len(), 1);
    assert_eq!(bench.against(&plan(1, "2026-05-16 09:00", 2, &[]), &[]).len(), 1, "what names no item is bound, too");
}

#[test]
fn a_window_across_midnight_is_two_that_touch() {
    let mut bench = bench();
    let mut night = window(Scope::All, "UTC", 5, "22:00", "24:00");
    night.hours.hours[6] = window(Scope::All, "UTC", 6, "00:00", "02:00").hours.hours[6].clone();
    bench.ask(itsm::Command::Schedule(itsm::schedule::Command::SaveWindow(None, Box::new(night)))).unwrap();
    assert_eq!(bench.against(&plan(1, "2026-05-16 22:00", 4, &[PRINTER]), &[]), []);
    assert_eq!(bench.against(&plan(1, "2026-05-16 22:00", 5, &[PRINTER]), &[]).len(), 1);
}

#[test]
fn in_the_night_when_clocks_go_forward_the_window_is_an_hour_shorter() {
    let mut bench = bench();
    bench.window(Scope::All, "Europe/Berlin", 6, "00:00", "06:00");
    // Berlin, Sunday 29 March 2026: 00:00 is 23:00 UTC, 06:00 is 04:00 UTC: five hours.
    assert_eq!(bench.against(&plan(1, "2026-03-28 23:00", 5, &[PRINTER]), &[]), []);
    assert_eq!(bench.against(&plan(1, "2026-03-28 23:00", 6, &[PRINTER]), &[]).len(), 1);
    // And 25 October: 00:00 is 22:00 UTC, 06:00 is 05:00 UTC: seven hours.
    assert_eq!(bench.against(&plan(1, "2026-10-24 22:00", 7, &[PRINTER]), &[]), []);
    assert_eq!(bench.against(&plan(1, "2026-10-24 22:00", 8, &[PRINTER]), &[]).len(), 1);
}

#[test]
fn three_the_span_lies_in_a_freeze() {
    let mut bench = bench();
    bench.freeze(Scope::All, "2026-05-16 00:00", "2026-05-17 00:00");
    let found = bench.against(&plan(1, "2026-05-16 23:00", 2, &[PRINTER]), &[]);
    assert_eq!(found, [Conflict::Frozen { node: None, freeze: F }]);
    assert_eq!(
        sentence(&bench.desk, &found[0], &[]),
        "Everything is frozen: Freeze of 2026-05-16 00:00 (Month end). Nobody may override it."
    );
    assert_eq!(bench.against(&plan(1, "2026-05-17 00:00", 2, &[PRINTER]), &[]), [], "it ends as the work begins");
}

#[test]
fn four_another_change_has_what_hangs_together_with_an_item() {
    let bench = bench();
    let core = plan(1, "2026-05-16 09:00", 2, &[CORE]);
    for (other, how) in [(ROOM, Kin::Whole), (AP1, Kin::Needs)] {
        let found = bench.against(&core, &[plan(2, "2026-05-16 09:00", 2, &[other])]);
        assert!(matches!(found.as_slice(), [Conflict::KinTaken { how: found, .. }] if *found == how), "{found:?}");
        let back = bench.against(&plan(2, "2026-05-16 09:00", 2, &[other]), std::slice::from_ref(&core));
        assert!(matches!(back.as_slice(), [Conflict::KinTaken { .. }]), "it holds from both sides: {back:?}");
    }
    assert_eq!(bench.against(&core, &[plan(2, "2026-05-16 09:00", 2, &[PRINTER])]), []);
}

#[test]
fn five_what_hangs_together_with_an_item_has_a_window_that_is_closed() {
    let mut bench = bench();
    bench.window(Scope::Items([AP1].into()), "UTC", 6, "00:00", "24:00");
    let found = bench.against(&plan(1, "2026-05-16 09:00", 2, &[CORE]), &[]);
    assert!(matches!(found.as_slice(), [Conflict::KinOutsideWindow { how: Kin::Needs, .. }]), "{found:?}");
}

#[test]
fn six_what_hangs_together_with_an_item_is_frozen() {
    let mut bench = bench();
    bench.freeze(Scope::Services([WIFI].into()), "2026-05-16 00:00", "2026-05-17 00:00");
    let found = bench.against(&plan(1, "2026-05-16 09:00", 2, &[CORE]), &[]);
    assert!(matches!(found.as_slice(), [Conflict::KinFrozen { how: Kin::Fails, .. }]), "two steps away: {found:?}");
    let found = bench.against(&plan(1, "2026-05-16 09:00", 2, &[AP1]), &[]);
    assert!(
        matches!(found.as_slice(), [Conflict::KinFrozen { how: Kin::Needs, .. }]),
        "redundant, yet touched: {found:?}"
    );
    assert_eq!(bench.against(&plan(1, "2026-05-16 09:00", 2, &[PRINTER]), &[]), []);
}

#[test]
fn seven_who_does_it_is_busy() {
    let bench = bench();
    let by = |person, planned: Planned| Planned { assignee: Some(person), ..planned };
    let one = by(ADA, plan(1, "2026-05-16 09:00", 2, &[PRINTER]));
    let found = bench.against(&one, &[by(ADA, plan(2, "2026-05-16 10:00", 2, &[AP1]))]);
    assert!(matches!(found.as_slice(), [Conflict::Busy { .. }]), "{found:?}");
    assert_eq!(bench.against(&one, &[by(BEN, plan(2, "2026-05-16 10:00", 2, &[AP1]))]), []);
    let nobody = [plan(2, "2026-05-16 10:00", 2, &[AP1])];
    assert_eq!(bench.against(&plan(1, "2026-05-16 09:00", 2, &[PRINTER]), &nobody), [], "nobody is not somebody");
}

#[test]
fn two_changes_that_each_leave_a_service_running_are_told_when_together_they_do_not() {
    let bench = bench();
    let (one, other) = (plan(1, "2026-05-16 09:00", 2, &[AP1]), plan(2, "2026-05-16 10:00", 2, &[AP2]));
    let found = bench.against(&one, std::slice::from_ref(&other));
    assert!(matches!(found.as_slice(), [Conflict::Together { service: WIFI, .. }]), "{found:?}");
    let words = sentence(&bench.desk, &found[0], &[other]);
    assert_eq!(words, "Wi-Fi survives this alone, and not together with CHG0000002 Work.");
}

#[test]
fn an_outage_is_counted_in_agreed_time_and_says_why() {
    let bench = bench();
    // The standard agreement works Monday to Friday, so the span begins on a Saturday and on a Monday.
    let (weekend, _) = outages(&bench.desk, &plan(1, "2026-05-16 09:00", 2, &[CORE]));
    assert_eq!(weekend.len(), 1);
    assert_eq!(weekend[0].service, WIFI);
    assert_eq!(weekend[0].chain.len(), 3);
    let calendar = bench.desk.agreement().calendar();
    let monday = plan(1, "2026-05-18 09:00", 2, &[CORE]);
    let (found, _) = outages(&bench.desk, &monday);
    assert_eq!(found[0].agreed_down, calendar.between(monday.span.start(), monday.span.end()));
    let (none, _) = outages(&bench.desk, &plan(1, "2026-05-18 09:00", 2, &[AP1]));
    assert_eq!(none, [], "the other access point carries it");
}
