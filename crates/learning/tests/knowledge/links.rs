//! Everything that is named is there, and nothing runs in a circle.

use std::collections::BTreeSet;

use learning::knowledge::{Concept, DoIt, Knowledge};

use super::knowledge;

fn kebab(id: &str) -> bool {
    !id.is_empty()
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

#[test]
fn ids_are_unique_over_all_files_and_fit_into_an_address() {
    let knowledge = knowledge();
    // Inside a file the reader sees to it; here it is that no file replaced what another had brought.
    let brought: usize = [super::V3, super::PRACTICES, super::FRAMEWORK]
        .into_iter()
        .map(|text| {
            let mut one = Knowledge::default();
            one.add_concepts(text).unwrap();
            one.concepts().count()
        })
        .sum();
    assert_eq!(knowledge.concepts().count(), brought);
    for concept in knowledge.concepts() {
        assert!(kebab(concept.id.as_str()), "{}", concept.id);
    }
    for term in knowledge.terms() {
        assert!(kebab(term.id.as_str()), "{}", term.id);
    }
    for misconception in knowledge.misconceptions() {
        assert!(kebab(misconception.id.as_str()), "{}", misconception.id);
    }
}

#[test]
fn every_relation_of_a_concept_leads_to_another_concept() {
    let knowledge = knowledge();
    for concept in knowledge.concepts() {
        let confused = concept.confused.iter().map(|confusion| &confusion.with);
        let related = concept.part_of.iter().chain(&concept.leads_to).chain(&concept.became).chain(confused);
        for id in related {
            assert!(knowledge.concept(id.as_str()).is_some(), "{}: no concept {id}", concept.id);
            assert_ne!(*id, concept.id);
        }
        assert!((1..=4).contains(&concept.leads_to.len()), "{} leads nowhere, or everywhere", concept.id);
        assert!((1..=3).contains(&concept.confused.len()), "{}", concept.id);
    }
}

#[test]
fn relations_and_lists_name_nothing_twice() {
    fn once<T: Ord>(mut list: impl Iterator<Item = T>) -> bool {
        let mut seen = BTreeSet::new();
        list.all(|one| seen.insert(one))
    }
    let knowledge = knowledge();
    for concept in knowledge.concepts() {
        assert!(once(concept.part_of.iter()) && once(concept.leads_to.iter()), "{}", concept.id);
        assert!(once(concept.terms.iter()) && once(concept.do_it.iter()), "{}", concept.id);
        assert!(once(concept.confused.iter().map(|confusion| &confusion.with)), "{}", concept.id);
    }
    for term in knowledge.terms() {
        assert!(once(term.see.iter()) && !term.see.contains(&term.id), "{}", term.id);
    }
    assert!(once(knowledge.terms().map(|term| term.name.to_lowercase())), "two terms of one name");
}

#[test]
fn every_term_that_is_named_is_in_the_glossary() {
    let knowledge = knowledge();
    for concept in knowledge.concepts() {
        assert!(!concept.terms.is_empty(), "{} has no term", concept.id);
        for id in &concept.terms {
            assert!(knowledge.term(id.as_str()).is_some(), "{}: no term {id}", concept.id);
        }
    }
    for term in knowledge.terms() {
        assert!((1..=4).contains(&term.see.len()), "{}", term.id);
        for id in &term.see {
            assert!(knowledge.term(id.as_str()).is_some(), "{}: no term {id}", term.id);
        }
        assert!(knowledge.concept(term.concept.as_str()).is_some(), "{}: no concept {}", term.id, term.concept);
    }
    for misconception in knowledge.misconceptions() {
        assert!(misconception.pair.len() >= 2, "{}", misconception.id);
        for id in &misconception.pair {
            assert!(knowledge.term(id.as_str()).is_some(), "{}: no term {id}", misconception.id);
        }
    }
}

#[test]
fn nothing_is_part_of_itself_however_far_one_climbs() {
    fn climb<'a>(knowledge: &'a Knowledge, concept: &'a Concept, below: &mut Vec<&'a str>) {
        assert!(!below.contains(&concept.id.as_str()), "{} is part of itself: {below:?}", concept.id);
        below.push(concept.id.as_str());
        for parent in knowledge.parents(concept) {
            climb(knowledge, parent, below);
        }
        below.pop();
    }
    let knowledge = knowledge();
    for concept in knowledge.concepts() {
        climb(&knowledge, concept, &mut Vec::new());
    }
}

#[test]
fn every_concept_can_be_done_somewhere_and_every_place_teaches_something() {
    let knowledge = knowledge();
    for concept in knowledge.concepts() {
        assert!((1..=4).contains(&concept.do_it.len()), "{}", concept.id);
    }
    for place in DoIt::ALL {
        assert!(knowledge.done_at(*place).next().is_some(), "nothing is done at {}", place.code());
    }
}

#[test]
fn every_shift_that_is_named_can_be_played() {
    let mut shifts = 0;
    for scenario in DoIt::ALL.iter().filter_map(|place| place.scenario()) {
        let path = format!("{}/../../public/content/scenarios/{scenario}.json", env!("CARGO_MANIFEST_DIR"));
        assert!(std::fs::exists(&path).unwrap(), "{scenario}");
        shifts += 1;
    }
    assert_eq!(shifts, 6);
}

#[test]
fn a_relation_can_be_walked_from_either_end() {
    let knowledge = knowledge();
    for concept in knowledge.concepts() {
        for parent in knowledge.parents(concept) {
            assert!(knowledge.children(parent.id.as_str()).any(|child| child.id == concept.id));
        }
        for next in knowledge.leads_on(concept) {
            assert!(knowledge.leads_here(next.id.as_str()).any(|one| one.id == concept.id));
        }
        for term in knowledge.terms_of(concept) {
            assert!(knowledge.concepts_of(term).any(|one| one.id == concept.id), "{} and {}", concept.id, term.id);
        }
    }
}

#[test]
fn a_term_comes_with_what_is_mixed_up_about_it() {
    let knowledge = knowledge();
    let problem = knowledge.term("problem").unwrap();
    assert!(knowledge.misconceptions_of(problem).any(|one| one.id.as_str() == "incident-or-problem"));
    assert_eq!(knowledge.concepts_of(problem).next().unwrap().id.as_str(), "problem-management");
}
