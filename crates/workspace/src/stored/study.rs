//! What somebody who learns has done: what a line tells of it, in a field of its own beside no events. What was done is
//! not looked into here.
//!
//! ```text
//! {"e":[],"study":{"did":"read","concept":"itil","on":true},"v":3}
//! ```

use serde::Deserialize;
use serde_json::Value;

use super::Unreadable;

const FIELD: &str = "study";

/// A line that tells what was done: an object.
pub fn write(did: Value) -> String {
    let Ok(Value::Object(mut fields)) = serde_json::from_str(&super::write(&[])) else { return String::new() };
    fields.insert(FIELD.into(), did);
    Value::Object(fields).to_string()
}

/// The one field of a line that is looked for.
#[derive(Deserialize)]
struct Found {
    #[serde(default)]
    study: Option<Value>,
}

/// What a stored line tells of learning; `None` for a line of any other workspace.
///
/// # Errors
/// [`Unreadable`] where it is no line of ours, or tells something that is no object.
pub fn read(line: &str) -> Result<Option<Value>, Unreadable> {
    let found: Found = serde_json::from_str(line).map_err(|_| Unreadable::NotOurs)?;
    match found.study {
        Some(did) if !did.is_object() => Err(Unreadable::Field { kind: FIELD.to_owned(), field: "did" }),
        did => Ok(did),
    }
}
