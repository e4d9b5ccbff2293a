//! Workspaces as a whole: making, listing, renaming, exporting, importing, deleting.

use chrono::TimeDelta;
use itsm::{Command, Entry, Event, Happening};
use journal::{Journal, Segment, WorkspaceInfo};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::clock::DeskClock;

use super::inner::{VERSIONS, fresh_id, is_beside, is_run};
use super::{Session, Status};
use crate::browser::{clock, files, page};

const MIME: &str = "application/json";

impl Session {
    /// Every workspace in this browser, without the runs that are played for practice.
    pub fn list(self) -> Vec<WorkspaceInfo> {
        let mut list = self.list_all();
        list.retain(|info| !is_beside(&info.id));
        list
    }

    /// The runs that are played for practice, readable or not.
    pub fn list_runs(self) -> Vec<WorkspaceInfo> {
        let mut list = self.list_all();
        list.retain(|info| is_run(&info.id));
        list
    }

    /// Every workspace in this browser, with the runs.
    pub fn list_all(self) -> Vec<WorkspaceInfo> {
        self.inner.try_with_value(|inner| journal::list(&*inner.store, &VERSIONS).ok()).flatten().unwrap_or_default()
    }

    /// Clears away what deleted and unfinished workspaces have left. A failure is tried again next time.
    pub(super) fn sweep(self) {
        self.inner.with_value(|inner| drop(journal::sweep(&*inner.store, &VERSIONS, clock::wall_millis())));
    }

    /// The id of the open workspace.
    pub fn workspace_id(self) -> Option<String> {
        self.inner.try_with_value(|inner| inner.open().map(|open| open.journal.workspace().to_owned())).flatten()
    }

    /// Makes a workspace from an import and opens it; `Err` with a sentence, and nothing is changed.
    pub fn create_from_import(self, name: &str, kind: String, bytes: Vec<u8>) -> Result<(), String> {
        let segment = Segment { kind, bytes };
        let base = workspace::base::open(&segment).map_err(|fault| fault.to_string())?;
        let journal = self.create(name, Some(segment))?;
        let (workspace, _) = Workspace::open(Some(base), &[]);
        self.take(journal, workspace);
        // Everybody who acts has a name.
        let you = Entry::Person(self.me(), "You".into());
        let event = Event { at: self.now.get_untracked(), by: self.me(), what: Happening::Entered(you) };
        self.record(&[event]).map_err(|declined| declined.sentence())
    }

    /// Makes an empty desk and opens it.
    pub fn create_blank(self, name: &str) -> Result<(), String> {
        let journal = self.create(name, None)?;
        let (workspace, _) = Workspace::open(None, &[]);
        self.take(journal, workspace);
        let events = workspace::seed::blank(DeskClock::Wall.desk_now(clock::wall_now()));
        self.record(&events).map_err(|declined| declined.sentence())
    }

    fn create(self, name: &str, base: Option<Segment>) -> Result<Journal<super::inner::AnyStore>, String> {
        page::ask_to_persist();
        self.inner.with_value(|inner| {
            let created = Journal::create(
                inner.store.clone(),
                VERSIONS,
                &fresh_id(),
                name,
                inner.tab,
                base,
                clock::wall_millis(),
            );
            created.map_err(|error| error.to_string())
        })
    }

    /// Hands out a workspace as a file.
    pub fn export(self, id: &str) {
        let open = self.workspace_id().as_deref() == Some(id);
        let text = self.inner.with_value(|inner| {
            if open {
                return inner
                    .open()
                    .map(|open| (open.journal.name().to_owned(), open.journal.export_at(clock::wall_millis())));
            }
            let (journal, _) = Journal::open(inner.store.clone(), VERSIONS, id, inner.tab, None).ok()?;
            Some((journal.name().to_owned(), journal.export_at(clock::wall_millis())))
        });
        if let Some((name, text)) = text {
            files::download(&file_name(&name), MIME, &text);
        }
    }

    /// Hands out the open workspace as a file.
    pub fn export_open(self) {
        if let Some(id) = self.workspace_id() {
            self.export(&id);
        }
    }

    /// Hands out everything that is stored of a workspace as it lies there, damaged or not.
    pub fn export_raw(self, id: &str) {
        let raw = self.inner.with_value(|inner| journal::raw(&*inner.store, id));
        files::download("service-dojo-rescue.json", MIME, &raw);
    }

    /// Reads an exported file as a new workspace and opens it; `Err` with a sentence, and nothing is changed.
    pub fn import_file(self, text: &str) -> Result<(), String> {
        let id = fresh_id();
        let imported = self.inner.with_value(|inner| {
            journal::import(inner.store.clone(), VERSIONS, text, &id, inner.tab, clock::wall_millis())
                .map(drop)
                .map_err(|error| error.to_string())
        });
        imported?;
        self.open(id);
        Ok(())
    }

    /// Reads the sample company as a new workspace and opens it, its clock going on from its last morning; `Err` with
    /// a sentence, and nothing is changed.
    pub fn open_company(self, text: &str) -> Result<(), String> {
        self.import_file(text)?;
        let wall = clock::wall_now();
        let last = self.peek(Workspace::last_happened_at).flatten();
        let shift = last.map_or(TimeDelta::zero(), |last| last - wall);
        // A workspace that could not go on from there would show two months of broken promises.
        self.give(Command::MoveClock(shift)).map(drop).map_err(|declined| {
            if let Some(id) = self.workspace_id() {
                let _ = self.delete(&id);
            }
            declined.sentence()
        })?;
        self.tick();
        Ok(())
    }

    /// Gives the open workspace another name.
    pub fn rename(self, name: &str) -> Result<(), String> {
        if name.trim().is_empty() {
            return Err("A workspace needs a name, so that you find it again.".to_owned());
        }
        let renamed = self.inner.try_update_value(|inner| {
            let open = inner.open_mut()?;
            Some(open.journal.rename(name, clock::wall_millis()).map(drop).map_err(|error| error.to_string()))
        });
        renamed.flatten().unwrap_or_else(|| Err("No workspace is open.".to_owned()))?;
        self.mode_state();
        self.shelf_changed();
        Ok(())
    }

    /// Deletes a workspace for good; another one opens in its place if it was the open one.
    pub fn delete(self, id: &str) -> Result<(), String> {
        let deleted = self.inner.with_value(|inner| journal::delete(&*inner.store, id, clock::wall_millis()));
        deleted.map_err(|error| error.to_string())?;
        self.forget_kept(id);
        self.forget_drafts(id);
        if self.workspace_id().as_deref() == Some(id) || matches!(self.status.get_untracked(), Status::Damaged { .. }) {
            self.inner.update_value(|inner| inner.close());
            self.changed();
            self.open_last(None);
        }
        self.shelf_changed();
        Ok(())
    }
}

/// A file name that every system takes.
pub(super) fn file_name(name: &str) -> String {
    let tame = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let stem: String = name.chars().map(tame).take(60).collect();
    "service-dojo-".to_owned() + &stem + ".json"
}
