//! What an exported file holds, before anything is stored: to be confirmed or left.

use chrono::{DateTime, Utc};
use itsm::incident::Stage;
use leptos::prelude::*;

use crate::browser::files::UserFile;
use crate::browser::tasks;
use crate::session::{FileFault, FilePreview, Session};
use crate::ui::{Button, CommandButton, ErrorState, Fact, Facts, Field, Kind, Sheet, TextInput, Toaster, open_while};
use crate::views::words;

/// What was found in a file, and which workspace that is gone it replaces.
#[derive(Clone)]
struct Arrival {
    file_name: String,
    found: Result<FilePreview, FileFault>,
    replaces: Option<String>,
}

/// The file that waits for a decision. One a page.
#[derive(Clone, Copy)]
pub struct Arrivals {
    session: Session,
    waiting: RwSignal<Option<Arrival>>,
}

impl Arrivals {
    /// Puts it into the context. Once a page.
    pub fn provide() -> Self {
        let arrivals = Self { session: expect_context(), waiting: RwSignal::new(None) };
        provide_context(arrivals);
        arrivals
    }

    /// Looks into a file and shows what is in it.
    pub fn look_into(self, file: UserFile, replaces: Option<String>) {
        tasks::spawn(async move {
            let file_name = file.name();
            let plain = |sentence: String| FileFault { sentence, name: None };
            let found = if file.size() > journal::MOST_EXPORT_BYTES as u64 {
                Err(plain(
                    "This file is larger than 48 MiB, too large to be an exported workspace. It was not read."
                        .to_owned(),
                ))
            } else {
                match file.text().await {
                    Ok(text) => self.session.preview_file(&text),
                    Err(sentence) => Err(plain(sentence)),
                }
            };
            let _ = self.waiting.try_set(Some(Arrival { file_name, found, replaces }));
        });
    }
}

/// The sheet.
#[component]
pub fn PreviewSheet() -> impl IntoView {
    let waiting = expect_context::<Arrivals>().waiting;
    let open = open_while(waiting);
    let title = Signal::derive(move || {
        let is_sound = waiting.with(|waiting| waiting.as_ref().is_none_or(|arrival| arrival.found.is_ok()));
        if is_sound { "Read this workspace?" } else { "This file cannot be read" }.to_owned()
    });
    let inside = move || {
        waiting.get().map(|arrival| match arrival.found {
            Ok(preview) => sound(preview, arrival.file_name, arrival.replaces, open),
            Err(fault) => unsound(fault, arrival.file_name, open),
        })
    };
    view! { <Sheet title open>{inside}</Sheet> }.into_any()
}

fn unsound(fault: FileFault, file_name: String, open: RwSignal<bool>) -> AnyView {
    let name = fault.name.map(|name| view! { <p>"What can be read: the workspace in it is called “"{name}"”. The rest cannot be trusted, so none of it is used."</p> });
    view! {
        <ErrorState title=file_name text=fault.sentence safe="Nothing was changed here." />
        {name}
        <div class="form-actions"><Button label="Close it" on_press=move |()| open.set(false) /></div>
    }
    .into_any()
}

fn stages(preview: &FilePreview) -> String {
    let of = |stage: Stage| preview.figures.stages.get(&stage).copied().unwrap_or(0);
    let all = [
        (Stage::New, " new"),
        (Stage::InProgress, " in progress"),
        (Stage::OnHold, " on hold"),
        (Stage::Resolved, " resolved"),
        (Stage::Closed, " closed"),
        (Stage::Cancelled, " cancelled"),
    ];
    let some: Vec<String> =
        all.iter().filter(|(stage, _)| of(*stage) > 0).map(|(stage, word)| words::number(of(*stage)) + word).collect();
    let total = words::number(preview.figures.incidents);
    if some.is_empty() { total } else { total + ": " + &some.join(", ") }
}

/// Why it cannot be stored; `None` if it can.
fn no_room(preview: &FilePreview) -> Option<String> {
    (preview.units > preview.room).then(|| {
        let (units, room) = (words::number(preview.units as usize), words::number(preview.room as usize));
        "It needs ".to_owned()
            + &units
            + " characters and "
            + &room
            + " are free for it. Delete a workspace for good first."
    })
}

