//! What was chosen about the columns of files, kept for the next file of the same shape. In one small key of its own:
//! it belongs to no workspace.

use leptos::prelude::WithValue;
use serde::{Deserialize, Serialize};
use workspace::import::Mapping;

use super::Session;
use crate::browser::clock;

const KEY: &str = "service-dojo/mappings";
/// The version of the stored form.
const VERSION: u32 = 1;
/// So many are kept; the one that was used longest ago goes first.
const MOST: usize = 20;
/// They take so many characters at most.
const MOST_CHARACTERS: usize = 64 * 1024;

/// A mapping that is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptMapping {
    /// Of which columns, as an inspection says it.
    pub fingerprint: String,
    /// How people call it.
    pub name: String,
    /// When it was last used, in milliseconds since 1970.
    pub used_at: f64,
    /// What was chosen.
    pub mapping: Mapping,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    version: u32,
    mappings: Vec<KeptMapping>,
}

impl Session {
    /// Every mapping that is kept, the latest first.
    pub fn kept_mappings(self) -> Vec<KeptMapping> {
        let text = self.inner.with_value(|inner| inner.store.get(KEY).ok().flatten()).unwrap_or_default();
        let stored: Stored = serde_json::from_str(&text).unwrap_or_default();
        if stored.version == VERSION { stored.mappings } else { Vec::new() }
    }

    /// The mapping for files of those columns.
    pub fn kept_mapping(self, fingerprint: &str) -> Option<KeptMapping> {
        self.kept_mappings().into_iter().find(|kept| kept.fingerprint == fingerprint)
    }

    /// Keeps a mapping. A failure takes nothing away: it is only chosen again next time.
    pub fn keep_mapping(self, fingerprint: &str, name: &str, mapping: Mapping) {
        let mut mappings = self.kept_mappings();
        mappings.retain(|kept| kept.fingerprint != fingerprint);
        let used_at = clock::wall_millis() as f64;
        let kept = KeptMapping { fingerprint: fingerprint.to_owned(), name: name.to_owned(), used_at, mapping };
        mappings.insert(0, kept);
        mappings.truncate(MOST);
        self.store_mappings(mappings);
    }

    /// Forgets a mapping.
    pub fn forget_mapping(self, fingerprint: &str) {
        let mut mappings = self.kept_mappings();
        mappings.retain(|kept| kept.fingerprint != fingerprint);
        self.store_mappings(mappings);
    }

    fn store_mappings(self, mut mappings: Vec<KeptMapping>) {
        loop {
            let stored = Stored { version: VERSION, mappings };
            let text = serde_json::to_string(&stored).unwrap_or_default();
            mappings = stored.mappings;
            if text.len() <= MOST_CHARACTERS || mappings.len() <= 1 {
                self.inner.with_value(|inner| drop(inner.store.set(KEY, &text)));
                return;
            }
            mappings.pop();
        }
    }
}
