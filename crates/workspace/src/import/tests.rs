//! Small files, whole imports: what is taken, what is mended, what is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use itsm::incident::{Channel, Event as IncidentEvent, HoldReason, Observed, Seen, State};
use itsm::{Event, Happening, IncidentId, Level, Priority};

use super::*;
use crate::base::{self, BaseContent};

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn options(scope: Scope) -> Options {
    Options { scope, file_name: "log.csv".into(), imported_at: instant("2026-01-05T10:00:00Z") }
}

fn try_import(text: &str, scope: Scope) -> Result<(Imported, BaseContent), ImportFault> {
    let imported = import(text.as_bytes(), &options(scope), &mut |_| ControlFlow::Continue(()))?;
    let content = base::open(&imported.segment).unwrap();
    let report = &imported.report;
    assert_eq!(report.rows_read, report.events_taken + report.rows_left_out(), "nothing is silently dropped");
    assert_eq!(report.events_taken as usize, content.events.len());
    Ok((imported, content))
}

fn imported(text: &str) -> (Imported, BaseContent) {
    try_import(text, Scope::AsItWas).unwrap()
}

fn fault(text: &str) -> ImportFault {
    try_import(text, Scope::AsItWas).err().unwrap()
}

fn row(event: &Event) -> &Observed {
    match &event.what {
        Happening::Incident(_, IncidentEvent::Observed(observed)) => observed,
        other => panic!("{other:?}"),
    }
}

fn fields(content: &BaseContent, event: usize) -> &[Seen] {
    &row(&content.events[event]).fields
}

fn kept(column: &str, value: &str) -> Seen {
    Seen::Other { column: column.into(), value: value.into() }
}

fn mend(imported: &Imported, what: Mending) -> Option<&Mend> {
    imported.report.mended.iter().find(|mend| mend.what == what)
}

const SHORT: &str = "number,incident_state,sys_updated_at";

#[test]
fn the_first_row_tells_what_is_known_and_later_rows_what_they_changed() {
    let (_, content) = imported(
        "number,incident_state,sys_updated_at,sys_updated_by,opened_at,contact_type,impact,priority,assignment_group,location,made_sla\n\
         INC0000045,New,29/2/2016 01:23,Updated by 21,29/2/2016 01:16,Phone,2 - Medium,3 - Moderate,?,Location 143,true\n\
         INC0000045,Active,29/2/2016 08:53,Updated by 21,29/2/2016 01:16,Phone,2 - Medium,3 - Moderate,Group 7,Location 143,true\n\
         INC0000045,Active,29/2/2016 08:54,?,29/2/2016 01:16,Phone,1 - High,3 - Moderate,?,?,false\n\
         INC0000045,Active,29/2/2016 08:55,?,29/2/2016 01:16,Phone,1 - High,3 - Moderate,?,?,false\n",
    );
    assert_eq!(
        fields(&content, 0),
        [
            Seen::State(State::New),
            Seen::OpenedAt(instant("2016-02-29T01:16:00Z")),
            Seen::Channel(Channel::Phone),
            Seen::Impact(Level(2)),
            Seen::Priority(Priority(3)),
            kept("location", "Location 143"),
        ]
    );
    let group = itsm::GroupId::imported(1);
    assert_eq!(fields(&content, 1), [Seen::State(State::InProgress), Seen::Group(Some(group))]);
    assert_eq!(fields(&content, 2), [Seen::Impact(Level(1)), Seen::Group(None), kept("location", "")]);
    assert!(fields(&content, 3).is_empty(), "a row that changes nothing is still an event");
    let verdicts: Vec<_> = content.events.iter().map(|event| row(event).source_verdict).collect();
    assert_eq!(verdicts, [Some(true), None, Some(false), None]);
    assert_eq!(content.events[0].at, instant("2016-02-29T01:23:00Z"));
    assert!(content.entries.contains(&itsm::Entry::Group(group, "Group 7".into())));
    assert!(content.entries.contains(&itsm::Entry::Person(content.events[0].by, "Updated by 21".into())));
    assert_eq!(content.events[2].by, base::UNKNOWN_PERSON);
}

