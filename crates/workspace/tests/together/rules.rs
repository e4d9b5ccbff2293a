//! Rules as people write them, retiring names, and looking ahead.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use crate::common::tab::{NETWORK, Tab, report};
use chrono::TimeDelta;
use itsm::calendar::CalendarSpec;
use itsm::incident::{Command as Incident, Report};
use itsm::service_level::{Agreement, Compiled};
use itsm::{Command, Entry, EntryId, Level, Matrix};
use proptest::prelude::*;
use workspace::Workspace;
use workspace::query::{complete, counts, understand};
use workspace::rules::calendar::{BREAKS, HOLIDAYS, Place, YEARLY, lists, lists_of, read, text};
use workspace::rules::names::{self, Kind};
use workspace::rules::outlook::{outlook, shifted};
use workspace::rules::{duration, matrix, targets};
use workspace::say;

const TEN_HOURS: TimeDelta = TimeDelta::hours(10);

fn office() -> (String, Vec<Vec<Vec<String>>>) {
    let calendar = Agreement::default().calendar;
    (calendar.zone.to_string(), lists(&calendar))
}

fn cells(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn only_fault(list: usize, line: &[&str]) -> (Place, String) {
    let (zone, mut lists) = office();
    lists[list].push(cells(line));
    let faults = read(&zone, &lists).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    (faults[0].place, faults[0].sentence.clone())
}

#[test]
fn a_line_that_is_wrong_is_refused_at_its_place_in_the_domains_words() {
    for (list, line, says) in [
        (0, ["18:00", "08:00", ""], "has to close after it opens"),
        (1, ["22:00", "06:00", ""], "as two windows"),
        (2, ["8 pm", "22:00", ""], "“8 pm” is not understood"),
        (3, ["08:00", "", ""], "when it closes"),
        (HOLIDAYS, ["2026-12-31", "2026-12-24", ""], "swap the two dates"),
        (HOLIDAYS, ["", "", ""], "Choose a date"),
        (YEARLY, ["32 Dec", "", ""], "such as 25 Dec"),
        (BREAKS, ["2026-12-24", "14:00", "12:00"], "has to close after it opens"),
    ] {
        let (place, sentence) = only_fault(list, &line);
        let line = if list < 5 { 1 } else { 0 };
        assert_eq!(place, Place::Line { list, line });
        assert!(sentence.contains(says), "{sentence}");
    }
}

#[test]
fn an_empty_calendar_and_an_unknown_zone_are_refused() {
    let (zone, mut lists) = office();
    let faults = read("Mars/Olympus", &lists).unwrap_err();
    assert_eq!(faults[0].place, Place::Zone);
    lists[..7].iter_mut().for_each(Vec::clear);
    let faults = read(&zone, &lists).unwrap_err();
    assert_eq!(faults[0].place, Place::Hours);
    assert!(faults[0].sentence.contains("would never run"), "{}", faults[0].sentence);
}

#[test]
fn times_and_days_are_read_as_people_write_them() {
    let (zone, mut lists) = office();
    lists[5] = vec![cells(&["8", "8.30"]), cells(&["9:15", "24:00"])];
    lists[YEARLY] = vec![cells(&["25 December", "2 jan"]), cells(&["05-01", ""])];
    let calendar = read(&zone, &lists).unwrap();
    assert_eq!(calendar.open_time()[5], TimeDelta::minutes(30 + 14 * 60 + 45));
    assert_eq!(calendar.yearly.len(), 2);
    let again = workspace::rules::calendar::lists(&calendar);
    assert_eq!(again[YEARLY], vec![cells(&["25 Dec", "2 Jan"]), cells(&["1 May", ""])]);
}

#[test]
fn a_working_day_is_the_length_that_most_days_have() {
    let (zone, mut lists) = office();
    assert_eq!(read(&zone, &lists).unwrap().working_day(), TEN_HOURS);
    lists[0] = vec![cells(&["08:00", "12:00"]), cells(&["11:00", "13:00"])];
    let calendar = read(&zone, &lists).unwrap();
    assert_eq!((calendar.open_time()[0], calendar.working_day()), (TimeDelta::hours(5), TEN_HOURS));
    assert_eq!(CalendarSpec::weekly("UTC", 0..=6, &[]).working_day(), TimeDelta::zero());
}

#[test]
fn durations_are_read_as_people_type_them() {
    let read = |text| duration::read(text, TEN_HOURS);
    for (text, minutes) in [
        ("15 min", 15),
        ("4h", 240),
        ("1 h 30 min", 90),
        ("1.5 hours", 90),
        ("2 working days", 1200),
        ("1 working day 2 h", 720),
    ] {
        assert_eq!(read(text), Ok(Some(TimeDelta::minutes(minutes))), "{text}");
    }
    assert_eq!((read(" "), read("none")), (Ok(None), Ok(None)));
    for (text, says) in
        [("15", "unit"), ("2 days", "which day"), ("soon", "15 min"), ("h", "15 min"), ("999999999 h", "ten years")]
    {
        assert!(read(text).unwrap_err().contains(says), "{text}: {}", read(text).unwrap_err());
    }
    assert_eq!(duration::in_working_days(TimeDelta::hours(30), TEN_HOURS).as_deref(), Some("3 working days"));
    assert_eq!(duration::in_working_days(TimeDelta::hours(31), TEN_HOURS), None);
}

#[test]
fn targets_are_refused_at_their_field() {
    let ground = Agreement::default();
    let fields = targets::fields(&ground);
    assert_eq!(targets::read(&fields, &ground).unwrap(), ground);
    for (place, typed, says) in [
        (targets::NAME, " ", "Needs name"),
        (targets::RESPONSE + 2, "9 h", "the response comes first"),
        (targets::RESOLUTION + 3, "0 min", "longer than nothing"),
        (targets::RESOLUTION + 1, "2 days", "which day"),
        (targets::WARNING, "120", "1 to 99"),
        (targets::ENFORCED, "soon", "a date and a time"),
    ] {
        let mut fields = fields.clone();
        fields[place] = typed.to_owned();
        let faults = targets::read(&fields, &ground).unwrap_err();
        assert_eq!(faults[0].place, place, "{faults:?}");
        assert!(faults[0].sentence.contains(says), "{}", faults[0].sentence);
    }
    let none: Vec<String> = fields
        .iter()
        .enumerate()
        .map(|(place, text)| if (1..=10).contains(&place) { String::new() } else { text.clone() })
        .collect();
    assert!(targets::read(&none, &ground).unwrap_err()[0].sentence.contains("neither kept nor broken"));
}

#[test]
fn a_trial_says_what_would_become_of_open_incidents_and_changes_nothing() {
    let mut tab = Tab::blank();
    let id = tab.log("Slow");
    tab.log("Slower");
    let late = tab.now + TimeDelta::minutes(90);
    let before = outlook(&tab.workspace, None, late);
    assert_eq!((before.breached, before.fine), (0, 2));
    let mut quick = Agreement::default();
    quick.targets.iter_mut().for_each(|targets| targets.response = Some(TimeDelta::hours(1)));
    let trial = Compiled::new(quick.clone()).unwrap();
    assert_eq!(outlook(&tab.workspace, Some(&trial), late).breached, 2);
    assert_eq!(outlook(&tab.workspace, None, late), before);
    // What was foreseen is what comes.
    tab.try_do(Command::SetAgreement(Box::new(quick))).unwrap();
    assert_eq!(outlook(&tab.workspace, None, late).breached, 2);
    tab.act(Incident::Cancel { incident: id, because: Arc::from("Logged twice") });
    assert_eq!(outlook(&tab.workspace, None, late).breached, 1);
}

#[test]
fn another_matrix_says_how_many_priorities_it_moves() {
    let mut tab = Tab::blank();
    tab.log("Middle");
    tab.act(Incident::Log(Box::new(Report { impact: Level(3), urgency: Level(3), ..report("Low") })));
    let trial = Matrix::new(&[vec![1, 2, 3], vec![2, 2, 4], vec![3, 5, 5]]).unwrap();
    let moved = shifted(&tab.workspace, &trial);
    assert_eq!((moved.up, moved.down, moved.open), (1, 0, 2));
}

#[test]
fn cells_that_contradict_each_other_are_both_named() {
    let problem = matrix::read(&[vec![2, 1], vec![3, 4]]).unwrap_err();
    assert_eq!(problem.cells, [(1, 2), (1, 1)]);
    let says = "High impact with high urgency weighs more than high impact with low urgency but would come later (P2 after P1).";
    assert_eq!(problem.sentence, says);
    let problem = matrix::read(&[vec![1, 2], vec![0, 4]]).unwrap_err();
    assert_eq!(
        (problem.cells, &*problem.sentence),
        (vec![(2, 1)], "Choose a priority for low impact with high urgency.")
    );
}

fn heading(workspace: &Workspace) -> (String, Option<Arc<str>>) {
    let stamp = *workspace.commands().last().unwrap();
    let said = say::command(workspace, &workspace.command(stamp).unwrap());
    (said.heading, said.why)
}

#[test]
fn the_history_says_what_changed_from_what_to_what() {
    let mut tab = Tab::blank();
    tab.try_do(Command::Enter(Entry::Group(NETWORK, "Networks".into()))).unwrap();
    assert_eq!(heading(&tab.workspace).0, "Renamed group Network to Networks");
    tab.try_do(Command::Retire(EntryId::Group(NETWORK))).unwrap();
    assert_eq!(heading(&tab.workspace).0, "Group Networks retired: no longer offered");
    tab.try_do(Command::SetMatrix(vec![vec![1, 2, 3], vec![2, 2, 4], vec![3, 4, 5]])).unwrap();
    let (said, why) = heading(&tab.workspace);
    assert_eq!(said, "Priority matrix changed");
    assert_eq!(why.as_deref(), Some("medium impact, medium urgency: P3 → P2"));
    let mut agreement = Agreement::default();
    agreement.targets[0].response = Some(TimeDelta::minutes(10));
    tab.try_do(Command::SetAgreement(Box::new(agreement))).unwrap();
    let (said, why) = heading(&tab.workspace);
    assert_eq!(said, "Service level agreement changed: targets");
    assert_eq!(why.as_deref(), Some("P1 response 15 min → 10 min"));
}

#[test]
fn what_is_retired_is_not_offered_while_one_types_but_still_found() {
    let mut tab = Tab::blank();
    tab.try_do(Command::Retire(EntryId::Group(NETWORK))).unwrap();
    let workspace = &tab.workspace;
    let all = counts(workspace, &workspace::query::Query::default(), tab.now);
    let typed = "group:Net";
    assert_eq!(complete(typed, typed.len(), workspace, &all, false).offers, vec![]);
    let typed = understand("group:Network", workspace);
    assert_eq!((typed.faults.len(), typed.query.groups.is_any()), (0, false));
    let list = names::list(workspace, Kind::Groups);
    assert_eq!(list.last().map(|named| (&*named.name, named.retired)), Some(("Network", true)));
}

#[test]
fn retiring_is_taken_back_and_survives_a_reload_and_another_tab() {
    let mut tab = Tab::blank();
    let other = tab.second(2);
    tab.try_do(Command::Retire(EntryId::Group(NETWORK))).unwrap();
    let retired = tab.last().stamp;
    let is_retired = |workspace: &Workspace| workspace.desk().directory().is_retired(EntryId::Group(NETWORK));
    assert!(is_retired(&tab.workspace));
    let mut other = other.workspace;
    assert!(other.admit(tab.last()).directory_changed);
    assert!(is_retired(&other) && is_retired(&Workspace::open(None, &tab.entries).0));
    tab.undo(retired).unwrap();
    assert!(!is_retired(&tab.workspace) && !is_retired(&Workspace::open(None, &tab.entries).0));
}

#[test]
fn undoing_that_a_group_was_brought_back_leaves_its_open_incidents_where_they_are() {
    let mut tab = Tab::blank();
    tab.try_do(Command::Retire(EntryId::Group(NETWORK))).unwrap();
    tab.try_do(Command::BringBack(EntryId::Group(NETWORK))).unwrap();
    let back = tab.last().stamp;
    let id = tab.act(Incident::Log(Box::new(Report { group: Some(NETWORK), ..report("Down") })));
    tab.undo(back).unwrap();
    assert_eq!(tab.workspace.desk().incident(id).unwrap().group, Some(NETWORK));
    let list = names::list(&tab.workspace, Kind::Groups);
    let network = list.iter().find(|named| &*named.name == "Network").unwrap();
    assert_eq!((network.retired, network.second), (true, 1));
    // Work on it goes on; only choosing the group anew is refused.
    tab.act(Incident::Start(id));
}

#[test]
fn a_list_of_names_counts_what_refers_to_each() {
    let mut tab = Tab::blank();
    let id = tab.act(Incident::Log(Box::new(Report { group: Some(NETWORK), ..report("Down") })));
    tab.act(Incident::Log(Box::new(Report { group: Some(NETWORK), ..report("Slow") })));
    tab.act(Incident::Cancel { incident: id, because: Arc::from("Logged twice") });
    let list = names::list(&tab.workspace, Kind::Groups);
    let network = list.iter().find(|named| &*named.name == "Network").unwrap();
    assert_eq!((network.used, network.second), (2, 1));
    let next = names::next(&tab.workspace, Kind::Groups, 9);
    assert!(list.iter().all(|named| named.id != next));
    let people = names::list(&tab.workspace, Kind::People);
    assert_eq!(people.iter().map(|named| named.second).sum::<usize>(), 2);
}

proptest! {
    #[test]
    fn every_calendar_that_compiles_is_written_and_read_back(day in 0..7_usize, opens in 0..1439_u32, more in 1..1440_u32, month in 1..13_u32, on in 1..29_u32) {
        let closes = (opens + more).min(1440);
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let (zone, mut typed) = office();
        typed[day] = vec![vec![clock(opens), clock(closes)]];
        typed[YEARLY] = vec![vec![format!("{month:02}-{on:02}"), String::new()]];
        typed[HOLIDAYS] = vec![vec![format!("2026-{month:02}-{on:02}"), String::new()]];
        let calendar = read(&zone, &typed).unwrap();
        let written = lists(&calendar);
        prop_assert_eq!(&read(&zone, &lists_of(&text(&written)).unwrap()).unwrap(), &calendar);
    }

    #[test]
    fn every_duration_to_the_second_is_written_and_read_back(seconds in 1..300_000_000_i64) {
        let span = TimeDelta::seconds(seconds);
        prop_assert_eq!(duration::read(&duration::write(span), TEN_HOURS), Ok(Some(span)));
    }

    #[test]
    fn whatever_is_typed_for_a_duration_never_stops_the_program(typed in "\\PC{0,20}") {
        let _ = duration::read(&typed, TEN_HOURS);
    }
}
