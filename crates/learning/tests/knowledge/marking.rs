//! Words of the glossary in texts.

use learning::knowledge::{Knowledge, MOST_MARKED, MOST_WORDS, Piece, paragraphs};

use crate::knowledge;

/// The words that are marked in a text of a concept.
fn marked(knowledge: &Knowledge, concept: &str, text: &str) -> Vec<String> {
    let concept = knowledge.concept(concept).unwrap();
    let pieces = knowledge.marker(concept).pieces(text);
    let whole: String = pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) | Piece::Word(text, _) => *text,
        })
        .collect();
    assert_eq!(whole, text, "no letter is lost");
    pieces
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Word(word, _) => Some(word.to_owned()),
            Piece::Text(_) => None,
        })
        .collect()
}

fn found(concept: &str, text: &str) -> Vec<String> {
    marked(&knowledge(), concept, text)
}

#[test]
fn a_term_of_the_concept_is_found_whatever_its_case() {
    assert_eq!(found("incident-management", "An Incident hurts; an incident stays one."), ["Incident"]);
    assert_eq!(found("incident-management", "nothing of the kind"), [""; 0]);
    assert_eq!(found("incident-management", ""), [""; 0]);
}

#[test]
fn only_whole_words_are_found() {
    let text = "Incidents, co-incident, incidental and incident-like things are none; (incident) is one.";
    assert_eq!(found("incident-management", text), ["incident"]);
    assert_eq!(found("incident-management", "The incident’s end."), ["incident"]);
}

#[test]
fn the_longest_name_is_found_first() {
    let text = "A major incident is no incident like others.";
    assert_eq!(found("incident-management", text), ["major incident", "incident"]);
}

#[test]
fn a_term_is_not_found_within_the_name_of_a_term_that_does_not_belong_here() {
    // "Change" belongs to the concept, "change proposal" does not.
    assert_eq!(found("change-enablement", "The change proposal waits."), [""; 0]);
    assert_eq!(found("change-enablement", "The change waits."), ["change"]);
}

#[test]
fn its_own_name_is_never_found() {
    assert_eq!(found("incident-management", "Incident management restores service."), [""; 0]);
    assert_eq!(found("change-enablement", "Change enablement, or change control, looks at a change."), ["change"]);
}

#[test]
fn an_abbreviation_is_found_where_it_is_written_as_one() {
    assert_eq!(found("service-level-management", "The SLA says so, not the sla."), ["SLA"]);
}

#[test]
fn a_paragraph_has_so_many_marks_and_no_more() {
    let text = "Impact and urgency give the priority of an incident, with an escalation.";
    let all = found("incident-management", text);
    assert_eq!(all, ["Impact", "urgency", "priority"]);
    assert_eq!(all.len(), MOST_MARKED);
}

#[test]
fn most_concepts_have_words_that_are_explained_where_they_stand() {
    let knowledge = knowledge();
    let texts = |concept: &learning::knowledge::Concept| {
        let told = concept.sections.iter().map(|section| section.text.clone());
        told.chain([concept.purpose.clone(), concept.example.clone()]).collect::<Vec<_>>()
    };
    let has_any = |concept: &&learning::knowledge::Concept| {
        texts(concept).iter().any(|text| !marked(&knowledge, concept.id.as_str(), text).is_empty())
    };
    let (all, with) = (knowledge.concepts().count(), knowledge.concepts().filter(has_any).count());
    assert!(with * 10 > all * 8, "{with} of {all}");
}

#[test]
fn no_paragraph_is_a_wall() {
    let knowledge = knowledge();
    for concept in knowledge.concepts() {
        for section in &concept.sections {
            for paragraph in paragraphs(&section.text) {
                let words = paragraph.split_whitespace().count();
                assert!(words <= MOST_WORDS, "{} has {words} words in one go under {}", concept.id, section.title);
            }
            assert_eq!(paragraphs(&section.text).join(" "), section.text);
        }
    }
}
