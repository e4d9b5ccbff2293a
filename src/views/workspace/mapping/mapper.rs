//! A table that is being matched: what is known of it, what is chosen, and what comes of that. The rules are with the
//! worker; this asks and remembers.

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use workspace::import::{Bad, Becomes, Checked, Inspection, Mapping};

use crate::browser::files::UserFile;
use crate::browser::worker::{Answer, ImportOrder, Job, Order};
use crate::browser::{clock, tasks};
use crate::route::Route;
use crate::session::Session;
use crate::ui::Toaster;
use crate::ui::badge::Tone;
use crate::views::import_panel::{self, Opened};
use crate::views::words;

/// Where the page stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Things are chosen.
    Choosing,
    /// The file is read or imported.
    Running { label: &'static str, step: String, fraction: f64 },
}

/// All of the file.
pub const EVERYTHING: &str = "everything";
/// What had happened by an instant.
pub const AS_OF: &str = "as-of";
/// What is shown while a table is imported.
const IMPORTING: &str = "Importing";

/// See the module. Copies are the same table.
#[derive(Clone, Copy)]
pub struct Mapper {
    pub session: Session,
    pub toaster: Toaster,
    pub file: StoredValue<Option<UserFile>, LocalStorage>,
    pub file_name: StoredValue<String>,
    pub inspection: RwSignal<Inspection>,
    pub mapping: RwSignal<Mapping>,
    pub checked: RwSignal<Checked>,
    pub stage: RwSignal<Stage>,
    /// Why the last attempt failed.
    pub failed: RwSignal<Option<String>>,
    /// What the mapping is called, to be kept.
    pub name: RwSignal<String>,
    /// Whether it came from a file of the same columns.
    pub from_kept: RwSignal<bool>,
    /// [`EVERYTHING`] or [`AS_OF`].
    pub scope: RwSignal<String>,
    /// The instant to import as of, as an input has it; empty until it is known.
    pub day: RwSignal<String>,
    job: StoredValue<Option<Job>, LocalStorage>,
    serial: StoredValue<u32>,
    /// Whether somebody has chosen anything here: then it is worth keeping.
    touched: StoredValue<bool>,
    arrive: UnsyncCallback<()>,
}

impl Mapper {
    /// Goes on with a file that was opened.
    pub fn new(opened: Opened, session: Session, toaster: Toaster, arrive: UnsyncCallback<()>) -> Self {
        let mapper = Self {
            session,
            toaster,
            file_name: StoredValue::new(opened.file.name()),
            file: StoredValue::new_local(Some(opened.file)),
            inspection: RwSignal::new(Inspection::default()),
            mapping: RwSignal::new(Mapping::default()),
            checked: RwSignal::new(Checked::default()),
            stage: RwSignal::new(Stage::Choosing),
            failed: RwSignal::new(None),
            name: RwSignal::new(String::new()),
            from_kept: RwSignal::new(false),
            scope: RwSignal::new(EVERYTHING.to_owned()),
            day: RwSignal::new(String::new()),
            job: StoredValue::new_local(None),
            serial: StoredValue::new(0),
            touched: StoredValue::new(false),
            arrive,
        };
        mapper.take_job(opened.job);
        mapper.take_inspection(&opened.inspection, false);
        Effect::new(move |_| {
            let mapping = mapper.mapping.get();
            mapper.check(&mapping);
            let name = mapper.name.get();
            if mapper.touched.get_value() {
                mapper.keep(&name, mapping);
            }
        });
        on_cleanup(move || {
            if let Some(job) = mapper.job.try_update_value(Option::take).flatten() {
                job.cancel();
            }
        });
        mapper
    }

    fn take_job(self, job: Job) {
        job.listen(move |answer| self.heard(answer));
        let _ = self.job.try_set_value(Some(job));
    }

    fn take_inspection(self, text: &str, keep_choices: bool) {
        let inspection: Inspection = serde_json::from_str(text).unwrap_or_default();
        let mut mapping = inspection.mapping.clone();
        if keep_choices {
            // The same file, read again: what was chosen holds as long as the columns are the same.
            let chosen = self.mapping.get_untracked();
            mapping.separator = chosen.separator.clone();
            if self.inspection.with_untracked(|before| before.fingerprint == inspection.fingerprint) {
                mapping = chosen;
            }
        } else {
            let stem = self.file_name.with_value(|name| import_panel::stem(name));
            let kept = self.session.kept_mapping(&inspection.fingerprint);
            self.from_kept.set(kept.is_some());
            self.name.set(kept.as_ref().map_or(stem, |kept| kept.name.clone()));
            if let Some(kept) = kept.filter(|kept| kept.mapping.columns.len() == inspection.columns.len()) {
                mapping = kept.mapping;
                // What to do about rows that cannot be read is decided anew for each file.
                mapping.bad = Bad::Stop;
            }
        }
        self.inspection.set(inspection);
        self.mapping.set(mapping);
    }

    /// Changes what is chosen.
    pub fn choose(self, change: impl FnOnce(&mut Mapping)) {
        self.touched.set_value(true);
        let _ = self.mapping.try_update(change);
    }

    /// What a column becomes.
    pub fn becomes(self, column: usize) -> String {
        self.mapping.with(|mapping| mapping.columns.get(column).cloned().unwrap_or_default().0)
    }

    /// Chooses what a column becomes.
    pub fn set_becomes(self, column: usize, becomes: String) {
        self.choose(|mapping| {
            if let Some(slot) = mapping.columns.get_mut(column) {
                *slot = Becomes(becomes);
            }
        });
    }

    fn keep(self, name: &str, mapping: Mapping) {
        let fingerprint = self.inspection.with_untracked(|inspection| inspection.fingerprint.clone());
        let stem = self.file_name.with_value(|name| import_panel::stem(name));
        let name = if name.trim().is_empty() { stem } else { name.trim().to_owned() };
        self.session.keep_mapping(&fingerprint, &name, mapping);
    }

