//! Files of each tool, as they are exported: recognised, mapped, imported; what cannot be read is named by its line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use itsm::incident::{HoldReason, Incident, State};
use itsm::{IncidentId, Level, Priority};
use workspace::Workspace;
use workspace::base::{Left, Mending, Report, Scope};
use workspace::import::{Bad, Becomes, Checked, ImportFault, Mapping, Options, Problem, Sheet};

const JIRA: &str = include_str!("fixtures/import/jira.csv");
const GLPI: &str = include_str!("fixtures/import/glpi.csv");
const ITOP: &str = include_str!("fixtures/import/itop.csv");
const SERVICENOW: &str = include_str!("fixtures/import/servicenow.csv");
const SPREADSHEET: &str = include_str!("fixtures/import/spreadsheet.csv");
const BROKEN: &str = include_str!("fixtures/import/broken.csv");

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn sheet(text: &str) -> Sheet {
    Sheet::open(text.as_bytes(), "", &mut |_| ControlFlow::Continue(())).unwrap()
}

fn options(scope: Scope) -> Options {
    Options { scope, file_name: "tickets.csv".into(), imported_at: at("2026-01-05T10:00:00Z") }
}

fn try_import(text: &str, mapping: &Mapping, scope: Scope) -> Result<(Workspace, Report), ImportFault> {
    let imported = sheet(text).import(mapping, &options(scope), &mut |_| ControlFlow::Continue(()))?;
    let base = workspace::base::open(&imported.segment).unwrap();
    let (workspace, _) = Workspace::open(Some(base), &[]);
    Ok((workspace, imported.report))
}

fn guessed(text: &str) -> Mapping {
    sheet(text).inspect().mapping
}

fn imported(text: &str) -> (Workspace, Report) {
    try_import(text, &guessed(text), Scope::AsItWas).unwrap()
}

fn checked(text: &str, mapping: &Mapping) -> Checked {
    sheet(text).check(mapping)
}

fn incident(workspace: &Workspace, number: u32) -> &Incident {
    workspace.desk().incident(IncidentId::imported(number)).unwrap()
}

fn sentences(checked: &Checked) -> Vec<String> {
    checked.problems.iter().map(Problem::sentence).collect()
}

fn kept(incident: &Incident, column: &str) -> Option<String> {
    let fields = &incident.foreign.as_ref()?.fields;
    fields.iter().find(|(name, _)| &**name == column).map(|(_, value)| value.to_string())
}

#[test]
fn each_tool_is_recognised_by_its_columns() {
    for (text, tool, separator) in [
        (JIRA, "a Jira export", ","),
        (GLPI, "a GLPI export", ";"),
        (ITOP, "an iTop export", ","),
        (SERVICENOW, "a ServiceNow list of incidents", ","),
        (SPREADSHEET, "a table of tickets", ";"),
    ] {
        let seen = sheet(text).inspect();
        assert_eq!((seen.tool.as_str(), seen.separator.as_str(), seen.straight), (tool, separator, false));
    }
    let log = sheet("number,incident_state,sys_updated_at\nINC1,New,2020-01-01 10:00\nINC1,Active,2020-01-01 11:00\n")
        .inspect();
    assert!(log.straight && log.mapping.updates, "{log:?}");
}

#[test]
fn a_log_whose_dates_can_be_read_two_ways_is_not_taken_straight() {
    let log =
        sheet("number,incident_state,sys_updated_at\nINC1,New,1/2/2020 10:00\nINC1,Active,1/2/2020 11:00\n").inspect();
    assert!(!log.straight);
}

#[test]
fn a_jira_file_becomes_tickets_with_its_states_and_dates() {
    let (workspace, report) = imported(JIRA);
    let states: Vec<State> = (11..=16).map(|number| incident(&workspace, number).state).collect();
    let caller = State::OnHold(HoldReason::Caller);
    assert_eq!(states, [State::New, State::InProgress, caller, State::Resolved, State::Closed, State::Cancelled]);
    let done = incident(&workspace, 14);
    assert_eq!(done.opened_at, at("2024-03-12T12:10:00Z"));
    assert_eq!(done.resolution.as_ref().unwrap().at, at("2024-03-13T00:30:00Z"));
    assert_eq!(incident(&workspace, 15).resolution.as_ref().unwrap().at, at("2024-03-13T16:20:00Z"));
    assert_eq!((done.impact, done.urgency), (Level(2), Level(2)), "worked back from Medium");
    assert_eq!(done.foreign.as_ref().unwrap().priority, Some(Priority(3)));
    assert_eq!(kept(done, "Status").as_deref(), Some("Done"));
    assert_eq!(kept(done, "number").as_deref(), Some("DESK-14"));
    assert_eq!(kept(done, "Custom field (Floor)").as_deref(), Some("2"));
    assert_eq!(&*incident(&workspace, 11).description, "The light turns red.\nIt did open on Friday.");
    assert_eq!((report.rows_read, report.incidents), (6, 6));
    assert!(report.sentences()[0].contains("a Jira export"));
    assert_eq!(&*done.summary, "Scanner mails arrive twice");
}

