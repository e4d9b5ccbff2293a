//! Deleting with a way back, what takes the room, and what is told of a file before it is stored.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fakes;

use fakes::*;
use journal::{
    AppendError, BINNED_MILLIS, ImportError, Journal, Mode, OpenError, ReadOnly, Store, bin, bin_from_kept, binned,
    breakdown, delete, expire, kept_bin, kept_bin_from, list, name_in, read_export, restore, sweep,
};
use proptest::prelude::*;

const ALL: [&str; 4] = ["one", "two", "three", "four"];

#[test]
fn a_deleted_workspace_is_out_of_sight_and_comes_back_as_it_was() {
    let disk = Disk::default();
    worked_in(&disk);
    let before = disk.values.borrow().clone();
    bin(&disk, ID, NOON).unwrap();
    assert_eq!(list(&disk, &V).unwrap(), []);
    assert!(matches!(open(disk.clone(), B), Err(OpenError::Binned)));
    let found = binned(&disk, &V).unwrap();
    assert_eq!((found[0].info.name.as_str(), found[0].since_millis), ("The shop", Some(NOON)));
    sweep(&disk, &V, NOON + 10 * BINNED_MILLIS).unwrap();
    assert_eq!(expire(&disk, &V, NOON + BINNED_MILLIS), Ok(vec![]), "not before its time");
    assert!(restore(&disk, ID).unwrap());
    assert_eq!(*disk.values.borrow(), before);
}

#[test]
fn after_its_time_it_is_deleted_for_good_and_that_is_told() {
    let disk = Disk::default();
    worked_in(&disk);
    bin(&disk, ID, NOON).unwrap();
    let gone = expire(&disk, &V, NOON + BINNED_MILLIS + 1).unwrap();
    assert_eq!(gone[0].name, "The shop");
    assert!(!restore(&disk, ID).unwrap());
    assert!(matches!(open(disk.clone(), B), Err(OpenError::Deleted)));
    assert!(matches!(bin(&disk, ID, NOON), Err(AppendError::ReadOnly(ReadOnly::Deleted))));
}

#[test]
fn a_mark_that_cannot_be_read_or_is_from_the_future_never_ends_by_itself() {
    for mark in ["", "yesterday", "1700", "99999999999999"] {
        let disk = Disk::default();
        worked_in(&disk);
        bin(&disk, ID, NOON).unwrap();
        disk.change(&key("binned"), |_| mark.to_owned());
        // A readable time in the past is what it says; the others wait.
        let gone = expire(&disk, &V, NOON).unwrap().len();
        assert_eq!(gone, usize::from(mark == "1700"), "{mark}");
        assert_eq!(restore(&disk, ID), Ok(gone == 0), "{mark}");
    }
}

#[test]
fn a_tab_that_has_it_open_writes_no_more_and_goes_on_once_it_is_restored() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    bin(&disk, ID, NOON).unwrap();
    let refused = journal.append("five", NOON).unwrap_err();
    assert_eq!(refused, AppendError::ReadOnly(ReadOnly::Binned));
    assert_eq!(journal.poll(), []);
    assert_eq!(journal.mode(), Mode::ReadOnly(ReadOnly::Binned));
    assert!(journal.compact().is_err());
    assert!(journal.rename("Other", NOON).is_err());
    restore(&disk, ID).unwrap();
    append(&mut journal, "six");
    assert_eq!(journal.mode(), Mode::ReadWrite);
    assert_eq!(payloads(&reopen(&disk).entries), ["one", "two", "three", "four", "six"]);
}

#[test]
fn what_another_tab_writes_at_the_same_moment_is_there_after_restoring() {
    let disk = Disk::default();
    worked_in(&disk);
    let late = Lagging::new(&disk);
    let (mut other, _) = open(late.clone(), B).unwrap();
    bin(&disk, ID, NOON).unwrap();
    append(&mut other, "at the same moment");
    other.absorb(&key("binned"), &NOON.to_string());
    assert_eq!(other.mode(), Mode::ReadOnly(ReadOnly::Binned));
    assert_eq!(list(&disk, &V).unwrap(), [], "it does not come back by itself");
    restore(&disk, ID).unwrap();
    assert_eq!(reopen(&disk).entries.len(), 5);
}

