//! Measures, confusion, and a whole shift.

use super::script::{Played, played};
use super::*;
use crate::grading::{Kind, confusion, grade, measures};
use crate::scenario::ContactKind;
use crate::shift::Logged;

const MORNING: &str = "first-morning";

fn shift() -> Played {
    played(
        MORNING,
        "08:02 arrives ines-locked
         08:02-08:03 answer ines-locked
         08:03-08:05 fix ines-locked unlock-account
         08:05-08:06 log ines-locked incident 3 2
         08:06-08:07 resolve ines-locked solution
         08:07 arrives tom-monitor
         08:07-08:08 log tom-monitor incident 3 3
         08:12 arrives priya-calls
         08:12-08:13 answer priya-calls
         08:13-08:19 fix priya-calls reseat-headset
         08:19-08:20 log priya-calls incident 1 1
         08:20-08:21 promise priya-calls 09:00
         08:21-08:22 assign priya-calls work
         08:21 arrives jo-scanner
         08:22 arrives falk-font
         08:22-08:34 fix falk-font embed-font
         08:34-08:37 fix jo-scanner yellow-key
         08:40 chased priya-calls
         09:00 promise-broken priya-calls
         09:00 mood priya 60 15 promise-broken
         09:10 fault-gone ap replace-ap",
    )
}

#[test]
fn a_shift_is_measured_by_its_definitions() {
    let shift = played(
        MORNING,
        "08:02 arrives ines-locked
         08:02-08:03 answer ines-locked
         08:03-08:05 fix ines-locked unlock-account
         08:12 arrives priya-calls
         08:12-08:13 assign priya-calls net
         08:20-08:21 promise priya-calls 09:00
         08:40 chased priya-calls
         09:00 promise-broken priya-calls
         09:00 mood priya 60 15 promise-broken
         09:02 mood ines 60 85 fixed
         09:10 fault-gone ap replace-ap",
    );
    let measured = measures(&shift.entries, &shift.truth);
    // Three minutes at 0.9, and 58 of five people at 0.45.
    assert_eq!(libm::round(measured.lost_minutes * 10.0), 1332.0);
    assert_eq!((measured.first_contact.yes, measured.first_contact.of), (1, 2));
    assert_eq!(measured.restored_minutes, Some(30.5));
    assert_eq!(measured.promises.part(), Some(0.0));
    assert_eq!(measured.second_calls, 1);
    assert_eq!(measured.satisfaction, Some(3.0));
}

#[test]
fn an_empty_shift_has_no_measures_to_boast_of() {
    let shift = played(MORNING, "");
    let measured = measures(&shift.entries, &shift.truth);
    assert_eq!((measured.lost_minutes, measured.restored_minutes, measured.satisfaction), (0.0, None, None));
    assert_eq!(measured.promises.part(), None);
}

#[test]
fn what_was_never_restored_counts_as_longer_than_everything() {
    let shift = played(
        MORNING,
        "08:02 arrives ines-locked\n08:12 arrives priya-calls\n08:13 met priya-calls\n08:21 arrives jo-scanner",
    );
    assert_eq!(measures(&shift.entries, &shift.truth).restored_minutes, None);
}

#[test]
fn kinds_and_priorities_are_set_against_the_truth() {
    let shift = shift();
    let matrix = confusion(&shift.entries, &shift.truth);
    let request = matrix.kinds.iter().find(|cell| cell.truly == ContactKind::Request).unwrap();
    assert_eq!((request.given, request.cases.len()), (Some(Logged::Incident), 1));
    let high = matrix.priorities.iter().find(|cell| cell.given == Some(1)).unwrap();
    assert_eq!((high.truly, high.cases[0].as_str()), (3, "priya-calls"));
}

#[test]
fn a_whole_shift_never_explains_more_than_was_lost_and_always_with_evidence() {
    let shift = shift();
    let rules = rules();
    let graded = grade(&shift.entries, &shift.truth, &rules);
    assert!(graded.len() > 4, "{graded:#?}");
    let faults = graded.iter().filter(|finding| rules.get(finding.rule).unwrap().said.kind == Kind::Fault);
    let explained: f64 = faults.map(Finding::minutes).sum();
    let lost = measures(&shift.entries, &shift.truth).lost_minutes;
    assert!(explained > 0.0 && explained <= lost, "{explained} of {lost}");
    assert!(graded.iter().all(|finding| finding.evidence.is_sorted() && finding.evidence.contains(&finding.at)));
    assert_eq!(graded, grade(&shift.entries, &shift.truth, &rules));
}

#[test]
fn no_rule_stumbles_over_a_shift_in_which_nothing_is_done() {
    for scenario in ["first-morning", "password-storm", "patch-tuesday", "data-centre-cooling", "month-end"] {
        let shift = played(scenario, "");
        assert!(grade(&shift.entries, &shift.truth, &rules()).is_empty());
    }
}
