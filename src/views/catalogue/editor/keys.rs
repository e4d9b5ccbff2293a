//! Ids in the values of fields: one text, with commas between them.

use itsm::Key;
use workspace::query::{key_of, key_text};

/// Ids as one text.
pub fn text<K: Copy + Into<Key>>(ids: &[K]) -> String {
    ids.iter().map(|id| key_text((*id).into())).collect::<Vec<_>>().join(",")
}

/// The ids of a text.
pub fn all<K: From<Key>>(text: &str) -> Vec<K> {
    text.split(',').filter_map(key_of).map(K::from).collect()
}

/// One id, or none.
pub fn one<K: From<Key>>(text: &str) -> Option<K> {
    key_of(text).map(K::from)
}

/// One id as text.
pub fn one_text<K: Into<Key>>(id: Option<K>) -> String {
    id.map(|id| key_text(id.into())).unwrap_or_default()
}
