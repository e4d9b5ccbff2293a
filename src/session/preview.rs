//! Looking into an exported file: what it holds and whether it fits, before anything is stored.

use chrono::{DateTime, Utc};
use journal::{ImportError, Kin, Parcel};
use leptos::prelude::*;
use workspace::figures::{self, Figures};
use workspace::stored::shift;
use workspace::{Finding, Workspace};

use super::Session;
use super::inner::{VERSIONS, fresh_id, fresh_run_id};
use crate::browser::clock;

const A_RUN: &str =
    "The file held a shift that was played for practice. It stands among your other shifts, under Practise.";

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct FilePreview {
    /// The workspace itself.
    pub parcel: Parcel,
    /// Its figures.
    pub figures: Figures,
    /// How many people it names.
    pub people: usize,
    /// When it was exported.
    pub exported: Option<DateTime<Utc>>,
    /// When it was last worked in.
    pub last_change: Option<DateTime<Utc>>,
    /// How many of its changes this version of the app cannot read. They are kept as they are.
    pub unreadable: usize,
    /// How many units it will take.
    pub units: u64,
    /// How many units there are for it.
    pub room: u64,
    /// The workspaces here that it shares changes with.
    pub kin: Vec<Kin>,
}

/// Why a file cannot be read as a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// What is wrong, and what to do.
    pub sentence: String,
    /// What the file calls its workspace, where at least that can be read.
    pub name: Option<String>,
}

impl Session {
    /// Looks into an exported file. Nothing is stored.
    pub fn preview_file(self, text: &str) -> Result<FilePreview, FileFault> {
        let fault = |sentence: String| FileFault { sentence, name: journal::name_in(text) };
        let parcel = journal::read_export(text).map_err(|error: ImportError| fault(error.to_string()))?;
        let base = parcel.base.as_ref().map(workspace::base::open).transpose();
        let base = base.map_err(|error| fault(error.to_string()))?;
        let (workspace, findings) = Workspace::open(base, &parcel.entries);
        let unreadable = findings.iter().filter(|finding| matches!(finding, Finding::Unreadable { .. })).count();
        let units = parcel.units(VERSIONS, &fresh_id(), &parcel.name).map_err(|error| fault(error.to_string()))?;
        let (room, kin) = self.inner.with_value(|inner| {
            let room = if inner.store.fleeting().is_some() { Ok(u64::MAX) } else { journal::room(&*inner.store) };
            (room.unwrap_or_default(), parcel.kin(&*inner.store, VERSIONS, inner.tab).unwrap_or_default())
        });
        let moment = |millis: u64| DateTime::from_timestamp_millis(i64::try_from(millis).ok()?);
        Ok(FilePreview {
            figures: figures::figures(&workspace),
            people: workspace.desk().directory().people.len(),
            exported: parcel.exported_millis.and_then(moment),
            last_change: parcel.entries.iter().map(|entry| entry.stamp.millis).max().and_then(moment),
            unreadable,
            units,
            room,
            kin,
            parcel,
        })
    }

    /// Makes a workspace of what was looked into and opens it; `Err` with a sentence, and nothing is changed. A run that
    /// was played for practice goes to the others and is not opened.
    pub fn take_parcel(self, parcel: Parcel, name: &str) -> Result<(), String> {
        if name.trim().is_empty() {
            return Err("A workspace needs a name, so that you find it again.".to_owned());
        }
        let is_run = parcel.entries.iter().any(|entry| matches!(shift::read(&entry.payload), Ok(Some(_))));
        let id = if is_run { fresh_run_id() } else { fresh_id() };
        self.inner.with_value(|inner| {
            let made = parcel.create(inner.store.clone(), VERSIONS, &id, name, inner.tab, clock::wall_millis());
            made.map(drop).map_err(|error| error.to_string())
        })?;
        if is_run {
            self.shelf_changed();
            self.tell([A_RUN.to_owned()]);
        } else {
            self.open(id);
        }
        Ok(())
    }
}