#[test]
fn one_name_is_one_person_whatever_the_column() {
    let (_, content) = imported(
        "number,state,updated,caller,assigned_to,sys_updated_by\n\
         INC0000001,New,1/1/2020 10:00,Ada,Ada,Ada\nINC2,New,1/1/2020 10:00,Grace,Ada,Ada\n",
    );
    assert_eq!(content.entries.len(), 2);
    assert!(fields(&content, 0).contains(&Seen::Caller(Some(content.events[0].by))));
    assert!(fields(&content, 0).contains(&Seen::Assignee(Some(content.events[0].by))));
}

#[test]
fn rows_are_ordered_by_instant_then_revision_then_place_in_the_file() {
    let (_, content) = imported(
        "number,incident_state,sys_updated_at,sys_mod_count,note\n\
         INC2,New,1/1/2020 10:00,0,x\n\
         INC0000001,Closed,1/1/2020 11:00,3,a\n\
         INC0000001,Active,1/1/2020 10:00,2,b\n\
         INC0000001,New,1/1/2020 10:00,1,c\n\
         INC0000001,Active,1/1/2020 10:00,2,d\n",
    );
    let notes: Vec<_> = content.events.iter().map(|event| row(event).fields.last().cloned().unwrap()).collect();
    assert_eq!(notes, ["c", "b", "d", "a", "x"].map(|note| kept("note", note)));
}

#[test]
fn a_row_that_stands_there_twice_is_taken_once_and_counted() {
    let text = format!(
        "{SHORT},note\nINC0000001,New,1/1/2020 10:00,a\nINC0000001,New,1/1/2020 10:00,b\nINC0000001,New,1/1/2020 10:00,a\nINC2,New,1/1/2020 10:00,a\n"
    );
    let (imported, content) = imported(&text);
    assert_eq!(content.events.len(), 3);
    assert_eq!(imported.report.left_out, [LeftOut { why: Left::Duplicate, rows: 1, line: 4 }]);
}

#[test]
fn rows_without_a_number_or_a_time_are_left_out_and_counted() {
    let text = format!("{SHORT}\n?,New,1/1/2020 10:00\nINC0000001,New,?\nINC2,New,1/1/2020 10:00\n");
    let (imported, _) = imported(&text);
    assert_eq!(
        imported.report.left_out,
        [LeftOut { why: Left::NoNumber, rows: 1, line: 2 }, LeftOut { why: Left::NoTime, rows: 1, line: 3 }]
    );
}

#[test]
fn an_unknown_state_leaves_the_state_as_it_was_and_is_named() {
    let text = format!(
        "{SHORT}\nINC0000001,Active,1/1/2020 10:00\nINC0000001,-100,1/1/2020 11:00\nINC0000001,Active,1/1/2020 12:00\nINC0000001,Closed,1/1/2020 13:00\n"
    );
    let (imported, content) = imported(&text);
    assert_eq!(fields(&content, 1), [kept("incident_state", "-100")]);
    assert_eq!(fields(&content, 2), [kept("incident_state", "")]);
    assert_eq!(fields(&content, 3), [Seen::State(State::Closed)]);
    let mend = mend(&imported, Mending::StateKept).unwrap();
    assert_eq!((mend.example.as_str(), mend.line, mend.cells), ("-100", 3, 1));
}

#[test]
fn a_hold_gets_its_reason_from_its_own_column_or_waits_for_the_caller() {
    let (imported, content) = imported(
        "number,state,updated,hold_reason\n\
         INC0000001,On Hold,1/1/2020 10:00,Awaiting Vendor\n\
         INC0000001,On Hold,1/1/2020 11:00,\n",
    );
    assert!(fields(&content, 0).contains(&Seen::State(State::OnHold(HoldReason::Supplier))));
    assert!(fields(&content, 1).contains(&Seen::State(State::OnHold(HoldReason::Caller))));
    assert_eq!(mend(&imported, Mending::HoldForCaller).map(|mend| (mend.line, mend.cells)), Some((3, 1)));
}

