//! The scenarios that come with the app.

#![allow(dead_code, clippy::unwrap_used, clippy::panic)] // Each example and test uses a part; without the files none can go on.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use simulation::scenario::Files;

/// Those that can be played, in the order in which they are recommended.
pub const PLAYABLE: [&str; 6] = [
    "first-morning",
    "incident-or-request",
    "password-storm",
    "recurring-printer",
    "patch-tuesday",
    "data-centre-cooling",
];

/// A file of the app's content: "grading/rules.json".
pub fn content(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../public/content").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file beside the scenarios: "world.json".
pub fn text(name: &str) -> String {
    content(&["scenarios/", name].concat())
}

/// The files of a scenario in these words.
pub fn files_of(scenario: &str) -> Arc<Files> {
    Arc::new(Files::read(&text("world.json"), &text("pool.json"), scenario).unwrap())
}

/// The files of a scenario, by its key.
pub fn files(scenario: &str) -> Arc<Files> {
    files_of(&text(&[scenario, ".json"].concat()))
}