    /// Goes back to what the columns' names and cells suggest, and forgets what was kept.
    pub fn begin_anew(self) {
        let (fingerprint, mapping) =
            self.inspection.with_untracked(|inspection| (inspection.fingerprint.clone(), inspection.mapping.clone()));
        let kept = self.session.kept_mapping(&fingerprint);
        self.session.forget_mapping(&fingerprint);
        if let Some(kept) = kept {
            let text = "“".to_owned() + &kept.name + "” is forgotten";
            self.toaster.push_with(text, Tone::Ok, "Keep it", "", move || {
                self.session.keep_mapping(&kept.fingerprint, &kept.name, kept.mapping.clone());
                if self.mapping.try_set(kept.mapping.clone()).is_none() {
                    let _ = self.from_kept.try_set(true);
                    let _ = self.inspection.try_update(|_| ());
                }
            });
        }
        self.touched.set_value(false);
        self.from_kept.set(false);
        self.mapping.set(mapping);
        // The lists of choices are made anew from the inspection.
        self.inspection.update(|_| ());
    }

    /// Counts as a choice: the name is to be kept.
    pub fn touch(self) {
        self.touched.set_value(true);
    }

    fn ask(self, order: &Order) {
        self.job.with_value(|job| {
            if let Some(job) = job {
                job.ask(order);
            }
        });
    }

    fn check(self, mapping: &Mapping) {
        self.serial.update_value(|serial| *serial = serial.wrapping_add(1));
        self.ask(&Order::Check(mapping.write(), self.serial.get_value()));
    }

    /// Reads the file again, with another mark between its cells.
    pub fn separate(self, separator: &str) {
        self.touched.set_value(true);
        self.mapping.update_untracked(|mapping| mapping.separator = separator.to_owned());
        self.running("Reading the file", "", 0.0);
        self.ask(&Order::Reopen(separator.to_owned()));
    }

    /// The instant to import as of; `None` takes everything.
    fn as_of(self) -> Option<DateTime<Utc>> {
        let day = self.scope.with_untracked(|scope| scope == AS_OF).then(|| self.day.get_untracked());
        day.and_then(|day| words::from_machine(&day))
    }

    /// Imports what is chosen.
    pub fn import(self) {
        let as_of_millis = self.as_of().map(|at| at.timestamp_millis());
        let mapping = self.mapping.get_untracked();
        self.failed.set(None);
        self.running(IMPORTING, "", 0.0);
        let name = self.name.get_untracked();
        self.keep(&name, mapping.clone());
        self.ask(&Order::Take(ImportOrder {
            file_name: self.file_name.get_value(),
            as_of_millis,
            imported_at_millis: clock::wall_millis() as i64,
            mapping: mapping.write(),
        }));
    }

    /// Ends what is going on; the file is read again, so that it can be gone on with.
    pub fn cancel(self) {
        if let Some(job) = self.job.try_update_value(Option::take).flatten() {
            job.cancel();
        }
        let Some(file) = self.file.get_value() else { return };
        self.running("Reading the file", "", 0.0);
        tasks::spawn(async move {
            match file.bytes().await {
                Ok(bytes) => self.take_job(Job::open(bytes, |_| ())),
                Err(sentence) => self.fail(sentence),
            }
        });
    }

    fn running(self, label: &'static str, step: &str, fraction: f64) {
        let _ = self.stage.try_set(Stage::Running { label, step: step.to_owned(), fraction });
    }

    fn fail(self, sentence: String) {
        let _ = self.failed.try_set(Some(sentence));
        let _ = self.stage.try_set(Stage::Choosing);
    }

    fn heard(self, answer: Answer) {
        match answer {
            Answer::Progress { fraction, step } => {
                let label = match self.stage.try_get_untracked() {
                    Some(Stage::Running { label, .. }) => label,
                    _ => return,
                };
                self.running(label, &step, fraction * 0.9);
            }
            Answer::Opened { inspection, .. } => {
                self.take_inspection(&inspection, true);
                let _ = self.stage.try_set(Stage::Choosing);
            }
            Answer::Checked { serial, checked } => {
                if self.serial.try_get_value() == Some(serial) {
                    let _ = self.checked.try_set(serde_json::from_str(&checked).unwrap_or_default());
                }
            }
            Answer::Fault(sentence) => self.fail(sentence),
            Answer::Done { kind, bytes } => self.done(kind, bytes),
            Answer::Ready
            | Answer::Shift(..)
            | Answer::ShiftRefused { .. }
            | Answer::Coached { .. }
            | Answer::Looked(..)
            | Answer::Queued(_) => {}
        }
    }

    fn done(self, kind: String, bytes: Vec<u8>) {
        self.running(IMPORTING, "Saving in this browser", 0.95);
        let mut name = self.file_name.with_value(|name| import_panel::stem(name));
        if let Some(at) = self.as_of() {
            name = name + ", " + &words::date(at.naive_utc());
        }
        tasks::spawn(async move {
            tasks::paint().await;
            if self.stage.try_with_untracked(|stage| matches!(stage, Stage::Running { label: IMPORTING, .. }))
                != Some(true)
            {
                // Cancelled in the meantime.
                return;
            }
            match self.session.create_from_import(&name, kind, bytes) {
                Ok(()) => {
                    self.toaster.ok(name + " is open");
                    self.arrive.run(());
                }
                Err(sentence) => {
                    self.cancel();
                    self.fail(sentence);
                }
            }
        });
    }
}

/// Where a finished import leads.
pub fn desk(session: Session) -> Route {
    Route::Desk(session.queue_parameters())
}
