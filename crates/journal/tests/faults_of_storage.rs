//! What storage does to us, fault by fault; the numbers are those of the list that the design is held to.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fakes;

use fakes::*;
use journal::{
    AppendError, CompactError, CreateError, Finding, Journal, LIMIT_UNITS, MemoryReason, MemoryStore, Mode, Notice,
    OpenError, RESERVE, ReadOnly, Segment, Store, StoreError, TabId, Witness, import, list, usage,
};

#[test]
fn fault_01_blocked_storage_is_told_and_memory_takes_its_place() {
    let store = Refusing(StoreError::Blocked);
    assert!(matches!(open(&store, A), Err(OpenError::Store(StoreError::Blocked))));
    let error = Journal::create(&store, V, ID, "Shop", A, None, NOON).err().unwrap();
    assert_eq!(error, CreateError::Store(StoreError::Blocked));

    let memory = MemoryStore::new(StoreError::Blocked.memory_reason());
    let mut journal = create(&memory, A);
    assert_eq!(journal.mode(), Mode::Memory(MemoryReason::Blocked));
    assert!(journal.mode().sentence().unwrap().contains("export"));
    append(&mut journal, "one");
    journal.compact().unwrap();
    assert_eq!(open(&memory, B).unwrap().1.mode, Mode::Memory(MemoryReason::Blocked));
    let copy = import(Disk::default(), V, &journal.export(), "copy", B, NOON).unwrap();
    assert_eq!(copy.entries().len(), 1, "exporting works");
}

#[test]
fn fault_02_storage_that_is_switched_off_is_told_and_memory_takes_its_place() {
    let store = Refusing(StoreError::SwitchedOff);
    assert!(matches!(open(&store, A), Err(OpenError::Store(StoreError::SwitchedOff))));
    assert_eq!(StoreError::SwitchedOff.memory_reason(), MemoryReason::SwitchedOff);
}

#[test]
fn fault_03_a_get_that_throws_leads_to_rescue_and_nothing_is_written() {
    let disk = Disk::default();
    worked_in(&disk);
    let before = disk.values.borrow().clone();
    for at in 1..before.len() {
        match open(Faulty::new(&disk, Fault::Throw, at), B) {
            Err(OpenError::Rescue { error: Some(_), raw, .. }) => assert!(raw.contains("service-dojo-rescue")),
            Err(error) => panic!("{error:?}"),
            // The count of the whole store comes last and may fail.
            Ok((_, opened)) => assert_eq!(payloads(&opened.entries), ["one", "two", "three", "four"]),
        }
        assert_eq!(*disk.values.borrow(), before);
    }
}

#[test]
fn fault_04_a_command_that_meets_a_full_store_is_saved_with_the_reserve() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    assert!(disk.value(RESERVE).is_some());
    disk.limit.set(Some(disk.used() + 100));
    let appended = journal.append(&"x".repeat(200), NOON).unwrap();
    assert_eq!(appended.notices, [Notice::ReserveUsed]);
    assert!(disk.value(RESERVE).is_none());
    assert_eq!(reopen(&disk).entries.len(), 5);

    disk.limit.set(Some(disk.used() + 100));
    assert_eq!(journal.append(&"y".repeat(200), NOON), Err(AppendError::Full), "no second time");
    disk.limit.set(None);
    append(&mut journal, "z");
    assert_eq!(reopen(&disk).findings, [], "what was refused leaves no gap");
    assert_eq!(reopen(&disk).entries.last().unwrap().payload, "z");
}

#[test]
fn fault_05_no_room_for_a_segment_leaves_both_slots_as_they_were() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    disk.remove(RESERVE).unwrap();
    disk.limit.set(Some(disk.used() + 10));
    let before = disk.values.borrow().clone();
    assert_eq!(journal.compact(), Err(CompactError::Full));
    assert_eq!(*disk.values.borrow(), before);
    assert_eq!(reopen(&disk).entries.len(), 4);
    disk.limit.set(None);
    assert_eq!(journal.compact().unwrap().packed, 2, "and it works as soon as there is room");
}

#[test]
fn fault_06_no_room_at_all_creates_nothing_and_memory_takes_its_place() {
    let disk = Disk::limited(0);
    let error = Journal::create(disk.clone(), V, ID, "Shop", A, None, NOON).err().unwrap();
    assert_eq!(error, CreateError::Full);
    assert!(disk.values.borrow().is_empty());
    assert_eq!(StoreError::Full.memory_reason(), MemoryReason::NoRoom);
}

