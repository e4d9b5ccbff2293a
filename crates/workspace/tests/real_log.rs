//! The real log that ships as a sample, imported whole and as of an instant.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::OnceLock;
use std::time::Instant;

use chrono::{DateTime, Utc};
use itsm::incident::{Event as IncidentEvent, Observed, Seen, Stage, State};
use itsm::{Event, Happening, IncidentId};
use workspace::base::grid::{Grid, moment_text};
use workspace::base::{self, BaseContent, Scope};
use workspace::import::{self, Imported, Mending, Options, Step};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/samples/servicenow_incident_event_log.csv.gz");

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn imported(scope: Scope) -> Imported {
    let bytes = std::fs::read(SAMPLE).unwrap();
    let options = Options { scope, file_name: "log.csv.gz".into(), imported_at: instant("2026-01-05T10:00:00Z") };
    let (mut last, mut steps) = (-1.0, Vec::new());
    let started = Instant::now();
    let imported = import::import(&bytes, &options, &mut |progress| {
        assert!(progress.fraction >= last && progress.fraction <= 1.0, "progress never falls");
        last = progress.fraction;
        steps.push(progress.step);
        ControlFlow::Continue(())
    })
    .unwrap();
    println!("import of {scope:?}: {:?}", started.elapsed());
    assert_eq!(last, 1.0);
    assert!(steps.iter().filter(|step| **step == Step::Reading).count() > 30, "reading tells of itself often");
    imported
}

fn opened(imported: &Imported) -> BaseContent {
    let started = Instant::now();
    let content = base::open(&imported.segment).unwrap();
    println!("opening: {:?}", started.elapsed());
    content
}

fn whole() -> &'static (Imported, BaseContent) {
    static WHOLE: OnceLock<(Imported, BaseContent)> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let imported = imported(Scope::AsItWas);
        let content = opened(&imported);
        (imported, content)
    })
}

fn observed(event: &Event) -> (IncidentId, &Observed) {
    match &event.what {
        Happening::Incident(id, IncidentEvent::Observed(observed)) => (*id, observed),
        other => panic!("{other:?}"),
    }
}

/// Each incident's state and verdict after its last event.
fn folded(events: &[Event]) -> BTreeMap<IncidentId, (State, Option<bool>)> {
    let mut desk = BTreeMap::new();
    for event in events {
        let (id, observed) = observed(event);
        let (state, verdict) = desk.entry(id).or_insert((State::New, None));
        for seen in &observed.fields {
            if let Seen::State(now) = seen {
                *state = *now;
            }
        }
        *verdict = observed.source_verdict.or(*verdict);
    }
    desk
}

#[test]
fn every_row_of_the_real_log_becomes_one_event_and_the_account_says_so() {
    let (imported, content) = whole();
    let report = &imported.report;
    assert_eq!((report.rows_read, report.events_taken, report.incidents), (141_712, 141_712, 24_918));
    assert_eq!(report.rows_left_out(), 0);
    assert_eq!(content.events.len(), 141_712);
    assert_eq!(folded(&content.events).len(), 24_918);
    assert_eq!(content.meta.report, *report);
    let states: Vec<_> = report.mended.iter().filter(|mend| mend.what == Mending::StateKept).collect();
    assert_eq!(states.iter().map(|mend| (mend.example.as_str(), mend.cells)).collect::<Vec<_>>(), [("-100", 5)]);
    for sentence in report.sentences() {
        println!("{sentence}");
    }
}

#[test]
fn the_sources_verdicts_and_reopenings_come_out_as_they_are_known() {
    let (_, content) = whole();
    let desk = folded(&content.events);
    let kept = desk.values().filter(|(_, verdict)| *verdict == Some(true)).count();
    assert_eq!((kept as f64 / desk.len() as f64 * 10_000.0).round(), 6342.0);
    assert!(desk.values().all(|(state, _)| *state == State::Closed));
    let mut reopened: HashMap<IncidentId, u32> = HashMap::new();
    for event in &content.events {
        let (id, observed) = observed(event);
        for seen in &observed.fields {
            if let Seen::Reopened(count) = seen {
                reopened.insert(id, *count);
            }
        }
    }
    let share = reopened.values().filter(|count| **count > 0).count() as f64 / desk.len() as f64;
    assert_eq!((share * 10_000.0).round(), 110.0);
}

#[test]
fn the_stored_log_takes_at_most_an_eighth_of_local_storage() {
    let (imported, _) = whole();
    let units = journal::text::to_text(&imported.segment.bytes).encode_utf16().count();
    println!("stored: {units} UTF-16 units, {} bytes", imported.segment.bytes.len());
    assert!(units <= 500_000, "{units}");
}

