//! Names, and the priority matrix.

use chrono::TimeDelta;
use itsm::{Command, Entry, GroupId, Level, PersonId, Priority};

use crate::shift::*;

#[test]
fn an_entry_is_trimmed_and_can_be_renamed() {
    let mut shift = Shift::begin();
    shift.ask(Command::Enter(Entry::Group(NETWORK, "  Networks ".into()))).unwrap();
    assert_eq!(shift.desk.directory().group(NETWORK), "Networks");
    shift.ask(Command::Enter(Entry::Group(NETWORK, "NETWORKS".into()))).unwrap();
    assert_eq!(shift.desk.directory().group(NETWORK), "NETWORKS");
}

#[test]
fn an_entry_needs_a_name() {
    let mut shift = Shift::begin();
    let refusal = shift.ask(Command::Enter(Entry::Group(GroupId::imported(8), " ".into()))).unwrap_err();
    assert_eq!(field(&refusal), "name");
}

#[test]
fn two_entries_of_one_register_never_share_a_name_whatever_the_case() {
    let mut shift = Shift::begin();
    shift.ask(Command::Enter(Entry::Group(GroupId::imported(8), "Büro".into()))).unwrap();
    for taken in ["network", " NETWORK ", "BÜRO"] {
        let entry = Entry::Group(GroupId::imported(9), taken.into());
        assert_eq!(field(&shift.ask(Command::Enter(entry)).unwrap_err()), "name");
    }
}

#[test]
fn two_registers_may_hold_the_same_name() {
    let mut shift = Shift::begin();
    shift.ask(Command::Enter(Entry::Person(PersonId::imported(9), "Network".into()))).unwrap();
}

#[test]
fn entering_what_is_there_already_is_refused() {
    let mut shift = Shift::begin();
    assert_eq!(field(&shift.ask(Command::Enter(Entry::Group(NETWORK, "Network ".into()))).unwrap_err()), "name");
}

#[test]
fn another_matrix_changes_every_priority_at_once() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    shift.ask(Command::SetMatrix(vec![vec![1, 1], vec![1, 4]])).unwrap();
    assert_eq!(shift.see(id).impact, Level(2));
    assert_eq!(shift.see(id).priority(shift.desk.matrix()), Priority(4));
}

#[test]
fn a_matrix_that_nobody_could_explain_is_refused_in_words() {
    let mut shift = Shift::begin();
    for (rows, says) in [
        (vec![vec![1, 2], vec![3]], "as many rows as columns"),
        (vec![vec![1, 2], vec![3, 6]], "from 1"),
        (vec![vec![2, 1], vec![3, 4]], "must never give a lower priority"),
        (vec![vec![1, 2, 3], vec![2, 3, 4], vec![3, 4, 5]], "as now"),
    ] {
        let refusal = shift.ask(Command::SetMatrix(rows)).unwrap_err();
        assert_eq!(field(&refusal), "priority matrix");
        assert!(refusal.sentence().contains(says), "{}", refusal.sentence());
    }
}

#[test]
fn the_desks_clock_is_moved_to_the_second_and_not_by_nothing() {
    let mut shift = Shift::begin();
    shift.ask(Command::MoveClock(TimeDelta::milliseconds(-86_400_500))).unwrap();
    assert_eq!(shift.desk.clock_shift(), Some(TimeDelta::days(-1)));
    let refusal = shift.ask(Command::MoveClock(TimeDelta::days(-1))).unwrap_err();
    assert_eq!(field(&refusal), "desk clock");
    shift.ask(Command::MoveClock(TimeDelta::zero())).unwrap();
    assert_eq!(shift.desk.clock_shift(), Some(TimeDelta::zero()));
}

#[test]
fn the_desks_clock_is_not_moved_beyond_two_centuries() {
    let mut shift = Shift::begin();
    let refusal = shift.ask(Command::MoveClock(TimeDelta::days(365 * 300))).unwrap_err();
    assert_eq!(field(&refusal), "desk clock");
    assert_eq!(shift.desk.clock_shift(), None);
}
