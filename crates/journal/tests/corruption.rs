//! Whatever stands in the store or in a file, reading it gives an answer and never a panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fakes;

use fakes::*;
use journal::columns::{Column, Table, Values, encode};
use journal::text::to_text;
use journal::{ImportError, Journal, OpenError, Store, import, list, raw, sweep, usage};
use proptest::prelude::*;

fn sum(text: &str) -> String {
    format!("{:016x}", twox_hash::XxHash64::oneshot(0, text.as_bytes()))
}

/// Does everything that can be done with a store, and opens it again if it opened.
fn use_it(disk: &Disk) {
    let _ = list(disk, &V).unwrap();
    let _ = usage(disk).unwrap();
    let _ = raw(disk, ID);
    if let Ok((mut journal, _)) = open(disk.clone(), B) {
        let _ = journal.poll();
        let saved = journal.append("on", NOON);
        let packed = journal.compact();
        let _ = journal.compact();
        let again = open(disk.clone(), C);
        if saved.is_ok() {
            let (_, opened) = again.unwrap();
            assert!(opened.entries.iter().any(|e| e.payload == "on"), "{packed:?}");
        }
        let _ = journal.export();
    }
    let _ = sweep(disk, &V, NOON).unwrap();
}

/// Mostly words that mean something in a record, so that forged ones get far.
fn fragments() -> impl Strategy<Value = String> {
    let fragment = prop_oneof![
        Just(" ".to_owned()),
        Just("\n".to_owned()),
        Just("1".to_owned()),
        Just("generation 3\n".to_owned()),
        Just("workspace shop\n".to_owned()),
        Just("name 1 0 000000000000000a Shop\n".to_owned()),
        Just("tail 1-000000000000000a-1 0000000000000000 1\n".to_owned()),
        Just("contains 000000000000000a 4294967295\n".to_owned()),
        Just("base 1-000000000000000a-0 ".to_owned()),
        Just(u64::MAX.to_string()),
        any::<String>(),
    ];
    prop::collection::vec(fragment, 0..12).prop_map(|parts| parts.concat())
}

/// A manifest's record with a right checksum and a header that fits, around anything.
fn manifest(body: &str) -> String {
    forged(&format!("manifest {} 1 1 \n{body}", body.len()))
}

