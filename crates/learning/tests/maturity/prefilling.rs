//! What a journal suggests.

use std::collections::BTreeSet;

use learning::maturity::{Answer, Evidence, Prefill};
use proptest::prelude::*;

use super::maturity;

fn answer_to(code: Prefill, evidence: Evidence) -> Option<Answer> {
    let all = maturity().prefill(&[(code, evidence)]);
    all.first().map(|suggestion| suggestion.answer)
}

#[test]
fn a_share_of_incidents_with_a_solution_suggests_an_answer_and_says_by_what() {
    let all = maturity().prefill(&[(Prefill::IncidentsWithSolution, Evidence::Share { part: 37, whole: 40 })]);
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].practice.as_str(), all[0].statement.as_str()), ("incident-management", "inc-solution"));
    assert_eq!((all[0].answer, all[0].words.as_str()), (Answer::Met, "37 of 40 (92 %)"));
    assert_eq!(all[0].as_evidence(), "37 of 40 (92 %): resolved incidents with a solution in words");
}

#[test]
fn thresholds_part_met_from_partly_from_not() {
    let share = |part| answer_to(Prefill::ChangesWithBackOut, Evidence::Share { part, whole: 100 });
    assert_eq!(share(90), Some(Answer::Met));
    assert_eq!(share(89), Some(Answer::Partly));
    assert_eq!(share(60), Some(Answer::Partly));
    assert_eq!(share(59), Some(Answer::NotMet));
    let number = |number| answer_to(Prefill::ProblemsFromRecurrences, Evidence::Number(number));
    assert_eq!([number(3), number(1), number(0)], [Answer::Met, Answer::Partly, Answer::NotMet].map(Some));
}

#[test]
fn too_few_cases_suggest_nothing() {
    assert_eq!(answer_to(Prefill::ArticlesUsed, Evidence::Share { part: 4, whole: 4 }), None);
    assert_eq!(answer_to(Prefill::ArticlesUsed, Evidence::Share { part: 0, whole: 0 }), None);
    assert_eq!(answer_to(Prefill::ArticlesUsed, Evidence::Share { part: 5, whole: 5 }), Some(Answer::Met));
}

#[test]
fn a_number_in_place_of_a_share_suggests_nothing() {
    assert_eq!(answer_to(Prefill::ArticlesUsed, Evidence::Number(100)), None);
    assert_eq!(answer_to(Prefill::ServiceReviewsDone, Evidence::Share { part: 9, whole: 9 }), None);
}

#[test]
fn of_two_figures_for_the_same_the_first_counts() {
    let figures =
        [(Prefill::ServiceReviewsDone, Evidence::Number(9)), (Prefill::ServiceReviewsDone, Evidence::Number(0))];
    let all = maturity().prefill(&figures);
    assert_eq!(all.iter().map(|one| one.answer).collect::<Vec<_>>(), [Answer::Met]);
}

#[test]
fn every_code_answers_a_statement_and_is_listed_once() {
    let codes = maturity().practices.iter().flat_map(|one| &one.statements).filter_map(|one| one.prefill);
    let used: BTreeSet<Prefill> = codes.map(|threshold| threshold.code).collect();
    assert_eq!(used, BTreeSet::from(Prefill::ALL));
    assert_eq!(used.len(), Prefill::ALL.len());
}

#[test]
fn every_practice_but_release_can_be_answered_in_part_by_the_journal() {
    for practice in &maturity().practices {
        let told = practice.statements.iter().any(|statement| statement.prefill.is_some());
        assert_eq!(told, practice.id != "release-management", "{}", practice.id);
    }
}

proptest! {
    #[test]
    fn any_figures_are_taken(part in any::<u32>(), whole in any::<u32>(), number in any::<u32>()) {
        for code in Prefill::ALL {
            let share = (code, Evidence::Share { part, whole });
            let suggestions = maturity().prefill(&[share]);
            prop_assert!(suggestions.iter().all(|one| !one.words.is_empty()));
            maturity().prefill(&[(code, Evidence::Number(number))]);
        }
    }
}
