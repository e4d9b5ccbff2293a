//! What holds for every set of answers.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use learning::advisor::{Advice, Advisor, Answers, Effect, Extent, ReviewKind, Rule, WAVES};
use learning::is_practice;
use proptest::prelude::*;

use super::profiles::{authority, bank, software_company, start_up};
use super::{advise, advisor, start};

/// Every answer set that differs from this one in one question: another answer, or none.
fn changed_by_one(advisor: &Advisor, answers: &Answers) -> Vec<Answers> {
    let mut all = Vec::new();
    for question in &advisor.questions {
        let mut without = answers.clone();
        without.skip(&question.id);
        all.push(without);
        for answer in &question.answers {
            all.push(answers.clone().with(&question.id, [answer.id.as_str()]));
        }
    }
    all
}

fn check(advisor: &Advisor, answers: &Answers, start: NaiveDate) {
    let advice = advisor.advise(answers, start).unwrap();
    let told: BTreeSet<&str> = advice.practices.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(told.len(), advice.practices.len(), "a practice twice");
    assert!((3..=12).contains(&advice.practices.len()), "{} practices", advice.practices.len());
    for practice in &advice.practices {
        assert!(is_practice(&practice.id) && (1..=WAVES).contains(&practice.wave) && !practice.done.is_empty());
    }
    assert!(advice.practices.is_sorted_by_key(|one| one.wave));
    for (at, practice) in advice.practices.iter().enumerate() {
        for foundation in &advisor.practice(&practice.id).unwrap().after {
            let later = advice.practices[at..].iter().any(|one| one.id == *foundation);
            assert!(!later, "{} before {foundation}, on which it builds", practice.id);
        }
    }
    for reason in advice.every_reason() {
        assert!(!reason.led_by.is_empty(), "“{}” rests on nothing", reason.because);
        for given in &reason.led_by {
            assert!(answers.says(&given.question, &given.answer), "{given:?} was not answered");
            assert!(advice.answers.says(&given.question, &given.answer), "{given:?} was not heard");
        }
    }
    for part in [&advice.strategy, &advice.people, &advice.risks, &advice.costs] {
        assert!(part.iter().all(|point| !point.reasons.is_empty()));
    }
    assert_eq!(advice.frameworks.len(), advisor.frameworks.len());
    check_questions(advisor, answers, &advice);
    check_dates(&advice);
}

fn check_questions(advisor: &Advisor, answers: &Answers, advice: &Advice) {
    let asked: BTreeSet<&str> = advisor.asked(answers).iter().map(|one| one.id.as_str()).collect();
    assert!((15..=24).contains(&asked.len()));
    let assumed: BTreeSet<&str> = advice.assumptions.iter().map(|one| one.question.as_str()).collect();
    for question in asked {
        assert_ne!(advice.answers.is_answered(question), assumed.contains(question), "{question}");
    }
}

fn check_dates(advice: &Advice) {
    let steps: Vec<&str> = advice.roadmap.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(steps, ["strategy", "practices", "evaluate"]);
    assert!(advice.roadmap.steps.iter().all(|step| step.from <= step.until && step.from >= advice.start));
    let reviews = &advice.roadmap.reviews;
    assert!(reviews.is_sorted_by_key(|review| review.on));
    assert_eq!(reviews.first().unwrap().kind, ReviewKind::Strategy);
    assert_eq!(reviews.last().unwrap().kind, ReviewKind::Again);
    assert!(reviews.iter().all(|review| !matches!(review.on.weekday(), Weekday::Sat | Weekday::Sun)));
    let in_waves: usize = advice.roadmap.steps[1].waves.iter().map(|(_, practices)| practices.len()).sum();
    assert_eq!(in_waves, advice.practices.len());
}

#[test]
fn the_file_is_whole() {
    assert_eq!(advisor().faults(), Vec::<String>::new());
}

#[test]
fn nothing_answered_is_an_advice_of_assumptions() {
    let nothing = Answers::new();
    check(advisor(), &nothing, start());
    let advice = advise(&nothing);
    assert_eq!(advice.every_reason().count(), 0);
    assert_eq!(advice.assumptions.len(), advisor().asked(&nothing).len());
    assert!(advice.practices.iter().all(|one| one.reasons.is_empty()), "chosen for want of others");
}

#[test]
fn every_single_answer_and_every_single_change_to_a_profile_is_well_formed() {
    let advisor = advisor();
    for from in [Answers::new(), start_up(), bank(), authority(), software_company()] {
        for answers in changed_by_one(advisor, &from) {
            check(advisor, &answers, start());
        }
    }
}

#[test]
fn every_pair_of_answers_is_well_formed() {
    let advisor = advisor();
    let answered = |answers: &Answers| answers.iter().map(|(question, _)| question.to_owned()).collect::<Vec<_>>();
    for first in changed_by_one(advisor, &Answers::new()) {
        // Each pair once: the second question comes after the first, by id.
        let pairs = changed_by_one(advisor, &first).into_iter();
        for pair in pairs.filter(|pair| answered(pair).len() == 2 && answered(pair).first() == answered(&first).first())
        {
            check(advisor, &pair, start());
        }
    }
}