#[test]
fn one_tab_restores_while_another_deletes_for_good_and_one_of_them_wins() {
    let disk = Disk::default();
    worked_in(&disk);
    bin(&disk, ID, NOON).unwrap();
    let late = Lagging::new(&disk);
    delete(&disk, ID, NOON).unwrap();
    let _ = restore(&late, ID);
    assert!(matches!(open(disk.clone(), B), Err(OpenError::Deleted)));
    assert_eq!((list(&disk, &V).unwrap(), binned(&disk, &V).unwrap()), (vec![], vec![]));
}

#[test]
fn whatever_fails_while_deleting_and_restoring_nothing_is_lost() {
    for fault in FAULTS {
        for at in 0..40 {
            let disk = Disk::default();
            worked_in(&disk);
            let done = bin(&Faulty::new(&disk, fault, at), ID, NOON);
            let is_binned = match open(disk.clone(), B) {
                Ok((_, opened)) => {
                    assert!(done.is_err(), "{fault:?} at {at}: told to be deleted, and is not");
                    assert_eq!(payloads(&opened.entries), ALL);
                    false
                }
                Err(OpenError::Binned) => true,
                Err(error) => panic!("{fault:?} at {at}: {error:?}"),
            };
            if is_binned && done.is_ok() {
                assert_eq!(binned(&disk, &V).unwrap()[0].since_millis, Some(NOON), "{fault:?} at {at}");
            }
            let done = restore(&Faulty::new(&disk, fault, at), ID);
            if done != Ok(true) {
                assert!(restore(&disk, ID).unwrap(), "{fault:?} at {at}");
            }
            assert_eq!(payloads(&reopen(&disk).entries), ALL, "{fault:?} at {at}");
        }
    }
}

#[test]
fn deleting_for_good_that_fails_half_way_never_brings_it_back_into_the_list() {
    for fault in FAULTS {
        for at in 0..40 {
            let disk = Disk::default();
            worked_in(&disk);
            bin(&disk, ID, NOON).unwrap();
            let _ = delete(&Faulty::new(&disk, fault, at), ID, NOON);
            assert_eq!(list(&disk, &V).unwrap(), [], "{fault:?} at {at}");
            delete(&disk, ID, NOON).unwrap();
            assert_eq!(disk.keys_under("").len(), 1, "{fault:?} at {at}: only the mark stays");
        }
    }
}

#[test]
fn in_a_full_store_deleting_takes_the_reserve_and_without_one_changes_nothing() {
    let disk = Disk::default();
    worked_in(&disk);
    disk.limit.set(Some(disk.used() + 5));
    bin(&disk, ID, NOON).unwrap();
    restore(&disk, ID).unwrap();
    disk.limit.set(Some(disk.used() + 5));
    assert_eq!(bin(&disk, ID, NOON), Err(AppendError::Full));
    assert_eq!(payloads(&reopen(&disk).entries), ALL);
    delete(&disk, ID, NOON).unwrap();
    assert_eq!(list(&disk, &V).unwrap(), [], "for good is possible");
}

#[test]
fn the_second_place_brings_a_deleted_workspace_back_as_a_deleted_one() {
    let disk = Disk::default();
    let mut journal = Journal::create(disk.clone(), V, ID, "The shop", A, None, NOON).unwrap();
    let copies = [append(&mut journal, "one"), append(&mut journal, "two")];
    let copies: Vec<_> = copies.iter().map(|entry| journal.kept(entry)).collect();
    let witness = journal.witness();
    let mark = kept_bin(ID, NOON);
    assert_eq!(kept_bin_from(&mark), Some((ID.to_owned(), NOON)));
    assert_eq!(kept_bin_from(&witness.kept()), None);
    disk.values.borrow_mut().clear();
    assert!(bin_from_kept(disk.clone(), V, &witness, B, &copies[1..], NOON, NOON + 9).is_none());
    assert!(disk.values.borrow().is_empty(), "not with a command missing");
    bin_from_kept(disk.clone(), V, &witness, B, &copies, NOON, NOON + 9).unwrap().unwrap();
    assert_eq!(list(&disk, &V).unwrap(), []);
    assert_eq!(binned(&disk, &V).unwrap()[0].since_millis, Some(NOON));
    restore(&disk, ID).unwrap();
    assert_eq!(payloads(&reopen(&disk).entries), ["one", "two"]);
}

