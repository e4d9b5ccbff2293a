//! What was stored once can be read for ever: a kept workspace and a kept export of each version.
//!
//! To add one for a new version, print `raw` and `export` of the workspace that `worked_in` makes there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fakes;

use fakes::*;
use journal::{Store, import};

const WORKSPACE_1: &str = include_str!("samples/workspace-v1.json");
const EXPORT_1: &str = include_str!("samples/export-v1.json");

#[test]
fn the_workspace_of_version_1_opens_as_it_was() {
    let disk = Disk::default();
    let json: serde_json::Value = serde_json::from_str(WORKSPACE_1).unwrap();
    for pair in json["keys"].as_array().unwrap() {
        disk.set(pair["key"].as_str().unwrap(), pair["value"].as_str().unwrap()).unwrap();
    }
    let opened = reopen(&disk);
    assert_eq!(opened.findings, []);
    assert_eq!(opened.name, "The shop");
    assert_eq!(opened.base, Some(base()));
    assert_eq!(payloads(&opened.entries), ["one", "two", "three", "four"]);
    assert_eq!(opened.entries[3].stamp.millis, NOON);
    assert_eq!(opened.entries[3].sequence, 4);
}

#[test]
fn the_export_of_version_1_is_imported_as_it_was() {
    let journal = import(Disk::default(), V, EXPORT_1, "copy", B, NOON).unwrap();
    assert_eq!(journal.export(), EXPORT_1);
    assert_eq!(journal.base(), Some(&base()));
    assert_eq!(journal.entries().len(), 4);
}

#[test]
fn a_rescue_file_holds_enough_to_open_the_workspace_elsewhere() {
    let disk = Disk::default();
    worked_in(&disk);
    let json: serde_json::Value = serde_json::from_str(&journal::raw(&disk, ID)).unwrap();
    let other = Disk::default();
    for pair in json["keys"].as_array().unwrap() {
        other.set(pair["key"].as_str().unwrap(), pair["value"].as_str().unwrap()).unwrap();
    }
    assert_eq!(reopen(&other), reopen(&disk));
}
