//! What tabs, clocks and versions do to each other, fault by fault.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fakes;

use std::rc::Rc;

use fakes::*;
use journal::{
    AppendError, CompactError, FURTHEST_MILLIS, Finding, Journal, Mode, Notice, OpenError, ReadOnly, Store, Versions,
    delete, list, sweep,
};

#[test]
fn fault_21_two_tabs_edit_and_both_are_kept_however_late_they_hear_of_each_other() {
    let disk = Disk::default();
    create(disk.clone(), C);
    let (a_store, b_store) = (Lagging::new(&disk), Lagging::new(&disk));
    let mut a = open(Rc::clone(&a_store), A).unwrap().0;
    let mut b = open(Rc::clone(&b_store), B).unwrap().0;
    for number in 0..300 {
        append(&mut a, &format!("a{number}"));
        append(&mut b, &format!("b{number}"));
        if number % 50 == 7 {
            a.compact().unwrap();
        }
    }
    a_store.settle();
    b_store.settle();
    a.poll();
    b.poll();
    assert_eq!(a.entries().len(), 600);
    assert_eq!(a.entries(), b.entries(), "and both see the same order");
    assert_eq!(reopen(&disk).entries.iter().collect::<Vec<_>>(), a.entries());
}

#[test]
fn fault_21_events_that_come_out_of_order_wait_for_each_other() {
    let disk = Disk::default();
    let mut a = create(disk.clone(), A);
    let mut b = open(Lagging::new(&disk), B).unwrap().0;
    let sent: Vec<_> = (1..=3)
        .map(|number| {
            append(&mut a, &format!("a{number}"));
            let at = key(&format!("e/000000000000000a/{number}"));
            let text = disk.value(&at).unwrap();
            (at, text)
        })
        .collect();
    assert_eq!(b.absorb(&sent[2].0, &sent[2].1), []);
    assert_eq!(b.absorb(&sent[1].0, &sent[1].1), []);
    assert_eq!(payloads(&b.absorb(&sent[0].0, &sent[0].1)), ["a1", "a2", "a3"]);
    let after = append(&mut b, "b1");
    assert_eq!(a.absorb(&key("e/000000000000000b/1"), &disk.value(&key("e/000000000000000b/1")).unwrap()), [after]);
    assert_eq!(a.entries(), b.entries());
    // A tab that can see the store looks there for what it missed.
    let mut c = open(disk.clone(), C).unwrap().0;
    for number in 4..=6 {
        append(&mut a, &format!("a{number}"));
    }
    let sixth = key("e/000000000000000a/6");
    assert_eq!(payloads(&c.absorb(&sixth, &disk.value(&sixth).unwrap())), ["a4", "a5", "a6"]);
}

#[test]
fn fault_22_two_tabs_that_pack_at_once_lose_nothing() {
    let disk = Disk::default();
    let mut a = worked_in(&disk);
    let b_store = Lagging::new(&disk);
    let mut b = open(Rc::clone(&b_store), B).unwrap().0;
    append(&mut b, "b1");
    a.compact().unwrap();
    append(&mut a, "five");
    // B does not see yet that A has packed: both write the same generation, and the last one stands.
    b.compact().unwrap();
    assert_eq!(payloads(&reopen(&disk).entries), ["one", "two", "three", "four", "b1", "five"]);
    b_store.settle();
    for _ in 0..3 {
        a.compact().unwrap();
        b_store.settle();
        b.compact().unwrap();
    }
    let opened = reopen(&disk);
    assert_eq!(payloads(&opened.entries), ["one", "two", "three", "four", "b1", "five"]);
    assert_eq!(opened.findings, []);
}

/// Lets another tab pack at the worst moment: after we wrote our segment, before we write the manifest.
struct Interrupting {
    disk: Disk,
    other: std::cell::RefCell<Option<Journal<Disk>>>,
}

