//! What is damaged is not read, and it is said where and why.

use learning::knowledge::{Comparison, Knowledge, ServiceCheck, Situations, Unreadable};

use super::{COMPARISON, DIMENSIONS, FRAMEWORK, GLOSSARY, PRINCIPLES, V3};

fn refused(text: &str) -> Unreadable {
    let mut knowledge = Knowledge::default();
    let error = knowledge.add_concepts(text).unwrap_err();
    assert_eq!(knowledge, Knowledge::default(), "something was taken over");
    error
}

#[test]
fn a_file_of_another_version_is_called_that_whatever_is_in_it() {
    let other = Unreadable::Version { found: 2, known: 1 };
    assert_eq!(refused(r#"{"version": 2, "concepts": []}"#), other);
    assert_eq!(refused(r#"{"version": 2, "things": {}}"#), other);
    assert_eq!(Comparison::read(r#"{"version": 2}"#).unwrap_err(), other);
    assert_eq!(Situations::read(r#"{"version": 2}"#).unwrap_err(), other);
    assert_eq!(ServiceCheck::read(r#"{"version": 2}"#).unwrap_err(), other);
    assert_eq!(Knowledge::default().add_glossary(r#"{"version": 2}"#).unwrap_err(), other);
}

#[test]
fn damage_is_told_with_its_place() {
    let Unreadable::Damaged { line, .. } = refused("{\n  \"version\": 1,\n  \"concepts\": [") else { panic!() };
    assert_eq!(line, 3);
    let error = refused(&V3.replacen("\"short\"", "\"shrot\"", 1)).to_string();
    assert!(error.contains("unknown field `shrot`") && error.contains("line"), "{error}");
    assert!(matches!(refused(""), Unreadable::Damaged { .. }));
    assert!(matches!(refused("[]"), Unreadable::Damaged { .. }));
    assert!(matches!(refused(GLOSSARY), Unreadable::Damaged { .. }));
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused_and_never_a_panic() {
    type Reads = fn(&str) -> bool;
    let files: [(&str, Reads); 4] = [
        (FRAMEWORK, |text| Knowledge::default().add_concepts(text).is_ok()),
        (COMPARISON, |text| Comparison::read(text).is_ok()),
        (PRINCIPLES, |text| Situations::read(text).is_ok()),
        (DIMENSIONS, |text| ServiceCheck::read(text).is_ok()),
    ];
    for (text, reads) in files {
        assert!(reads(text));
        for part in (0..text.trim_end().len()).step_by(9973) {
            assert!(!reads(text.get(..part).unwrap_or_default()), "{part}");
        }
    }
}

#[test]
fn a_word_that_is_on_no_list_is_named_with_its_item() {
    let unknown = |from: &str, to: &str| match refused(&V3.replacen(from, to, 1)) {
        Unreadable::Unknown { item, field, value } => (item, field, value),
        other => panic!("{other}"),
    };
    let item = || "v3-service-lifecycle".to_owned();
    assert_eq!(unknown("\"learn-walk\"", "\"learn-run\""), (item(), "doIt", "learn-run".into()));
    assert_eq!(unknown("\"kind\": \"model\"", "\"kind\": \"muddle\""), (item(), "kind", "muddle".into()));
    assert_eq!(unknown("Service Strategy\"", "Strategies\"").1, "source");
    assert_eq!(unknown("\"settled\"", "\"sure\"").1, "confidence");
    let error = refused(&V3.replacen("\"learn-walk\"", "\"learn-run\"", 1)).to_string();
    assert_eq!(error, "“v3-service-lifecycle” has “learn-run” as doIt, which this app does not know.");
}

#[test]
fn an_item_without_edition_or_meaning_is_refused() {
    let nowhere =
        V3.replacen(r#"{ "v3": { "source": "ITIL v3 (2011), Service Strategy", "confidence": "settled" } }"#, "{}", 1);
    assert_eq!(refused(&nowhere), Unreadable::Missing { item: "v3-service-lifecycle".into(), field: "edition" });
    let term = |means: &str| {
        let known = r#"{"source": "ITIL 4 Foundation (2019)", "confidence": "settled"}"#;
        let text = format!(
            r#"{{"version": 1, "misconceptions": [], "terms": [{{"id": "t", "name": "T", "also": [], "in": {{"4": {known}}}, "means": {means}, "see": [], "concept": "itil"}}]}}"#
        );
        Knowledge::default().add_glossary(&text)
    };
    let missing = Err(Unreadable::Missing { item: "t".into(), field: "meaning" });
    assert_eq!(term("{}"), missing);
    assert_eq!(term(r#"{"5": "Newer than the term."}"#), missing);
    assert_eq!(term(r#"{"4": "All is well."}"#), Ok(()));
}

#[test]
fn two_items_of_one_id_are_refused() {
    let twice = V3.replacen("\"id\": \"v3-service-strategy\"", "\"id\": \"v3-service-lifecycle\"", 1);
    assert_eq!(refused(&twice), Unreadable::Twice { item: "v3-service-lifecycle".into() });
}

#[test]
fn a_situation_without_one_right_choice_is_refused() {
    let none = PRINCIPLES.replacen("\"follows\"", "\"half\"", 1);
    assert!(matches!(Situations::read(&none), Err(Unreadable::Missing { .. })));
}

#[test]
fn knowledge_can_be_used_before_all_files_are_here() {
    let mut knowledge = Knowledge::default();
    assert!(knowledge.search("incident", None).is_empty());
    knowledge.add_concepts(V3).unwrap();
    let incident = knowledge.concept("v3-incident-management").unwrap();
    assert_eq!(knowledge.became(incident).count(), 0, "what is not here yet is passed over");
    assert_eq!(knowledge.terms_of(incident).count(), 0);
    assert!(!knowledge.search("incident", None).is_empty());
}

#[test]
fn a_file_that_arrives_twice_changes_nothing() {
    let once = super::knowledge();
    let mut twice = once.clone();
    twice.add_concepts(V3).unwrap();
    twice.add_glossary(GLOSSARY).unwrap();
    assert_eq!(once, twice);
}