/// The answers that speak most for a practice.
fn in_favour_of(advisor: &Advisor, practice: &str) -> Answers {
    let mut answers = Answers::new();
    while let Some(question) = advisor.next(&answers) {
        let points = |answer: &str| -> i32 {
            let of_answer =
                |rule: &&Rule| rule.when.get(&question.id).is_some_and(|any| any.iter().any(|one| one == answer));
            let effects = advisor.rules.iter().filter(of_answer).flat_map(|rule| &rule.then);
            let for_it = effects.map(|effect| match effect {
                // What speaks for others as well takes room away from it.
                Effect::Practices(points) => {
                    100 * points.get(practice).copied().unwrap_or_default() - points.values().sum::<i32>()
                }
                // A larger extent has room for more.
                Effect::Extent(Extent::Full, points) => 2 * points,
                Effect::Extent(_, points) => -points,
                _ => 0,
            });
            for_it.sum()
        };
        let best = question.answers.iter().max_by_key(|answer| points(&answer.id)).map(|answer| answer.id.as_str());
        let good =
            question.answers.iter().filter(|answer| question.several && !answer.alone && points(&answer.id) > 50);
        answers.give(&question.id, good.map(|answer| answer.id.as_str()).chain(best));
    }
    answers
}

#[test]
fn every_practice_of_the_file_is_recommended_to_somebody() {
    let advisor = advisor();
    for practice in &advisor.practices {
        let advice = advise(&in_favour_of(advisor, &practice.id));
        assert!(advice.practices.iter().any(|one| one.id == practice.id), "{} is never chosen", practice.id);
    }
}

#[test]
fn what_sensitivity_says_is_what_happens() {
    let advisor = advisor();
    for answers in [start_up(), bank(), authority(), software_company()] {
        let now = advisor.main(&answers);
        let all = advisor.sensitivity(&answers);
        assert_eq!(all.len(), answers.iter().count(), "each question that was answered");
        for one in all {
            assert!(one.tried >= 2, "{}", one.question);
            for other in one.alternatives {
                let changed = answers.clone().with(&one.question, other.instead.iter().map(String::as_str));
                assert_eq!(advisor.main(&changed), other.main);
                assert_ne!(now, other.main);
            }
        }
    }
}

#[test]
fn some_answers_decide_and_sensitivity_finds_them() {
    let advisor = advisor();
    let deciding = |answers: &Answers| -> Vec<String> {
        let all = advisor.sensitivity(answers).into_iter();
        all.filter(|one| !one.alternatives.is_empty()).map(|one| one.question).collect()
    };
    assert_eq!(deciding(&authority()), ["certify"], "without the duty to certify the weight lies elsewhere");
    assert_eq!(deciding(&software_company()), ["providers"]);
    assert!(advise(&bank()).extent_lead() > advise(&authority()).extent_lead());
}

#[test]
fn a_skipped_question_is_not_asked_again_and_one_taken_back_is() {
    let advisor = advisor();
    let mut answers = Answers::new();
    assert_eq!(advisor.next(&answers).unwrap().id, "aim");
    answers.skip("aim");
    assert_eq!(advisor.next(&answers).unwrap().id, "pain");
    answers.forget("aim");
    assert_eq!(advisor.next(&answers).unwrap().id, "aim");
}

#[test]
fn an_answer_to_a_question_that_is_no_longer_asked_does_not_count() {
    let advisor = advisor();
    let before = bank().with("frameworks", ["none"]);
    assert!(!advisor.heard(&before).is_answered("governance"));
    let mut without = before.clone();
    without.forget("governance");
    assert_eq!(advise(&before), advise(&without));
}

#[test]
fn of_contradictory_answers_none_of_them_wins() {
    let heard = advisor().heard(&Answers::new().with("pain", ["nothing", "heads"]).with("size", ["under-30", "moon"]));
    assert_eq!(heard.of("pain").collect::<Vec<_>>(), ["nothing"]);
    assert_eq!(heard.of("size").collect::<Vec<_>>(), ["under-30"]);
}

/// For each question some of its answers, or nothing at all.
fn any_answers() -> impl Strategy<Value = Answers> {
    let questions = &advisor().questions;
    let count = questions.len();
    prop::collection::vec(prop::option::of(prop::collection::vec(any::<prop::sample::Index>(), 0..4)), count).prop_map(
        move |picks| {
            let mut answers = Answers::new();
            for (question, picks) in questions.iter().zip(picks) {
                if let Some(picks) = picks {
                    answers.give(&question.id, picks.iter().map(|pick| pick.get(&question.answers).id.as_str()));
                }
            }
            answers
        },
    )
}

proptest! {
    #[test]
    fn any_answers_give_a_well_formed_advice(answers in any_answers(), days in 0..20_000_i32) {
        let start = NaiveDate::from_num_days_from_ce_opt(730_000 + days).unwrap();
        check(advisor(), &answers, start);
    }

    #[test]
    fn every_path_through_the_questions_ends(picks in prop::collection::vec(any::<prop::sample::Index>(), 24)) {
        let advisor = advisor();
        let mut answers = Answers::new();
        let mut picks = picks.into_iter();
        while let Some(question) = advisor.next(&answers) {
            let pick = picks.next().expect("no more than 24 questions");
            answers.give(&question.id, [pick.get(&question.answers).id.as_str()]);
        }
        prop_assert!(advise(&answers).assumptions.is_empty());
    }
}