fn warnings(preview: &FilePreview) -> Vec<String> {
    let mut warnings = vec![];
    if preview.unreadable > 0 {
        let changes = words::count(preview.unreadable, "change", "changes");
        warnings.push(
            changes + " in it cannot be read by this version of the app: written by a later one, or damaged. They are kept as they are and left out.",
        );
    }
    if let Some(kin) = preview.kin.first() {
        let name = "“".to_owned() + &kin.name + "”";
        warnings.push(match (kin.only_in_parcel, kin.only_here) {
            (0, 0) => {
                "The same workspace is here already: ".to_owned()
                    + &name
                    + " has the same changes. You would have it twice."
            }
            (theirs, ours) => {
                let theirs = words::count(theirs, "change", "changes");
                let ours = words::count(ours, "change", "changes");
                "A workspace of the same origin is here: ".to_owned()
                    + &name
                    + ". Only the file has "
                    + &theirs
                    + ", only the workspace here "
                    + &ours
                    + ". Neither replaces the other."
            }
        });
    }
    warnings
}

fn sound(preview: FilePreview, file_name: String, replaces: Option<String>, open: RwSignal<bool>) -> AnyView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let zone = session.zone();
    let moment = |at: DateTime<Utc>| words::date_time(zone.local(at));
    let day = |at: DateTime<Utc>| words::date(zone.local(at));
    let name = RwSignal::new(preview.parcel.name.clone());
    let error = RwSignal::new(None::<String>);
    let refusal = no_room(&preview);
    let dates = match preview.figures.span {
        Some((first, last)) => day(first) + " to " + &day(last),
        None => "Nothing has happened in it yet".to_owned(),
    };
    let exported = preview.exported.map(moment).unwrap_or_else(|| "The file does not say".to_owned());
    let worked = preview.last_change.map(moment).unwrap_or_else(|| "Never, after its import".to_owned());
    let origin = if preview.parcel.base.is_some() { "An imported log" } else { "Made by hand" };
    let size = words::number(preview.units as usize)
        + " of the "
        + &words::number(preview.room.min(journal::LIMIT_UNITS) as usize)
        + " characters that are free for it";
    let incidents = stages(&preview);
    let people = words::number(preview.people);
    let commands = words::number(preview.parcel.entries.len());
    let told =
        warnings(&preview).into_iter().map(|text| view! { <p class="preview-warning">{text}</p> }).collect_view();
    let is_refused = refusal.is_some();
    let parcel = StoredValue::new(preview.parcel);
    let confirm = move |()| {
        if is_refused {
            return;
        }
        match session.take_parcel(parcel.get_value(), &name.get_untracked()) {
            Ok(()) => {
                toaster.ok("The workspace is read and open");
                if let Some(gone) = &replaces {
                    session.forget_kept(gone);
                }
                open.set(false);
            }
            Err(sentence) => error.set(Some(sentence)),
        }
    };
    view! {
        <div class="preview">
        <p class="hint">{file_name}</p>
        {told}
        <Field label="Name" required=true error><TextInput value=name /></Field>
        <Facts>
            <Fact label="Incidents">{incidents}</Fact>
            <Fact label="Changes">{commands}</Fact>
            <Fact label="People">{people}</Fact>
            <Fact label="From, to">{dates}</Fact>
            <Fact label="Began with">{origin}</Fact>
            <Fact label="Last change">{worked}</Fact>
            <Fact label="Exported">{exported}</Fact>
            <Fact label="Room it takes">{size}</Fact>
        </Facts>
        <p class="hint">"It becomes a workspace of its own. Nothing is stored until you confirm."</p>
        <div class="form-actions">
            <CommandButton label="Read it and open it" kind=Kind::Primary refusal on_press=confirm />
            <Button label="Leave it" kind=Kind::Quiet on_press=move |()| open.set(false) />
        </div>
        </div>
    }
    .into_any()
}