#[test]
fn a_word_without_counterpart_is_kept_as_text_and_taken_away_again() {
    let (imported, content) = imported(
        "number,state,updated,contact_type,impact\n\
         INC0000001,New,1/1/2020 10:00,pigeon,huge\n\
         INC0000001,New,1/1/2020 11:00,IVR,2\n\
         INC0000001,New,1/1/2020 12:00,Phone,2\n",
    );
    assert_eq!(fields(&content, 0)[1..], [kept("contact_type", "pigeon"), kept("impact", "huge")]);
    assert_eq!(
        fields(&content, 1),
        [Seen::Channel(Channel::Phone), kept("contact_type", "IVR"), Seen::Impact(Level(2)), kept("impact", ""),]
    );
    assert_eq!(fields(&content, 2), [Seen::Channel(Channel::Phone), kept("contact_type", "")]);
    assert_eq!(imported.report.mended.len(), 2);
}

#[test]
fn other_tools_numbers_get_free_ids_and_stay_readable() {
    let text = format!("{SHORT}\nINC0000007,New,1/1/2020 10:00\nTICKET-1,New,1/1/2020 10:00\n");
    let (imported, content) = imported(&text);
    assert!(matches!(content.events[1].what, Happening::Incident(id, _) if id == IncidentId::imported(8)));
    assert_eq!(fields(&content, 1)[0], kept("number", "TICKET-1"));
    assert!(!fields(&content, 0).contains(&kept("number", "INC0000007")));
    assert_eq!(mend(&imported, Mending::Renumbered).map(|mend| mend.example.as_str()), Some("TICKET-1"));
}

const ENDED: &str = "number,incident_state,sys_updated_at,resolved_by,resolved_at,closed_code,closed_at\n\
    INC0000001,New,1/1/2020 10:00,Ada,1/1/2020 13:00,code 5,6/1/2020 12:00\n\
    INC0000001,Resolved,1/1/2020 11:00,Ada,1/1/2020 13:00,code 5,6/1/2020 12:00\n\
    INC0000001,Active,1/1/2020 12:00,Ada,1/1/2020 13:00,code 5,6/1/2020 12:00\n\
    INC0000001,Resolved,1/1/2020 13:00,Ada,1/1/2020 13:00,code 5,6/1/2020 12:00\n\
    INC0000001,Closed,6/1/2020 12:00,Ada,1/1/2020 13:00,code 5,6/1/2020 12:00\n";

#[test]
fn the_resolution_is_told_when_it_came_true_not_before() {
    let (_, content) = imported(ENDED);
    assert_eq!(fields(&content, 0), [Seen::State(State::New)]);
    assert_eq!(fields(&content, 1), [Seen::State(State::Resolved)], "that resolution did not hold");
    assert_eq!(fields(&content, 2), [Seen::State(State::InProgress)]);
    let ada = itsm::PersonId::imported(1);
    assert_eq!(
        fields(&content, 3),
        [
            Seen::State(State::Resolved),
            Seen::ResolvedAt(Some(instant("2020-01-01T13:00:00Z"))),
            Seen::ResolvedBy(Some(ada)),
            Seen::ResolutionCode("code 5".into()),
        ]
    );
    assert_eq!(
        fields(&content, 4),
        [Seen::State(State::Closed), Seen::ClosedAt(Some(instant("2020-01-06T12:00:00Z")))]
    );
}

#[test]
fn as_of_an_instant_nothing_of_the_future_is_stored() {
    let (imported, content) = try_import(ENDED, Scope::AsOf(instant("2020-01-01T12:30:00Z"))).unwrap();
    assert_eq!(content.events.len(), 3);
    assert_eq!(imported.report.left_out, [LeftOut { why: Left::Later, rows: 2, line: 5 }]);
    assert_eq!(imported.report.cells_later, 12);
    let (_, grid) = base::open_grid(&imported.segment).unwrap();
    let stored: Vec<String> = (0..grid.columns.len()).map(|column| grid.text(column, 0)).collect();
    assert_eq!(stored, ["New", "2020-01-01 10:00", "", "", "", ""]);
    let clock = content.meta.clock_behind();
    assert_eq!(content.meta.imported_at - clock, instant("2020-01-01T12:30:00Z"));
}

#[test]
fn a_desk_before_the_first_row_is_refused_with_the_first_instant() {
    let refused = try_import(ENDED, Scope::AsOf(instant("2019-01-01T00:00:00Z"))).err();
    assert_eq!(refused, Some(ImportFault::NothingYet { first: instant("2020-01-01T10:00:00Z") }));
}

