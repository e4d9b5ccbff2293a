//! Deleting with a way back: a mark takes a workspace out of every list and every tab, and touches nothing else.
//! Taking the mark away restores it; when its time is over, it is deleted for good.

use crate::checksum::from_decimal;
use crate::core::slots;
use crate::kept::kept_under;
use crate::keys::{Key, PREFIX};
use crate::put::{put, put_in_need};
use crate::workspaces::{self, grouped};
use crate::{
    AppendError, CreateError, Journal, Kept, ReadOnly, Store, StoreError, TabId, Versions, Witness, WorkspaceInfo,
};

/// How long a deleted workspace can be restored: 30 days, in milliseconds. Nothing shortens it, not even a full store.
pub const BINNED_MILLIS: u64 = 30 * 86_400_000;

/// A deleted workspace that can be restored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binned {
    /// What it was, and what it takes of the store.
    pub info: WorkspaceInfo,
    /// When it was deleted, in milliseconds since 1970. `None` where the mark cannot be read: then it stays until
    /// somebody decides.
    pub since_millis: Option<u64>,
}

impl Binned {
    /// When it will be deleted for good, in milliseconds since 1970.
    pub fn until_millis(&self) -> Option<u64> {
        self.since_millis.map(|since| since.saturating_add(BINNED_MILLIS))
    }
}

/// Deletes a workspace so that it can be restored. Where the store has no room for the mark, nothing is changed.
pub fn bin(store: &dyn Store, workspace: &str, now_millis: u64) -> Result<(), AppendError> {
    if workspaces::is_deleted(store, workspace)? {
        return Err(AppendError::ReadOnly(ReadOnly::Deleted));
    }
    let under = [PREFIX, workspace, "/"].concat();
    if !store.keys()?.iter().any(|key| key.starts_with(&under)) {
        return Err(AppendError::Store(StoreError::Failed("there is no such workspace".to_owned())));
    }
    let mark = Key::Binned.text(workspace);
    put_in_need(store, &mark, &now_millis.to_string()).map(drop).map_err(|error| {
        // What was refused must not happen all the same.
        let _ = store.remove(&mark);
        error.into()
    })
}

/// Restores a deleted workspace; `false` where there is nothing to restore any more.
pub fn restore(store: &dyn Store, workspace: &str) -> Result<bool, StoreError> {
    if workspaces::is_deleted(store, workspace)? || slots::texts(store, workspace)? == [None, None] {
        return Ok(false);
    }
    let mark = Key::Binned.text(workspace);
    store.remove(&mark)?;
    Ok(store.get(&mark)?.is_none())
}

/// The deleted workspaces that can be restored, in any order.
pub fn binned(store: &dyn Store, versions: &Versions) -> Result<Vec<Binned>, StoreError> {
    let mut list = Vec::new();
    for (id, keys) in grouped(&store.keys()?) {
        let is_binned = keys.iter().any(|(_, key)| *key == Key::Binned) && keys.len() > 1;
        if !is_binned || keys.iter().any(|(_, key)| *key == Key::Deleted) {
            continue;
        }
        let since_millis = store.get(&Key::Binned.text(&id))?.and_then(|mark| from_decimal(&mark));
        let info = workspaces::info(store, versions, id, &keys)?;
        list.extend(info.map(|info| Binned { info, since_millis }));
    }
    Ok(list)
}

/// Deletes for good what was deleted more than [`BINNED_MILLIS`] ago. Answers with what is gone now, to be told.
/// A mark from the future is one from a wrong clock: it waits.
pub fn expire(store: &dyn Store, versions: &Versions, now_millis: u64) -> Result<Vec<WorkspaceInfo>, StoreError> {
    let mut gone = Vec::new();
    for one in binned(store, versions)? {
        if one.until_millis().is_some_and(|until| until < now_millis) {
            workspaces::delete(store, &one.info.id, now_millis)?;
            gone.push(one.info);
        }
    }
    Ok(gone)
}

const MARK: &str = "binned";

/// The mark, as it stands in the second place: so that a deleted workspace does not come back from there.
pub fn kept_bin(workspace: &str, since_millis: u64) -> Kept {
    (kept_under(workspace) + MARK, since_millis.to_string())
}

/// Reads a mark from the second place: the workspace, and since when.
pub fn kept_bin_from((key, value): &Kept) -> Option<(String, u64)> {
    let (workspace, rest) = key.strip_prefix(PREFIX)?.split_once('/')?;
    (rest == MARK).then(|| Some((workspace.to_owned(), from_decimal(value)?)))?
}

/// Makes a deleted workspace anew that is gone from the store, so that it can still be restored; `None` where its
/// copies do not suffice, as with [`Journal::from_kept`].
pub fn bin_from_kept<S: Store + Clone>(
    store: S,
    versions: Versions,
    witness: &Witness,
    tab: TabId,
    kept: &[Kept],
    since_millis: u64,
    now_millis: u64,
) -> Option<Result<(), CreateError>> {
    let mark = Key::Binned.text(&witness.workspace);
    // The mark is there before anything that it hides.
    if let Err(error) = put(&store, &mark, &since_millis.to_string()) {
        return Some(Err(error.into()));
    }
    let made = Journal::from_kept(store.clone(), versions, witness, tab, kept, now_millis);
    if !matches!(made, Some(Ok(_))) && !matches!(made, Some(Err(CreateError::Exists))) {
        let _ = store.remove(&mark);
    }
    made.map(|made| made.map(drop))
}
