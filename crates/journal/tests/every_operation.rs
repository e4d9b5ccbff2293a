//! Every operation of a day's work fails in every way, one at a time: what is there afterwards is legal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fakes;

use std::rc::Rc;

use fakes::*;
use journal::{Finding, Journal, OpenError, Store, list, sweep};

/// What a tab was told.
#[derive(Debug, Default)]
struct Told {
    created: bool,
    saved: Vec<String>,
    refused: Vec<String>,
    names: Vec<String>,
    maybe_names: Vec<String>,
}

impl Told {
    fn append<S: Store>(&mut self, journal: &mut Journal<S>, payload: &str) {
        match journal.append(payload, NOON) {
            Ok(appended) => {
                assert_eq!(appended.entry.payload, payload);
                self.saved.push(payload.into());
            }
            Err(_) => self.refused.push(payload.into()),
        }
    }

    fn rename<S: Store>(&mut self, journal: &mut Journal<S>, name: &str) {
        match journal.rename(name, NOON) {
            Ok(_) => self.names.push(name.into()),
            Err(_) => self.maybe_names.push(name.into()),
        }
    }
}

/// A day's work: two page loads, packing, renaming.
fn work<S: Store + Clone>(store: S) -> Told {
    let mut told = Told::default();
    told.names.push("The shop".into());
    let Ok(mut journal) = Journal::create(store.clone(), V, ID, "The shop", A, Some(base()), NOON) else { return told };
    told.created = true;
    told.append(&mut journal, "one");
    told.append(&mut journal, "two");
    let _ = journal.compact();
    told.append(&mut journal, "three");
    told.rename(&mut journal, "The corner shop");
    let _ = journal.compact();
    told.append(&mut journal, "four");
    let Ok((mut journal, opened)) = open(store, B) else { return told };
    assert!(told.saved.iter().all(|p| payloads(&opened.entries).contains(&p.as_str())));
    told.append(&mut journal, "five");
    let _ = journal.compact();
    told.append(&mut journal, "six");
    told.rename(&mut journal, "The market");
    let _ = journal.compact();
    told.append(&mut journal, "seven");
    told
}

fn check(disk: &Disk, told: &Told, what: &str) {
    let (mut journal, opened) = match open(disk.clone(), C) {
        Ok(opened) => opened,
        Err(OpenError::Absent) if !told.created => {
            assert_eq!(list(disk, &V), Ok(vec![]), "{what}");
            let swept = sweep(disk, &V, NOON + 7_200_000).unwrap();
            assert_eq!(swept, usize::from(!disk.keys_under("").is_empty() || swept > 0), "{what}");
            assert!(disk.keys_under("").is_empty(), "{what}: nothing stays of what was not created");
            return;
        }
        Err(error) => panic!("{what}: {error:?}"),
    };
    assert_eq!(opened.base, Some(base()), "{what}");
    let found = payloads(&opened.entries);
    let all = ["one", "two", "three", "four", "five", "six", "seven"];
    let order: Vec<_> = all.into_iter().filter(|p| found.contains(p)).collect();
    assert_eq!(found, order, "{what}: each once, in order");
    for saved in &told.saved {
        assert!(found.contains(&saved.as_str()), "{what}: {saved} was saved; {found:?}");
    }
    for payload in &found {
        assert!(told.saved.iter().chain(&told.refused).any(|p| p == payload), "{what}: {payload}");
    }
    let last_name = told.names.last().unwrap();
    assert!(opened.name == *last_name || told.maybe_names.contains(&opened.name), "{what}: {}", opened.name);
    // Life goes on: what is there now stays, through packing and opening again.
    let before = opened.entries.clone();
    append(&mut journal, "later");
    for _ in 0..3 {
        journal.compact().unwrap();
    }
    // A command that was cut short while it was being saved stays where it is, with all other damage.
    let damaged = opened.findings.iter().filter(|f| matches!(f, Finding::RecordDamaged { .. })).count();
    assert_eq!(disk.keys_under("e/").len() + disk.keys_under("n/").len(), damaged, "{what}: all else is packed");
    let segments = disk.keys_under("s/").len();
    assert!((2..=4).contains(&segments), "{what}: {segments} segments");
    let after = reopen(disk);
    assert_eq!(after.findings.len(), damaged, "{what}: {:?}", after.findings);
    assert_eq!(after.entries[..before.len()], before, "{what}");
    assert_eq!(after.entries.last().unwrap().payload, "later", "{what}");
    assert_eq!(after.name, opened.name, "{what}");
}

#[test]
fn whatever_operation_fails_in_whatever_way_what_was_saved_is_there() {
    let counting = Faulty::new(&Disk::default(), Fault::Throw, usize::MAX);
    work(Rc::clone(&counting));
    let operations = counting.operations.get();
    assert!(operations > 150, "{operations}");
    for fault in FAULTS {
        for at in (0..operations).filter(|at| !fault.is_of_writes() || counting.writes.borrow().contains(at)) {
            let disk = Disk::default();
            let told = work(Faulty::new(&disk, fault, at));
            check(&disk, &told, &format!("{fault:?} at {at}"));
        }
    }
}

#[test]
fn whatever_operation_fails_in_a_store_that_is_nearly_full_what_was_saved_is_there() {
    let full = Disk::default();
    work(full.clone());
    let most = full.used();
    let reserve = 65_536;
    for limit in (300..most - reserve).step_by(41).chain((most - reserve..most).step_by(1201)) {
        let disk = Disk::limited(limit);
        let told = work(Rc::new(disk.clone()));
        disk.limit.set(None);
        check(&disk, &told, &format!("limit {limit}"));
    }
}

#[test]
fn deleting_that_fails_half_way_leaves_nothing_that_can_be_opened() {
    for fault in FAULTS {
        for at in 0..40 {
            let disk = Disk::default();
            worked_in(&disk);
            let done = journal::delete(&Faulty::new(&disk, fault, at), ID, NOON);
            match open(disk.clone(), B) {
                // The mark could not be written, or was forgotten: nothing has happened, or all.
                Ok((_, opened)) => assert!(done.is_err() && opened.entries.len() == 4, "{fault:?} at {at}"),
                Err(OpenError::Deleted) => {
                    assert_eq!(list(&disk, &V), Ok(vec![]));
                    sweep(&disk, &V, NOON).unwrap();
                    assert!(disk.keys_under("").len() <= 1, "{fault:?} at {at}: only the mark stays");
                    sweep(&disk, &V, NOON + 40 * 86_400_000).unwrap();
                    assert_eq!(disk.keys_under("").len(), 0, "{fault:?} at {at}");
                }
                // All is gone; only the mark is missing.
                Err(OpenError::Absent) => assert!(done.is_err() || (fault, at) == (Fault::Forget, 1)),
                Err(error) => panic!("{fault:?} at {at}: {error:?}"),
            }
        }
    }
}
