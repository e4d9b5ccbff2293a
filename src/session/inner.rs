//! What the session holds: the store, the open journal and workspace, and who this tab is.

use std::any::Any;
use std::rc::Rc;

use itsm::PersonId;
use journal::{Journal, MemoryStore, Store, TabId};
use workspace::Workspace;

use super::undo::Turns;
use crate::browser::disk::Disk;
use crate::browser::random;
use crate::browser::storage::LocalStore;

/// The store behind everything, whichever it is.
pub(super) type AnyStore = Rc<dyn Store>;

pub(super) use workspace::stored::VERSIONS;

/// How the id of a run that is played for practice begins. Other ids have no hyphen.
const RUN: &str = "run-";

/// Whether a workspace is a run: told by its id alone, so that its marks and its copies on the disk tell it, too.
pub(super) fn is_run(id: &str) -> bool {
    id.starts_with(RUN)
}

/// What somebody who learns has done: one for a browser.
pub(super) const STUDY: &str = "study-notes";

/// Whether it is no desk: a run, or what somebody learns.
pub(super) fn is_beside(id: &str) -> bool {
    is_run(id) || id == STUDY
}

/// A new id: letters and digits, random.
pub(super) fn fresh_id() -> String {
    let bits = random::bits_64();
    (0..12).filter_map(|place| char::from_digit(((bits >> (place * 5)) & 31) as u32, 32)).collect()
}

/// A new id for a run.
pub(super) fn fresh_run_id() -> String {
    RUN.to_owned() + &fresh_id()
}

/// An open workspace.
pub(super) struct Open {
    pub journal: Journal<AnyStore>,
    pub workspace: Workspace,
    /// What this tab did, for undo and redo.
    pub turns: Turns,
}

impl Open {
    /// Who acts: the person at this browser, or whom they play.
    pub fn me(&self) -> PersonId {
        self.workspace.me()
    }
}

/// See the module.
pub(super) struct Inner {
    pub store: AnyStore,
    pub tab: TabId,
    /// The tag of ids given in this tab; 0, 1 and the highest are taken.
    pub tag: u32,
    /// An [`Open`], without its type: this way what starts the app holds nothing of the code behind a workspace,
    /// which is a part of the program of its own (see `parts`).
    open: Option<Box<dyn Any>>,
    /// The connection to the disk: a [`Disk`], without its type for the same reason.
    disk: Option<Rc<dyn Any>>,
    /// How often something was to be kept on the disk.
    pub to_keep: u64,
    /// The latest of these that is on the disk.
    pub kept: u64,
}

impl Inner {
    /// Looks for the storage; memory takes its place where there is none.
    pub fn probe() -> Self {
        let store: AnyStore = match LocalStore::probe() {
            Ok(store) => Rc::new(store),
            Err(error) => Rc::new(MemoryStore::new(error.memory_reason())),
        };
        Self {
            store,
            tab: TabId(random::bits_64()),
            tag: random::bits_32().clamp(2, u32::MAX - 1),
            open: None,
            disk: None,
            to_keep: 0,
            kept: 0,
        }
    }

    /// Whether anything of a workspace is stored, runs and what somebody learns apart. A store that cannot say has none
    /// to open either.
    pub fn has_work(&self) -> bool {
        let keys = self.store.keys().unwrap_or_default();
        let of_work = |rest: &str| rest.split_once('/').is_some_and(|(id, _)| !is_beside(id));
        keys.iter().any(|key| key.strip_prefix(journal::PREFIX).is_some_and(of_work))
    }

    /// The open workspace.
    pub fn open(&self) -> Option<&Open> {
        self.open.as_ref()?.downcast_ref()
    }

    /// The open workspace, to be changed.
    pub fn open_mut(&mut self) -> Option<&mut Open> {
        self.open.as_mut()?.downcast_mut()
    }

    /// Puts a workspace in the place of the open one.
    pub fn set_open(&mut self, open: Open) {
        self.open = Some(Box::new(open));
    }

    /// The connection to the disk, once there is one.
    pub fn disk(&self) -> Option<Rc<Disk>> {
        self.disk.clone()?.downcast().ok()
    }

    /// Keeps the connection to the disk.
    pub fn set_disk(&mut self, disk: Rc<Disk>) {
        self.disk = Some(disk);
    }

    /// Closes the open workspace.
    pub fn close(&mut self) {
        self.open = None;
    }
}
