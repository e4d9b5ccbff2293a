//! What is like an incident that is being logged.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::common::tab::Tab;
use itsm::IncidentId;
use workspace::similar::{Likeness, similar};

/// A desk with forty incidents about laptops, and what the test adds.
fn desk() -> Tab {
    let mut tab = Tab::blank();
    for number in 0..40 {
        tab.log(&format!("Laptop of person {number} is slow"));
    }
    tab
}

fn open(likeness: &Likeness) -> Vec<IncidentId> {
    likeness.open.iter().map(|similar| similar.id).collect()
}

#[test]
fn an_open_incident_with_the_same_rare_words_may_be_the_same() {
    let mut tab = desk();
    let scanner = tab.log("Scanner at gate 4 does not read labels");
    tab.log("Badge printer prints crooked labels");
    let likeness = similar(&tab.workspace, "the scanner on gate 7 reads no labels", 5);
    assert_eq!(open(&likeness).first(), Some(&scanner), "the most alike first");
    assert_eq!(likeness.solved, []);
}

#[test]
fn a_solved_one_tells_what_helped() {
    let mut tab = desk();
    let before = tab.log("VPN asks for the certificate again");
    tab.resolve(before, "Renewed the certificate and restarted the client");
    let likeness = similar(&tab.workspace, "VPN certificate rejected", 5);
    assert_eq!(likeness.open, []);
    let found: Vec<_> = likeness.solved.iter().map(|similar| (similar.id, similar.solution.as_deref())).collect();
    assert_eq!(found, [(before, Some("Renewed the certificate and restarted the client"))]);
}

#[test]
fn common_words_alone_find_nothing() {
    let tab = desk();
    for text in ["", "is", "Laptop", "the laptop of somebody is slow", "it does not work"] {
        assert_eq!(similar(&tab.workspace, text, 5), Likeness::default(), "{text}");
    }
}

#[test]
fn any_text_is_taken() {
    let tab = desk();
    for text in ["\u{0}", "ÄÖÜ ẞ İ \u{202e}", &"word ".repeat(10_000), &"x".repeat(100_000)] {
        similar(&tab.workspace, text, 5);
    }
}
