//! The stored form of commands: nothing is lost on the way there and back, and old lines stay readable.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod common;

use std::collections::BTreeSet;

use itsm::incident::{Event as Incident, Seen};
use itsm::{Event, Happening};
use proptest::prelude::*;
use workspace::stored::{self, Unreadable};

/// Lines as version 1 wrote them. Never edit one; add new ones at the end.
const VERSION_1: &str = include_str!("fixtures/command-v1.jsonl");

fn read_all(lines: &str) -> Vec<Event> {
    lines.lines().flat_map(|line| stored::read(line).unwrap_or_else(|fault| panic!("{line}: {fault}"))).collect()
}

/// What kind of event it is, down to the field that was amended or seen.
fn kinds(event: &Event) -> Vec<String> {
    let word = |debug: String| debug.split(['(', ' ', '{']).next().unwrap_or_default().to_owned();
    match &event.what {
        Happening::Incident(_, Incident::Observed(observed)) => {
            observed.fields.iter().map(|field: &Seen| format!("Seen {}", word(format!("{field:?}")))).collect()
        }
        Happening::Incident(_, Incident::Amended(what)) => vec![format!("Amended {}", word(format!("{what:?}")))],
        Happening::Incident(_, what) => vec![word(format!("{what:?}"))],
        Happening::Entered(entry) => vec![format!("Entered {}", word(format!("{entry:?}")))],
        other => vec![word(format!("{other:?}"))],
    }
}

#[test]
fn every_line_that_version_1_ever_wrote_can_be_read() {
    let kinds: BTreeSet<String> = read_all(VERSION_1).iter().flat_map(kinds).collect();
    let missing: Vec<_> = EVERY_KIND.iter().filter(|kind| !kinds.contains(**kind)).collect();
    assert!(missing.is_empty(), "no sample of {missing:?}");
    assert_eq!(kinds.len(), EVERY_KIND.len(), "a kind without a name in this test: {kinds:?}");
}

const EVERY_KIND: &[&str] = &[
    "Logged",
    "Amended Summary",
    "Amended Description",
    "Amended Channel",
    "Amended Caller",
    "Amended Service",
    "Amended Item",
    "Amended Category",
    "Amended Impact",
    "Amended Urgency",
    "Assigned",
    "Started",
    "Held",
    "Resolved",
    "Reopened",
    "Closed",
    "Cancelled",
    "Replied",
    "Noted",
    "ParentLinked",
    "DuplicateMarked",
    "Seen State",
    "Seen OpenedAt",
    "Seen ResolvedAt",
    "Seen ClosedAt",
    "Seen Channel",
    "Seen Caller",
    "Seen OpenedBy",
    "Seen Item",
    "Seen Category",
    "Seen Impact",
    "Seen Urgency",
    "Seen Priority",
    "Seen Group",
    "Seen Assignee",
    "Seen Reassigned",
    "Seen Reopened",
    "Seen ResolutionCode",
    "Seen ResolvedBy",
    "Seen Summary",
    "Seen Description",
    "Seen Other",
    "Entered Person",
    "Entered Group",
    "Entered Category",
    "Entered Service",
    "Entered Item",
    "MatrixSet",
    "AgreementSet",
    "ClockMoved",
];

#[test]
fn version_1_lines_are_still_written_as_they_were() {
    for line in VERSION_1.lines() {
        let written = stored::write(&stored::read(line).unwrap());
        let json = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap();
        assert_eq!(json(&written), json(line));
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_the_same(events in proptest::collection::vec(common::event(), 0..5)) {
        prop_assert_eq!(stored::read(&stored::write(&events)).unwrap(), events);
    }

    #[test]
    fn no_line_makes_the_reader_panic(line in any::<String>()) {
        let _ = stored::read(&line);
    }

    #[test]
    fn a_damaged_line_is_refused_or_read_but_never_panics(
        events in proptest::collection::vec(common::event(), 1..3),
        at in any::<prop::sample::Index>(),
        with in any::<char>(),
    ) {
        let mut line: Vec<char> = stored::write(&events).chars().collect();
        let at = at.index(line.len());
        line[at] = with;
        let _ = stored::read(&line.into_iter().collect::<String>());
    }
}

#[test]
fn fields_of_a_later_version_do_not_disturb() {
    let line = r#"{"v":1,"later":[1],"e":[{"k":"started","t":0,"by":1,"i":[7,9],"mood":{"of":"caller"}}]}"#;
    assert_eq!(stored::read(line).unwrap().len(), 1);
}

#[test]
fn an_unknown_kind_spoils_the_whole_command_and_is_named() {
    let line = r#"{"v":1,"e":[{"k":"started","t":0,"by":1,"i":7},{"k":"levitated","t":0,"by":1,"i":7}]}"#;
    assert_eq!(stored::read(line), Err(Unreadable::UnknownKind("levitated".into())));
}

#[test]
fn a_field_that_cannot_be_is_named() {
    let line = r#"{"v":1,"e":[{"k":"held","t":0,"by":1,"i":7,"for":"godot"}]}"#;
    let fault = stored::read(line).unwrap_err();
    assert_eq!(fault, Unreadable::Field { kind: "held".into(), field: "for" });
    assert_eq!(fault.to_string(), "the field “for” of “held” has no value that could be right");
}

#[test]
fn a_newer_version_is_told_apart_from_damage() {
    assert_eq!(stored::read(r#"{"v":2,"e":[]}"#), Err(Unreadable::Newer { version: 2 }));
    assert_eq!(stored::read(r#"{"e":[]}"#), Err(Unreadable::NotOurs));
    assert_eq!(stored::read("null"), Err(Unreadable::NotOurs));
}
