//! The workspaces as a shelf: duplicating, renaming any of them, deleting with a way back, and hearing what other tabs
//! do to it.

use journal::{AppendError, Binned, Journal, Mode, ReadOnly, Store};
use leptos::prelude::*;

use super::inner::{VERSIONS, fresh_id};
use super::{Session, Status};
use crate::browser::clock;

impl Session {
    /// Says that there are other workspaces now, or that they are called otherwise.
    pub(super) fn shelf_changed(self) {
        self.shelf.update(|shelf| *shelf += 1);
        self.measure();
    }

    /// The deleted workspaces that can be restored.
    pub fn binned(self) -> Vec<Binned> {
        self.inner.try_with_value(|inner| journal::binned(&*inner.store, &VERSIONS).ok()).flatten().unwrap_or_default()
    }

    /// Deletes for good what was deleted long enough ago. Answers with what to tell.
    pub(super) fn expire(self) -> Vec<String> {
        let now = clock::wall_millis();
        let gone = self.inner.try_with_value(|inner| journal::expire(&*inner.store, &VERSIONS, now).ok()).flatten();
        let gone = gone.unwrap_or_default();
        gone.into_iter()
            .map(|info| {
                self.forget_kept(&info.id);
                self.forget_drafts(&info.id);
                "The 30 days of the deleted workspace “".to_owned() + &info.name + "” are over. It is gone for good."
            })
            .collect()
    }

    /// Deletes a workspace so that it can be restored; another one opens in its place if it was the open one.
    pub fn bin(self, id: &str) -> Result<(), String> {
        let now = clock::wall_millis();
        let binned = self.inner.with_value(|inner| journal::bin(&*inner.store, id, now));
        binned.map_err(|error| match error {
            AppendError::Full => "The storage is so full that a deleted workspace cannot even be marked. Export it, then delete it for good.".to_owned(),
            other => other.to_string(),
        })?;
        self.keep_bin(id, Some(now));
        if self.is_in_place(id) {
            self.leave(id);
        }
        self.shelf_changed();
        Ok(())
    }

    /// Restores a deleted workspace. It opens where it was open before, unless something was done there since.
    pub fn restore(self, id: &str) -> Result<(), String> {
        match self.inner.with_value(|inner| journal::restore(&*inner.store, id)) {
            Ok(true) => {
                self.keep_bin(id, None);
                self.come_back(id);
                self.shelf_changed();
                Ok(())
            }
            Ok(false) => Err("It was deleted for good in the meantime.".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Makes another workspace of one, under a name of its own. Answers with its id and its name.
    pub fn duplicate(self, id: &str) -> Result<(String, String), String> {
        let new = fresh_id();
        let names: Vec<String> = self.list().into_iter().map(|info| info.name).collect();
        let made = self.inner.with_value(|inner| {
            let parcel = match inner.open().filter(|open| open.journal.workspace() == id) {
                Some(open) => open.journal.parcel(),
                None => {
                    let opened = Journal::open(inner.store.clone(), VERSIONS, id, inner.tab, None);
                    opened.map_err(|error| error.to_string())?.0.parcel()
                }
            };
            let name = name_of_copy(&parcel.name, &names);
            let made = parcel.create(inner.store.clone(), VERSIONS, &new, &name, inner.tab, clock::wall_millis());
            made.map(|_| name).map_err(|error| error.to_string())
        })?;
        self.shelf_changed();
        Ok((new, made))
    }

    /// Gives any workspace another name. Answers with the one it had.
    pub fn rename_any(self, id: &str, name: &str) -> Result<String, String> {
        if self.workspace_id().as_deref() == Some(id) {
            let before = self.inner.with_value(|inner| inner.open().map(|open| open.journal.name().to_owned()));
            return self.rename(name).map(|()| before.unwrap_or_default());
        }
        if name.trim().is_empty() {
            return Err("A workspace needs a name, so that you find it again.".to_owned());
        }
        let before = self.inner.with_value(|inner| {
            let opened = Journal::open(inner.store.clone(), VERSIONS, id, inner.tab, None);
            let (mut journal, opened) = opened.map_err(|error| error.to_string())?;
            journal.rename(name, clock::wall_millis()).map_err(|error| error.to_string())?;
            Ok::<String, String>(opened.name)
        })?;
        self.shelf_changed();
        Ok(before)
    }

    /// Takes in what another tab did to the workspaces, or looks at them after a pause (no key).
    pub(super) fn heard_of_shelf(self, key: Option<&str>, value: Option<&str>) {
        let of = key.and_then(|key| key.strip_prefix(journal::PREFIX)).and_then(|rest| rest.split_once('/'));
        match (key, of) {
            // One of many commands changes no list.
            (Some(_), None) => return,
            (Some(_), Some((_, rest))) if rest.starts_with("e/") || rest.starts_with("s/") => return,
            _ => {}
        }
        let binned = self.inner.try_with_value(|inner| {
            let journal = &inner.open()?.journal;
            let is_binned = journal.mode() == Mode::ReadOnly(ReadOnly::Binned);
            is_binned.then(|| (journal.workspace().to_owned(), journal.name().to_owned()))
        });
        if let Some((id, name)) = binned.flatten() {
            self.leave(&id);
            self.tell(["“".to_owned()
                + &name
                + "” was deleted in another tab. It can be restored on the workspace page."]);
        } else if let (Some((id, "binned")), None) = (of, value) {
            self.come_back(id);
        }
        self.shelf_changed();
    }

    /// Whether a workspace stands in the place of the open one, even if it could not be opened.
    fn is_in_place(self, id: &str) -> bool {
        self.workspace_id().as_deref() == Some(id)
            || matches!(self.status.get_untracked(), Status::Damaged { id: damaged, .. } if damaged == id)
    }

    /// Closes a workspace that was deleted and opens another one in its place.
    fn leave(self, id: &str) {
        self.vanished.set_value(Some(id.to_owned()));
        self.inner.update_value(|inner| inner.close());
        self.changed();
        self.open_last(None);
    }

    /// Opens a workspace again that was closed here because it was deleted.
    fn come_back(self, id: &str) {
        let was_here = self.vanished.with_value(|vanished| vanished.as_deref() == Some(id));
        let is_idle = self.last_done().is_none();
        let is_empty = self.status.get_untracked() == Status::Empty;
        let is_listed = || self.list().iter().any(|info| info.id == id);
        if (is_empty || (was_here && is_idle)) && is_listed() {
            self.vanished.set_value(None);
            self.open(id.to_owned());
        }
    }

    /// Whether what is stored outlasts the page.
    pub fn storage_lasts(self) -> bool {
        self.inner.try_with_value(|inner| inner.store.fleeting().is_none()) == Some(true)
    }
}

/// `X (copy)`, or the next number where that is taken; a copy of a copy is a copy of the same.
fn name_of_copy(name: &str, taken: &[String]) -> String {
    let stem = name.split_once(" (copy").map_or(name, |(stem, _)| stem);
    let mut copy = stem.to_owned() + " (copy)";
    let mut number = 2_usize;
    while taken.contains(&copy) {
        copy = stem.to_owned() + " (copy " + &number.to_string() + ")";
        number += 1;
    }
    copy
}
