//! Bringing a file: read, shown with what it would change, and taken in by one press. Until then nothing changes.

use std::sync::Arc;

use itsm::Command;
use itsm::catalogue::{self, Catalogue};
use leptos::prelude::*;
use workspace::catalogue::exchange::{Change, Fault, Imported, LARGEST, changes, onto, read};

use crate::browser::files::{self, UserFile};
use crate::browser::tasks;
use crate::session::Session;
use crate::ui::{Button, CommandButton, ErrorState, Kind, Picture, Toaster};
use crate::views::{undo, words};

/// What was found in a file.
#[derive(Clone, PartialEq)]
struct Found {
    name: String,
    read: Result<Imported, Vec<Fault>>,
}

/// So many services are listed one by one.
const LISTED: usize = 200;

/// The panel.
#[component]
pub fn Bring(
    /// What is written.
    catalogue: Memo<Arc<Catalogue>>,
) -> impl IntoView {
    let found = RwSignal::new(None::<Found>);
    let over = RwSignal::new(false);
    let open = move |file: UserFile| {
        tasks::spawn(async move {
            let whole = |problem: String| Err(vec![Fault { place: String::new(), problem }]);
            let read = if file.size() > LARGEST as u64 {
                whole("The file is larger than 2 MB and was not read. No catalogue needs as much.".to_owned())
            } else {
                match file.bytes().await {
                    Ok(bytes) => read(&bytes.to_vec()),
                    Err(sentence) => whole(sentence),
                }
            };
            let _ = found.try_set(Some(Found { name: file.name(), read }));
        });
    };
    let inside = move || match found.get() {
        None => ().into_any(),
        Some(Found { name, read: Err(faults) }) => faulty(name, faults),
        Some(Found { name, read: Ok(imported) }) => view! { <Sound name imported catalogue found /> }.into_any(),
    };
    view! {
        <section
            class="panel import"
            aria-labelledby="bring"
            data-over=move || over.get().then_some("true")
            on:dragover=move |event| {
                if files::drags_file(&event) {
                    event.prevent_default();
                    over.set(true);
                }
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                over.set(false);
                if let Some(file) = files::dropped(&event) {
                    event.prevent_default();
                    open(file);
                }
            }
        >
            <h2 id="bring">"Bring a file"</h2>
            <p>"In any of these formats; which one it is shows in what it says. You see what would change first."</p>
            <div class="form-actions">
                <label class="button file-button">
                    <crate::ui::Icon picture=Picture::Upload />
                    <span>"Choose a file"</span>
                    <input type="file" class="visually-hidden" accept=".json,.yaml,.yml,.csv,application/json,text/csv"
                        on:change=move |event| if let Some(file) = files::chosen(&event) { open(file) } />
                </label>
            </div>
            <p class="hint">"Or drop it here. iTop’s three tables come one after the other."</p>
            <div aria-live="polite">{inside}</div>
        </section>
    }
    .into_any()
}

fn faulty(name: String, faults: Vec<Fault>) -> AnyView {
    let line = |fault: Fault| {
        let place = (!fault.place.is_empty()).then(|| view! { <code>{fault.place}</code>": " });
        view! { <li>{place}{fault.problem}</li> }
    };
    let text =
        words::count(faults.len(), "fault was", "faults were") + " found in it. Mend the file and choose it again.";
    view! {
        <ErrorState title=name + " cannot be taken in" text safe="Nothing was changed here." />
        <ul class="exchange-faults">{faults.into_iter().map(line).collect_view()}</ul>
    }
    .into_any()
}

/// A sound file: what it would change, and the press that does it.
#[component]
fn Sound(
    name: String,
    imported: Imported,
    catalogue: Memo<Arc<Catalogue>>,
    found: RwSignal<Option<Found>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let what = imported.shape.word();
    let notes = imported.notes.clone();
    let after = Memo::new(move |_| Arc::new(catalogue.with(|known| onto(known, &imported))));
    let changed = Memo::new(move |_| catalogue.with(|known| after.with(|after| changes(known, after))));
    let refused = RwSignal::new(None::<String>);
    let refusal = Signal::derive(move || {
        let nothing = changed.with(Vec::is_empty);
        nothing
            .then(|| "It needs a difference: everything in this file is already as it says.".to_owned())
            .or_else(|| refused.get())
    });
    let take = move |()| {
        let catalogue = after.with_untracked(|after| (**after).clone());
        let count = changed.with_untracked(Vec::len);
        match session.give(Command::Catalogue(catalogue::Command::TakeIn(Box::new(catalogue)))) {
            Ok(_) => {
                found.set(None);
                undo::confirm(session, toaster, words::count(count, "service", "services") + " taken in");
            }
            Err(declined) => refused.set(Some(declined.sentence())),
        }
    };
    let sums = move || {
        let (new, known) = changed
            .with(|all| (all.iter().filter(|one| one.is_new).count(), all.iter().filter(|one| !one.is_new).count()));
        [
            &words::count(new, "new service", "new services"),
            ", ",
            &words::count(known, "changed one", "changed ones"),
            ".",
        ]
        .concat()
    };
    let line = |change: Change| {
        let says = if change.is_new { "new".to_owned() } else { change.fields.join(", ") };
        view! { <li><b>{change.name.to_string()}</b>": "{says}</li> }
    };
    let lines = move || changed.with(|all| all.iter().take(LISTED).cloned().map(line).collect_view());
    let rest = move || {
        let more = changed.with(|all| all.len().saturating_sub(LISTED));
        (more > 0).then(|| view! { <p class="hint">{words::count(more, "more service", "more services")}</p> })
    };
    let noted = (!notes.is_empty()).then(|| {
        let lines = notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view();
        view! { <h4>"Made harmless or left out"</h4><ul class="exchange-faults">{lines}</ul> }
    });
    view! {
        <h3>{[&*name, ": ", what].concat()}</h3>
        <p>{sums}</p>
        {noted}
        <ul class="exchange-changes">{lines}</ul>
        {rest}
        <p class="hint">"What a file leaves empty, and what its format cannot hold, stays as it is. One undo takes all of it back."</p>
        <div class="form-actions">
            <CommandButton label="Take it in" kind=Kind::Primary refusal on_press=take />
            <Button label="Leave it" on_press=move |()| found.set(None) />
        </div>
    }
    .into_any()
}
