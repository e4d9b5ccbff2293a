//! A store in memory: the home of a workspace where the browser's storage cannot be used.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::usage::units;
use crate::{MemoryReason, Store, StoreError};

/// Keeps everything in memory until it is dropped.
#[derive(Debug)]
pub struct MemoryStore {
    values: RefCell<BTreeMap<String, String>>,
    reason: Option<MemoryReason>,
    limit: Option<u64>,
}

impl MemoryStore {
    /// The app's memory mode, with the reason for it. Without a limit.
    pub fn new(reason: MemoryReason) -> Self {
        Self { values: RefCell::default(), reason: Some(reason), limit: None }
    }

    /// One that passes for a lasting store with a limit in UTF-16 units of keys and values, as browsers count.
    pub fn like_a_browser(limit: u64) -> Self {
        Self { values: RefCell::default(), reason: None, limit: Some(limit) }
    }
}

impl Store for MemoryStore {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let mut values = self.values.borrow_mut();
        if let Some(limit) = self.limit {
            let others: u64 = values.iter().filter(|(k, _)| *k != key).map(|(k, v)| units(k) + units(v)).sum();
            if others + units(key) + units(value) > limit {
                return Err(StoreError::Full);
            }
        }
        values.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.values.borrow().keys().cloned().collect())
    }

    fn fleeting(&self) -> Option<MemoryReason> {
        self.reason
    }
}
