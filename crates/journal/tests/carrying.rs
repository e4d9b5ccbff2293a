//! Exporting, importing, listing, and what stays small.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fakes;

use fakes::*;
use journal::{CreateError, ImportError, Journal, MOST_EXPORT_BYTES, RESERVE, Store, import, list, sweep, usage};
use proptest::prelude::*;

fn refused(file: &str) -> String {
    let disk = Disk::default();
    let error = import(disk.clone(), V, file, "copy", B, NOON).err().unwrap();
    assert!(disk.values.borrow().is_empty(), "nothing is changed");
    error.to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn an_export_comes_back_as_it_was(
        name in any::<String>(), payloads in prop::collection::vec(any::<String>(), 0..20),
        bytes in prop::option::of(prop::collection::vec(any::<u8>(), 0..300)), packed in any::<bool>(),
    ) {
        let disk = Disk::default();
        let base = bytes.map(|bytes| journal::Segment { kind: "import/1".into(), bytes });
        let mut journal = Journal::create(disk.clone(), V, ID, &name, A, base.clone(), NOON).unwrap();
        for payload in &payloads {
            append(&mut journal, payload);
        }
        if packed {
            journal.compact().unwrap();
        }
        let file = journal.export();
        let copy = import(disk.clone(), V, &file, "copy", B, NOON + 1).unwrap();
        prop_assert_eq!(copy.export(), file);
        let (opened, found) = Journal::open(disk.clone(), V, "copy", C, None).unwrap();
        prop_assert_eq!(opened.entries(), journal.entries());
        prop_assert_eq!(found.base, base);
        prop_assert_eq!(found.name.as_str(), journal.name());
        prop_assert_eq!(found.findings, []);
        prop_assert_eq!(list(&disk, &V).unwrap().len(), 2, "the first one is untouched");
    }
}

#[test]
fn an_import_that_is_not_an_export_is_refused_with_its_place() {
    let disk = Disk::default();
    let file = worked_in(&disk).export();
    assert!(refused("{\n  \"format\": oops").contains("line 2, column 13"));
    assert!(refused("{}").contains("service-dojo-workspace"));
    assert!(refused("[1]").contains("service-dojo-workspace"));
    assert!(refused(&"[".repeat(100_000)).contains("not JSON"), "deep nesting does not overflow the stack");
    assert!(refused(&file.replace("\"version\": 1", "\"version\": 2")).contains("later version"));
    assert!(refused(&file.replace("\"version\": 1", "\"version\": \"1\"")).contains("at version"));
    assert!(refused(&file.replace("\"payload\": \"three\"", "\"payload\": 3")).contains("entries[2].payload"));
    assert!(refused(&file.replace("000000000000000a 3", "a 3")).contains("entries[2].at"));
    assert!(refused(&file.replace("000000000000000a 3", "000000000000000a 2")).contains("entries[2].at"));
    assert!(refused(&file.replace("\"base64\": \"A", "\"base64\": \"!")).contains("base.base64"));
    assert!(refused(&file.replace("\"three\"", "\"drei\"")).contains("checksum"));
    assert!(refused(&file.replace("The shop", "A shop")).contains("checksum"));
    let huge = " ".repeat(MOST_EXPORT_BYTES + 1);
    assert!(refused(&huge).contains("are not read"), "by its size, unread");
}

#[test]
fn an_import_survives_another_layout_of_its_json_and_a_byte_order_mark() {
    let disk = Disk::default();
    let journal = worked_in(&disk);
    let json: serde_json::Value = serde_json::from_str(&journal.export()).unwrap();
    let relaid = format!("\u{feff}{}", serde_json::to_string_pretty(&json).unwrap());
    let copy = import(disk, V, &relaid, "copy", B, NOON).unwrap();
    assert_eq!(copy.entries(), journal.entries());
}

