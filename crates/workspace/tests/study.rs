//! What is learned, as it is stored: lines of an ordinary journal with one more field.
#![allow(clippy::unwrap_used)]

use serde_json::json;
use workspace::stored::Unreadable;
use workspace::stored::study::{read, write};

/// A line as it was first written. Never edit it.
const KEPT: &str = r#"{"e":[],"study":{"concept":"itil","did":"read","on":true},"v":3}"#;
/// Lines of an ordinary workspace.
const OTHERS: &str = include_str!("fixtures/command-v3/desk.jsonl");

#[test]
fn a_line_is_read_as_it_was_written() {
    let did = json!({"did": "read", "concept": "itil", "on": true});
    assert_eq!(read(&write(did.clone())).unwrap(), Some(did.clone()));
    assert_eq!(read(KEPT).unwrap(), Some(did));
}

#[test]
fn other_lines_tell_nothing_and_damaged_ones_say_so() {
    for line in OTHERS.lines() {
        assert_eq!(read(line).unwrap(), None, "{line}");
    }
    assert!(matches!(read(r#"{"e":[],"study":7}"#), Err(Unreadable::Field { field: "did", .. })));
    assert!(matches!(read("not ours"), Err(Unreadable::NotOurs)));
}