#[test]
fn fault_07_foreign_keys_are_counted_and_never_touched() {
    let disk = Disk::default();
    let foreign = "z".repeat(4_600_000);
    disk.set("somebody/else", &foreign).unwrap();
    let used = usage(&disk).unwrap();
    assert_eq!((used.ours, used.others, used.limit), (0, 4_600_013, LIMIT_UNITS));
    assert!(used.share() > 0.87);

    let big = Some(Segment { kind: "import/1".into(), bytes: vec![7; 500_000] });
    let error = Journal::create(disk.clone(), V, ID, "Shop", A, big, NOON).err().unwrap();
    assert!(matches!(error, CreateError::TooLarge { needed: 266_710, .. }), "{error:?}");
    assert_eq!(disk.values.borrow().len(), 1);

    let mut journal = Journal::create(disk.clone(), V, ID, "Shop", A, None, NOON).unwrap();
    let notices = journal.append("one", NOON).unwrap().notices;
    assert_eq!(notices, [Notice::Filling { percent: 87 }], "warned from 70 % on, once");
    assert_eq!(journal.append("two", NOON).unwrap().notices, []);
    disk.limit.set(Some(disk.used() + 5));
    assert_eq!(journal.append("three", NOON), Err(AppendError::Full));
    assert_eq!(disk.value("somebody/else").unwrap(), foreign);
}

#[test]
fn fault_08_foreign_keys_and_nonsense_under_our_prefix_are_passed_over() {
    let disk = Disk::default();
    worked_in(&disk);
    let sound = reopen(&disk);
    for nonsense in
        ["", "theme", "service-dojo/v1/", "service-dojo/v1/shop", "service-dojo/v1//m/0", "service-dojo/v2/shop/m/0"]
    {
        disk.set(nonsense, "{not json").unwrap();
    }
    for nonsense in
        ["e/a/1", "e/000000000000000A/1", "e/000000000000000a/01", "e/000000000000000a/+1", "m/2", "s/1", "x"]
    {
        disk.set(&key(nonsense), "{not json").unwrap();
    }
    assert_eq!(reopen(&disk), sound);
    assert_eq!(list(&disk, &V).unwrap().len(), 1);
}

/// Damages each slot in turn, after each generation, and expects everything to be there all the same.
fn damage_each_slot(damage: fn(&str) -> String) {
    for generations in 0..4 {
        for slot in 0..2 {
            let disk = Disk::default();
            let mut journal = create(disk.clone(), A);
            let mut expected = Vec::new();
            for generation in 0..generations {
                for number in 0..2 {
                    expected.push(append(&mut journal, &format!("{generation}.{number}")));
                }
                journal.compact().unwrap();
            }
            expected.push(append(&mut journal, "last"));
            disk.change(&key(&format!("m/{slot}")), damage);
            let (mut journal, opened) = open(disk.clone(), B).unwrap();
            assert_eq!(opened.entries, expected);
            assert_eq!(opened.base, Some(base()));
            assert_eq!(opened.mode, Mode::ReadWrite);
            assert!(matches!(opened.findings[..], [Finding::SlotDamaged { slot: s, .. }] if s == slot));
            expected.push(append(&mut journal, "and on"));
            journal.compact().unwrap();
            assert_eq!(reopen(&disk).entries, expected);
            assert_eq!(reopen(&disk).findings, [], "the damaged slot was the next to be written");
        }
    }
}

#[test]
fn fault_09_slot_cut_short_falls_back_to_the_other_slot() {
    damage_each_slot(cut);
    damage_each_slot(|_| String::new());
}

#[test]
fn fault_10_bit_flip_in_a_slot_falls_back_to_the_other_slot() {
    damage_each_slot(|text| flip(text, 3));
    damage_each_slot(|text| flip(text, 40));
    damage_each_slot(|text| flip(text, text.len() - 2));
}

#[test]
fn fault_10_bit_flip_in_a_new_segment_falls_back_to_the_other_slot() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    let before = disk.keys_under("s/");
    journal.compact().unwrap();
    let new = disk.keys_under("s/").into_iter().find(|key| !before.contains(key)).unwrap();
    disk.change(&new, |text| flip(text, 20));
    let opened = reopen(&disk);
    assert_eq!(payloads(&opened.entries), ["one", "two", "three", "four"]);
    assert!(matches!(opened.findings[..], [Finding::SlotDamaged { .. }]));
}