#[test]
fn every_cell_of_the_real_log_can_be_read_back() {
    let (imported, _) = whole();
    let (_, grid) = base::open_grid(&imported.segment).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(SAMPLE).unwrap()).read_to_string(&mut text).unwrap();
    let mut lines = text.lines();
    let headers: Vec<&str> = lines.next().unwrap().split(',').collect();
    let dates: Vec<bool> = headers.iter().map(|header| header.ends_with("_at")).collect();
    let expected = |line: &str| -> Vec<String> {
        let cells = line.split(',').zip(&dates);
        cells
            .map(|(cell, is_date)| match (cell, is_date) {
                ("?", _) => String::new(),
                (cell, true) => as_moment(cell),
                (cell, false) => cell.to_owned(),
            })
            .collect()
    };
    let mut rows: HashMap<Vec<String>, i32> = HashMap::with_capacity(150_000);
    for line in lines {
        *rows.entry(expected(line)).or_default() += 1;
    }
    for cells in cells(&grid) {
        *rows.get_mut(&cells).unwrap_or_else(|| panic!("not in the file: {cells:?}")) -= 1;
    }
    assert!(rows.values().all(|count| *count == 0));
}

/// The file's date as a grid writes it.
fn as_moment(cell: &str) -> String {
    let (date, time) = cell.split_once(' ').unwrap();
    let [day, month, year]: [u32; 3] =
        date.split('/').map(|part| part.parse().unwrap()).collect::<Vec<_>>().try_into().unwrap();
    format!("{year:04}-{month:02}-{day:02} {time}")
}

/// All rows of a grid with their number first, as the file has it.
fn cells(grid: &Grid) -> impl Iterator<Item = Vec<String>> {
    let incidents = grid.lengths.iter().enumerate().flat_map(|(incident, &rows)| (0..rows).map(move |_| incident));
    incidents.enumerate().map(|(row, incident)| {
        let mut cells = vec![grid.number(incident)];
        cells.extend((0..grid.columns.len()).map(|column| grid.text(column, row)));
        cells
    })
}

#[test]
fn no_event_tells_of_a_resolution_that_comes_later() {
    let (_, content) = whole();
    let mut resolved = 0;
    for event in &content.events {
        for seen in &observed(event).1.fields {
            if let Seen::ResolvedAt(Some(at)) = seen {
                resolved += 1;
                let minutes = (*at - event.at).num_minutes();
                assert!(minutes <= 0 || is_closing(event), "{minutes} minutes ahead: {event:?}");
            }
        }
    }
    println!("resolutions told: {resolved}");
    assert!(resolved > 23_000);
}

fn is_closing(event: &Event) -> bool {
    let (id, _) = observed(event);
    // The last row of an incident may tell what no later row can.
    whole().1.events.iter().rev().find(|other| observed(other).0 == id) == Some(event)
}

#[test]
fn as_of_an_instant_the_desk_is_alive_and_knows_nothing_of_the_future() {
    let as_of = instant("2016-05-16T09:00:00Z");
    let imported = imported(Scope::AsOf(as_of));
    let content = opened(&imported);
    let report = &imported.report;
    assert_eq!(report.rows_read, report.events_taken + report.rows_left_out());
    assert_eq!(content.events.len() as u32, report.events_taken);
    assert_eq!(report.incidents_later, 24_918 - 21_093);
    let desk = folded(&content.events);
    let count = |stages: &[Stage]| desk.values().filter(|(state, _)| stages.contains(&state.stage())).count();
    assert_eq!(desk.len(), 21_093);
    assert_eq!(count(&[Stage::New, Stage::InProgress, Stage::OnHold]), 1_250);
    assert_eq!(count(&[Stage::Resolved]), 1_349);
    assert_eq!(count(&[Stage::Closed]), 18_494);
    assert_eq!(content.meta.clock_behind(), instant("2026-01-05T10:00:00Z") - as_of);
    for event in &content.events {
        assert!(event.at <= as_of);
        for seen in &observed(event).1.fields {
            if let Seen::ResolvedAt(Some(at)) | Seen::ClosedAt(Some(at)) | Seen::OpenedAt(at) = seen {
                assert!(*at <= as_of, "{event:?}");
            }
        }
    }
    let until = moment_text(as_of.timestamp());
    let (_, grid) = base::open_grid(&imported.segment).unwrap();
    for (place, column) in grid.columns.iter().enumerate().filter(|(_, column)| column.name.ends_with("_at")) {
        assert!((0..grid.rows()).all(|row| grid.text(place, row) <= until), "{}", column.name);
    }
    for sentence in report.sentences() {
        println!("{sentence}");
    }
}
