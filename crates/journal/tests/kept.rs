//! What the second place brings back, and what it leaves alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fakes;

use fakes::*;
use journal::{Journal, KEPT_COMMANDS, Kept, Store, Witness, delete, list};

const DAY: u64 = 86_400_000;

fn kept<S: Store>(journal: &Journal<S>) -> Vec<Kept> {
    journal.entries().into_iter().map(|entry| journal.kept(entry)).collect()
}

fn made_by_hand(disk: &Disk) -> Journal<Disk> {
    let mut journal = Journal::create(disk.clone(), V, ID, "The shop", A, None, NOON).unwrap();
    for payload in ["one", "two", "three"] {
        append(&mut journal, payload);
    }
    journal
}

#[test]
fn a_command_stands_in_the_second_place_as_it_stands_in_the_store() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    let entry = append(&mut journal, "five");
    let (key, value) = journal.kept(&entry);
    assert_eq!(disk.value(&key), Some(value));
}

#[test]
fn fault_16_what_a_killed_browser_lost_comes_back_whatever_order_it_is_read_in() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    append(&mut journal, "five");
    let mut copies = kept(&journal);
    copies.reverse();
    for number in 4..=5 {
        disk.remove(&key(&format!("e/000000000000000a/{number}"))).unwrap();
    }
    let (mut later, _) = open(disk.clone(), B).unwrap();
    assert_eq!(payloads(&later.recover_kept(&copies).unwrap()), ["four", "five"]);
    assert_eq!(payloads(&reopen(&disk).entries), ["one", "two", "three", "four", "five"]);
    assert_eq!(later.recover_kept(&copies).unwrap(), []);
}

#[test]
fn copies_that_are_damaged_newer_or_of_another_workspace_are_passed_over() {
    let disk = Disk::default();
    let journal = worked_in(&disk);
    let of_another = Journal::create(Disk::default(), V, "other", "Other", B, None, NOON);
    let mut of_another = of_another.unwrap();
    let foreign = append(&mut of_another, "foreign");
    let at = key("e/000000000000000a/9");
    let before = reopen(&disk).entries;
    let copies = [
        (key("e/000000000000000a/4"), cut(&disk.value(&key("e/000000000000000a/4")).unwrap())),
        (at.clone(), command(2, 2, &format!("{NOON} 9 000000000000000a 9"), "newer")),
        of_another.kept(&foreign),
        journal.witness().kept(),
        ("anything".to_owned(), "at all".to_owned()),
    ];
    let (mut later, _) = open(disk.clone(), B).unwrap();
    assert_eq!(later.recover_kept(&copies).unwrap(), []);
    assert_eq!(reopen(&disk).entries, before);
    assert_eq!(disk.value(&at), None);
}

#[test]
fn fault_19_a_workspace_made_by_hand_that_is_gone_is_made_anew_from_its_copies() {
    let disk = Disk::default();
    let journal = made_by_hand(&disk);
    let (witness, copies) = (Witness::from_kept(&journal.witness().kept()).unwrap(), kept(&journal));
    assert_eq!(witness, journal.witness());
    let expected = reopen(&disk).entries;
    disk.values.borrow_mut().clear();

    let some = copies[1..].to_vec();
    assert!(Journal::from_kept(disk.clone(), V, &witness, B, &some, NOON).is_none(), "not with a command missing");
    let anew = Journal::from_kept(disk.clone(), V, &witness, B, &copies, NOON).unwrap().unwrap();
    assert_eq!(anew.name(), "The shop");
    assert_eq!(reopen(&disk).entries, expected);
    assert_eq!(list(&disk, &V).unwrap().len(), 1);
}

#[test]
fn fault_19_a_workspace_that_began_with_an_import_is_not_made_anew_without_it() {
    let disk = Disk::default();
    let journal = worked_in(&disk);
    let (witness, copies) = (journal.witness(), kept(&journal));
    assert!(witness.has_base);
    disk.values.borrow_mut().clear();
    assert!(Journal::from_kept(disk.clone(), V, &witness, B, &copies, NOON).is_none());
    assert!(disk.values.borrow().is_empty());
}

#[test]
fn fault_25_a_deleted_workspace_is_not_brought_back() {
    let disk = Disk::default();
    let journal = made_by_hand(&disk);
    let (witness, copies) = (journal.witness(), kept(&journal));
    delete(&disk, ID, NOON).unwrap();
    let result = Journal::from_kept(disk.clone(), V, &witness, B, &copies, NOON);
    assert!(result.unwrap().is_err());
    assert_eq!(list(&disk, &V).unwrap(), []);
}

#[test]
fn old_commands_leave_the_second_place_once_the_store_has_them_and_the_latest_stay() {
    let disk = Disk::default();
    let mut journal = made_by_hand(&disk);
    assert_eq!(journal.outlived(&kept(&journal), NOON + DAY), [] as [String; 0], "few stay however old they are");
    for number in 0..KEPT_COMMANDS {
        append(&mut journal, &number.to_string());
    }
    let copies = kept(&journal);
    let firsts: Vec<String> = (1..=3).rev().map(|number| key(&format!("e/000000000000000a/{number}"))).collect();
    assert_eq!(journal.outlived(&copies, NOON + DAY), firsts);
    assert_eq!(journal.outlived(&copies, NOON - DAY), [] as [String; 0], "a young one may not be on the disk yet");
}

#[test]
fn a_witness_is_read_only_from_its_own_key() {
    let journal = made_by_hand(&Disk::default());
    let (key, text) = journal.witness().kept();
    assert_eq!(Witness::from_kept(&(key.clone(), text.clone())), Some(journal.witness()));
    for (key, text) in [
        (key.replace("/witness", "/e/1"), text.clone()),
        (key.replace(ID, "other"), text.clone()),
        (key.clone(), "1 2 3".to_owned()),
        (key, text.replace("none", "some")),
    ] {
        assert_eq!(Witness::from_kept(&(key, text)), None);
    }
}
