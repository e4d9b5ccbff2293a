//! The open workspace: commands in, signals out.
//!
//! A page sends a command and gets events or a refusal back; whatever changed, `revision` says so. Pages read
//! the workspace through [`Session::read`] inside memos, so that only what differs is painted again.

mod basket;
mod begin;
mod commands;
mod declined;
mod drafts;
pub mod format;
mod inner;
mod kept;
mod mappings;
mod measure;
pub mod offered;
mod opening;
mod part;
mod preview;
pub mod queue_query;
mod settings;
mod shelf;
pub mod shift;
mod status;
mod study;
mod undo;
mod workspaces;
mod zone;

use chrono::{DateTime, Utc};
use itsm::{Key, ViewId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::clock::DeskClock;

pub use declined::Declined;
pub use drafts::{Draft as KeptDraft, Fields};
use inner::Inner;
pub use mappings::KeptMapping;
pub use part::Part;
pub use preview::{FileFault, FilePreview};
pub use settings::{Density, Motion, Settings, Theme};
pub use status::{Filling, Saved, Status};
pub use undo::{Bulk, Turned};
pub use zone::Zone;

use crate::route::Route;

/// The open workspace and what surrounds it. One for the page's life; copies are the same session.
#[derive(Clone, Copy)]
pub struct Session {
    inner: StoredValue<Inner, LocalStorage>,
    queue: RwSignal<Option<String>>,
    first_queue: RwSignal<String>,
    listening: StoredValue<bool>,
    /// Whether a workspace is open, and if not, why.
    pub status: RwSignal<Status>,
    /// Grows with every change of the workspace, whoever made it.
    pub revision: RwSignal<u64>,
    /// The desk's present instant, moved every few seconds: for what is shown.
    pub now: RwSignal<DateTime<Utc>>,
    /// The desk's instant at which some incident last became due soon or breached: for what is counted.
    pub turned: RwSignal<DateTime<Utc>>,
    /// How safe the work is.
    pub saved: RwSignal<Saved>,
    /// Workspaces that were in this browser and are gone from its storage.
    pub gone: RwSignal<Vec<journal::Witness>>,
    /// Grows with every change of which workspaces there are and what they are called, in any tab.
    pub shelf: RwSignal<u64>,
    /// Set while the storage is filling up.
    pub filling: RwSignal<Option<Filling>>,
    /// How many percent the user has been told of and does not want to hear of again, in this session.
    pub calm: RwSignal<u64>,
    /// The workspace that was open here until it was deleted.
    vanished: StoredValue<Option<String>>,
    /// What opening or saving came across, for the user to know.
    pub notices: RwSignal<Vec<String>>,
    /// What the user chose about looks and words.
    pub settings: RwSignal<Settings>,
    /// Whose part is played.
    pub part: RwSignal<Part>,
    /// The row of the queue that was active last.
    pub active: RwSignal<Option<Key>>,
    /// The saved view that the queue began with, and the columns it is now looked at with.
    pub open_view: RwSignal<Option<(ViewId, String)>>,
    /// Which groups of the queue are folded up: whether all are, and those that differ, by what they are called.
    pub folded: RwSignal<(bool, Vec<String>)>,
    /// The template with which the form that logs an incident is to begin.
    pub template: RwSignal<Option<Key>>,
    /// Whether the queue's page is to begin in its search field.
    pub searching: StoredValue<bool>,
}

impl Session {
    /// Reads the open workspace and asks to be run again when it changes. `None` while none is open.
    pub fn read<T>(self, read: impl FnOnce(&Workspace) -> T) -> Option<T> {
        self.revision.track();
        self.peek(read)
    }

    /// Reads the open workspace as it is now.
    pub fn peek<T>(self, read: impl FnOnce(&Workspace) -> T) -> Option<T> {
        self.inner.try_with_value(|inner| inner.open().map(|open| read(&open.workspace))).flatten()
    }

    /// Whether a workspace is open.
    pub fn is_open(self) -> bool {
        self.status.with_untracked(|status| matches!(status, Status::Open { .. }))
    }

    /// The zone in which times are shown.
    pub fn zone(self) -> Zone {
        self.peek(|workspace| Zone::of(workspace.desk())).unwrap_or(Zone(None))
    }

    /// Whether the desk lives on from an instant of the past.
    pub fn is_shifted(self) -> bool {
        self.revision.track();
        self.clock() != DeskClock::Wall
    }

    fn clock(self) -> DeskClock {
        self.inner.try_with_value(|inner| inner.open().map(|open| open.workspace.clock())).flatten().unwrap_or_default()
    }

    /// Who acts: the person at this browser, or whom they play.
    pub fn me(self) -> itsm::PersonId {
        self.inner.try_with_value(|inner| inner.open().map(inner::Open::me)).flatten().unwrap_or_default()
    }

    /// The tag of ids given in this tab.
    pub fn tag(self) -> u32 {
        self.inner.try_with_value(|inner| inner.tag).unwrap_or(2)
    }

    /// The link to the queue as it was left; at first, to what is open with the most pressing first.
    pub fn queue_link(self) -> String {
        Route::Desk(self.queue_parameters()).href()
    }

    /// The parameters of [`Self::queue_link`].
    pub fn queue_parameters(self) -> String {
        self.queue.get().unwrap_or_else(|| self.first_queue.get())
    }

    /// Remembers how the queue was left.
    pub fn remember_queue(self, parameters: &str) {
        if self.queue.with_untracked(|queue| queue.as_deref() != Some(parameters)) {
            self.queue.set(Some(parameters.to_owned()));
        }
    }

    /// Remembers what was asked of the queue, for the search field to offer again.
    pub fn remember_query(self, text: &str) {
        if self.settings.with_untracked(|settings| settings.queries.first().map(String::as_str) != Some(text)) {
            self.choose(|settings| {
                settings.queries.retain(|known| known != text);
                settings.queries.insert(0, text.to_owned());
                settings.queries.truncate(Settings::QUERIES);
            });
        }
    }

    /// Changes what the user chose, now and for the next visit.
    pub fn choose(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings.get_untracked();
        change(&mut settings);
        self.inner.with_value(|inner| settings.save(&*inner.store));
        self.hold(settings);
    }

    /// Puts what was chosen in force: the format and the keys first, for whoever is woken by the settings.
    fn hold(self, settings: Settings) {
        format::put(settings.format);
        preferences::keymap::set_current(settings.keys);
        self.settings.set(settings);
    }

    fn changed(self) {
        let any_open = self.peek(|workspace| workspace.desk().incidents().any(|incident| incident.state.is_open()));
        let first = if any_open == Some(true) { queue_query::open().to_params() } else { String::new() };
        if self.first_queue.with_untracked(|before| *before != first) {
            self.first_queue.set(first);
        }
        self.revision.update(|revision| *revision += 1);
    }
}
