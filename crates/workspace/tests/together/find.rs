//! Finding the incident that somebody means.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use crate::common::tab::Tab;
use itsm::incident::Command as Incident;
use itsm::problem::{Amendment, Command as Problem, Statement};
use itsm::{Command, Level, ProblemId};
use workspace::find::{Match, find, find_problems};

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

fn raised(tab: &mut Tab, summary: &str) -> ProblemId {
    let statement = Statement {
        summary: summary.into(),
        description: Arc::from(""),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: None,
        assignee: None,
    };
    tab.try_do(Command::Problem(Problem::Raise { statement: Box::new(statement), from: vec![] })).unwrap();
    tab.workspace.desk().problems().last().unwrap().id
}

#[test]
fn a_problem_is_found_by_its_number_its_summary_and_what_was_found_of_it() {
    let mut tab = Tab::blank();
    let drops = raised(&mut tab, "Calls drop on floor 2");
    let disks = raised(&mut tab, "Disks fill up");
    let change = Amendment::Symptom(Arc::from("No space left: ENOSPC"));
    tab.try_do(Command::Problem(Problem::Amend { problem: disks, changes: vec![change] })).unwrap();
    let ids = |words: &str| -> Vec<ProblemId> {
        find_problems(&tab.workspace, words, 9).into_iter().map(|found| found.id).collect()
    };
    assert_eq!(ids("PRB2"), [disks]);
    assert_eq!(ids("1"), [drops]);
    assert_eq!(ids("call fl"), [drops]);
    assert_eq!(ids("enospc"), [disks]);
    assert_eq!(ids("mail"), []);
    assert_eq!(ids(" "), []);
}