#[test]
fn fault_11_two_bad_slots_lead_to_rescue_and_are_never_overwritten() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    disk.change(&key("m/0"), cut);
    disk.change(&key("m/1"), |text| flip(text, 5));
    let before = disk.values.borrow().clone();
    match open(disk.clone(), B) {
        Err(OpenError::Rescue { findings, raw, error: None }) => {
            assert_eq!(findings.len(), 2);
            let json: serde_json::Value = serde_json::from_str(&raw).unwrap();
            let keys = json["keys"].as_array().unwrap();
            assert_eq!(keys.len(), before.len() - 1, "everything but the reserve");
            for pair in keys {
                assert_eq!(before[pair["key"].as_str().unwrap()], pair["value"].as_str().unwrap());
            }
        }
        other => panic!("{:?}", other.map(|(_, opened)| opened)),
    }
    assert_eq!(*disk.values.borrow(), before);
    let info = list(&disk, &V).unwrap();
    assert!(!info[0].sound, "it is listed, so that it can be rescued");
    let error = Journal::create(disk.clone(), V, ID, "Again", B, None, NOON).err().unwrap();
    assert_eq!(error, CreateError::Exists);
    assert_eq!(*disk.values.borrow(), before);
    // A tab that has it open still holds everything in memory: it may go on, and packing heals the slots.
    append(&mut journal, "five");
    journal.compact().unwrap();
    assert_eq!(reopen(&disk).entries.len(), 5);
}

#[test]
fn fault_12_a_right_checksum_around_a_wrong_schema_is_kept_aside() {
    let wrong = [
        forged("command"),
        forged("command\n"),
        forged("command 3 1 1 1 0 000000000000000b 2\ntwo!"),
        forged("command 3 1 x 1 0 000000000000000b 2\ntwo"),
        forged("order 3 1 1 1 0 000000000000000b 2\ntwo"),
        command(1, 1, "1 0 000000000000000b 3", "two"),
        command(1, 1, "1 0 000000000000000c 2", "two"),
        command(1, 1, "soon 0 000000000000000b 2", "two"),
        command(1, 1, "1 0 000000000000000b 2 3", "two"),
    ];
    for text in wrong {
        let disk = Disk::default();
        worked_in(&disk);
        let aside = key("e/000000000000000b/1");
        disk.set(&aside, &text).unwrap();
        let (mut journal, opened) = open(disk.clone(), C).unwrap();
        assert_eq!(payloads(&opened.entries), ["one", "two", "three", "four"]);
        assert!(matches!(&opened.findings[..], [Finding::RecordUnknown { key, .. }] if *key == aside), "{text}");
        assert_eq!(opened.mode, Mode::ReadWrite);
        for _ in 0..4 {
            append(&mut journal, "more");
            journal.compact().unwrap();
        }
        assert_eq!(disk.value(&aside), Some(text), "never deleted");
    }
}

#[test]
fn fault_12_a_slot_with_a_right_checksum_and_a_wrong_schema_is_never_overwritten() {
    for covered in ["manifest 5 1 1 \nhello", "manifest 5 1 1 \n", "else 0 1 1 \n", "manifest"] {
        for slot in 0..2 {
            let disk = Disk::default();
            worked_in(&disk);
            disk.set(&key(&format!("m/{slot}")), &forged(covered)).unwrap();
            let before = disk.values.borrow().clone();
            let (mut journal, opened) = open(disk.clone(), B).unwrap();
            assert_eq!(payloads(&opened.entries), ["one", "two", "three", "four"]);
            assert_eq!(opened.mode, Mode::ReadOnly(ReadOnly::NotUnderstood));
            assert_eq!(journal.append("five", NOON), Err(AppendError::ReadOnly(ReadOnly::NotUnderstood)));
            assert_eq!(journal.compact(), Err(CompactError::ReadOnly(ReadOnly::NotUnderstood)));
            assert_eq!(*disk.values.borrow(), before);
            assert_eq!(import(Disk::default(), V, &journal.export(), "copy", B, NOON).unwrap().entries().len(), 4);
        }
    }
}

