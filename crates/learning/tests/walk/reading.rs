//! The file is read as a whole or not at all, and an error says what is wrong with what.

use learning::Edition;
use learning::knowledge::Unreadable;
use learning::walk::{Code, Kind, Plan, WALK_FILE, Weight};

use crate::{TEXT, decision, plan};

/// What is told of the file with its first `from` as `to`.
fn refused(from: &str, to: &str) -> String {
    assert!(TEXT.contains(from), "the file no longer has {from}");
    refusal(&TEXT.replacen(from, to, 1)).to_string()
}

fn refusal(text: &str) -> Unreadable {
    Plan::read(text).expect_err("the file is broken")
}

#[test]
fn the_file_is_served_and_read() {
    let path = format!("{}/../../public/{WALK_FILE}", env!("CARGO_MANIFEST_DIR"));
    assert!(std::fs::exists(path).unwrap());
    assert_eq!(plan().stages.len(), 5);
    assert_eq!(plan().sample.service, "Loan scanners for the warehouse");
    assert_eq!(plan().stage_of("capacity").unwrap().id, "design");
    assert_eq!(plan().stage_of("nothing"), None);
    assert_eq!(plan().record_kind("change").unwrap().do_it.code(), "new-change");
    assert_eq!(plan().set_aside.at_least_words, 5);
    assert!(plan().stages.iter().all(|stage| stage.names.len() == Edition::ALL.len()));
    assert_eq!(plan().stages[3].moves_when.as_deref(), Some("start-date"));
}

#[test]
fn a_decision_has_its_kind_unit_concepts_and_checks() {
    let cost = decision("cost");
    assert_eq!((&cost.kind, cost.unit.as_deref()), (&Kind::Money, Some("over three years")));
    assert_eq!(cost.artefact, "business case");
    assert!(Edition::ALL.iter().all(|edition| !cost.concepts[edition].is_empty()));
    let codes: Vec<_> = cost.checks.iter().map(|check| (check.code.clone(), check.weight)).collect();
    assert_eq!(codes, [(Code::AtLeast(1), Weight::Must), (Code::Below("value".into()), Weight::Must)]);
    assert_eq!(decision("need").checks[0].weight, Weight::Should);
    assert_eq!(decision("start-date").checks[0].code, Code::After(None));
    let Kind::Choice(ways) = &decision("release-way").kind else { panic!("a choice") };
    assert_eq!(ways[1].id, "pilot");
}

#[test]
fn a_file_that_ends_too_early_is_refused() {
    for part in (0..TEXT.trim_end().len()).step_by(9973) {
        assert!(Plan::read(TEXT.get(..part).unwrap_or_default()).is_err(), "{part}");
    }
}

#[test]
fn a_word_that_is_on_no_list_is_named_with_its_item() {
    let cases = [
        (r#""code": "at-least-words:12""#, r#""code": "at-most-words:12""#, "“need” has “at-most-words” as check"),
        (
            r#""code": "at-least-words:12""#,
            r#""code": "at-least-words:many""#,
            "“need” has “at-least-words:many” as check",
        ),
        (r#""code": "at-least-words:12""#, r#""code": "at-least-words""#, "“need” has “at-least-words” as check"),
        (r#""kind": "text""#, r#""kind": "rhyme""#, "“need” has “rhyme” as kind"),
        (r#""confidence": "settled""#, r#""confidence": "sure""#, "“strategy” has “sure” as confidence"),
        (r#""weight": "must""#, r#""weight": "may""#, "“not-empty” has “may” as weight"),
        (r#""doIt": "catalogue""#, r#""doIt": "kitchen""#, "“offering” has “kitchen” as doIt"),
        (r#""record": "supplier""#, r#""record": "friend""#, "“supplier” has “friend” as record"),
        (
            r#""code": "has-field:notice-by""#,
            r#""code": "has-field:mood""#,
            "“supplier” has “mood” as field of a check",
        ),
        (r#""code": "record-in-state:agreed""#, r#""code": "record-in-state:hoped""#, "“hoped” as state of a check"),
        (r#""artefact": "demand profile""#, r#""artefact": "poem""#, "“usual-demand” has “poem” as artefact"),
    ];
    for (from, to, says) in cases {
        let told = refused(from, to);
        assert!(told.contains(says) && told.ends_with("which this app does not know."), "{told}");
    }
}

#[test]
fn a_decision_that_is_named_has_to_be_there() {
    let cases = [
        (r#""code": "below:value""#, r#""code": "below:worth""#, "“cost” has “worth” as decision of a check"),
        (r#""bridge-days","#, r#""bridge-weeks","#, "“setAside” has “bridge-weeks” as decision"),
        (r#""when": "start-date""#, r#""when": "first-day""#, "“operation” has “first-day” as decision that the move"),
    ];
    for (from, to, says) in cases {
        let told = refused(from, to);
        assert!(told.contains(says), "{told}");
    }
}

#[test]
fn two_decisions_with_one_id_are_refused() {
    assert_eq!(
        refused(r#""id": "peak-demand""#, r#""id": "usual-demand""#),
        "“usual-demand” stands in the file twice."
    );
}

#[test]
fn a_check_that_cannot_look_at_its_decision_is_refused() {
    let told = refused(r#""code": "at-least-words:12""#, r#""code": "at-least:12""#);
    assert_eq!(told, "“need” does not fit together: the check at-least cannot look at a text.");
    let told = refused(r#""code": "below:value""#, r#""code": "below:need""#);
    assert_eq!(told, "“cost” does not fit together: the check below cannot compare with the text “need”.");
}

#[test]
fn a_sample_has_the_form_that_its_decision_asks_for() {
    let told = refused(r#""sample": 36000"#, r#""sample": "a lot""#);
    assert_eq!(told, "“value” does not fit together: its sample is no money.");
    assert!(refused(r#""sample": "pilot""#, r#""sample": "never""#).contains("“release-way” does not fit"));
    assert!(refused(r#""unit": "uses a month","#, "").contains("“usual-demand” has no unit"));
}

#[test]
fn another_version_and_a_misspelt_field_are_refused() {
    assert_eq!(
        refusal(&TEXT.replacen("\"version\": 1", "\"version\": 2", 1)),
        Unreadable::Version { found: 2, known: 1 }
    );
    assert!(refused(r#""hint""#, r#""hnit""#).contains("unknown field `hnit`"));
}
