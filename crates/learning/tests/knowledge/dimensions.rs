//! The check of a service.

use learning::knowledge::Kind;

use super::lists::DIMENSIONS;
use super::{knowledge, service_check};

const PESTLE: [&str; 6] = ["political", "economic", "social", "technological", "legal", "environmental"];

#[test]
fn the_four_dimensions_and_the_six_factors_are_there_in_order() {
    let check = service_check();
    let ids = |areas: &[learning::knowledge::Area]| areas.iter().map(|area| area.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&check.dimensions), DIMENSIONS);
    assert_eq!(ids(&check.pestle), PESTLE);
    assert_eq!(check.areas().count(), 10);
}

#[test]
fn a_dimension_asks_six_to_eight_questions_and_a_factor_three_or_four() {
    let check = service_check();
    for area in &check.dimensions {
        assert!((6..=8).contains(&area.questions.len()), "{}", area.id);
    }
    for area in &check.pestle {
        assert!((3..=4).contains(&area.questions.len()), "{}", area.id);
    }
}

#[test]
fn a_question_is_one_and_names_practices_that_help() {
    let (check, knowledge) = (service_check(), knowledge());
    for question in check.areas().flat_map(|area| &area.questions) {
        assert!(question.question.ends_with('?'), "{}", question.id);
        assert!((1..=3).contains(&question.practices.len()), "{}", question.id);
        for id in &question.practices {
            let kind = knowledge.concept(id.as_str()).map(|concept| concept.kind);
            assert_eq!(kind, Some(Kind::Practice), "{}: {id}", question.id);
        }
    }
}
