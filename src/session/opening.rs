//! Opening a workspace.

use chrono::DateTime;
use journal::{Journal, Mode, OpenError, Opened};
use leptos::prelude::*;
use workspace::Workspace;

use super::inner::{Inner, Open, VERSIONS};
use super::undo::Turns;
use super::{Session, Status};
use crate::browser::clock;

/// Why a workspace could not be opened: what to tell.
struct Damage(String);

impl Session {
    /// Opens the workspace that was open last, else the first there is.
    pub(super) fn open_last(self, last: Option<String>) {
        let list = self.list();
        let chosen = last.filter(|last| list.iter().any(|info| info.id == *last));
        match chosen.or_else(|| list.into_iter().next().map(|info| info.id)) {
            Some(id) => self.open(id),
            None => self.status.set(Status::Empty),
        }
    }

    /// Opens a workspace.
    pub fn open(self, id: String) {
        self.status.set(Status::Opening);
        let opened = self.inner.try_update_value(|inner| inner.open_journal(&id));
        match opened {
            Some(Ok((journal, opened))) => self.show(journal, opened),
            Some(Err(Damage(sentence))) => self.status.set(Status::Damaged { id, sentence }),
            None => {}
        }
    }

    /// Makes an opened journal the open workspace.
    fn show(self, journal: Journal<super::inner::AnyStore>, opened: Opened) {
        let id = journal.workspace().to_owned();
        let base = match opened.base.as_ref().map(workspace::base::open) {
            Some(Err(fault)) => return self.status.set(Status::Damaged { id, sentence: fault.to_string() }),
            Some(Ok(base)) => Some(base),
            None => None,
        };
        let (workspace, found) = Workspace::open(base, &opened.entries);
        let notices = opened.findings.iter().map(journal::Finding::sentence);
        let notices = notices.chain(found.iter().filter_map(told)).collect();
        self.take(journal, workspace);
        self.notices.set(notices);
        self.recover();
    }

    /// Puts an open workspace in its place and says so.
    pub(super) fn take(self, journal: Journal<super::inner::AnyStore>, workspace: Workspace) {
        let id = journal.workspace().to_owned();
        let id_of_last = id.clone();
        self.inner.update_value(|inner| inner.set_open(Open { journal, workspace, turns: Turns::default() }));
        self.take_up_part();
        self.listen();
        self.queue.set(None);
        self.active.set(None);
        self.turned.set(DateTime::UNIX_EPOCH);
        self.tick();
        self.choose(|settings| settings.workspace = Some(id_of_last));
        self.changed();
        self.mode_state();
        self.saved_state();
        self.shelf_changed();
        // The first search would have to wait for it otherwise.
        clock::after(400, move || {
            let _ = self.peek(Workspace::prepare_search);
        });
    }

    /// Says what is open and whether it can be written to.
    pub(super) fn mode_state(self) {
        let status = self.inner.try_with_value(|inner| {
            let journal = &inner.open()?.journal;
            let read_only = match journal.mode() {
                mode @ Mode::ReadOnly(_) => mode.sentence().map(str::to_owned),
                _ => None,
            };
            Some(Status::Open { id: journal.workspace().to_owned(), name: journal.name().to_owned(), read_only })
        });
        if let Some(status) = status.flatten()
            && self.status.get_untracked() != status
        {
            self.status.set(status);
        }
    }
}

impl Inner {
    fn open_journal(&mut self, id: &str) -> Result<(Journal<super::inner::AnyStore>, Opened), Damage> {
        self.close();
        Journal::open(self.store.clone(), VERSIONS, id, self.tab, None)
            .map_err(|error: OpenError| Damage(error.to_string()))
    }
}

/// What the user should know of an entry. Flagged ones stand in the timeline of their incident, too.
fn told(finding: &workspace::Finding) -> Option<String> {
    match finding {
        workspace::Finding::Unreadable { why, .. } => {
            Some("A change could not be read: ".to_owned() + &why.to_string() + ". It is kept as it is.")
        }
        workspace::Finding::Flagged { .. } | workspace::Finding::NotUndone { .. } => None,
    }
}
