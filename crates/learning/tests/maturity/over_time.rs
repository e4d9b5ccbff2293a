//! Trend, and when to assess again.

use chrono::NaiveDate;
use learning::maturity::{Answer, Assessment, DueReason};

use super::{day, level, maturity, monday, reach, reached};

#[test]
fn a_trend_tells_levels_and_what_was_gained_or_lost() {
    let before = reached(monday(), &[("incident-management", 2), ("service-desk", 2)]);
    let mut after = reached(day(2026, 6, 1), &[("incident-management", 3), ("problem-management", 2)]);
    after.answer("inc-major-reviewed", Answer::Met, "");
    let trends = maturity().trend(&before, &after);
    assert_eq!(trends.len(), 1, "only what was assessed both times");
    let trend = &trends[0];
    assert_eq!((trend.levels(), trend.days), (2, 91));
    assert_eq!(trend.gained, ["inc-times", "inc-major", "inc-escalation", "inc-major-reviewed"]);
    assert!(trend.lost.is_empty());
    assert_eq!(maturity().trend(&after, &before), trends, "dates decide which was before");
}

#[test]
fn a_fall_is_seen() {
    let before = reached(monday(), &[("service-desk", 4)]);
    let after = reached(day(2026, 9, 1), &[("service-desk", 2)]);
    let trend = &maturity().trend(&before, &after)[0];
    assert_eq!(trend.levels(), -2);
    assert_eq!(trend.lost.len(), 4);
}

#[test]
fn young_practices_are_assessed_again_sooner_than_settled_ones() {
    let now = reached(monday(), &[("service-desk", 5), ("incident-management", 3), ("problem-management", 1)]);
    let due = maturity().again(&now, &[]);
    let dates: Vec<_> = due.iter().map(|due| (due.practice.as_str(), due.on)).collect();
    let expected = [
        ("problem-management", day(2026, 6, 1)),
        ("incident-management", day(2026, 8, 31)),
        ("service-desk", day(2027, 3, 1)),
    ];
    assert_eq!(dates, expected);
    assert_eq!(due[1].because, DueReason::Level(level(3)));
    assert!(!due[0].is_due(day(2026, 5, 31)) && due[0].is_due(day(2026, 6, 1)));
}

#[test]
fn what_has_fallen_is_assessed_again_after_six_weeks() {
    let before = reached(day(2025, 9, 1), &[("service-desk", 5)]);
    let now = reached(monday(), &[("service-desk", 4)]);
    let due = &maturity().again(&now, std::slice::from_ref(&before))[0];
    assert_eq!(due.on, day(2026, 4, 13));
    assert_eq!(due.because, DueReason::Fell { from: level(5), to: level(4) });
    let later = &maturity().again(&before, &[now])[0];
    assert_eq!(later.because, DueReason::Level(level(5)), "a later assessment is no earlier one");
}

#[test]
fn an_assessment_on_a_saturday_is_made_again_on_a_monday() {
    let due = &maturity().again(&reached(day(2026, 3, 7), &[("service-desk", 1)]), &[])[0];
    assert_eq!(due.on, day(2026, 6, 8));
}

#[test]
fn the_end_of_the_calendar_is_no_reason_to_panic() {
    let now = reached(NaiveDate::MAX, &[("service-desk", 1)]);
    assert_eq!(maturity().again(&now, &[])[0].on, NaiveDate::MAX);
    let before = reached(NaiveDate::MIN, &[("service-desk", 1)]);
    assert!(maturity().trend(&before, &now)[0].days > 0);
}

#[test]
fn what_is_due_follows_from_the_last_assessment_alone() {
    let early = reached(day(2025, 3, 3), &[("problem-management", 1)]);
    let late = reached(monday(), &[("service-desk", 5), ("incident-management", 3)]);
    let due = |assessed: &[Assessment], today| {
        let due = maturity().due(assessed, today);
        due.into_iter().map(|due| due.practice).collect::<Vec<_>>()
    };
    assert_eq!(due(&[], day(2030, 1, 1)), Vec::<String>::new());
    assert_eq!(due(std::slice::from_ref(&early), day(2026, 1, 1)), ["problem-management"]);
    let both = [early, late];
    assert_eq!(due(&both, day(2026, 8, 30)), Vec::<String>::new());
    assert_eq!(due(&both, day(2026, 8, 31)), ["incident-management"]);
    assert_eq!(due(&both, day(2027, 3, 1)), ["incident-management", "service-desk"]);
}

#[test]
fn assessing_one_practice_leaves_the_others_their_days() {
    let spring = reached(monday(), &[("service-desk", 3), ("incident-management", 3)]);
    let mut summer = Assessment::new(day(2026, 6, 1));
    spring.iter().for_each(|(statement, said)| summer.carry(statement, said.clone()));
    reach(&mut summer, "service-desk", 3);
    let due = maturity().again(&summer, &[spring]);
    let dates: Vec<_> = due.iter().map(|due| (due.practice.as_str(), due.on)).collect();
    assert_eq!(dates, [("incident-management", day(2026, 8, 31)), ("service-desk", day(2026, 11, 30))]);
}

#[test]
fn a_fall_is_remembered_while_others_are_assessed_and_until_the_practice_is_looked_at_again() {
    let high = reached(monday(), &[("service-desk", 4)]);
    let low = reached(day(2026, 4, 1), &[("service-desk", 2)]);
    let mut other = Assessment::new(day(2026, 4, 8));
    low.iter().for_each(|(statement, said)| other.carry(statement, said.clone()));
    reach(&mut other, "incident-management", 1);
    let of_desk = |assessment: &Assessment, earlier: &[Assessment]| {
        let due = maturity().again(assessment, earlier).into_iter().find(|due| due.practice == "service-desk").unwrap();
        (due.on, due.because)
    };
    let fell = DueReason::Fell { from: level(4), to: level(2) };
    assert_eq!(of_desk(&other, &[high.clone(), low.clone()]), (day(2026, 5, 13), fell));
    let same = reached(day(2026, 5, 13), &[("service-desk", 2)]);
    assert_eq!(of_desk(&same, &[high, low, other]).1, DueReason::Level(level(2)));
}
