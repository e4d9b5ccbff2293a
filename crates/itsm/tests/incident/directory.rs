//! Names, and the priority matrix.

use chrono::TimeDelta;
use itsm::incident::Command as Ask;
use itsm::{Command, Entry, EntryId, GroupId, Level, Matrix, MatrixFault, PersonId, Priority, Refusal};

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

#[test]
fn a_matrix_names_the_two_cells_that_contradict_each_other() {
    let fault = Matrix::new(&[vec![2, 1], vec![3, 4]]).unwrap_err();
    let (first, second) = ((Level(1), Level(2)), (Level(1), Level(1)));
    assert_eq!(fault, MatrixFault::NotMonotonic { impact: first.0, urgency: first.1, after: second });
}

#[test]
fn a_retired_group_keeps_its_name_and_cannot_be_chosen_until_it_is_brought_back() {
    let mut shift = Shift::begin();
    let id = shift.unowned();
    let network = EntryId::Group(NETWORK);
    shift.ask(Command::Retire(network)).unwrap();
    assert_eq!(shift.desk.directory().group(NETWORK), "Network");
    let to_network = Ask::Assign { incident: id, group: Some(NETWORK), assignee: None };
    let refusal = shift.refuses(to_network.clone());
    assert_eq!(refusal.sentence(), "Check group: it is retired; choose another, or bring it back first.");
    assert_eq!(field(&shift.ask(Command::Retire(network)).unwrap_err()), "entry");
    shift.ask(Command::BringBack(network)).unwrap();
    assert_eq!(field(&shift.ask(Command::BringBack(network)).unwrap_err()), "entry");
    shift.does(to_network);
}

#[test]
fn a_group_with_open_incidents_is_not_retired_and_the_refusal_counts_them() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    let refusal = shift.ask(Command::Retire(EntryId::Group(NETWORK))).unwrap_err();
    assert!(matches!(refusal, Refusal::InUse { what: "group", open: 1, .. }));
    assert!(refusal.sentence().contains("1 open incident is with this group"), "{}", refusal.sentence());
    assert!(refusal.sentence().contains("another group"), "{}", refusal.sentence());
    shift.does(Ask::Cancel { incident: id, because: "raised twice".into() });
    shift.ask(Command::Retire(EntryId::Group(NETWORK))).unwrap();
}

#[test]
fn nobody_retires_themselves_or_what_is_not_there() {
    let mut shift = Shift::begin();
    let you = EntryId::Person(ANALYST);
    assert!(matches!(shift.ask(Command::Retire(you)).unwrap_err(), Refusal::Rule { .. }));
    let nobody = EntryId::Person(PersonId::imported(4711));
    assert_eq!(shift.ask(Command::Retire(nobody)).unwrap_err(), Refusal::NoSuch { what: "person" });
    assert_eq!(shift.ask(Command::BringBack(nobody)).unwrap_err(), Refusal::NoSuch { what: "person" });
}

#[test]
fn every_size_has_a_matrix_to_start_from_and_three_levels_have_the_standard_one() {
    for size in 2..=5 {
        let rows = Matrix::even(size);
        let matrix = Matrix::new(&rows).unwrap();
        assert_eq!(matrix.priority(Level(1), Level(1)), Priority(1));
        assert_eq!(matrix.priority(Level(size), Level(size)), Priority(5));
    }
    assert_eq!(&Matrix::new(&Matrix::even(3)).unwrap(), Matrix::standard());
}
