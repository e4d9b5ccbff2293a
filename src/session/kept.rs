//! The second place on the disk: every command is copied there, and what the local storage has lost is put back.
//!
//! It never stands in the way: a workspace opens and is worked in without it, and whatever it brings comes later.

use std::rc::Rc;

use journal::{Entry, Journal, Kept, Witness, kept_under};
use leptos::prelude::*;

use super::inner::{AnyStore, Inner, VERSIONS, is_beside};
use super::{Saved, Session, Status};
use crate::browser::disk::Disk;
use crate::browser::{clock, tasks};

/// From this age on, a command that the local storage shows is on the disk for certain: a day, in milliseconds.
/// Browsers write it within minutes.
const SETTLED_MILLIS: u64 = 86_400_000;
/// After this long without an answer, the disk is no longer said to have everything. It usually takes 2 ms.
const PATIENCE_MILLIS: u32 = 1_000;

impl Session {
    /// Copies commands to the disk and says when they are there.
    pub(super) fn keep(self, entries: &[Entry]) {
        let wanted = self.inner.try_update_value(|inner| {
            let kept = kept(inner, entries)?;
            inner.to_keep += 1;
            Some((kept, inner.to_keep))
        });
        let Some((kept, number)) = wanted.flatten() else { return };
        tasks::spawn(async move {
            let Some(disk) = self.disk().await else { return };
            if disk.keep(&kept).await {
                let all = self.inner.try_update_value(|inner| {
                    inner.kept = inner.kept.max(number);
                    inner.kept == inner.to_keep
                });
                if all == Some(true) {
                    self.kept_state();
                }
            }
        });
        clock::after(PATIENCE_MILLIS, move || self.kept_state());
    }

    /// Copies commands of a journal that is open beside the workspace to the disk. Nothing is said of it.
    pub(super) fn keep_beside(self, journal: &Journal<AnyStore>, entries: &[Entry]) {
        let kept = self.inner.try_with_value(|inner| kept_of(inner, journal, entries)).flatten();
        let Some(kept) = kept else { return };
        tasks::spawn(async move {
            if let Some(disk) = self.disk().await {
                let _ = disk.keep(&kept).await;
            }
        });
    }

    /// What the disk has kept of a workspace. A disk that does not answer is not waited for.
    pub(super) async fn kept_beside(self, id: &str) -> Vec<Kept> {
        let (teller, answer) = tasks::answer();
        let (late, under) = (teller.clone(), kept_under(id));
        clock::after(PATIENCE_MILLIS, move || late.tell(vec![]));
        tasks::spawn(async move {
            let kept = match self.disk().await {
                Some(disk) => disk.under(&under).await,
                None => vec![],
            };
            teller.tell(kept);
        });
        answer.await
    }

    /// Tells saved from saved on the disk; a failure to save at all is told elsewhere and stays.
    fn kept_state(self) {
        if matches!(self.saved.try_get_untracked(), Some(Saved::Saved | Saved::Safe)) {
            self.saved_state();
        }
    }

    /// Compares the open workspace with what was kept of it: puts back what is missing, forgets what has outlived
    /// its use.
    pub(super) fn recover(self) {
        let Some(id) = self.workspace_id() else { return };
        tasks::spawn(async move {
            let Some(disk) = self.disk().await else { return };
            let kept = disk.under(&kept_under(&id)).await;
            // Another workspace may be open by now; it has asked for itself.
            if self.workspace_id().as_deref() == Some(&*id) {
                let outlived = self.put_back(&kept);
                disk.forget(&outlived).await;
                self.keep(&[]);
            }
        });
    }

    fn put_back(self, kept: &[Kept]) -> Vec<String> {
        let result = self.inner.try_update_value(|inner| {
            let open = inner.open_mut()?;
            let back = open.journal.recover_kept(kept).unwrap_or_default();
            back.iter().for_each(|entry| drop(open.workspace.admit(entry)));
            let before = kept.iter().find_map(Witness::from_kept).map_or(0, |witness| witness.commands);
            let lost = before.saturating_sub(open.journal.witness().commands);
            let outlived = open.journal.outlived(kept, clock::wall_millis().saturating_sub(SETTLED_MILLIS));
            Some((back.len(), lost, outlived))
        });
        let Some((back, lost, outlived)) = result.flatten() else { return vec![] };
        if back > 0 {
            self.tell([put_back_sentence(back)]);
            self.changed();
        }
        if lost > 0 {
            self.tell([lost_sentence(lost)]);
        }
        outlived
    }