#[test]
fn an_end_after_the_last_row_of_an_open_incident_is_kept_but_not_shown() {
    let text = "number,state,updated,resolved_at\nINC0000001,Active,1/1/2020 10:00,2/1/2020 10:00\n";
    let (imported, content) = imported(text);
    assert_eq!(fields(&content, 0), [Seen::State(State::InProgress)]);
    assert_eq!(mend(&imported, Mending::NotShown).map(|mend| mend.example.as_str()), Some("2020-01-02 10:00"));
}

#[test]
fn months_come_first_only_if_days_cannot() {
    let dates = |first: &str, second: &str| {
        let (imported, content) = imported(&format!("{SHORT}\nINC0000001,New,{first}\nINC0000001,New,{second}\n"));
        (imported.report.dates.month_first, imported.report.dates.assumed, content.events[0].at)
    };
    assert_eq!(dates("2/3/2020 10:00", "13/3/2020 10:00"), (false, false, instant("2020-03-02T10:00:00Z")));
    assert_eq!(dates("2/3/2020 10:00", "2/13/2020 10:00"), (true, false, instant("2020-02-03T10:00:00Z")));
    assert_eq!(dates("2/3/2020 10:00", "3/3/2020 10:00"), (false, true, instant("2020-03-02T10:00:00Z")));
    assert_eq!(dates("2020-03-02 10:00:07", "2020-03-03 10:00"), (false, false, instant("2020-03-02T10:00:07Z")));
}

#[test]
fn a_cell_that_is_no_date_is_named_by_line_and_column() {
    let text = "number,state,updated,opened_at\nINC0000001,New,1/1/2020 10:00,1/1/2020 09:00\nINC0000001,New,13/1/2020 10:00,soon\n";
    let refused = fault(text);
    assert_eq!(refused, ImportFault::Date { line: 3, column: "opened_at".into(), cell: "soon".into() });
    assert!(refused.to_string().starts_with("Line 3, column opened_at: \u{201c}soon\u{201d} is not a date."));
}

#[test]
fn missing_columns_are_named() {
    let refused = fault("id,state,when\n1,New,1/1/2020\n");
    assert_eq!(
        refused,
        ImportFault::MissingHeaders {
            missing: vec!["number", "sys_updated_at"],
            found: vec!["id".into(), "state".into(), "when".into()],
        }
    );
}

#[test]
fn a_header_alone_is_no_log() {
    assert_eq!(fault(&format!("{SHORT}\n")), ImportFault::NoRows);
    assert_eq!(fault(SHORT), ImportFault::NoRows);
}

#[test]
fn an_open_quote_is_refused_where_it_begins() {
    let text = format!(
        "{SHORT}\nINC0000001,New,1/1/2020 10:00\nINC0000001,\"New,1/1/2020 11:00\nINC0000001,New,1/1/2020 12:00\n"
    );
    assert!(matches!(fault(&text), ImportFault::ColumnCount { line: 3, expected: 3, found: 2 }));
}

#[test]
fn what_could_do_harm_elsewhere_stays_text() {
    for cell in ["<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "javascript:alert(1)", "'; DROP TABLE x; --"] {
        let text = format!("{SHORT},short_description\nINC0000001,New,1/1/2020 10:00,\"{cell}\"\n");
        let (_, content) = imported(&text);
        assert!(fields(&content, 0).contains(&Seen::Summary(cell.into())), "{cell}");
    }
}

#[test]
fn mended_cells_are_counted_with_their_first_line() {
    let mut text = format!("{SHORT},note\nINC0000001,New,1/1/2020 10:00,'=1\n").into_bytes();
    text.extend(b"INC2,New,1/1/2020 10:00,M\xfcller\nINC3,New,1/1/2020 10:00,M\xfcller\n\xef\xbb\xbfINC4,New,1/1/2020 10:00,a\0\n");
    let imported = import(&text, &options(Scope::AsItWas), &mut |_| ControlFlow::Continue(())).unwrap();
    let count = |what| mend(&imported, what).map(|mend| (mend.cells, mend.line));
    assert_eq!(count(Mending::Unquoted), Some((1, 2)));
    assert_eq!(count(Mending::Recoded), Some((2, 3)));
    assert_eq!(imported.report.mended.iter().filter(|mend| mend.what == Mending::Stripped).count(), 2);
}

