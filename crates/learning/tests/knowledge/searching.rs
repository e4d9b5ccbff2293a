//! What somebody types, and what they find.

use learning::Edition;
use learning::knowledge::{Found, Knowledge, MOST_HITS, Place};

use super::knowledge;

fn names<'a>(knowledge: &'a Knowledge, words: &str, edition: Option<Edition>) -> Vec<&'a str> {
    knowledge.search(words, edition).into_iter().map(|hit| hit.found.name()).collect()
}

fn first<'a>(knowledge: &'a Knowledge, words: &str, edition: Edition) -> &'a str {
    names(knowledge, words, Some(edition)).first().copied().unwrap_or_default()
}

#[test]
fn what_is_called_exactly_so_comes_first() {
    let knowledge = knowledge();
    for edition in [Edition::V3, Edition::V4] {
        for name in ["Incident", "Problem", "Change", "Known error", "Service level agreement", "Workaround"] {
            assert_eq!(first(&knowledge, name, edition), name, "{edition:?}");
        }
    }
    assert_eq!(first(&knowledge, "change enablement", Edition::V4), "Change enablement");
    assert!(first(&knowledge, "pestle", Edition::V4).contains("PESTLE"));
}

#[test]
fn an_abbreviation_finds_what_it_stands_for() {
    let knowledge = knowledge();
    assert_eq!(first(&knowledge, "sla", Edition::V4), "Service level agreement");
    assert_eq!(first(&knowledge, "OLA", Edition::V3), "Operational level agreement");
    let hits = knowledge.search("cmdb", Some(Edition::V3));
    assert!(
        hits.iter().any(|hit| matches!(hit.found, Found::Term(term) if term.id.as_str().contains("configuration")))
    );
}

#[test]
fn case_accents_plurals_and_spelling_do_not_matter() {
    let knowledge = knowledge();
    let plain = names(&knowledge, "incident", None);
    assert_eq!(names(&knowledge, "  INCIDÉNT ", None), plain);
    assert_eq!(names(&knowledge, "Incidents", None)[0], plain[0]);
    assert_eq!(names(&knowledge, "organisational change", None), names(&knowledge, "organizational change", None));
    assert_eq!(first(&knowledge, "request fulfillment", Edition::V3), "Request fulfilment");
    assert!(names(&knowledge, "service catalog", None)[0].starts_with("Service catalogue"));
}

#[test]
fn the_beginning_of_a_word_is_enough() {
    let knowledge = knowledge();
    for typed in ["worka", "workar", "workarou", "workaround"] {
        assert_eq!(first(&knowledge, typed, Edition::V4), "Workaround", "{typed}");
    }
    assert!(names(&knowledge, "ncident", None).is_empty(), "the middle of a word finds nothing");
}

#[test]
fn all_words_have_to_be_there_but_small_ones() {
    let knowledge = knowledge();
    assert_eq!(first(&knowledge, "What is a known error?", Edition::V4), "Known error");
    assert_eq!(first(&knowledge, "error known", Edition::V4), "Known error");
    assert!(names(&knowledge, "incident xylophone", None).is_empty());
    for nothing in ["", "   ", "?!", "…"] {
        assert!(names(&knowledge, nothing, None).is_empty(), "{nothing:?}");
    }
}

#[test]
fn names_come_before_what_is_said_and_whole_words_before_beginnings() {
    let knowledge = knowledge();
    for words in ["change", "risk", "value", "release", "supplier", "event"] {
        let hits = knowledge.search(words, None);
        assert!(hits.is_sorted_by_key(|hit| hit.place), "{words}");
        let in_name = hits.iter().filter(|hit| hit.place == Place::Name).map(|hit| hit.found.name().to_lowercase());
        let whole: Vec<bool> = in_name
            .map(|name| {
                let mut parts = name.split(|c: char| !c.is_alphanumeric());
                parts.any(|part| part == words || part.strip_suffix('s') == Some(words))
            })
            .collect();
        assert!(whole.is_sorted_by_key(|whole| !whole), "{words}");
    }
}

#[test]
fn an_edition_finds_only_what_it_has() {
    let knowledge = knowledge();
    for edition in Edition::ALL {
        for hit in knowledge.search("service", Some(edition)) {
            let within = match hit.found {
                Found::Concept(concept) => concept.is_in(edition),
                Found::Term(term) => term.is_in(edition),
            };
            assert!(within, "{} in {edition:?}", hit.found.name());
        }
    }
    assert_ne!(first(&knowledge, "ola", Edition::V4), "Operational level agreement");
    assert_eq!(first(&knowledge, "discover", Edition::V5), "Discover");
    assert!(!names(&knowledge, "discover", Some(Edition::V3)).contains(&"Discover"));
}

#[test]
fn a_term_that_is_called_as_its_concept_gives_way_to_it() {
    let knowledge = knowledge();
    assert!(knowledge.terms().any(|term| term.name == "Incident management"), "else this proves nothing");
    let found = names(&knowledge, "incident management", Some(Edition::V4));
    assert_eq!(found.iter().filter(|name| **name == "Incident management").count(), 1);
    assert!(matches!(knowledge.search("incident management", Some(Edition::V4))[0].found, Found::Concept(_)));
    assert_eq!(names(&knowledge, "change", Some(Edition::V4))[..2], ["Change", "Change enablement"]);
}

#[test]
fn nobody_gets_more_than_can_be_read() {
    let knowledge = knowledge();
    assert_eq!(knowledge.search("service", None).len(), MOST_HITS);
    assert_eq!(knowledge.search("a", None).len(), MOST_HITS, "a small word alone is looked for");
}

#[test]
fn odd_input_is_answered() {
    let knowledge = knowledge();
    let long = "incident ".repeat(2000);
    for text in [long.as_str(), "\u{301}", "ß", "İ", "日本語", "'s", "’s", "-", "a-b-c", "\0", "🙂 incident"] {
        knowledge.search(text, None);
    }
    assert_eq!(first(&knowledge, "🙂 incident", Edition::V4), "Incident");
    assert_eq!(names(&knowledge, &long, None).len(), names(&knowledge, "incident", None).len());
}