    /// Looks for workspaces that were in this browser and are gone from its local storage: makes them anew, or tells
    /// of them.
    pub fn look_back(self) {
        let fleeting = self.inner.try_with_value(|inner| inner.store.fleeting().is_some());
        if fleeting != Some(false) {
            return;
        }
        tasks::spawn(async move {
            let Some(disk) = self.disk().await else { return };
            let all = disk.under(journal::PREFIX).await;
            let there: Vec<String> = self.list_all().into_iter().map(|info| info.id).collect();
            let binned = self.binned();
            let marks: Vec<(String, u64)> = all.iter().filter_map(journal::kept_bin_from).collect();
            let mut gone = vec![];
            for witness in all.iter().filter_map(Witness::from_kept) {
                let id = &witness.workspace;
                let mark = marks.iter().find(|(marked, _)| marked == id).map(|(_, since)| *since);
                // The local storage knows best. A page that was closed at the wrong moment left the other mark.
                if there.contains(id) {
                    if let Some(since) = mark {
                        disk.forget(&[journal::kept_bin(id, since).0]).await;
                    }
                    continue;
                }
                if let Some(one) = binned.iter().find(|one| one.info.id == *id) {
                    if let (None, Some(since)) = (mark, one.since_millis) {
                        disk.keep(&[journal::kept_bin(id, since)]).await;
                    }
                    continue;
                }
                match self.fate(&witness, mark, &all) {
                    None => {}
                    Some(Fate::Gone) => gone.push(witness),
                    Some(Fate::Deleted) => disk.forget_under(&kept_under(id)).await,
                    Some(Fate::BinnedGone) => {
                        disk.forget_under(&kept_under(id)).await;
                        self.tell([binned_gone_sentence(&witness)]);
                    }
                    Some(Fate::Binned) => self.shelf_changed(),
                    Some(Fate::Anew) => {
                        if self.status.get_untracked() == Status::Empty && !is_beside(id) {
                            self.open(id.clone());
                        }
                        self.tell([anew_sentence(&witness)]);
                    }
                }
            }
            let _ = self.gone.try_set(gone);
        });
    }

    /// What has become of a workspace that is not in the list. `None` if the storage does not tell.
    fn fate(self, witness: &Witness, binned_since: Option<u64>, kept: &[Kept]) -> Option<Fate> {
        let fate = self.inner.try_with_value(|inner| {
            if journal::is_deleted(&*inner.store, &witness.workspace).ok()? {
                return Some(Fate::Deleted);
            }
            let now = clock::wall_millis();
            if let Some(since) = binned_since {
                if since.saturating_add(journal::BINNED_MILLIS) < now {
                    return Some(Fate::Deleted);
                }
                let store = inner.store.clone();
                let back = journal::bin_from_kept(store, VERSIONS, witness, inner.tab, kept, since, now);
                return Some(if matches!(back, Some(Ok(()))) { Fate::Binned } else { Fate::BinnedGone });
            }
            let anew = Journal::from_kept(inner.store.clone(), VERSIONS, witness, inner.tab, kept, now);
            Some(if matches!(anew, Some(Ok(_))) { Fate::Anew } else { Fate::Gone })
        });
        fate.flatten()
    }

    /// Forgets what the disk knows of a workspace.
    pub fn forget_kept(self, id: &str) {
        self.gone.update(|gone| gone.retain(|witness| witness.workspace != id));
        let under = kept_under(id);
        tasks::spawn(async move {
            if let Some(disk) = self.disk().await {
                disk.forget_under(&under).await;
            }
        });
    }

    /// Notes on the disk that a workspace was deleted and can be restored, or (`None`) that it was restored.
    pub(super) fn keep_bin(self, id: &str, since_millis: Option<u64>) {
        let mark = journal::kept_bin(id, since_millis.unwrap_or_default());
        let lasts = self.inner.try_with_value(|inner| inner.store.fleeting().is_none()) == Some(true);
        tasks::spawn(async move {
            let Some(disk) = self.disk().await.filter(|_| lasts) else { return };
            match since_millis {
                Some(_) => drop(disk.keep(&[mark]).await),
                None => disk.forget(&[mark.0]).await,
            }
        });
    }

    async fn disk(self) -> Option<Rc<Disk>> {
        let open = || self.inner.try_with_value(Inner::disk).flatten();
        if let Some(disk) = open() {
            return Some(disk);
        }
        let disk = Rc::new(Disk::open().await?);
        // Two may have waited at once; one connection is as good as the other.
        self.inner.try_update_value(|inner| inner.set_disk(disk.clone()));
        open()
    }
}

/// What has become of a workspace that the disk remembers.
enum Fate {
    Gone,
    Deleted,
    /// It had been deleted, could still be restored, and can again.
    Binned,
    /// It had been deleted, and now it cannot be restored any more.
    BinnedGone,
    Anew,
}

/// The copies of some commands, with the witness of their workspace; `None` where nothing lasts anyway.
fn kept(inner: &Inner, entries: &[Entry]) -> Option<Vec<Kept>> {
    kept_of(inner, &inner.open()?.journal, entries)
}

fn kept_of(inner: &Inner, journal: &Journal<AnyStore>, entries: &[Entry]) -> Option<Vec<Kept>> {
    if inner.store.fleeting().is_some() || !journal.mode().may_write() {
        return None;
    }
    let mut kept: Vec<Kept> = entries.iter().map(|entry| journal.kept(entry)).collect();
    kept.push(journal.witness().kept());
    Some(kept)
}

fn put_back_sentence(count: usize) -> String {
    let changes = if count == 1 { "One change".to_owned() } else { count.to_string() + " changes" };
    changes + " that the browser had lost when it was last closed came back from the disk."
}

fn lost_sentence(count: u64) -> String {
    "This workspace has ".to_owned()
        + &count.to_string()
        + " fewer changes than when it was last open: the browser has lost them. If you have an export, read it beside this one and compare."
}

fn binned_gone_sentence(witness: &Witness) -> String {
    "The browser has lost the workspace “".to_owned()
        + &witness.name
        + "”, which you had deleted. It can no longer be restored."
}

fn anew_sentence(witness: &Witness) -> String {
    "The browser had lost the workspace “".to_owned()
        + &witness.name
        + "”. It came back from the disk, with all its changes."
}
