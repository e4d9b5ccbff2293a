//! Bringing in tickets: the real desk that ships with the app, or a file of one's own, as it was or as of an instant. A
//! file that does not say by itself what its columns are is handed on, to have them matched.

use std::cell::RefCell;

use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::files::{self, UserFile};
use crate::browser::location::Location;
use crate::browser::tasks;
use crate::browser::worker::{Answer, ImportOrder, Job, Order};
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Button, Choice, DateTimeInput, ErrorState, Field, Kind, Picture, Progress, RadioGroup, Toaster};
use crate::views::words;

/// The sample that ships with the app.
const SAMPLE: &str = "samples/servicenow_incident_event_log.csv.gz";
/// A Monday morning in the middle of the sample, with 1,250 open incidents.
const SAMPLE_AS_OF: &str = "2016-05-16T09:00";
/// Larger files are refused unread.
const LARGEST_BYTES: u64 = 64 * 1024 * 1024;

const AS_OF: &str = "as-of";
const EVERYTHING: &str = "everything";

/// A file that was read, and the worker that holds it.
pub struct Opened {
    /// The file itself, to be read again.
    pub file: UserFile,
    /// Who holds it.
    pub job: Job,
    /// What it is, as the worker says it.
    pub inspection: String,
}

thread_local! {
    /// A file on its way from one page to the page that matches its columns.
    static ON_ITS_WAY: RefCell<Option<Opened>> = const { RefCell::new(None) };
}

/// The file that is to be matched, once.
pub fn take_opened() -> Option<Opened> {
    ON_ITS_WAY.with(RefCell::take)
}

/// A file's name without what it ends with.
pub fn stem(file_name: &str) -> String {
    file_name.trim_end_matches(".gz").trim_end_matches(".csv").to_owned()
}

/// Where an import stands.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Waiting,
    Running { step: String, fraction: f64 },
    Failed(String),
}

#[derive(Clone, Copy)]
struct Import {
    session: Session,
    toaster: Toaster,
    stage: RwSignal<Stage>,
    scope: RwSignal<String>,
    as_of: RwSignal<String>,
    job: StoredValue<Option<Job>, LocalStorage>,
    /// The file that was read, and what it is.
    opened: StoredValue<Option<(UserFile, String)>, LocalStorage>,
    /// Whether what failed can be tried by matching its columns.
    can_match: RwSignal<bool>,
    /// Called with a file whose columns are to be matched on their way.
    on_opened: UnsyncCallback<()>,
    /// Leads to the queue of the new desk.
    arrive: UnsyncCallback<()>,
}

impl Import {
    fn running(self, step: &str, fraction: f64) {
        let _ = self.stage.try_set(Stage::Running { step: step.to_owned(), fraction });
    }

    fn failed(self, sentence: impl Into<String>) {
        let _ = self.stage.try_set(Stage::Failed(sentence.into()));
    }

