//! No minute counted twice; the debrief's choice.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::*;
use crate::grading::{Claim, Kind, Level, Subject, band, settle, three};
use crate::scenario::{Key, Stake};
use crate::shift::EntryId;

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
}

fn claim(person: &str, failure: &str, from: i64, to: i64) -> Claim {
    Claim {
        case: Key::new(person),
        person: Key::new(person),
        failure: Key::new(failure),
        from: at(from),
        to: at(to),
        stake: Stake { people: 1, share: 1.0 },
    }
}

fn finding(rule: Code, case: &str, entry: u32, claims: Vec<Claim>) -> Finding {
    let failure = claims.first().map_or_else(|| Key::new(case), |claim| claim.failure.clone());
    let subject = Subject::Case(Key::new(case));
    let level = rules().get(rule).unwrap().said.weight.level;
    let evidence = vec![EntryId(entry)];
    Finding { rule, subject, failure, at: EntryId(entry), evidence, claims, level, parts: vec![] }
}

#[test]
fn the_earlier_keeps_a_minute_that_two_claim() {
    let settled = settle(
        vec![
            finding(Code::KeptTooLong, "b", 9, vec![claim("ines", "f", 5, 20)]),
            finding(Code::RoutedWrong, "a", 2, vec![claim("ines", "f", 0, 10)]),
        ],
        &rules(),
    );
    // Opposites about one failure: the one with more minutes left stays, and both have ten; the earlier stays.
    assert_eq!(settled.len(), 1);
    assert_eq!((settled[0].rule, settled[0].minutes()), (Code::RoutedWrong, 10.0));
}

#[test]
fn one_that_keeps_nothing_is_told_as_a_part() {
    let settled = settle(
        vec![
            finding(Code::Order, "a", 2, vec![claim("ines", "f", 0, 10)]),
            finding(Code::LostCall, "b", 9, vec![claim("ines", "f", 2, 6)]),
        ],
        &rules(),
    );
    // The order gives way to the call where both claim the same.
    assert_eq!(settled.iter().map(Finding::minutes).collect::<Vec<_>>(), [6.0, 4.0]);
    let settled = settle(
        vec![
            finding(Code::LostCall, "a", 2, vec![claim("ines", "f", 0, 10)]),
            finding(Code::RoutedWrong, "b", 9, vec![claim("ines", "f", 2, 6)]),
        ],
        &rules(),
    );
    assert_eq!(settled.len(), 1);
    assert_eq!(settled[0].parts, [Code::RoutedWrong]);
}

#[test]
fn an_ordinal_gives_way_to_its_cause_at_the_same_record_only() {
    let identity = |case| finding(Code::Identity, case, 3, vec![]);
    let settled = settle(vec![identity("a"), identity("b"), finding(Code::Unsafe, "a", 3, vec![])], &rules());
    let left: Vec<_> = settled.iter().map(|finding| (finding.rule, finding.subject.key().to_string())).collect();
    assert_eq!(left, [(Code::Identity, "b".to_owned()), (Code::Unsafe, "a".to_owned())]);
}

#[test]
fn a_strength_goes_where_its_opposite_was_found_about_the_same() {
    let kept = finding(Code::PromiseKept, "a", 1, vec![claim("ines", "a", 0, 2)]);
    let broken = |case| finding(Code::PromiseBroken, case, 5, vec![]);
    assert_eq!(settle(vec![kept.clone(), broken("a")], &rules()).len(), 1);
    assert_eq!(settle(vec![kept, broken("b")], &rules()).len(), 2);
}

#[test]
fn strengths_and_faults_are_never_set_off_against_each_other() {
    let fault = finding(Code::Order, "a", 1, vec![claim("ines", "f", 0, 10)]);
    let strength = finding(Code::Searched, "a", 2, vec![claim("ines", "f", 0, 10)]);
    let settled = settle(vec![fault, strength], &rules());
    assert_eq!(settled.iter().map(Finding::minutes).collect::<Vec<_>>(), [10.0, 10.0]);
}