#[test]
fn breaking_off_at_any_moment_gives_nothing() {
    let rows: String = (0..10_000).map(|row| format!("INC{},New,1/1/2020 10:00\n", row / 4)).collect();
    let text = format!("{SHORT},note\n{}", rows.replace(":00\n", ":00,a\n"));
    let calls = std::cell::Cell::new(0);
    let run = |stop_at: u32| {
        calls.set(0);
        import(text.as_bytes(), &options(Scope::AsItWas), &mut |_| {
            calls.set(calls.get() + 1);
            if calls.get() == stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    };
    assert!(run(u32::MAX).is_ok());
    let all = calls.get();
    assert!(all >= 5, "{all}");
    for stop_at in 1..=all {
        assert_eq!(run(stop_at), Err(ImportFault::Cancelled));
    }
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    assert_eq!(imported(ENDED).0, imported(ENDED).0);
}

#[test]
fn a_gzip_file_that_is_cut_short_gives_nothing() {
    use std::io::Write;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    let rows: String = (0..5_000).map(|row| format!("INC{row},New,{}/1/2020 10:00\n", row % 28 + 1)).collect();
    encoder.write_all(format!("{SHORT}\n{rows}").as_bytes()).unwrap();
    let packed = encoder.finish().unwrap();
    let run = |bytes: &[u8]| import(bytes, &options(Scope::AsItWas), &mut |_| ControlFlow::Continue(()));
    assert_eq!(run(&packed).map(|imported| imported.report.events_taken), Ok(5_000));
    for cut in [packed.len() - 1, packed.len() / 2, 40] {
        assert_eq!(run(&packed[..cut]).err(), Some(ImportFault::BadGzip), "cut at {cut}");
    }
}

mod whatever_comes {
    use proptest::prelude::*;

    use super::*;

    fn word() -> impl Strategy<Value = String> {
        prop_oneof![
            4 => prop::sample::select(vec!["New", "Active", "On Hold", "Resolved", "Closed", "-100", "?", ""])
                .prop_map(str::to_owned),
            4 => (1u32..4).prop_map(|number| format!("INC{number}")),
            4 => (1u32..30, 1u32..13).prop_map(|(day, month)| format!("{day}/{month}/2020 10:00")),
            1 => "[\\PC]{0,5}".prop_map(|text| text.replace(['"', ','], "")),
        ]
    }

    proptest! {
        #[test]
        fn bytes_are_imported_or_refused_but_never_a_crash(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = import(&bytes, &options(Scope::AsItWas), &mut |_| ControlFlow::Continue(()));
        }

        #[test]
        fn rows_are_all_accounted_for(
            rows in prop::collection::vec(
                (1u32..5, 0u32..8, 0u32..40, prop::collection::vec(word(), 4)), 1..30
            ),
            as_of in prop::option::of(0u32..40),
        ) {
            const STATES: [&str; 8] = ["New", "Active", "On Hold", "Resolved", "Closed", "-100", "?", "Cancelled"];
            let mut text = String::from("number,state,updated,caller,contact_type,resolved_by,close_code,resolved_at\n");
            for (number, state, minute, words) in &rows {
                let [a, b, c, d] = words.as_slice() else { continue };
                let state = STATES[*state as usize];
                text.push_str(&format!(
                    "INC{number},{state},2020-01-01 10:{minute:02},{a},{b},{c},{d},2020-01-01 10:20\n"
                ));
            }
            let scope = as_of.map_or(Scope::AsItWas, |minute| {
                Scope::AsOf(instant("2020-01-01T10:00:00Z") + chrono::TimeDelta::minutes(i64::from(minute)))
            });
            match try_import(&text, scope) {
                Ok((imported, content)) => {
                    prop_assert_eq!(imported.report.rows_read as usize, rows.len());
                    if let Scope::AsOf(until) = scope {
                        prop_assert!(content.events.iter().all(|event| event.at <= until));
                    }
                }
                Err(fault) => prop_assert!(matches!(fault, ImportFault::NothingYet { .. }), "{}", fault),
            }
        }
    }
}