#[test]
fn a_glpi_file_of_semicolons_and_five_steps_becomes_tickets() {
    let (workspace, _) = imported(GLPI);
    let sensor = incident(&workspace, 301);
    assert_eq!((sensor.state, sensor.urgency, sensor.impact), (State::InProgress, Level(1), Level(2)));
    assert_eq!(kept(sensor, "Urgency").as_deref(), Some("Very high"));
    assert_eq!(incident(&workspace, 302).state, State::OnHold(HoldReason::Caller));
    assert_eq!(&*incident(&workspace, 302).summary, "Label printer jams; every tenth label");
    assert_eq!(incident(&workspace, 303).state, State::Resolved);
    assert_eq!(incident(&workspace, 304).closed_at, Some(at("2024-05-20T02:00:00Z")));
    assert_eq!(incident(&workspace, 305).state, State::New);
}

#[test]
fn an_itop_file_becomes_tickets() {
    let (workspace, _) = imported(ITOP);
    let states: Vec<State> = (41..=46).map(|number| incident(&workspace, number).state).collect();
    let vendor = State::OnHold(HoldReason::Supplier);
    assert_eq!(states, [State::New, State::InProgress, vendor, State::Resolved, State::Closed, State::New]);
    assert_eq!((incident(&workspace, 41).impact, incident(&workspace, 41).urgency), (Level(1), Level(1)));
}

#[test]
fn a_servicenow_list_becomes_tickets() {
    let (workspace, _) = imported(SERVICENOW);
    assert_eq!(incident(&workspace, 10_102).state, State::OnHold(HoldReason::Supplier));
    assert_eq!(&*incident(&workspace, 10_102).summary, "Needs the \"blue\" form again");
    assert_eq!(incident(&workspace, 10_105).state, State::Cancelled);
    assert_eq!(kept(incident(&workspace, 10_103), "close_notes").as_deref(), Some("New driver"));
}

#[test]
fn dates_that_can_be_read_two_ways_are_asked_about_and_then_read_as_chosen() {
    let mut mapping = guessed(SPREADSHEET);
    let asked = checked(SPREADSHEET, &mapping);
    let order = asked.order.clone().unwrap();
    assert!(order.needed && !asked.ready);
    assert!(asked.preview.rows[0].contains(&"03/04/2024".to_owned()), "no date is guessed in the preview either");
    assert_eq!((order.day_first.as_str(), order.month_first.as_str()), ("2024-04-03", "2024-03-04"));
    assert!(asked.asks.iter().any(|ask| ask.contains("03/04/2024")));
    assert!(try_import(SPREADSHEET, &mapping, Scope::AsItWas).is_err());
    mapping.choose("incident_state", "parked", "On Hold");
    for (month_first, opened) in [(false, "2024-04-03T00:00:00Z"), (true, "2024-03-04T00:00:00Z")] {
        mapping.month_first = Some(month_first);
        let (workspace, _) = try_import(SPREADSHEET, &mapping, Scope::AsItWas).unwrap();
        assert_eq!(incident(&workspace, 1).opened_at, at(opened));
        assert_eq!(
            &*incident(&workspace, 2).summary,
            "Two lines here:\nsecond line",
            "the longest texts are the summary"
        );
        assert_eq!(incident(&workspace, 3).state, State::OnHold(HoldReason::Caller));
    }
}

#[test]
fn one_date_that_can_only_be_read_one_way_decides_for_the_file() {
    let text = SPREADSHEET.replace("06/04/2024", "06/14/2024");
    let seen = checked(&text, &guessed(&text));
    assert!(seen.month_first && !seen.order.unwrap().needed);
    assert!(seen.asks.is_empty(), "{:?}", seen.asks);
}

#[test]
fn local_times_are_read_in_the_zone_that_is_chosen() {
    let mut mapping = guessed(JIRA);
    mapping.zone = "America/New_York".to_owned();
    let (workspace, report) = try_import(JIRA, &mapping, Scope::AsItWas).unwrap();
    assert_eq!(incident(&workspace, 11).opened_at, at("2024-03-11T12:05:00Z"));
    assert!(report.sentences().iter().any(|sentence| sentence.contains("America/New_York")));
    let gap = JIRA.replace("11/Mar/24 8:05 AM", "10/Mar/24 2:30 AM");
    let (workspace, report) = try_import(&gap, &mapping, Scope::AsItWas).unwrap();
    assert_eq!(incident(&workspace, 11).opened_at, at("2024-03-10T07:30:00Z"));
    assert!(report.mended.iter().any(|mend| mend.what == Mending::GapMoved));
}

