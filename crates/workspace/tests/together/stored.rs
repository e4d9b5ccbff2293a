//! The stored form of commands: nothing is lost on the way there and back, and old lines stay readable.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;

use itsm::catalogue::{Event as Catalogue, Shared};
use itsm::incident::{Event as Incident, Seen};
use itsm::problem::Event as Problem;
use itsm::{Event, Happening, PersonId};
use journal::{Stamp, TabId};
use proptest::prelude::*;
use workspace::Undone;
use workspace::stored::{self, Told, Unreadable};

/// Lines as version 1 wrote them. Never edit one; add new ones at the end of the newest version's.
const VERSION_1: &str = include_str!("../fixtures/command-v1.jsonl");
const VERSION_2: &str = include_str!("../fixtures/command-v2.jsonl");
/// A file of lines for the desk and one for each practice, which beside it lists its kinds of events.
const VERSION_3: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/command-v3");
const DESK: &str = "desk.jsonl";

/// The files of version 3 with this ending: name and text.
fn kept(ending: &str) -> Vec<(String, String)> {
    let files = std::fs::read_dir(VERSION_3).unwrap().map(|file| file.unwrap().path());
    let mut kept: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    kept.sort();
    kept
}

fn kept_desk() -> String {
    kept("jsonl").into_iter().find(|(name, _)| name == DESK).unwrap().1
}

fn read_all(lines: &str) -> Vec<Told> {
    lines.lines().map(|line| stored::read(line).unwrap_or_else(|fault| panic!("{line}: {fault}"))).collect()
}

fn events(line: &str) -> Result<Vec<Event>, Unreadable> {
    match stored::read(line)? {
        Told::Events(events) => Ok(events),
        Told::Undone(undone) => panic!("an undo: {undone:?}"),
    }
}

fn write(told: &Told) -> String {
    match told {
        Told::Events(events) => stored::write(events),
        Told::Undone(undone) => stored::write_undone(undone),
    }
}

/// What kinds of events one line tells of.
fn kinds_told(told: &Told) -> Vec<String> {
    match told {
        Told::Events(events) => events.iter().flat_map(kinds).collect(),
        Told::Undone(_) => vec!["Undone".to_owned()],
    }
}

fn link(event: itsm::link::Event) -> itsm::link::Link {
    match event {
        itsm::link::Event::Linked(link) | itsm::link::Event::Unlinked(link) => link,
    }
}

/// The kind of a practice's event: its name, and for `Amended` the field.
fn practice(debug: &str) -> String {
    let mut words = debug.split(['(', ' ', '{', ')', ',']).filter(|word| !word.is_empty());
    match words.next().unwrap_or_default() {
        "Amended" => format!("Amended {}", words.next().unwrap_or_default()),
        word => word.to_owned(),
    }
}