#[test]
fn an_import_does_not_touch_what_is_there_and_fails_as_a_whole() {
    let disk = Disk::default();
    let file = worked_in(&disk).export();
    let before = disk.values.borrow().clone();
    let same = import(disk.clone(), V, &file, ID, B, NOON).err().unwrap();
    assert_eq!(same, ImportError::Create(CreateError::Exists));
    let bad = import(disk.clone(), V, &file, "a/b", B, NOON).err().unwrap();
    assert_eq!(bad, ImportError::Create(CreateError::BadId));
    disk.limit.set(Some(disk.used() + 400));
    let full = import(disk.clone(), V, &file, "copy", B, NOON).err().unwrap();
    assert_eq!(full, ImportError::Create(CreateError::Full));
    assert_eq!(*disk.values.borrow(), before);
}

#[test]
fn the_list_shows_each_workspace_with_its_size_and_the_sizes_add_up() {
    let disk = Disk::default();
    let mut journal = worked_in(&disk);
    journal.rename("Corner shop", NOON).unwrap();
    Journal::create(disk.clone(), V, "second", "Second", B, None, NOON).unwrap();
    let mut infos = list(&disk, &V).unwrap();
    infos.sort_by(|a, b| a.id.cmp(&b.id));
    let told: Vec<_> = infos.iter().map(|i| (i.id.as_str(), i.name.as_str(), i.sound)).collect();
    assert_eq!(told, [("second", "Second", true), (ID, "Corner shop", true)]);
    let used = usage(&disk).unwrap();
    for info in &infos {
        assert!(used.by_workspace.contains(&(info.id.clone(), info.units)));
    }
    let reserve = (units(RESERVE) + units(&disk.value(RESERVE).unwrap())) as u64;
    assert_eq!(reserve, 65_536);
    assert_eq!(used.ours, infos.iter().map(|i| i.units).sum::<u64>() + reserve);
    assert_eq!(used.total(), disk.used() as u64);
}

#[test]
fn a_creation_that_was_killed_is_not_listed_and_is_swept_up_after_an_hour() {
    let disk = Disk::default();
    disk.set(&key("creating"), &NOON.to_string()).unwrap();
    disk.set(&key("s/1-000000000000000a-0"), "half a segment").unwrap();
    assert_eq!(list(&disk, &V), Ok(vec![]));
    assert_eq!(sweep(&disk, &V, NOON + 60_000), Ok(0), "perhaps another tab is at it right now");
    assert_eq!(sweep(&disk, &V, NOON + 3_600_001), Ok(1));
    assert!(disk.values.borrow().is_empty());
}

#[test]
fn many_commands_take_little_room_few_segments_and_each_is_rewritten_rarely() {
    let disk = Disk::default();
    let mut journal = create(disk.clone(), A);
    let mut written = 0;
    for number in 0..2000u64 {
        let payload =
            format!(r#"{{"v":1,"incident":[{},7],"event":"Assigned","to":"person {}"}}"#, number % 90, number % 13);
        journal.append(&payload, NOON + number * 977).unwrap();
        if number % 50 == 49 {
            let before = disk.keys_under("s/");
            journal.compact().unwrap();
            let new = disk.keys_under("s/").into_iter().filter(|key| !before.contains(key));
            written += new.map(|key| units(&disk.value(&key).unwrap())).sum::<usize>();
        }
    }
    for _ in 0..2 {
        journal.compact().unwrap();
    }
    let segments: Vec<usize> = disk.keys_under("s/").iter().map(|key| units(&disk.value(key).unwrap())).collect();
    assert!(segments.len() <= 10, "{segments:?}");
    let kept: usize = segments.iter().sum();
    assert!(kept < 2000 * 12, "{kept} units for 2,000 commands");
    assert!(written < kept * 8, "{written} units were written for {kept} that are kept");
    assert!(disk.keys_under("m/").iter().all(|key| units(&disk.value(key).unwrap()) < 900), "manifests stay tiny");
}

#[test]
fn manifests_stay_tiny_however_many_pages_were_loaded() {
    let disk = Disk::default();
    create(disk.clone(), A);
    for page in 0..300 {
        let mut journal = open(disk.clone(), journal::TabId(1000 + page)).unwrap().0;
        append(&mut journal, "one thing");
        if page % 3 == 0 {
            journal.compact().unwrap();
        }
    }
    assert_eq!(reopen(&disk).entries.len(), 300);
    for slot in ["m/0", "m/1"] {
        let size = units(&disk.value(&key(slot)).unwrap());
        assert!(size < 1200, "{size}");
    }
}
