//! The runs in this browser: making them, listing them, reading what was done.

use chrono::{DateTime, Utc};
use journal::{Entry, Journal};
use leptos::prelude::*;
use simulation::scenario::{Begins, Key};
use simulation::shift::{Act, Code};
use workspace::Workspace;
use workspace::stored::shift::{self, Begin, Line, Run};

use super::library;
use crate::browser::{clock, page, random};
use crate::session::Session;
use crate::session::inner::{AnyStore, VERSIONS, fresh_run_id, is_run};

/// A run as it stands in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct RunInfo {
    /// The id of its workspace.
    pub id: String,
    /// Its name: the scenario's title and the day.
    pub name: String,
    /// Which scenario.
    pub scenario: String,
    /// Which chances.
    pub seed: u64,
    /// With how much help it began; as the scenario says if `None`.
    pub help: Option<Begins>,
    /// What shares it: scenario, seed and help in a short text.
    pub code: String,
    /// When it was begun, by the wall clock.
    pub begun_at: DateTime<Utc>,
    /// When it was last played.
    pub played_at: DateTime<Utc>,
    /// How many acts were done.
    pub acts: usize,
    /// Whether it was played to its end.
    pub finished: bool,
}

/// The signs of a seed in a code: five, of five bits each. As many runs as anybody will compare.
const SEED_BITS: u32 = 25;

/// A run with its journal.
pub(super) struct Stored {
    pub journal: Journal<AnyStore>,
    pub run: Run,
}

impl Session {
    /// The runs in this browser, the latest first. Asks to be run again when there are others.
    pub fn runs(self) -> Vec<RunInfo> {
        self.shelf.track();
        let info = |listed: journal::WorkspaceInfo| Some(self.open_run(&listed.id).ok()?.info());
        let mut runs: Vec<RunInfo> = self.list_runs().into_iter().filter_map(info).collect();
        runs.sort_by(|a, b| b.begun_at.cmp(&a.begun_at).then_with(|| a.id.cmp(&b.id)));
        runs
    }

    /// Opens the journal of a run; `Err` with a sentence.
    pub(super) fn open_run(self, id: &str) -> Result<Stored, String> {
        if !is_run(id) {
            return Err("This is no shift that was played. Choose one under Practise.".to_owned());
        }
        let opened = self.inner.try_with_value(|inner| {
            Journal::open(inner.store.clone(), VERSIONS, id, inner.tab, None).map_err(|error| error.to_string())
        });
        let (journal, _) = opened.unwrap_or_else(|| Err(String::new()))?;
        let run = read(&journal)?;
        Ok(Stored { journal, run })
    }

    /// Makes a run and stores how it begins, with what has been done in it already: payloads and acts. All of it or
    /// nothing; answers with its id.
    pub(super) fn make_run(self, title: &str, begin: Begin, acts: Vec<(String, shift::Act)>) -> Result<String, String> {
        page::ask_to_persist();
        let id = fresh_run_id();
        let name = [title, ", ", &clock::wall_now().format("%-d %b %Y").to_string()].concat();
        let first = shift::write(&Workspace::payload(&[]), &Line::Begin(begin));
        let rest = acts.into_iter().map(|(payload, act)| shift::write(&payload, &Line::Act(act)));
        let lines: Vec<String> = std::iter::once(first).chain(rest).collect();
        let made = self.inner.try_with_value(|inner| {
            let created =
                Journal::create(inner.store.clone(), VERSIONS, &id, &name, inner.tab, None, clock::wall_millis());
            let mut journal = created.map_err(|error| error.to_string())?;
            let appended: Result<Vec<Entry>, String> = lines
                .iter()
                .map(|line| {
                    let appended = journal.append(line, clock::wall_millis());
                    appended.map(|appended| appended.entry).map_err(|error| error.to_string())
                })
                .collect();
            match appended {
                Ok(entries) => Ok((journal, entries)),
                Err(sentence) => {
                    let _ = journal::delete(&*inner.store, &id, clock::wall_millis());
                    Err(sentence)
                }
            }
        });
        let (journal, entries) = made.unwrap_or_else(|| Err(String::new()))?;
        self.keep_beside(&journal, &entries);
        self.shelf_changed();
        Ok(id)
    }
}

/// Makes a run of a scenario.
pub(super) async fn make(
    session: Session,
    scenario: String,
    seed: Option<u64>,
    help: Option<Begins>,
) -> Result<String, String> {
    let title = library::title(&scenario).await?;
    let seed = seed.unwrap_or_else(|| u64::from(random::bits_32() >> (32 - SEED_BITS)));
    let help = help.map(|help| help.word().to_owned());
    session.make_run(&title, Begin { scenario, seed, help }, vec![])
}

/// What the lines of a journal tell of its run.
pub(super) fn read(journal: &Journal<AnyStore>) -> Result<Run, String> {
    match Run::read(journal.entries().into_iter().map(|entry| &*entry.payload)) {
        Ok(Some(run)) => Ok(run),
        Ok(None) => Err("How this shift began is not stored with it, so it cannot be played on.".to_owned()),
        Err(why) => Err(["A part of this shift cannot be read: ", &why.to_string(), ". It is kept as it is."].concat()),
    }
}

impl Stored {
    /// The run as it stands in a list.
    pub fn info(&self) -> RunInfo {
        let Begin { scenario, seed, .. } = self.run.begin.clone();
        let entries = self.journal.entries();
        let at = |entry: Option<&&Entry>| {
            entry.and_then(|entry| DateTime::from_timestamp_millis(i64::try_from(entry.stamp.millis).ok()?))
        };
        let begun_at = at(entries.first()).unwrap_or_default();
        let help = self.help();
        RunInfo {
            id: self.journal.workspace().to_owned(),
            name: self.journal.name().to_owned(),
            code: Code { scenario: Key::new(&scenario), seed, help }.to_string(),
            scenario,
            seed,
            help,
            begun_at,
            played_at: at(entries.last()).unwrap_or(begun_at),
            acts: self.run.acts.len(),
            finished: self.run.is_over(),
        }
    }

    /// With how much help it began.
    pub fn help(&self) -> Option<Begins> {
        self.run.begin.help.as_deref().and_then(Begins::of_word)
    }

    /// What was done; `None` where this version does not know an act.
    pub fn acts(&self) -> Option<Vec<Act>> {
        self.run.acts.iter().map(|act| serde_json::from_value(act.act.clone()).ok()).collect()
    }
}