/// What happened to the whole catalogue, in a word or two.
fn shelves(what: &Shared) -> &'static str {
    match what {
        Shared::Set(_) => "Set",
        Shared::Category(_, Some(_)) => "Category",
        Shared::Category(_, None) => "Category gone",
        Shared::Audience(_, Some(_)) => "Audience",
        Shared::Audience(_, None) => "Audience gone",
    }
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
        Happening::Retired(id, true) => vec![format!("Retired {}", word(format!("{id:?}")))],
        Happening::Retired(_, false) => vec!["Brought back".to_owned()],
        Happening::Problem(_, Problem::Amended(what)) => vec![format!("Problem Amended {}", word(format!("{what:?}")))],
        Happening::Problem(_, what) => vec![format!("Problem {}", word(format!("{what:?}")))],
        Happening::Link(_, what) => vec![format!("{} {:?}", word(format!("{what:?}")), link(*what).relation)],
        Happening::Change(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::ChangeTemplate(_, what) => vec![format!("Template {}", practice(&format!("{what:?}")))],
        Happening::Request(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::Article(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::Improvement(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::Alert(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::Promise(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::Supplier(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::Item(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::Schedule(what) => vec![practice(&format!("{what:?}"))],
        Happening::Service(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::Major(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::Catalogue(_, Catalogue::Edited(edit)) => vec![format!("Edited {:?}", edit.slot())],
        Happening::Catalogue(_, what) => vec![practice(&format!("{what:?}"))],
        Happening::CatalogueShared(what) => vec![format!("Shelves {}", shelves(what))],
        Happening::Entered(entry) => vec![format!("Entered {}", word(format!("{entry:?}")))],
        other => vec![word(format!("{other:?}"))],
    }
}

#[test]
fn every_line_that_an_older_version_ever_wrote_is_read_as_version_3_reads_it() {
    let desk = kept_desk();
    let now: Vec<Told> = read_all(&desk);
    for before in [read_all(VERSION_1), read_all(VERSION_2)] {
        assert!(!before.is_empty());
        assert_eq!(before.as_slice(), &now[..before.len()]);
    }
}

#[test]
fn every_line_that_version_3_ever_wrote_of_the_desk_can_be_read() {
    let kinds: BTreeSet<String> = read_all(&kept_desk()).iter().flat_map(kinds_told).collect();
    let missing: Vec<_> = EVERY_KIND.iter().filter(|kind| !kinds.contains(**kind)).collect();
    assert!(missing.is_empty(), "no sample of {missing:?}");
    assert_eq!(kinds.len(), EVERY_KIND.len(), "a kind without a name in this test: {kinds:?}");
}

#[test]
fn every_line_that_version_3_ever_wrote_of_a_practice_can_be_read() {
    for (name, kinds) in kept("kinds") {
        let lines = std::fs::read_to_string(format!("{VERSION_3}/{}", name.replace(".kinds", ".jsonl"))).unwrap();
        let told: BTreeSet<String> = read_all(&lines).iter().flat_map(kinds_told).collect();
        let listed: BTreeSet<String> = kinds.lines().map(str::to_owned).collect();
        assert_eq!(told, listed, "{name}");
    }
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
    "Retired Person",
    "Retired Group",
    "Retired Category",
    "Retired Service",
    "Retired Item",
    "Brought back",
    "MatrixSet",
    "AgreementSet",
    "Undone",
    "ViewSaved",
    "ViewDropped",
    "TemplateSaved",
    "TemplateDropped",
    "ClockMoved",
    "ProblemLinked",
    "Rated",
    "Problem Raised",
    "Problem Amended Summary",
    "Problem Amended Description",
    "Problem Amended Service",
    "Problem Amended Item",
    "Problem Amended Category",
    "Problem Amended Impact",
    "Problem Amended Urgency",
    "Problem Amended Symptom",
    "Problem Amended Cause",
    "Problem Amended Workaround",
    "Problem Amended ErrorCode",
    "Problem Assigned",
    "Problem Assessed",
    "Problem Analysed",
    "Problem FixBegun",
    "Problem Resolved",
    "Problem Ended",
    "Problem Reanalysed",
    "Problem Closed",
    "Problem KnownErrorDeclared",
    "Problem Communicated",
    "Problem Noted",
    "Problem WhysDrawn",
    "Problem BonesDrawn",
];

#[test]
fn version_3_lines_are_still_written_as_they_were() {
    for line in kept("jsonl").iter().flat_map(|(_, text)| text.lines()) {
        let written = write(&stored::read(line).unwrap_or_else(|fault| panic!("{line}: {fault}")));
        let json = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap();
        assert_eq!(json(&written), json(line));
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_the_same(events in proptest::collection::vec(crate::common::event(), 0..5)) {
        prop_assert_eq!(stored::read(&stored::write(&events)).unwrap(), Told::Events(events));
    }

    #[test]
    fn an_undo_is_read_back_the_same(millis in any::<u64>(), count in any::<u32>(), tab in any::<u64>(), by in crate::common::key()) {
        let of = Stamp { millis, count, tab: TabId(tab) };
        let undone = Undone { at: chrono::DateTime::UNIX_EPOCH, by: PersonId(by), of };
        prop_assert_eq!(stored::read(&stored::write_undone(&undone)).unwrap(), Told::Undone(undone));
    }

    #[test]
    fn no_line_makes_the_reader_panic(line in any::<String>()) {
        let _ = stored::read(&line);
    }

    #[test]
    fn a_damaged_line_is_refused_or_read_but_never_panics(
        events in proptest::collection::vec(crate::common::event(), 1..3),
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
    assert_eq!(events(line).unwrap().len(), 1);
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
    assert_eq!(stored::read(r#"{"v":4,"e":[]}"#), Err(Unreadable::Newer { version: 4 }));
    assert_eq!(stored::read(r#"{"e":[]}"#), Err(Unreadable::NotOurs));
    assert_eq!(stored::read("null"), Err(Unreadable::NotOurs));
}

#[test]
fn an_undo_stands_alone_in_its_line_and_names_a_whole_stamp() {
    let undo = r#"{"k":"undone","t":0,"by":1,"of":[5,0,"000000000000000a"]}"#;
    let mixed = format!(r#"{{"v":1,"e":[{undo},{undo}]}}"#);
    assert_eq!(stored::read(&mixed), Err(Unreadable::UnknownKind("undone".into())));
    for of in [r#"[5,0,"a"]"#, r#"[5,0]"#, r#"[5,0,10]"#, "null", r#"[5,0,"+00000000000000a"]"#] {
        let line = format!(r#"{{"v":1,"e":[{{"k":"undone","t":0,"by":1,"of":{of}}}]}}"#);
        assert_eq!(stored::read(&line), Err(Unreadable::Field { kind: "undone".into(), field: "of" }), "{of}");
    }
}
