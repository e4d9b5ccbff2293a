//! All workspaces of a store, found by listing its keys, and what is left of unfinished ones.

use crate::checksum::from_decimal;
use crate::core::slots;
use crate::entry::Name;
use crate::keys::{Key, PREFIX};
use crate::usage::units;
use crate::{Store, StoreError, Versions};

/// How long a page may take to write a workspace down before what it left is cleared away: an hour, in
/// milliseconds.
const UNFINISHED_MILLIS: u64 = 3_600_000;
/// How long the mark of a deleted workspace keeps other tabs from bringing it back: 30 days, in milliseconds.
const DELETED_MILLIS: u64 = 30 * 86_400_000;

/// A workspace in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceInfo {
    /// Its id.
    pub id: String,
    /// What it is called, as far as that can be read.
    pub name: String,
    /// The generation in force; 0 if no manifest can be read.
    pub generation: u64,
    /// What it takes of the store, in UTF-16 units of keys and values.
    pub units: u64,
    /// How many commands have keys of their own, so are not packed or not tidied up yet.
    pub command_keys: usize,
    /// Whether a manifest can be read. Where not, opening tells why and offers what is there.
    pub sound: bool,
}

/// Every workspace of a store, in any order. Deleted and unfinished ones are left out.
pub fn list(store: &dyn Store, versions: &Versions) -> Result<Vec<WorkspaceInfo>, StoreError> {
    let mut list = Vec::new();
    for (id, keys) in grouped(&store.keys()?) {
        if !keys.iter().any(|(_, key)| matches!(key, Key::Deleted | Key::Binned)) {
            list.extend(info(store, versions, id, &keys)?);
        }
    }
    Ok(list)
}

/// What a list shows of a workspace; nothing of an unfinished one.
pub(crate) fn info(
    store: &dyn Store,
    versions: &Versions,
    id: String,
    keys: &[(String, Key)],
) -> Result<Option<WorkspaceInfo>, StoreError> {
    let manifests = slots::parse(&slots::texts(store, &id)?, versions, &id);
    let newest = manifests.into_iter().flatten().flatten().max_by_key(|m| m.generation);
    if newest.is_none() && is_unfinished(keys) {
        return Ok(None);
    }
    let mut info = WorkspaceInfo {
        name: String::new(),
        generation: newest.as_ref().map_or(0, |m| m.generation),
        units: 0,
        command_keys: keys.iter().filter(|(_, key)| matches!(key, Key::Command { .. })).count(),
        sound: newest.is_some(),
        id,
    };
    let mut name = newest.map(|m| m.name).unwrap_or_default();
    for (text, key) in keys {
        let Some(value) = store.get(text)? else { continue };
        info.units += units(text) + units(&value);
        if let Key::Name { .. } = key
            && let Ok(given) = Name::read(&value, versions)
            && given.stamp >= name.stamp
        {
            name = given;
        }
    }
    info.name = name.text;
    Ok(Some(info))
}

/// Deletes a workspace for good. A mark stays for a while, so that no tab that still has it open brings it back.
/// If this fails half-way, [`sweep`] finishes it: the mark is the first thing written.
pub fn delete(store: &dyn Store, workspace: &str, now_millis: u64) -> Result<(), StoreError> {
    let mark = Key::Deleted.text(workspace);
    let time = now_millis.to_string();
    let all = store.keys()?;
    match store.set(&mark, &time) {
        // Deleting must be possible in a full store above all: then the mark comes last.
        Err(StoreError::Full) => {
            remove_but_mark(store, workspace, &all)?;
            store.set(&mark, &time)
        }
        marked => marked.and_then(|()| remove_but_mark(store, workspace, &all)),
    }
}

/// Whether a workspace was deleted for good, and its mark still stands.
pub fn is_deleted(store: &dyn Store, workspace: &str) -> Result<bool, StoreError> {
    Ok(store.get(&Key::Deleted.text(workspace))?.is_some())
}