#[test]
fn a_band_is_the_higher_of_minutes_and_ordinal() {
    let of = |minutes, level| {
        let mut finding = finding(Code::Order, "a", 1, vec![claim("ines", "f", 0, minutes)]);
        finding.level = level;
        band(&finding)
    };
    assert_eq!([of(9, None), of(10, None), of(60, None), of(240, None), of(960, None)], [1, 2, 3, 4, 5]);
    assert_eq!(of(10, Some(Level(4))), 4);
}

#[test]
fn three_begin_a_debrief_with_one_strength_and_at_most_two_of_a_practice() {
    let settled = [
        finding(Code::Order, "a", 1, vec![claim("a", "a", 0, 100)]),
        finding(Code::Unsolved, "b", 2, vec![claim("b", "b", 0, 300)]),
        finding(Code::CancelledAlive, "c", 3, vec![claim("c", "c", 0, 90)]),
        finding(Code::Searched, "d", 4, vec![claim("d", "d", 0, 5)]),
        finding(Code::QuietFirst, "e", 5, vec![claim("e", "e", 0, 50)]),
        finding(Code::Unwritten, "f", 6, vec![]),
    ];
    let rules = rules();
    let chosen: Vec<_> = three(&settled, &rules).into_iter().map(|finding| finding.rule).collect();
    assert_eq!(chosen, [Code::QuietFirst, Code::Unsolved, Code::Unwritten]);
}

#[test]
fn a_shift_without_faults_is_told_by_its_strengths() {
    let strength = |rule, case, entry| finding(rule, case, entry, vec![claim(case, case, 0, 5)]);
    let settled = [strength(Code::Searched, "d", 4), strength(Code::QuietFirst, "e", 5)];
    assert_eq!(three(&settled, &rules()).len(), 2);
}

fn any_findings() -> impl Strategy<Value = Vec<Finding>> {
    let claim = (0..3_usize, 0..2_usize, 0..50_i64, 1..30_i64).prop_map(|(person, failure, from, long)| {
        claim(["ines", "jo", "luis"][person], ["f", "g"][failure], from, from + long)
    });
    let one = (0..Code::ALL.len(), 0..4_usize, 0..40_u32, proptest::collection::vec(claim, 0..4));
    let one =
        one.prop_map(|(rule, case, entry, claims)| finding(Code::ALL[rule], ["a", "b", "c", "d"][case], entry, claims));
    proptest::collection::vec(one, 0..25)
}

proptest! {
    #[test]
    fn no_stretch_of_a_person_is_claimed_twice_and_none_is_made_up(found in any_findings()) {
        let rules = rules();
        let settled = settle(found.clone(), &rules);
        for kind in [Kind::Fault, Kind::Strength] {
            let of = |findings: &[Finding]| -> Vec<Claim> {
                let own = findings.iter().filter(|finding| rules.get(finding.rule).unwrap().said.kind == kind);
                own.flat_map(|finding| finding.claims.clone()).collect()
            };
            let (before, after) = (of(&found), of(&settled));
            for minute in 0..90 {
                for (person, failure) in ["ines", "jo", "luis"].iter().flat_map(|who| [(*who, "f"), (*who, "g")]) {
                    let count = |claims: &[Claim]| claims.iter().filter(|claim| {
                        claim.person == *person && claim.failure == *failure && claim.from <= at(minute) && at(minute) < claim.to
                    }).count();
                    prop_assert!(count(&after) <= 1.min(count(&before)));
                }
            }
        }
    }

    #[test]
    fn settling_depends_on_no_order_and_settles_once(found in any_findings()) {
        let rules = rules();
        let settled = settle(found.clone(), &rules);
        let mut turned = found;
        turned.reverse();
        let again = settle(turned, &rules);
        prop_assert_eq!(settled.iter().map(|finding| finding.rule).collect::<Vec<_>>(), again.iter().map(|finding| finding.rule).collect::<Vec<_>>());
        prop_assert!(settled.iter().all(|finding| !finding.evidence.is_empty()));
        prop_assert!(settled.is_sorted_by_key(|finding| finding.at));
    }
}
