//! What a form's fields must hold, whichever practice asks for them.

use std::mem::discriminant;
use std::sync::Arc;

use crate::desk::Desk;
use crate::priority::Level;
use crate::refusal::Refusal;

/// The text without white space around it; the same allocation where there is none.
pub(crate) fn trimmed(text: Arc<str>) -> Arc<str> {
    let inner = text.trim();
    if inner.len() == text.len() { text } else { Arc::from(inner) }
}

/// The trimmed text, or the refusal that asks for it.
pub(crate) fn filled(text: Arc<str>, field: &'static str, because: &'static str) -> Result<Arc<str>, Refusal> {
    let text = trimmed(text);
    if text.is_empty() { Err(Refusal::Missing { field, because }) } else { Ok(text) }
}

pub(crate) fn summary(text: Arc<str>) -> Result<Arc<str>, Refusal> {
    filled(text, "summary", "colleagues choose what to work on by this one line")
}

/// Whether a level stands on the scales of the desk's matrix.
pub(crate) fn on_scale(desk: &Desk, level: Level, field: &'static str) -> Result<(), Refusal> {
    if desk.matrix().has(level) {
        return Ok(());
    }
    Err(Refusal::Invalid { field, because: "it is not on the scale, so the matrix could give no priority" })
}

/// Where a field is named twice, the later value counts: of changes of one kind, the last.
pub(crate) fn last_of_each_field<T>(changes: Vec<T>) -> Vec<T> {
    let mut last: Vec<T> = Vec::with_capacity(changes.len());
    for change in changes {
        match last.iter_mut().find(|earlier| discriminant(*earlier) == discriminant(&change)) {
            Some(earlier) => *earlier = change,
            None => last.push(change),
        }
    }
    last
}
