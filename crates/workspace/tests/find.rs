//! Finding the incident that somebody means.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::sync::Arc;

use common::tab::Tab;
use itsm::incident::Command as Incident;
use workspace::find::{Match, find};

fn numbers(tab: &Tab, words: &str) -> Vec<(String, Match)> {
    find(&tab.workspace, words, tab.now, 10).into_iter().map(|found| (found.number, found.by)).collect()
}

fn said(number: u32, by: Match) -> (String, Match) {
    (format!("INC{number:07}"), by)
}

#[test]
fn the_very_number_comes_first_however_it_is_written() {
    let mut tab = Tab::blank();
    for number in 1..=13 {
        tab.log(&format!("Drive {number} is full"));
    }
    for words in ["INC0000003", "inc3", " 3 "] {
        assert_eq!(numbers(&tab, words)[0], said(3, Match::Number), "{words}");
    }
    let found = numbers(&tab, "3");
    assert_eq!(found[1], said(13, Match::EndOfNumber));
}

#[test]
fn titles_come_before_what_was_said_and_open_ones_before_the_rest() {
    let mut tab = Tab::blank();
    let done = tab.log("Printer on floor 2 is jammed");
    let elsewhere = tab.log("Nothing comes out");
    tab.act(Incident::Note { incident: elsewhere, text: Arc::from("It is the printer again") });
    tab.log("The printer smells");
    tab.log("Printer offline");
    tab.resolve(done, "Took the paper out");
    assert_eq!(
        numbers(&tab, "printer"),
        [said(4, Match::StartOfTitle), said(1, Match::StartOfTitle), said(3, Match::Title), said(2, Match::Text),]
    );
    assert_eq!(numbers(&tab, "fl pri")[0], said(1, Match::Title), "beginnings of words, in any order");
}

#[test]
fn no_words_find_nothing_and_only_the_best_are_given() {
    let mut tab = Tab::blank();
    for _ in 0..30 {
        tab.log("The same again");
    }
    assert_eq!(find(&tab.workspace, "  ", tab.now, 5), []);
    assert_eq!(find(&tab.workspace, "same", tab.now, 5).len(), 5);
}
