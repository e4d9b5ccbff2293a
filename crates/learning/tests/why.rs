//! What the app says about its own pages: complete, short, in our own words, and sure of no more than is known.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use learning::{Confidence, Edition, Practice, Said, Topic, Why, Whys};

const TEXT: &str = include_str!("../../../public/content/why-1.json");

fn every() -> impl Iterator<Item = (Topic, Edition, Why)> {
    let whys = Whys::read(TEXT).unwrap();
    let pairs = Topic::ALL.into_iter().flat_map(|topic| Edition::ALL.map(|edition| (topic, edition)));
    pairs.map(move |(topic, edition)| {
        (topic, edition, whys.of(topic, edition).unwrap_or_else(|| panic!("{}", topic.code())))
    })
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn texts(why: &Why) -> Vec<&str> {
    let said = why.terms.iter().chain(&why.confusions).flat_map(|Said(one, two)| [one.as_str(), two.as_str()]);
    said.chain([why.purpose.as_str(), why.note.as_str()]).collect()
}

#[test]
fn every_topic_has_an_entry_in_every_edition() {
    assert_eq!(every().count(), Topic::ALL.len() * Edition::ALL.len());
    for (topic, edition, why) in every() {
        let at = format!("{topic:?} in {edition:?}");
        assert!(!why.name.is_empty() && !why.kind.is_empty() && !why.source.is_empty(), "{at}");
        assert!((3..=4).contains(&why.terms.len()), "{at}: {} terms", why.terms.len());
        assert!((2..=4).contains(&why.confusions.len()), "{at}: {} confusions", why.confusions.len());
    }
}

#[test]
fn the_file_names_no_topic_that_no_page_has() {
    let named = TEXT.matches("\"topic\": ").count();
    assert_eq!(named, Topic::ALL.len());
}

#[test]
fn every_entry_keeps_its_word_budget() {
    for (topic, edition, why) in every() {
        let at = format!("{topic:?} in {edition:?}");
        assert!((10..=45).contains(&words(&why.purpose)), "{at}: purpose of {} words", words(&why.purpose));
        for Said(term, text) in &why.terms {
            assert!(words(term) <= 7 && (3..=30).contains(&words(text)), "{at}: {term}: {} words", words(text));
        }
        for Said(pair, text) in &why.confusions {
            assert!(words(pair) <= 7 && (8..=45).contains(&words(text)), "{at}: {pair}: {} words", words(text));
        }
        let all: usize = texts(&why).into_iter().map(words).sum();
        assert!(all <= 300, "{at}: {all} words in all");
    }
}

#[test]
fn no_phrase_of_the_books_is_taken_over() {
    // Short pieces of the best known definitions and purposes, as examinees learn them by heart.
    let phrases = [
        "normal service operation as quickly",
        "as quickly as possible",
        "a means of enabling",
        "a means of delivering",
        "by facilitating outcomes",
        "actual and potential causes",
        "to maximize the number",
        "have been properly assessed",
        "agreed quality of a service by",
        "to set clear business-based targets",
        "properly assessed, monitored",
        "an unplanned interruption to",
        "any financially valuable component",
        "that has significance for the management",
        "needs to be managed in order to deliver",
        "the addition, modification, or removal",
        "has been analyzed but has not",
        "entry point and single point of contact",
        "align the organization's practices",
        "new and changed services and features",
    ];
    for (topic, edition, why) in every() {
        let all = texts(&why).join(" ").to_lowercase();
        for phrase in phrases {
            assert!(!all.contains(phrase), "{topic:?} in {edition:?} says “{phrase}”");
        }
    }
}

#[test]
fn what_is_told_of_version_5_is_only_reported() {
    for (topic, edition, why) in every() {
        let about_itil = topic != Topic::Journal;
        let reported = why.confidence == Confidence::Reported;
        assert_eq!(reported, about_itil && edition == Edition::V5, "{topic:?} in {edition:?}");
        if about_itil && edition == Edition::V5 {
            assert!(texts(&why).join(" ").contains("Version 5"), "{topic:?} does not say what is known");
        }
    }
}

#[test]
fn names_are_those_of_each_edition() {
    let whys = Whys::read(TEXT).unwrap();
    let pairs = [
        (Topic::ServiceDesk, Practice::ServiceDesk),
        (Topic::Incident, Practice::Incident),
        (Topic::Problem, Practice::Problem),
        (Topic::Change, Practice::Change),
        (Topic::Request, Practice::Request),
        (Topic::Level, Practice::ServiceLevel),
        (Topic::Event, Practice::Event),
    ];
    for (topic, practice) in pairs {
        for edition in Edition::ALL {
            let why = whys.of(topic, edition).unwrap();
            assert_eq!(why.name.to_lowercase(), practice.name(edition), "{edition:?}");
            assert_eq!(why.kind, practice.kind(edition), "{edition:?}");
        }
    }
}

#[test]
fn words_of_v3_are_marked_as_such_where_itil_4_speaks() {
    let v3_only = ["operational level agreement", "underpinning contract", "follow-the-sun"];
    for (topic, _, why) in every().filter(|(_, edition, _)| *edition != Edition::V3) {
        for text in texts(&why) {
            let uses = v3_only.iter().any(|word| text.to_lowercase().contains(word));
            assert!(!uses || text.contains("v3"), "{topic:?}: {text}");
        }
    }
}

#[test]
fn a_damaged_file_or_another_version_is_not_read() {
    assert_eq!(Whys::read("{\"version\":2,\"topics\":[]}"), None);
    assert_eq!(Whys::read("{"), None);
}