/// Clears away what deleted workspaces and unfinished ones have left; answers with how many workspaces that
/// were. Anything that might be somebody's work stays.
pub fn sweep(store: &dyn Store, versions: &Versions, now_millis: u64) -> Result<usize, StoreError> {
    let all = store.keys()?;
    let mut swept = 0;
    for (id, keys) in grouped(&all) {
        let age = |key: &Key| -> Result<u64, StoreError> {
            let marked = store.get(&key.text(&id))?.and_then(|time| from_decimal(&time)).unwrap_or(0);
            // A mark from the future is one from a wrong clock.
            Ok(now_millis.abs_diff(marked))
        };
        if keys.iter().any(|(_, key)| *key == Key::Deleted) {
            let aged = age(&Key::Deleted)? > DELETED_MILLIS;
            if keys.len() > 1 {
                remove_but_mark(store, &id, &all)?;
                swept += 1;
            } else if aged {
                store.remove(&Key::Deleted.text(&id))?;
            }
        } else if keys.iter().all(|(_, key)| *key == Key::Binned) {
            // Nothing is left of what it hides; it may be about to come back from its copies, though.
            if age(&Key::Binned)? > DELETED_MILLIS {
                store.remove(&Key::Binned.text(&id))?;
            }
        } else if is_unfinished(&keys) && age(&Key::Creating)? > UNFINISHED_MILLIS {
            let manifests = slots::parse(&slots::texts(store, &id)?, versions, &id);
            let damaged = |why: &crate::frame::Unread| matches!(why, crate::frame::Unread::Damaged(_));
            if manifests.iter().flatten().all(|slot| slot.as_ref().is_err_and(damaged)) {
                let (mark, rest): (Vec<_>, Vec<_>) = keys.into_iter().partition(|(_, key)| *key == Key::Creating);
                for (text, _) in rest.iter().chain(&mark) {
                    store.remove(text)?;
                }
                swept += 1;
            }
        }
    }
    Ok(swept)
}

/// Whether a page began to write this workspace down, and nobody has worked in it.
pub(crate) fn is_unfinished(keys: &[(String, Key)]) -> bool {
    keys.iter().any(|(_, key)| *key == Key::Creating)
        && !keys.iter().any(|(_, key)| matches!(key, Key::Command { .. } | Key::Name { .. }))
}

/// A workspace's keys, as text and as what they mean.
type Keys = Vec<(String, Key)>;

/// The keys of each workspace.
pub(crate) fn grouped(all: &[String]) -> Vec<(String, Keys)> {
    let mut groups: Vec<(String, Keys)> = Vec::new();
    for text in all {
        if let Some((workspace, key)) = Key::parse(text) {
            let key = (text.clone(), key);
            match groups.iter_mut().find(|(id, _)| id == workspace) {
                Some((_, keys)) => keys.push(key),
                None => groups.push((workspace.to_owned(), vec![key])),
            }
        }
    }
    groups
}

/// Manifests go first, so that what is left half-way cannot be opened.
fn remove_but_mark(store: &dyn Store, workspace: &str, all: &[String]) -> Result<(), StoreError> {
    let mark = Key::Deleted.text(workspace);
    let under = [PREFIX, workspace, "/"].concat();
    for slot in [Key::Manifest(0), Key::Manifest(1)] {
        store.remove(&slot.text(workspace))?;
    }
    // The other mark goes last: what is left half-way must not come back by itself.
    let binned = Key::Binned.text(workspace);
    for text in all.iter().filter(|text| text.starts_with(&under) && **text != mark && **text != binned) {
        store.remove(text)?;
    }
    store.remove(&binned)
}

/// Every key of a workspace, in order, whether it is understood or not.
pub(crate) fn keys_under(store: &dyn Store, workspace: &str) -> Result<Vec<String>, StoreError> {
    let under = [PREFIX, workspace, "/"].concat();
    let mut found: Vec<String> = store.keys()?.into_iter().filter(|key| key.starts_with(&under)).collect();
    found.sort();
    Ok(found)
}