#[test]
fn the_parts_of_the_room_are_told_apart() {
    let disk = Disk::default();
    worked_in(&disk);
    for (key, size) in [("service-dojo/settings", 79), ("service-dojo/draft/shop/new", 73), ("other", 95)] {
        disk.set(key, &"é".repeat(size)).unwrap();
    }
    let all = breakdown(&disk, &V).unwrap();
    let shop = &all.workspaces[0];
    assert!(shop.base > 500 && shop.packed > 50 && shop.single > 100 && shop.rest > 100, "{shop:?}");
    assert_eq!((all.reserve, all.others), (65_536, 100));
    let mut own = all.own.clone();
    own.sort();
    assert_eq!(own, [("draft".to_owned(), 100), ("settings".to_owned(), 100)]);
    assert_eq!(all.total() + all.free(), all.limit);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_stored_the_parts_add_up_to_the_whole(
        odd in prop::collection::btree_map("(service-dojo/)?(v1/)?(shop/)?[a-z/é]{0,12}", "[aé\u{10000}]{0,20}", 0..12),
        deleted in any::<bool>(),
    ) {
        let disk = Disk::default();
        worked_in(&disk);
        if deleted {
            bin(&disk, ID, NOON).unwrap();
        }
        for (key, value) in odd {
            disk.set(&key, &value).unwrap();
        }
        let all = breakdown(&disk, &V).unwrap();
        prop_assert_eq!(all.total() as usize, disk.used());
        let listed = list(&disk, &V).unwrap().into_iter().chain(binned(&disk, &V).unwrap().into_iter().map(|b| b.info));
        for info in listed.filter(|info| info.id == ID) {
            // Keys that are not understood belong to the workspace, too.
            let of = all.workspaces.iter().find(|of| of.id == info.id).unwrap();
            prop_assert!(of.total() >= info.units);
        }
    }
}

#[test]
fn a_file_is_looked_into_before_anything_is_stored() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    let parcel = read_export(&journal.export_at(NOON + 5)).unwrap();
    assert_eq!((parcel.name.as_str(), parcel.entries.len(), parcel.exported_millis), ("The shop", 4, Some(NOON + 5)));
    append(&mut journal, "five");
    let kin = &parcel.kin(&disk, V, B).unwrap()[0];
    assert_eq!((kin.id.as_str(), kin.shared, kin.only_in_parcel, kin.only_here), (ID, 4, 0, 1));
    assert_eq!(parcel.kin(&Disk::default(), V, B).unwrap(), []);

    let told = parcel.units(V, "copy", "A copy").unwrap();
    let before = disk.used();
    parcel.create(disk.clone(), V, "copy", "A copy", B, 0).unwrap();
    assert_eq!((disk.used() - before) as u64, told, "it takes what it was said to take");
    assert_eq!(list(&disk, &V).unwrap().len(), 2);
}

#[test]
fn a_file_that_is_cut_off_is_told_from_one_that_never_was_json() {
    let file = worked_in(&Disk::default()).export();
    for length in 1..file.trim_end().len() {
        assert!(matches!(read_export(&file[..length]), Err(ImportError::CutOff { .. })), "{length}");
    }
    assert!(matches!(read_export(""), Err(ImportError::NotJson { .. })));
    assert!(matches!(read_export("PK\u{3}\u{4}"), Err(ImportError::NotJson { .. })));
    let newer = file.replace("\"version\": 1", "\"version\": 9");
    assert_eq!(name_in(&newer).as_deref(), Some("The shop"), "what can be read of it");
    assert_eq!(name_in("{\"name\": \"foreign\"}"), None);
}