#[test]
fn fault_13_a_gap_stops_its_tab_there_and_what_follows_is_kept() {
    let disk = Disk::default();
    let mut ours = worked_in(&disk);
    let mut theirs = open(disk.clone(), B).unwrap().0;
    for number in 1..=5 {
        append(&mut theirs, &format!("b{number}"));
    }
    append(&mut ours, "five");
    let lost = disk.value(&key("e/000000000000000b/3")).unwrap();
    disk.remove(&key("e/000000000000000b/3")).unwrap();
    let (mut journal, opened) = open(disk.clone(), C).unwrap();
    assert_eq!(payloads(&opened.entries), ["one", "two", "three", "four", "five", "b1", "b2"]);
    assert_eq!(opened.findings, [Finding::Gap { tab: B, missing: 3, withheld: 2 }]);
    for _ in 0..3 {
        append(&mut journal, "more");
        journal.compact().unwrap();
    }
    journal.compact().unwrap();
    assert_eq!(disk.keys_under("e/").len(), 2, "what follows the gap is kept");
    assert_eq!(reopen(&disk).findings, [Finding::Gap { tab: B, missing: 3, withheld: 2 }]);
    // The missing one turns up: from another tab, or from a copy of it.
    disk.set(&key("e/000000000000000b/3"), &lost).unwrap();
    assert_eq!(payloads(&journal.poll()), ["b3", "b4", "b5"]);
    assert_eq!(reopen(&disk).entries.len(), 13);
    assert_eq!(reopen(&disk).findings, []);
}

#[test]
fn fault_13_a_damaged_record_is_a_gap_too() {
    let disk = Disk::default();
    worked_in(&disk);
    disk.change(&key("e/000000000000000a/3"), |text| flip(text, 60));
    let (mut journal, opened) = open(disk.clone(), A).unwrap();
    assert_eq!(payloads(&opened.entries), ["one", "two"]);
    assert!(matches!(
        opened.findings[..],
        [Finding::RecordDamaged { .. }, Finding::Gap { tab: A, missing: 3, withheld: 1 }]
    ));
    assert_ne!(journal.tab(), A, "a tab with a gap takes another number, or its commands would be held back");
    append(&mut journal, "on");
    assert_eq!(payloads(&reopen(&disk).entries), ["one", "two", "on"]);
}

#[test]
fn fault_14_a_duplicate_changes_nothing() {
    let disk = Disk::default();
    let mut ours = worked_in(&disk);
    let mut theirs = open(disk.clone(), B).unwrap().0;
    append(&mut ours, "five");
    let at = key("e/000000000000000a/5");
    let text = disk.value(&at).unwrap();
    assert_eq!(payloads(&theirs.absorb(&at, &text)), ["five"]);
    assert_eq!(theirs.absorb(&at, &text), []);
    assert_eq!(theirs.poll(), []);
    assert_eq!(ours.absorb(&at, &text), []);
    // The key of a command that is packed already.
    for _ in 0..3 {
        ours.compact().unwrap();
    }
    assert_eq!(disk.value(&at), None);
    disk.set(&at, &text).unwrap();
    let opened = reopen(&disk);
    assert_eq!(payloads(&opened.entries), ["one", "two", "three", "four", "five"]);
    assert_eq!(opened.findings, []);
}

#[test]
fn fault_14_another_command_under_a_number_that_is_taken_is_reported_and_kept() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    let at = key("e/000000000000000a/4");
    let other = command(1, 1, &format!("{NOON} 0 000000000000000a 4"), "not four");
    assert_eq!(journal.absorb(&at, &other), []);
    assert_eq!(journal.take_findings(), [Finding::Conflict { key: at.clone() }]);
    disk.set(&at, &other).unwrap();
    for _ in 0..3 {
        journal.compact().unwrap();
    }
    assert_eq!(disk.value(&at), Some(other));
    assert_eq!(payloads(&reopen(&disk).entries), ["one", "two", "three", "four"]);
}

#[test]
fn fault_15_a_kill_between_any_two_writes_leaves_what_was_saved() {
    // `every_operation.rs` does this for each operation and each kind of failing; here the kill alone.
    for at in 0..80 {
        let disk = Disk::default();
        worked_in(&disk);
        let before = reopen(&disk).entries;
        let dying = Faulty::new(&disk, Fault::KillBefore, at);
        if let Ok((mut journal, _)) = open(dying, B) {
            let _ = journal.compact();
            let _ = journal.compact();
        }
        assert_eq!(reopen(&disk).entries, before, "killed before operation {at}");
        assert_eq!(reopen(&disk).findings, []);
    }
}