    fn as_of_millis(self) -> Result<Option<i64>, &'static str> {
        if self.scope.get_untracked() == EVERYTHING {
            return Ok(None);
        }
        let instant = self.as_of.with_untracked(|text| words::from_machine(text));
        instant
            .map(|at| Some(at.timestamp_millis()))
            .ok_or("Choose the day and time first: the desk is shown as it stood then.")
    }

    fn begin(self, name: String, bytes: impl Future<Output = Result<files::Bytes, String>> + 'static) {
        let as_of_millis = match self.as_of_millis() {
            Ok(as_of) => as_of,
            Err(sentence) => return self.failed(sentence),
        };
        self.running("Reading the file", 0.0);
        tasks::spawn(async move {
            match bytes.await {
                Err(sentence) => self.failed(sentence),
                // Cancelled while the file was being read.
                Ok(_) if !matches!(self.stage.try_get_untracked(), Some(Stage::Running { .. })) => {}
                Ok(bytes) => {
                    let imported_at_millis = clock::wall_millis() as i64;
                    let order = ImportOrder { file_name: name, as_of_millis, imported_at_millis, ..Default::default() };
                    let file_name = order.file_name.clone();
                    let job = Job::import(order, bytes, move |answer| self.heard(answer, &file_name));
                    let _ = self.job.try_set_value(Some(job));
                }
            }
        });
    }

    /// Reads a file of one's own: a log is imported at once, anything else has its columns matched.
    fn look_into(self, file: UserFile) {
        let as_of_millis = match self.as_of_millis() {
            Ok(as_of) => as_of,
            Err(sentence) => return self.failed(sentence),
        };
        self.can_match.set(false);
        self.running("Reading the file", 0.0);
        tasks::spawn(async move {
            let bytes = match file.bytes().await {
                Err(sentence) => return self.failed(sentence),
                Ok(_) if !matches!(self.stage.try_get_untracked(), Some(Stage::Running { .. })) => return,
                Ok(bytes) => bytes,
            };
            let job = Job::open(bytes, move |answer| match answer {
                Answer::Opened { straight, inspection } => {
                    let _ = self.opened.try_set_value(Some((file.clone(), inspection)));
                    if !straight {
                        return self.hand_on();
                    }
                    let _ = self.can_match.try_set(true);
                    let imported_at_millis = clock::wall_millis() as i64;
                    let order =
                        ImportOrder { file_name: file.name(), as_of_millis, imported_at_millis, ..Default::default() };
                    self.job.with_value(|job| {
                        if let Some(job) = job {
                            job.ask(&Order::Take(order.clone()));
                        }
                    });
                }
                answer => self.heard(answer, &file.name()),
            });
            let _ = self.job.try_set_value(Some(job));
        });
    }

    /// Hands the file to the page that matches columns.
    fn hand_on(self) {
        let job = self.job.try_update_value(Option::take).flatten();
        let opened = self.opened.try_update_value(Option::take).flatten();
        if let (Some(job), Some((file, inspection))) = (job, opened) {
            ON_ITS_WAY.set(Some(Opened { file, job, inspection }));
            self.on_opened.run(());
        }
    }

    fn heard(self, answer: Answer, file_name: &str) {
        match answer {
            Answer::Progress { fraction, step } => self.running(&step, fraction * 0.9),
            Answer::Fault(sentence) => self.failed(sentence),
            Answer::Done { kind, bytes } => {
                self.running("Saving in this browser", 0.95);
                let name = desk_name(file_name, self.as_of_millis().ok().flatten());
                tasks::spawn(async move {
                    tasks::paint().await;
                    match self.session.create_from_import(&name, kind, bytes) {
                        Ok(()) => {
                            let _ = self.stage.try_set(Stage::Waiting);
                            self.toaster.ok(name + " is open");
                            self.arrive.run(());
                        }
                        Err(sentence) => self.failed(sentence),
                    }
                });
            }
            // The table was opened, which was heard before.
            _ => {}
        }
    }

    fn cancel(self) {
        if let Some(job) = self.job.try_update_value(Option::take).flatten() {
            job.cancel();
        }
        self.stage.set(Stage::Waiting);
    }

    fn open_sample(self) {
        self.begin("Real desk".to_owned(), files::fetch(Route::file(SAMPLE)));
    }

    fn open_file(self, file: UserFile) {
        if file.size() > LARGEST_BYTES {
            return self.failed("This file is larger than 64 MB and was not read. Export a shorter span of time, or compress it with gzip.");
        }
        self.look_into(file);
    }
}

/// A name for the workspace: the file's, and the day it stands at.
fn desk_name(file_name: &str, as_of_millis: Option<i64>) -> String {
    let stem = stem(file_name);
    match as_of_millis.and_then(chrono::DateTime::from_timestamp_millis) {
        Some(at) => stem + ", " + &words::date(at.naive_utc()),
        None => stem + ", everything",
    }
}