impl Store for Interrupting {
    fn get(&self, key: &str) -> Result<Option<String>, journal::StoreError> {
        self.disk.get(key)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), journal::StoreError> {
        self.disk.set(key, value)?;
        if key.contains("/s/")
            && let Some(mut other) = self.other.take()
        {
            other.compact().unwrap();
        }
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), journal::StoreError> {
        self.disk.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, journal::StoreError> {
        self.disk.keys()
    }
}

#[test]
fn fault_22_a_stale_packer_is_fenced_and_leaves_nothing() {
    let disk = Disk::default();
    let a = worked_in(&disk);
    let store = Interrupting { disk: disk.clone(), other: Some(a).into() };
    let mut b = open(&store, B).unwrap().0;
    assert_eq!(b.compact(), Err(CompactError::Fenced));
    assert!(disk.keys_under("s/").iter().all(|key| !key.contains("-000000000000000b-")));
    assert_eq!(reopen(&disk).entries.len(), 4);
    b.compact().unwrap();
    assert_eq!(reopen(&disk).entries.len(), 4);
}

#[test]
fn fault_25_a_workspace_deleted_in_another_tab_does_not_come_back() {
    let disk = Disk::default();
    let mut a = worked_in(&disk);
    let mut b = open(disk.clone(), B).unwrap().0;
    delete(&disk, ID, NOON).unwrap();
    let deleted = ReadOnly::Deleted;
    assert_eq!(a.append("five", NOON), Err(AppendError::ReadOnly(deleted)));
    assert_eq!(a.resave(NOON), Err(AppendError::ReadOnly(deleted)));
    assert_eq!(a.compact(), Err(CompactError::ReadOnly(deleted)));
    assert_eq!(a.rename("New", NOON), Err(AppendError::ReadOnly(deleted)));
    b.absorb(&key("deleted"), &NOON.to_string());
    assert_eq!(b.mode(), Mode::ReadOnly(deleted));
    assert_eq!(b.entries().len(), 4, "what is in memory can still be exported");
    assert!(matches!(open(disk.clone(), C), Err(OpenError::Deleted)));
    assert_eq!(list(&disk, &V), Ok(vec![]));
    // A command that slipped in between is swept up.
    disk.set(&key("e/000000000000000a/5"), "late").unwrap();
    assert_eq!(sweep(&disk, &V, NOON + 1000), Ok(1));
    assert_eq!(disk.keys_under(""), [key("deleted")]);
}

const NEWER: Versions = Versions { reader: 2, writer: 2, min_reader: 2, min_writer: 2 };
const NEWER_WRITER: Versions = Versions { reader: 2, writer: 2, min_reader: 1, min_writer: 2 };

#[test]
fn fault_26_old_code_that_sees_newer_data_turns_to_reading_and_asks_for_a_reload() {
    let disk = Disk::default();
    let mut old = worked_in(&disk);
    let mut new = Journal::open(disk.clone(), NEWER, ID, B, None).unwrap().0;
    append(&mut new, "new");
    let reason = ReadOnly::NewerData { min_reader: 2 };
    // By its storage event, or by looking.
    assert_eq!(old.absorb(&key("e/000000000000000b/1"), &disk.value(&key("e/000000000000000b/1")).unwrap()), []);
    assert_eq!(old.mode(), Mode::ReadOnly(reason));
    assert_eq!(old.append("five", NOON), Err(AppendError::ReadOnly(reason)));
    assert!(old.mode().sentence().unwrap().contains("Reload"));
    let (_, opened) = open(disk.clone(), C).unwrap();
    assert_eq!(opened.mode, Mode::ReadOnly(reason));
    assert_eq!(opened.findings, [Finding::Newer { min_reader: 2 }]);
    assert_eq!(payloads(&opened.entries), ["one", "two", "three", "four"], "what it can read, it shows");
}

#[test]
fn fault_26_old_code_notices_a_newer_manifest_before_it_writes() {
    let disk = Disk::default();
    let mut old = worked_in(&disk);
    let mut new = Journal::open(disk.clone(), NEWER, ID, B, None).unwrap().0;
    new.compact().unwrap();
    let before = disk.values.borrow().clone();
    let reason = ReadOnly::NewerData { min_reader: 2 };
    assert_eq!(old.append("five", NOON), Err(AppendError::ReadOnly(reason)));
    assert_eq!(*disk.values.borrow(), before);
    assert_eq!(open(disk.clone(), C).unwrap().1.mode, Mode::ReadOnly(reason), "the older slot can still be read");
    new.append("five", NOON).unwrap();
    new.compact().unwrap();
    assert!(matches!(open(disk.clone(), C), Err(OpenError::Newer { min_reader: 2 })));
}

#[test]
fn fault_27_a_release_rolled_back_reads_and_exports() {
    let disk = Disk::default();
    worked_in(&disk);
    let mut new = Journal::open(disk.clone(), NEWER_WRITER, ID, B, None).unwrap().0;
    append(&mut new, "five");
    let reason = ReadOnly::NewerWriter { min_writer: 2 };
    for _ in 0..2 {
        let (mut old, opened) = open(disk.clone(), C).unwrap();
        assert_eq!(opened.mode, Mode::ReadOnly(reason));
        assert_eq!(opened.entries.len(), 5);
        assert_eq!(old.append("six", NOON), Err(AppendError::ReadOnly(reason)));
        assert!(old.export().contains("five"));
        new.compact().unwrap();
        new.compact().unwrap();
    }
}

#[test]
fn fault_30_a_clock_that_goes_back_a_year_reorders_nothing() {
    const YEAR: u64 = 365 * 86_400_000;
    let disk = Disk::default();
    let mut a = create(disk.clone(), A);
    a.append("first", NOON).unwrap();
    let second = a.append("second", NOON - YEAR).unwrap();
    assert!(matches!(second.notices[..], [Notice::ClockBehind { .. }]));
    a.append("third", NOON - YEAR).unwrap();
    let mut b = open(disk.clone(), B).unwrap().0;
    b.append("fourth", NOON - YEAR).unwrap();
    a.poll();
    a.append("fifth", NOON - 1).unwrap();
    a.append("sixth", NOON + 1).unwrap();
    assert_eq!(payloads(&reopen(&disk).entries), ["first", "second", "third", "fourth", "fifth", "sixth"]);
    assert_eq!(reopen(&disk).entries.last().unwrap().stamp.millis, NOON + 1, "and it catches up");
}

#[test]
fn fault_31_a_clock_far_ahead_takes_others_along_but_never_out_of_bounds() {
    let disk = Disk::default();
    let mut a = create(disk.clone(), A);
    let mut b = open(disk.clone(), B).unwrap().0;
    let wild = a.append("wild", u64::MAX).unwrap().entry;
    assert_eq!(wild.stamp.millis, FURTHEST_MILLIS);
    b.poll();
    let tame = b.append("tame", NOON).unwrap().entry;
    assert!(tame.stamp > wild.stamp, "it is about what was there, so it comes after");
    assert_eq!((tame.stamp.millis, tame.stamp.count), (FURTHEST_MILLIS, 1));
    // A stamp no clock of ours could give is kept and comes last, and nobody follows it.
    let forged = command(1, 1, &format!("{} {} 000000000000000c 1", u64::MAX, u32::MAX), "forged");
    disk.set(&key("e/000000000000000c/1"), &forged).unwrap();
    assert_eq!(payloads(&b.poll()), ["forged"]);
    assert_eq!(b.take_findings(), [Finding::FarAhead { tab: C, sequence: 1 }]);
    let next = b.append("next", NOON).unwrap().entry;
    assert_eq!((next.stamp.millis, next.stamp.count), (FURTHEST_MILLIS, 2));
    b.compact().unwrap();
    assert_eq!(payloads(&reopen(&disk).entries), ["wild", "tame", "next", "forged"]);
}

#[test]
fn fault_32_a_tab_that_was_frozen_finds_what_was_packed_and_deleted_meanwhile() {
    let disk = Disk::default();
    let mut a = worked_in(&disk);
    let mut frozen = open(disk.clone(), B).unwrap().0;
    for number in 0..4 {
        append(&mut a, &format!("a{number}"));
        a.compact().unwrap();
    }
    assert!(disk.keys_under("e/").len() < 2);
    assert_eq!(payloads(&frozen.poll()), ["a0", "a1", "a2", "a3"]);
    let after = append(&mut frozen, "b");
    assert_eq!(reopen(&disk).entries.last(), Some(&after));
}

#[test]
fn names_given_in_two_tabs_end_as_the_later_one_everywhere() {
    let disk = Disk::default();
    let mut a = worked_in(&disk);
    let mut b = open(disk.clone(), B).unwrap().0;
    a.rename("First\nname", NOON + 5).unwrap();
    assert_eq!(a.name(), "First name");
    b.poll();
    b.rename("Second name", NOON).unwrap();
    for _ in 0..3 {
        a.compact().unwrap();
        assert_eq!(a.name(), "Second name");
        assert_eq!(list(&disk, &V).unwrap()[0].name, "Second name");
        assert_eq!(reopen(&disk).name, "Second name");
    }
    assert_eq!(disk.keys_under("n/").len(), 0);
}
