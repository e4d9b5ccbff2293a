//! A base of version 1, kept as it was written then, opens for ever and means the same.
//!
//! `fixtures/servicenow-import-1.base` is never written again. A new version gets a file and a test of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use itsm::incident::{Event as IncidentEvent, HoldReason, Observed, Seen, State};
use itsm::{CategoryId, Entry, Event, GroupId, Happening, IncidentId, PersonId};
use journal::Segment;
use workspace::base::{self, BaseContent, Scope};
use workspace::import::Mending;

fn kept() -> Segment {
    Segment { kind: "servicenow-import/1".into(), bytes: include_bytes!("fixtures/servicenow-import-1.base").to_vec() }
}

fn opened() -> BaseContent {
    base::open(&kept()).unwrap()
}

fn observed(event: &Event) -> (IncidentId, &Observed) {
    match &event.what {
        Happening::Incident(id, IncidentEvent::Observed(observed)) => (*id, observed),
        other => panic!("{other:?}"),
    }
}

#[test]
fn its_cells_are_those_of_the_file_it_was_made_of() {
    let (_, grid) = base::open_grid(&kept()).unwrap();
    let csv = include_str!("fixtures/servicenow-import-1.csv");
    let rows: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(grid.rows(), rows.len() - 1);
    let (header, rows) = rows.split_first().unwrap();
    for (place, column) in grid.columns.iter().enumerate() {
        assert_eq!(column.name, header[place + 1]);
        for (row, cells) in rows.iter().enumerate().filter(|_| !column.name.ends_with("_at")) {
            let cell = if cells[place + 1] == "?" { "" } else { cells[place + 1] };
            assert_eq!(grid.text(place, row), cell, "{} in row {row}", column.name);
        }
    }
    let written = header.iter().position(|name| *name == "sys_updated_at").unwrap();
    assert_eq!(grid.text(written - 1, 0), "2016-02-29 01:23");
    assert_eq!(grid.number(0), "INC0000045");
    assert_eq!(grid.number(6), "TASK0000045");
}

#[test]
fn its_ids_are_those_that_later_events_refer_to() {
    let content = opened();
    assert_eq!(content.entries.len(), 44);
    for entry in [
        Entry::Person(PersonId::imported(1), "Caller 2403".into()),
        Entry::Person(PersonId::imported(7), "Opened by  8".into()),
        Entry::Person(PersonId::imported(13), "Updated by 21".into()),
        Entry::Person(PersonId::imported(14), "Updated by 908".into()),
        Entry::Person(PersonId::imported(25), "Resolved by 149".into()),
        Entry::Person(PersonId::imported(32), "Resolver 15".into()),
        Entry::Group(GroupId::imported(2), "Group 70".into()),
        Entry::Group(GroupId::imported(6), "Group 23".into()),
        Entry::Category(CategoryId::imported(6), "Category 50".into()),
    ] {
        assert!(content.entries.contains(&entry), "{entry:?}");
    }
    let mut incidents: Vec<u32> = content.events.iter().map(|event| observed(event).0.0.number).collect();
    incidents.dedup();
    assert_eq!(incidents, [45, 93, 1155, 10_164, 28_089, 119_241, 119_242]);
}

#[test]
fn its_events_say_what_they_said() {
    let content = opened();
    assert_eq!(content.events.len(), 30);
    let says = |event: usize, seen: Seen| observed(&content.events[event]).1.fields.contains(&seen);
    assert_eq!(content.events[3].at, "2016-03-05T12:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap());
    assert_eq!(content.events[3].by, PersonId::imported(14));
    assert!(says(3, Seen::State(State::Closed)));
    assert!(says(14, Seen::State(State::OnHold(HoldReason::Supplier))));
    assert!(says(2, Seen::ResolvedBy(Some(PersonId::imported(25)))));
    assert!(says(8, Seen::Reopened(1)));
    let verdicts: Vec<bool> = content.events.iter().filter_map(|event| observed(event).1.source_verdict).collect();
    assert_eq!(verdicts.iter().filter(|verdict| !**verdict).count(), 3);
    assert_eq!(verdicts.len(), 10);
}

#[test]
fn its_account_is_still_told() {
    let meta = base::meta(&kept()).unwrap();
    assert_eq!(meta.scope, Scope::AsItWas);
    assert_eq!(meta.file_name, "log.csv");
    assert_eq!(meta.imported_at.timestamp(), 1_767_607_200);
    assert_eq!((meta.report.rows_read, meta.report.events_taken, meta.report.incidents), (30, 30, 7));
    let mended: Vec<(Mending, u32)> = meta.report.mended.iter().map(|mend| (mend.what, mend.cells)).collect();
    assert_eq!(mended, [(Mending::StateKept, 2), (Mending::Renumbered, 1)]);
}