proptest! {
    #[test]
    fn a_changed_value_anywhere_never_panics(
        which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), with in any::<char>(),
    ) {
        let disk = Disk::default();
        worked_in(&disk);
        let keys = disk.keys_under("");
        disk.change(&keys[which.index(keys.len())], |text| {
            let mut letters: Vec<char> = text.chars().collect();
            let at = at.index(letters.len());
            letters[at] = with;
            letters.into_iter().collect()
        });
        use_it(&disk);
    }

    #[test]
    fn a_value_that_is_missing_cut_or_another_s_never_panics(
        which in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), how in 0..4,
    ) {
        let disk = Disk::default();
        worked_in(&disk);
        let keys = disk.keys_under("");
        let (which, from) = (&keys[which.index(keys.len())], &keys[from.index(keys.len())]);
        let other = disk.value(from).unwrap();
        match how {
            0 => disk.remove(which).unwrap(),
            1 => disk.change(which, cut),
            2 => disk.set(which, &other).unwrap(),
            _ => disk.set(which, "").unwrap(),
        }
        use_it(&disk);
    }

    #[test]
    fn a_forged_manifest_with_a_right_checksum_never_panics(slot in 0..2, body in fragments()) {
        let disk = Disk::default();
        worked_in(&disk);
        disk.set(&key(&format!("m/{slot}")), &manifest(&body)).unwrap();
        use_it(&disk);
    }

    #[test]
    fn a_changed_manifest_with_a_right_checksum_never_panics(
        line in any::<prop::sample::Index>(), with in fragments(), generation in any::<u64>(),
    ) {
        let disk = Disk::default();
        worked_in(&disk);
        let text = disk.value(&key("m/0")).unwrap();
        let (_, body) = text.split_once('\n').unwrap();
        let mut lines: Vec<String> = body.lines().map(str::to_owned).collect();
        lines[0] = format!("generation {generation}");
        let at = line.index(lines.len());
        lines[at] = with;
        disk.set(&key("m/0"), &manifest(&(lines.join("\n") + "\n"))).unwrap();
        use_it(&disk);
    }

    #[test]
    fn forged_records_with_a_right_checksum_never_panic(
        parts in prop::collection::vec((any::<u64>(), any::<u32>(), 1u32..4, any::<String>()), 1..5),
        covered in fragments(),
    ) {
        let disk = Disk::default();
        worked_in(&disk);
        for (millis, count, sequence, payload) in parts {
            let at = format!("{millis} {count} 000000000000000c {sequence}");
            disk.set(&key(&format!("e/000000000000000c/{sequence}")), &command(1, 1, &at, &payload)).unwrap();
        }
        disk.set(&key("e/000000000000000d/1"), &forged(&covered)).unwrap();
        disk.set(&key("n/000000000000000d"), &forged(&format!("name 4 1 1 {covered}\nShop"))).unwrap();
        use_it(&disk);
    }

    #[test]
    fn a_forged_segment_that_a_forged_manifest_names_never_panics(
        numbers in prop::collection::vec(any::<i64>(), 3), tab in prop_oneof![Just("000000000000000a".to_owned()), any::<String>()],
        names in prop::sample::subsequence(vec!["millis", "count", "tab", "sequence", "payload"], 3..=5),
        rows in 0u32..4,
    ) {
        let disk = Disk::default();
        worked_in(&disk);
        let column = |name: &str| Column {
            name: name.to_owned(),
            values: match name {
                "tab" => Values::Words { dictionary: vec![tab.clone()], indexes: vec![0; 3] },
                "payload" => Values::Words { dictionary: vec!["forged".into()], indexes: vec![0; 3] },
                _ => Values::Integers(numbers.clone()),
            },
        };
        let table = Table { rows: 3, columns: names.into_iter().map(column).collect() };
        let segment = to_text(&encode(&table));
        disk.set(&key("s/9-000000000000000c-1"), &segment).unwrap();
        let body = format!(
            "generation 9\nworkspace shop\nname 1 0 000000000000000a Shop\ntail 9-000000000000000c-1 {} {rows}\n",
            sum(&segment)
        );
        disk.set(&key("m/0"), &manifest(&body)).unwrap();
        use_it(&disk);
    }

    #[test]
    fn any_storage_event_is_taken_or_passed_over(at in fragments(), value in fragments(), sequence in any::<u32>()) {
        let disk = Disk::default();
        let mut journal = worked_in(&disk);
        journal.absorb(&at, &value);
        journal.absorb(&key(&at), &value);
        journal.absorb(&key(&format!("e/000000000000000c/{sequence}")), &forged(&value));
        prop_assert_eq!(journal.entries().len(), 4);
    }

    #[test]
    fn a_changed_export_is_refused_or_says_the_same(at in any::<prop::sample::Index>(), with in any::<char>()) {
        let disk = Disk::default();
        let journal = worked_in(&disk);
        let file = journal.export();
        let mut letters: Vec<char> = file.chars().collect();
        let at = at.index(letters.len());
        letters[at] = with;
        let changed: String = letters.into_iter().collect();
        if let Ok(copy) = import(Disk::default(), V, &changed, "copy", B, NOON) {
            prop_assert_eq!(copy.entries(), journal.entries());
            prop_assert_eq!(copy.base(), journal.base());
        }
    }

    #[test]
    fn any_text_as_an_export_is_answered(text in fragments()) {
        prop_assert!(import(Disk::default(), V, &text, "copy", B, NOON).is_err());
    }
}

#[test]
fn an_export_cut_anywhere_is_refused() {
    let disk = Disk::default();
    let file = worked_in(&disk).export();
    for length in 0..file.trim_end().len() {
        if !file.is_char_boundary(length) {
            continue;
        }
        let target = Disk::default();
        let error = import(target.clone(), V, &file[..length], "copy", B, NOON).err().unwrap();
        assert!(matches!(error, ImportError::NotJson { .. } | ImportError::CutOff { .. }), "{error}");
        assert!(target.values.borrow().is_empty());
    }
}

#[test]
fn both_manifests_forged_to_the_highest_generation_do_not_overflow() {
    for generation in [u64::MAX, u64::MAX - 1] {
        let disk = Disk::default();
        worked_in(&disk);
        for slot in 0..2 {
            let text = disk.value(&key(&format!("m/{slot}"))).unwrap();
            let (_, body) = text.split_once('\n').unwrap();
            let (_, rest) = body.split_once('\n').unwrap();
            disk.set(&key(&format!("m/{slot}")), &manifest(&format!("generation {generation}\n{rest}"))).unwrap();
        }
        match Journal::open(disk.clone(), V, ID, B, None) {
            Ok((mut journal, _)) => {
                append(&mut journal, "on");
                let _ = journal.compact();
                assert!(reopen(&disk).entries.iter().any(|e| e.payload == "on"));
            }
            Err(OpenError::Rescue { .. }) => {}
            Err(error) => panic!("{error:?}"),
        }
    }
}
