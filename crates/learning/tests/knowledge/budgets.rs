//! Lengths: nobody reads a wall of text.

use learning::knowledge::{Kind, WORDS_A_MINUTE};

use super::knowledge;
use super::texts::{every, words};

#[test]
fn every_text_keeps_its_budget_of_words() {
    for text in every() {
        let count = words(&text.text);
        let at = format!("{}, {}: {count} words, not {} to {}", text.item, text.field, text.least, text.most);
        assert!((text.least..=text.most).contains(&count), "{at}");
    }
}

#[test]
fn every_concept_has_the_parts_that_its_kind_needs() {
    let examined_in_detail = [
        "continual-improvement",
        "change-enablement",
        "incident-management",
        "problem-management",
        "service-request-management",
        "service-desk",
        "service-level-management",
    ];
    for concept in knowledge().concepts() {
        let id = concept.id.as_str();
        assert!((1..=4).contains(&concept.sections.len()), "{id}");
        if examined_in_detail.contains(&id) {
            assert_eq!(concept.sections.len(), 4, "{id} is examined in detail");
        }
        let works = matches!(concept.kind, Kind::Process | Kind::Practice | Kind::Stage);
        if works || !concept.inputs.is_empty() || !concept.outputs.is_empty() {
            assert!((3..=6).contains(&concept.inputs.len()), "{id}: {} inputs", concept.inputs.len());
            assert!((3..=6).contains(&concept.outputs.len()), "{id}: {} outputs", concept.outputs.len());
        }
        if matches!(concept.kind, Kind::Process | Kind::Practice) {
            assert!((2..=4).contains(&concept.measures.len()), "{id}: {} measures", concept.measures.len());
            assert!((1..=4).contains(&concept.roles.len()), "{id}: {} roles", concept.roles.len());
        }
    }
}

#[test]
fn a_concept_is_read_in_a_few_minutes() {
    for concept in knowledge().concepts() {
        let (words, minutes) = (concept.words(), concept.reading_minutes());
        assert!((1..=5).contains(&minutes), "{}: {minutes} minutes", concept.id);
        assert!(words <= minutes * WORDS_A_MINUTE && words > (minutes - 1) * WORDS_A_MINUTE, "{}", concept.id);
    }
}

#[test]
fn examples_are_of_the_sample_company() {
    for concept in knowledge().concepts() {
        assert!(concept.example.starts_with("At Nordhaven"), "{}", concept.id);
    }
}
