//! Runs that are played for practice, as they are stored: ordinary workspaces with one more field in their lines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use journal::{Journal, MemoryReason, MemoryStore, TabId};
use serde_json::{Value, json};
use workspace::stored::shift::{Act, Begin, Line, Run, read, write};
use workspace::stored::{self, Told, Unreadable, VERSIONS};
use workspace::{Workspace, seed};

/// Lines as they were first written. Never edit one.
const KEPT: &str = include_str!("fixtures/run-v3.jsonl");
/// Lines of an ordinary workspace.
const OTHERS: &str = include_str!("fixtures/command-v3/desk.jsonl");

fn begin() -> Line {
    Line::Begin(Begin { scenario: "first-morning".into(), seed: u64::MAX, help: Some("worked".into()) })
}

fn act(before: usize, name: &str) -> Line {
    Line::Act(Act { before, act: json!({ "act": name }), hash: "00000000000000ff".into(), over: name == "finish" })
}

fn empty(line: &Line) -> String {
    write(&stored::write(&[]), line)
}

fn run(lines: &[Line]) -> Run {
    let lines: Vec<String> = lines.iter().map(empty).collect();
    Run::read(lines.iter().map(String::as_str)).unwrap().unwrap()
}

fn names(run: &Run) -> Vec<&str> {
    run.acts.iter().map(|act| act.act["act"].as_str().unwrap()).collect()
}

#[test]
fn what_a_line_tells_of_a_run_comes_back_and_its_events_are_untouched() {
    let events = seed::blank("2026-03-17T07:00:00Z".parse().unwrap());
    for line in [begin(), act(0, "wait"), act(7, "finish")] {
        let text = write(&stored::write(&events), &line);
        assert_eq!(read(&text).unwrap(), Some(line));
        assert_eq!(stored::read(&text).unwrap(), Told::Events(events.clone()));
    }
}

#[test]
fn a_beginning_without_a_word_on_help_leaves_it_to_the_scenario() {
    let line = Line::Begin(Begin { scenario: "patch-tuesday".into(), seed: 0, help: None });
    assert_eq!(read(&empty(&line)).unwrap(), Some(line));
}

#[test]
fn lines_of_other_workspaces_tell_of_no_run() {
    assert!(OTHERS.lines().all(|line| read(line) == Ok(None)));
    assert_eq!(Run::read(OTHERS.lines()), Ok(None));
}

#[test]
fn kept_lines_are_read_for_ever() {
    let run = Run::read(KEPT.lines()).unwrap().unwrap();
    assert_eq!(
        run.begin,
        Begin { scenario: "first-morning".into(), seed: 18_446_744_073_709_551_615, help: Some("worked".into()) }
    );
    assert_eq!(names(&run), ["answer", "finish"]);
    assert!(run.is_over());
    assert!(KEPT.lines().all(|line| matches!(stored::read(line), Ok(Told::Events(_)))));
}

#[test]
fn a_run_is_a_workspace_that_opens_with_the_events_of_its_lines() {
    let store = MemoryStore::new(MemoryReason::Asked);
    let mut journal = Journal::create(store, VERSIONS, "run-1", "First morning", TabId(7), None, 1).unwrap();
    journal.append(&empty(&begin()), 2).unwrap();
    let opening = seed::blank("2026-03-17T07:00:00Z".parse().unwrap());
    journal.append(&write(&stored::write(&opening), &act(0, "wait")), 3).unwrap();
    let entries: Vec<_> = journal.entries().into_iter().cloned().collect();
    let (workspace, findings) = Workspace::open(None, &entries);
    assert_eq!(findings, []);
    assert!(!workspace.desk().directory().people.is_empty());
    let run = Run::read(entries.iter().map(|entry| &*entry.payload)).unwrap().unwrap();
    assert_eq!(names(&run), ["wait"]);
    assert!(!run.is_over());
}

#[test]
fn an_act_that_another_tab_wrote_later_in_the_same_place_counts_and_what_followed_the_other_does_not() {
    let played = [begin(), act(0, "wait"), act(1, "search"), act(2, "fix"), act(1, "assign")];
    assert_eq!(names(&run(&played)), ["wait", "assign"]);
    // An act whose predecessors are missing cannot have its place.
    assert_eq!(names(&run(&[begin(), act(0, "wait"), act(2, "fix")])), ["wait"]);
    // Nor can one before the beginning, nor a second beginning.
    let other = Line::Begin(Begin { scenario: "other".into(), seed: 1, help: None });
    let odd = run(&[act(0, "lost"), begin(), other, act(0, "wait")]);
    assert_eq!((odd.begin.scenario.as_str(), names(&odd)), ("first-morning", vec!["wait"]));
}

#[test]
fn what_cannot_be_understood_is_named() {
    let spoilt = |change: fn(&mut Value)| {
        let mut line: Value = serde_json::from_str(&empty(&act(0, "wait"))).unwrap();
        change(&mut line["shift"]);
        read(&line.to_string())
    };
    let field = |field| Err(Unreadable::Field { kind: "shift".into(), field });
    assert_eq!(spoilt(|shift| shift["n"] = json!(-1)), field("n"));
    assert_eq!(spoilt(|shift| shift["act"] = json!("wait")), field("act"));
    assert_eq!(spoilt(|shift| shift["hash"] = json!(7)), field("hash"));
    assert_eq!(spoilt(|shift| *shift = json!({ "begin": { "scenario": "x", "seed": 5 } })), field("seed"));
    assert_eq!(spoilt(|shift| *shift = json!({ "begin": {} })), field("scenario"));
    assert_eq!(read("not json"), Err(Unreadable::NotOurs));
    // Text that is no stored line is not made one.
    assert_eq!(write("[]", &begin()), "[]");
}
