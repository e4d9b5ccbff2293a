//! Levels, credit and gaps.

use learning::maturity::{Answer, Assessment, Level};
use proptest::prelude::*;

use super::{level, maturity, monday, reach, reached};

#[test]
fn a_level_is_reached_when_it_and_all_below_are_met() {
    for practice in &maturity().practices {
        for number in 1..=5 {
            let standing = maturity().standing(&practice.id, &reached(monday(), &[(&practice.id, number)])).unwrap();
            assert_eq!(standing.level, level(number), "{}", practice.id);
            assert_eq!(standing.next.is_none(), number == 5);
        }
    }
}

#[test]
fn one_gap_on_a_low_level_keeps_a_practice_down_and_the_rest_is_credit() {
    let mut assessment = reached(monday(), &[("change-enablement", 5)]);
    assessment.answer("chg-back-out", Answer::Partly, "for servers only");
    let standing = maturity().standing("change-enablement", &assessment).unwrap();
    assert_eq!(standing.level, Level::LOWEST);
    assert_eq!((standing.all.met, standing.all.partly, standing.all.of), (6, 1, 7));
    assert!(standing.all.share() > 0.9);
    let next = standing.next.unwrap();
    assert_eq!((next.met, next.partly, next.of), (1, 1, 2));
    assert!((standing.with_credit() - 1.75).abs() < 1e-9);
}

#[test]
fn nothing_answered_is_not_the_same_as_the_first_level() {
    let nothing = Assessment::new(monday());
    assert!(maturity().standings(&nothing).iter().all(|standing| !standing.is_assessed()));
    assert!(maturity().radar(&nothing, None).is_empty());
    assert!(maturity().gaps(&nothing, Level::HIGHEST).is_empty());
    assert!(maturity().again(&nothing, &[]).is_empty());
    assert_eq!(maturity().standing("astrology", &nothing), None);
}

#[test]
fn an_unknown_answer_counts_as_not_met_and_is_a_gap() {
    let mut assessment = reached(monday(), &[("service-desk", 2)]);
    assessment.answer("desk-triage", Answer::Unknown, "");
    assert_eq!(maturity().standing("service-desk", &assessment).unwrap().level, Level::LOWEST);
    let gaps = maturity().gaps(&assessment, level(2));
    assert_eq!(gaps.iter().map(|gap| gap.statement.as_str()).collect::<Vec<_>>(), ["desk-triage"]);
    assert_eq!(gaps[0].answer, Answer::Unknown);
    assert!(gaps[0].is_last_step);
}

#[test]
fn gaps_come_lowest_level_first_then_the_weaker_practice_then_what_is_begun() {
    let mut assessment =
        reached(monday(), &[("service-desk", 2), ("incident-management", 1), ("release-management", 2)]);
    assessment.answer("rel-apart", Answer::Partly, "");
    let gaps = maturity().gaps(&assessment, level(3));
    let order: Vec<_> = gaps.iter().map(|gap| gap.statement.as_str()).collect();
    let expected = [
        "inc-recorded",
        "inc-solution",
        "inc-times",
        "inc-major",
        "inc-escalation",
        "rel-apart",
        "desk-people",
        "desk-first-contact",
        "rel-accept",
    ];
    assert_eq!(order, expected);
    assert!(gaps.iter().all(|gap| !gap.text.summary.is_empty() && !gap.text.why.is_empty()));
}

#[test]
fn the_last_step_to_a_level_is_marked() {
    let mut assessment = reached(monday(), &[("change-enablement", 3)]);
    assessment.answer("chg-types", Answer::NotMet, "");
    let gaps = maturity().gaps(&assessment, Level::HIGHEST);
    let last: Vec<_> = gaps.iter().filter(|gap| gap.is_last_step).map(|gap| gap.statement.as_str()).collect();
    assert_eq!(last, ["chg-types"]);
}

#[test]
fn a_radar_has_an_axis_for_each_practice_that_was_assessed() {
    let before = reached(monday(), &[("service-desk", 1)]);
    let mut now = reached(monday(), &[("service-desk", 3), ("problem-management", 2)]);
    now.answer("prob-workaround", Answer::Met, "");
    let axes = maturity().radar(&now, Some(&before));
    let shown: Vec<_> = axes.iter().map(|axis| (axis.practice.as_str(), axis.level.number(), axis.before)).collect();
    assert_eq!(shown, [("service-desk", 3, Some(level(1))), ("problem-management", 2, None)]);
    assert!((axes[1].with_credit - 2.5).abs() < 1e-9);
}

proptest! {
    #[test]
    fn more_met_never_means_a_lower_level(answers in prop::collection::vec(0..4_u8, 90), better in 0..90_usize) {
        let ids: Vec<_> = maturity().practices.iter().flat_map(|one| &one.statements).map(|one| &one.id).collect();
        let mut assessment = Assessment::new(monday());
        for (id, answer) in ids.iter().zip(&answers) {
            let answer = [Answer::Met, Answer::Partly, Answer::NotMet, Answer::Unknown][usize::from(*answer)];
            assessment.answer(id, answer, "");
        }
        let before = maturity().standings(&assessment);
        for standing in &before {
            prop_assert!((1.0..=5.0).contains(&standing.with_credit()));
            prop_assert!((0.0..=1.0).contains(&standing.all.share()));
        }
        assessment.answer(ids[better % ids.len()], Answer::Met, "");
        for (before, after) in before.iter().zip(maturity().standings(&assessment)) {
            prop_assert!(after.level >= before.level);
        }
    }

    #[test]
    fn closing_every_gap_up_to_a_level_reaches_it(number in 2..=5_u8, from in 1..=5_u8) {
        let mut assessment = reached(monday(), &[("problem-management", from)]);
        for gap in maturity().gaps(&assessment, level(number)) {
            assessment.answer(&gap.statement, Answer::Met, "");
        }
        let standing = maturity().standing("problem-management", &assessment).unwrap();
        prop_assert_eq!(standing.level.number(), number.max(from));
        reach(&mut assessment, "problem-management", 1);
        prop_assert_eq!(maturity().standing("problem-management", &assessment).unwrap().level, Level::LOWEST);
    }
}