#[test]
fn faults_16_17_20_what_a_mirror_kept_is_put_back_and_the_number_decides() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    append(&mut journal, "five");
    let mirror: Vec<_> = journal.entries().into_iter().cloned().collect();
    for number in 4..=5 {
        disk.remove(&key(&format!("e/000000000000000a/{number}"))).unwrap();
    }
    let (mut later, opened) = open(disk.clone(), B).unwrap();
    assert_eq!(opened.entries.len(), 3);
    assert_eq!(payloads(&later.recover(&mirror).unwrap()), ["four", "five"]);
    assert_eq!(later.recover(&mirror).unwrap(), [], "an older mirror brings nothing back twice");
    assert_eq!(reopen(&disk).entries, mirror);
}

#[test]
fn fault_18_cleared_in_mid_session_is_noticed_and_can_be_saved_again() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    let expected: Vec<_> = journal.entries().into_iter().cloned().collect();
    disk.values.borrow_mut().clear();
    assert_eq!(journal.append("five", NOON), Err(AppendError::Cleared));
    assert_eq!(journal.compact(), Err(CompactError::Cleared));
    assert!(journal.is_cleared());
    assert!(disk.values.borrow().is_empty(), "nothing is written unasked");
    journal.resave(NOON).unwrap();
    assert!(!journal.is_cleared());
    assert_eq!(reopen(&disk).entries, expected);
    assert_eq!(reopen(&disk).base, Some(base()));
    append(&mut journal, "five");
    journal.compact().unwrap();
    assert_eq!(reopen(&disk).entries.len(), 5);
}

#[test]
fn fault_18_two_tabs_that_meet_a_cleared_store_save_everything_once() {
    let disk = Disk::default();
    let mut ours = worked_in(&disk);
    let mut theirs = open(disk.clone(), B).unwrap().0;
    append(&mut theirs, "theirs");
    disk.values.borrow_mut().clear();
    assert_eq!(theirs.append("x", NOON), Err(AppendError::Cleared));
    // Ours has not heard of "theirs" when it saves.
    ours.resave(NOON).unwrap();
    theirs.resave(NOON).unwrap();
    assert_eq!(payloads(&ours.poll()), ["theirs"], "who finds a command of its own missing writes it again");
    assert_eq!(payloads(&reopen(&disk).entries), ["one", "two", "three", "four", "theirs"]);
    assert_eq!(reopen(&disk).findings, []);
}

#[test]
fn fault_19_evicted_storage_is_missing_not_new() {
    let disk = Disk::default();
    let journal = worked_in(&disk);
    let witness = Witness::from_text(&journal.witness().to_text()).unwrap();
    assert_eq!(witness, journal.witness());
    disk.values.borrow_mut().clear();
    assert!(matches!(open(disk.clone(), B), Err(OpenError::Absent)));
    match Journal::open(disk.clone(), V, ID, B, Some(witness.clone())) {
        Err(error @ OpenError::Missing(_)) => assert!(error.to_string().contains("The shop")),
        other => panic!("{:?}", other.map(|(_, opened)| opened)),
    }
    assert!(disk.values.borrow().is_empty());

    let disk = Disk::default();
    worked_in(&disk);
    disk.remove(&key("e/000000000000000a/4")).unwrap();
    let (_, opened) = Journal::open(disk.clone(), V, ID, B, Some(witness)).unwrap();
    assert_eq!(opened.findings, [Finding::FewerThanBefore { before: 4, now: 3 }]);
}

#[test]
fn every_finding_and_error_has_a_sentence_that_says_what_to_do_or_what_is_safe() {
    let damage = journal::columns::decode(b"").unwrap_err();
    let findings = [
        Finding::SlotDamaged { slot: 0, damage },
        Finding::SlotUnknown { slot: 1, damage },
        Finding::RecordDamaged { key: "k".into(), damage },
        Finding::RecordUnknown { key: "k".into(), damage },
        Finding::Newer { min_reader: 2 },
        Finding::Gap { tab: TabId(1), missing: 2, withheld: 3 },
        Finding::Conflict { key: "k".into() },
        Finding::FarAhead { tab: TabId(1), sequence: 1 },
        Finding::FewerThanBefore { before: 2, now: 1 },
    ];
    for finding in findings {
        let sentence = finding.sentence();
        assert!(sentence.ends_with('.') && sentence.len() > 40, "{sentence}");
    }
}
