//! The same decisions in three orders.

use std::collections::BTreeMap;

use learning::Edition;
use learning::knowledge::{CONCEPT_FILES, ConceptId, Knowledge};

use crate::plan;

#[test]
fn every_decision_stands_once_in_the_way_of_each_edition() {
    for edition in Edition::ALL {
        let mut times = BTreeMap::new();
        for part in plan().way(edition) {
            assert!(!part.decisions.is_empty(), "{}", part.id);
            part.decisions.into_iter().for_each(|id| *times.entry(id).or_insert(0) += 1);
        }
        for decision in plan().decisions() {
            assert_eq!(times.remove(&decision.id), Some(1), "{} in {edition:?}", decision.id);
        }
        assert_eq!(times, BTreeMap::new());
    }
}

#[test]
fn version_3_walks_through_five_stages() {
    let way = plan().way(Edition::V3);
    let names: Vec<_> = way.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Service strategy",
            "Service design",
            "Service transition",
            "Service operation",
            "Continual service improvement"
        ]
    );
    let concepts: Vec<_> = way.iter().map(|part| part.concept.as_ref().unwrap().as_str()).collect();
    let expected: Vec<_> = names.iter().map(|name| format!("v3-{}", name.to_lowercase().replace(" ", "-"))).collect();
    assert_eq!(concepts, expected);
    assert!(way.iter().all(|part| !part.is_reported));
}

#[test]
fn itil_4_walks_along_a_stream_whose_steps_name_their_activity() {
    let way = plan().way(Edition::V4);
    assert_eq!((way[0].id.as_str(), way[0].name.as_str()), ("hear", "Hear the need"));
    assert_eq!(way[0].concept.as_ref().unwrap().as_str(), "engage");
    assert!(way.iter().all(|part| !part.is_reported));
}

#[test]
fn version_5_walks_by_eight_activities_that_are_reported() {
    let way = plan().way(Edition::V5);
    let names: Vec<_> = way.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(names, ["Discover", "Design", "Acquire", "Build", "Transition", "Operate", "Deliver", "Support"]);
    assert_eq!(way[0].concept.as_ref().unwrap().as_str(), "v5-discover");
    assert!(way.iter().all(|part| part.is_reported));
}

#[test]
fn every_concept_that_is_named_is_taught_in_its_edition() {
    let mut knowledge = Knowledge::default();
    for file in CONCEPT_FILES {
        let path = format!("{}/../../public/{file}", env!("CARGO_MANIFEST_DIR"));
        knowledge.add_concepts(&std::fs::read_to_string(path).unwrap()).unwrap();
    }
    let taught = |id: &ConceptId, edition| {
        let concept = knowledge.concept(id.as_str()).unwrap_or_else(|| panic!("no concept {id}"));
        assert!(concept.is_in(edition), "{id} in {edition:?}");
    };
    for decision in plan().decisions() {
        for (edition, ids) in &decision.concepts {
            ids.iter().for_each(|id| taught(id, *edition));
        }
    }
    for edition in Edition::ALL {
        plan().way(edition).iter().for_each(|part| taught(part.concept.as_ref().unwrap(), edition));
    }
    let mut of_stages = plan().stages.iter().flat_map(|stage| &stage.concepts);
    assert!(of_stages.all(|id| knowledge.concept(id.as_str()).is_some()));
}

#[test]
fn retirement_is_told_not_to_be_part_of_the_last_stage_of_version_3() {
    let way = plan().way(Edition::V3);
    let notes: Vec<_> = way.iter().filter_map(|part| part.note.as_deref()).collect();
    assert!(matches!(notes[..], [one] if one.contains("Retirement is not part of it")));
    assert!(way.last().is_some_and(|part| part.note.is_some()));
}
