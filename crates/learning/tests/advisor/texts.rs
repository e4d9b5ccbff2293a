//! The words of the file: short, plain, and naming things as the edition does.

use super::TEXT;
use learning::advisor::Advisor;

fn strings(value: &serde_json::Value, all: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => all.push(text.clone()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| strings(value, all)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| strings(value, all)),
        _ => {}
    }
}

fn texts() -> Vec<String> {
    let mut all = Vec::new();
    strings(&serde_json::from_str(TEXT).unwrap(), &mut all);
    all
}

#[test]
fn every_text_is_short_and_so_are_its_sentences() {
    for text in texts() {
        assert!(text.split_whitespace().count() <= 40, "{text}");
        for sentence in text.split(['.', '?', ';', ':']) {
            assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
        }
    }
}

#[test]
fn every_text_is_plain() {
    for text in texts() {
        assert_eq!(text.trim(), text);
        assert!(!text.contains(['!', '<', '>', '*', '_', '"', '`']) && !text.contains("  "), "{text}");
    }
}

#[test]
fn every_sentence_ends() {
    let advisor = super::advisor();
    let reasons = advisor.rules.iter().map(|rule| &rule.because);
    let whys = advisor.questions.iter().flat_map(|question| [&question.why, &question.unanswered]);
    let done = advisor.practices.iter().flat_map(|one| [&one.light, &one.standard, &one.strict]);
    for text in reasons.chain(whys).chain(done) {
        assert!(text.ends_with('.'), "{text}");
    }
    assert!(advisor.questions.iter().all(|question| question.text.ends_with('?')));
}

#[test]
fn eighteen_to_twenty_four_questions_cover_the_five_considerations() {
    let advisor = super::advisor();
    assert!((18..=24).contains(&advisor.questions.len()));
    assert_eq!(advisor.considerations.len(), 5);
    for one in &advisor.considerations {
        assert!(
            advisor.questions.iter().filter(|question| question.consideration == one.id).count() >= 3,
            "{}",
            one.id
        );
    }
}

#[test]
fn a_practice_is_named_as_its_id_says() {
    for practice in &super::advisor().practices {
        let id = practice.name.to_lowercase().replace(' ', "-");
        assert_eq!(id, practice.id);
    }
}

#[test]
fn no_reason_is_given_twice() {
    let mut reasons: Vec<String> = super::advisor().rules.iter().map(|rule| rule.because.clone()).collect();
    let all = reasons.len();
    reasons.sort();
    reasons.dedup();
    assert_eq!(reasons.len(), all);
}

#[test]
fn a_damaged_file_or_another_version_is_not_read() {
    assert_eq!(Advisor::read("{"), None);
    assert_eq!(Advisor::read(&TEXT.replacen("\"version\": 1", "\"version\": 2", 1)), None);
    assert_eq!(Advisor::read(&TEXT.replacen("\"several\"", "\"sevral\"", 1)), None);
}