/// The panel.
#[component]
pub fn ImportPanel(
    /// Called when a file was read whose columns are to be matched: [`take_opened`] has it.
    #[prop(into)]
    on_opened: UnsyncCallback<()>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let import = Import {
        session,
        arrive: UnsyncCallback::new(move |()| {
            location.go(&Route::Desk(session.queue_parameters()));
        }),
        toaster: expect_context(),
        stage: RwSignal::new(Stage::Waiting),
        scope: RwSignal::new(AS_OF.to_owned()),
        as_of: RwSignal::new(SAMPLE_AS_OF.to_owned()),
        job: StoredValue::new_local(None),
        opened: StoredValue::new_local(None),
        can_match: RwSignal::new(false),
        on_opened,
    };
    on_cleanup(move || {
        if let Some(job) = import.job.try_update_value(Option::take).flatten() {
            job.cancel();
        }
    });
    let over = RwSignal::new(false);
    let running = Memo::new(move |_| import.stage.with(|stage| matches!(stage, Stage::Running { .. })));
    let body = move || {
        if running.get() { view! { <Running import /> }.into_any() } else { view! { <Waiting import /> }.into_any() }
    };
    view! {
        <section
            class="panel import"
            aria-labelledby="import"
            data-over=move || over.get().then_some("true")
            on:dragover=move |event| {
                if files::drags_file(&event) && !running.get_untracked() {
                    event.prevent_default();
                    over.set(true);
                }
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                over.set(false);
                if running.get_untracked() {
                    return;
                }
                if let Some(file) = files::dropped(&event) {
                    event.prevent_default();
                    import.open_file(file);
                }
            }
        >
            <h2 id="import">"Open a real desk"</h2>
            {body}
        </section>
    }
    .into_any()
}

#[component]
fn Running(import: Import) -> impl IntoView {
    let step = Signal::derive(move || match import.stage.get() {
        Stage::Running { step, .. } => step,
        _ => String::new(),
    });
    let fraction = Signal::derive(move || match import.stage.get() {
        Stage::Running { fraction, .. } => Some(fraction),
        _ => None,
    });
    view! { <Progress label="Importing" note=step value=fraction on_cancel=move |()| import.cancel() /> }.into_any()
}

#[component]
fn Waiting(import: Import) -> impl IntoView {
    let scopes = vec![
        Choice::new(AS_OF, "As of a day")
            .with_detail("What came later is left out, so that open incidents wait for you."),
        Choice::new(EVERYTHING, "As it was")
            .with_detail("The whole log, to look into. In the real one every incident is closed."),
    ];
    let failed = move || match import.stage.get() {
        Stage::Failed(sentence) => Some(sentence),
        _ => None,
    };
    view! {
        <p>
            "24,918 incidents of a real ServiceNow desk, made anonymous (Amaral, Fantinato and Peres, UCI 498, CC BY 4.0). Nothing leaves this browser."
        </p>
        {move || failed().map(|sentence| view! {
            <ErrorState title="Nothing was imported" text=sentence>
                <Show when=move || import.can_match.get()>
                    <Button label="Match its columns" on_press=move |()| import.hand_on() />
                </Show>
            </ErrorState>
        })}
        <Field label="Which part?" group=true required=true>
            <RadioGroup choices=scopes value=import.scope />
        </Field>
        <Show when=move || import.scope.get() == AS_OF>
            <Field label="The desk as it stood on" required=true hint="In the log’s own time, read as UTC. The desk’s clock goes on from there.">
                <DateTimeInput value=import.as_of />
            </Field>
        </Show>
        <div class="form-actions">
            <Button label="Open a real desk" kind=Kind::Primary on_press=move |()| import.open_sample() />
            <label class="button file-button">
                <crate::ui::Icon picture=Picture::Upload />
                <span>"Choose your own file"</span>
                <input type="file" class="visually-hidden" accept=".csv,.gz,text/csv,application/gzip"
                    on:change=move |event| if let Some(file) = files::chosen(&event) { import.open_file(file) } />
            </label>
        </div>
        <p class="hint">"Or drop any CSV of tickets here (CSV or CSV.gz): ServiceNow, iTop, Jira, GLPI or a spreadsheet. An event log is taken at once, as chosen above; of anything else you match the columns first."</p>
    }
    .into_any()
}