#[test]
fn what_cannot_be_read_is_named_by_line_and_column_also_after_quoted_line_ends() {
    let mapping = guessed(BROKEN);
    let seen = checked(BROKEN, &mapping);
    let told = sentences(&seen);
    for begins in [
        "Line 2, column Number: \u{201c}A-1\u{201d} stands there more than once.",
        "Line 4, column Opened: \u{201c}someday\u{201d} is not a date.",
        "Line 5, column Closed: \u{201c}2024-01-04 10:00\u{201d} is earlier",
        "Line 6, column Number: the number is missing.",
        "Line 7, column Status: \u{201c}Sleeping\u{201d} is no state",
        "Line 8: 2 cells",
        "Line 9: 7 cells",
    ] {
        assert!(told.iter().any(|sentence| sentence.starts_with(begins)), "{begins}\n{}", told.join("\n"));
    }
    assert!(!seen.ready);
    let refused = try_import(BROKEN, &mapping, Scope::AsItWas).err();
    assert!(matches!(refused, Some(ImportFault::NotReady(_))), "{refused:?}");
}

#[test]
fn rows_that_cannot_be_read_are_left_out_or_taken_as_unknown_and_all_are_accounted_for() {
    let mut mapping = guessed(BROKEN);
    mapping.bad = Bad::Leave;
    let (_, report) = try_import(BROKEN, &mapping, Scope::AsItWas).unwrap();
    assert_eq!((report.rows_read, report.incidents, report.rows_left_out()), (9, 2, 7));
    let lines = |why: Left| report.left_out.iter().find(|left| left.why == why).map(|left| (left.rows, left.line));
    assert_eq!(lines(Left::Unreadable), Some((3, 4)));
    assert_eq!(lines(Left::NoNumber), Some((1, 6)));
    assert_eq!(lines(Left::CellCount), Some((2, 8)));
    assert_eq!(lines(Left::Repeated), Some((1, 2)));

    mapping.bad = Bad::Unknown;
    let (workspace, report) = try_import(BROKEN, &mapping, Scope::AsItWas).unwrap();
    assert_eq!(report.rows_read, report.incidents + report.rows_left_out());
    let mended = |what| report.mended.iter().any(|mend| mend.what == what);
    assert!(mended(Mending::StateKept) && mended(Mending::DateUnknown) && mended(Mending::NumberGiven));
    assert_eq!(kept(incident(&workspace, 5), "Status").as_deref(), Some("Sleeping"));
    assert_eq!(incident(&workspace, 3).state, State::Closed);
}

#[test]
fn tickets_without_numbers_and_states_are_numbered_and_take_their_state_from_their_dates() {
    let text =
        "Subject,Created,Closed\nA lamp is out,2024-01-02 08:00,\nA chair squeaks,2024-01-02 09:00,2024-01-03 09:00\n";
    let seen = checked(text, &guessed(text));
    assert!(seen.ready && seen.notes.iter().any(|note| note.contains("numbered")), "{seen:?}");
    let (workspace, _) = imported(text);
    assert_eq!(incident(&workspace, 1).state, State::New);
    assert_eq!(incident(&workspace, 2).state, State::Closed);
    assert_eq!(&*incident(&workspace, 2).summary, "A chair squeaks");
}

#[test]
fn rows_that_are_updates_become_one_ticket() {
    let text = "Key,Title,Status,Updated\nX-1,Slow,Open,2024-01-02 08:00\nX-1,Slow,Solved,2024-01-02 10:00\nX-2,Other,Open,2024-01-02 09:00\n";
    let mapping = guessed(text);
    assert!(mapping.updates);
    let (workspace, report) = try_import(text, &mapping, Scope::AsItWas).unwrap();
    assert_eq!((report.incidents, report.events_taken), (2, 3));
    assert_eq!(incident(&workspace, 1).state, State::Resolved);
    let mut as_tickets = mapping;
    as_tickets.updates = false;
    assert!(!checked(text, &as_tickets).ready, "a number that stands there twice is asked about");
}

#[test]
fn as_of_a_day_what_came_later_is_not_there() {
    let scope = Scope::AsOf(at("2024-03-12T20:00:00Z"));
    let (workspace, report) = try_import(JIRA, &guessed(JIRA), scope).unwrap();
    assert_eq!(report.incidents, 4);
    assert_eq!(report.incidents_later, 2);
    let later = incident(&workspace, 14);
    assert_eq!(later.state, State::New);
    assert_eq!(kept(later, "Status"), None, "the word of the end is not told at the beginning");
    assert!(later.foreign.as_ref().unwrap().resolution_code.is_none());
    assert!(try_import(JIRA, &guessed(JIRA), Scope::AsOf(at("2020-01-01T00:00:00Z"))).is_err());
}

#[test]
fn a_column_that_is_left_out_is_gone_and_said_to_be() {
    let mut mapping = guessed(JIRA);
    let floor = sheet(JIRA).inspect().columns.iter().position(|column| column.name.contains("Floor")).unwrap();
    mapping.columns[floor] = Becomes(Becomes::DROPPED.to_owned());
    let (workspace, report) = try_import(JIRA, &mapping, Scope::AsItWas).unwrap();
    assert_eq!(kept(incident(&workspace, 14), "Custom field (Floor)"), None);
    assert_eq!(report.dropped, ["Custom field (Floor)"]);
    assert_eq!(Mapping::read(&mapping.write()), Some(mapping));
}

mod whatever_comes {
    use proptest::prelude::*;
    use workspace::import::FIELDS;

    use super::*;

    fn cell() -> impl Strategy<Value = String> {
        prop_oneof![
            3 => prop::sample::select(vec!["New", "Done", "Closed", "On Hold", "?", "", "1", "High", "X-1", "X-2", "INC7"])
                .prop_map(str::to_owned),
            3 => (1u32..30, 1u32..14, 0u32..26).prop_map(|(a, b, hour)| format!("{a}/{b}/2024 {hour}:00")),
            1 => "[\\PC\\n\"]{0,6}".prop_map(|text| format!("\"{}\"", text.replace('"', "\"\""))),
        ]
    }

    fn becomes() -> impl Strategy<Value = Becomes> {
        prop_oneof![
            1 => Just(Becomes(String::new())),
            1 => Just(Becomes("-".to_owned())),
            1 => Just(Becomes("nonsense".to_owned())),
            8 => prop::sample::select(FIELDS.to_vec()).prop_map(|(field, _)| Becomes(field.name().to_owned())),
        ]
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_table_or_a_refusal(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(sheet) = Sheet::open(&bytes, "", &mut |_| ControlFlow::Continue(())) {
                let mapping = sheet.inspect().mapping;
                let _ = sheet.check(&mapping);
                let _ = sheet.import(&mapping, &options(Scope::AsItWas), &mut |_| ControlFlow::Continue(()));
            }
        }

        #[test]
        fn any_mapping_over_any_table_gives_tickets_or_a_refusal(
            rows in prop::collection::vec(prop::collection::vec(cell(), 1..7), 1..12),
            columns in prop::collection::vec(becomes(), 0..7),
            updates in any::<bool>(),
            month_first in prop::option::of(any::<bool>()),
            bad in prop::sample::select(vec![Bad::Stop, Bad::Leave, Bad::Unknown]),
            zone in prop::sample::select(vec!["UTC", "Europe/Berlin", "nowhere"]),
            as_of in prop::option::of(0i64..200),
        ) {
            let mut text = "a,b,c,d,e\n".to_owned();
            for row in &rows {
                text.push_str(&row.join(","));
                text.push('\n');
            }
            let Ok(sheet) = Sheet::open(text.as_bytes(), ",", &mut |_| ControlFlow::Continue(())) else { return Ok(()) };
            let seen = sheet.inspect();
            let mapping = Mapping {
                columns, updates, month_first, bad, zone: zone.to_owned(), ..seen.mapping
            };
            let checked = sheet.check(&mapping);
            let scope = as_of.map_or(Scope::AsItWas, |days| {
                Scope::AsOf(at("2024-01-01T00:00:00Z") + chrono::TimeDelta::days(days))
            });
            prop_assert_eq!(checked.taken + checked.left, seen.rows);
            match sheet.import(&mapping, &options(scope), &mut |_| ControlFlow::Continue(())) {
                Ok(imported) => {
                    prop_assert!(checked.ready);
                    let report = &imported.report;
                    if !updates {
                        prop_assert_eq!(report.rows_read, report.incidents + report.rows_left_out());
                    }
                    let content = workspace::base::open(&imported.segment).unwrap();
                    if let Scope::AsOf(until) = scope {
                        prop_assert!(content.events.iter().all(|event| event.at <= until));
                    }
                }
                Err(ImportFault::NotReady(_)) => prop_assert!(!checked.ready),
                Err(ImportFault::NothingYet { .. } | ImportFault::NoRows) => {}
                Err(other) => prop_assert!(false, "{other}"),
            }
        }
    }
}
