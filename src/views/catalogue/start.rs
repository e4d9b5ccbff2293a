//! The first five minutes: whose catalogue it is, and what it begins with.

use itsm::Command;
use itsm::catalogue::{Command as Ask, Settings};
use leptos::prelude::*;

use super::templates;
use crate::browser::location::Location;
use crate::browser::tasks;
use crate::route::{Route, Shelf};
use crate::session::{Session, Status};
use crate::ui::{CommandButton, Field, TextInput, Toaster};
use crate::views::page::Page;

/// A way to begin.
#[derive(Clone, Copy)]
struct Door {
    title: &'static str,
    about: &'static str,
    label: &'static str,
    /// The file it begins with; `None` for nothing.
    file: Option<&'static str>,
}

const DOORS: [Door; 3] = [
    Door {
        title: "Small company",
        about: "Laptops, accounts, mail, a bundle for new starters: services with forms, approvals and prices, to be made your own.",
        label: "Begin with the small company",
        file: Some(templates::SMALL_COMPANY),
    },
    Door {
        title: "University department",
        about: "Teaching rooms, research storage, software for students and staff, with an audience for each.",
        label: "Begin with the department",
        file: Some(templates::UNIVERSITY),
    },
    Door {
        title: "Blank",
        about: "Nothing but your name. You write the first service yourself, three sentences first.",
        label: "Begin with nothing",
        file: None,
    },
];

/// The page.
#[component]
pub fn Start() -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let toaster = expect_context::<Toaster>();
    let name = RwSignal::new(String::new());
    let kept = session.keep_draft("catalogue-start", vec![("name", name)], None);
    let missing = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<String>);
    let running = RwSignal::new(None::<usize>);
    let begin = move |place: usize, door: Door| {
        fault.set(None);
        let organisation = name.get_untracked().trim().to_owned();
        if organisation.is_empty() {
            missing.set(Some("Say whose catalogue it is: customers want to know who offers something.".to_owned()));
            crate::browser::dom::focus_id("catalogue-whose");
            return;
        }
        missing.set(None);
        running.set(Some(place));
        tasks::spawn(async move {
            let begun = open(session, &organisation, door.file).await;
            let _ = running.try_set(None);
            match begun {
                Ok(()) => {
                    kept.forget();
                    location.go(&Route::Catalogue(Shelf::List));
                }
                // The page is made anew once a workspace is open; then only a message still reaches its reader.
                Err(sentence) => {
                    if let Some(sentence) = fault.try_set(Some(sentence)).flatten() {
                        toaster.bad(sentence);
                    }
                }
            }
        });
    };
    let door = move |(place, door): (usize, Door)| {
        let at_work = Signal::derive(move || running.get() == Some(place));
        view! {
            <section class="panel start-door" aria-label=door.title>
                <h2>{door.title}</h2>
                <p>{door.about}</p>
                <CommandButton label=door.label running=at_work on_press=move |()| begin(place, door) />
            </section>
        }
    };
    view! {
        <Page title="Build a catalogue" note="Say what you offer, see it as your customers will, and publish it as plain files. Everything stays in this browser until you do." class="page-start">
            <div id="catalogue-whose" tabindex="-1">
                <Field label="Whose catalogue is it?" hint="The name of your organisation, as customers know it." required=true error=missing>
                    <TextInput value=name autocomplete="organization" />
                </Field>
            </div>
            <h2 class="start-with">"What does it begin with?"</h2>
            <div class="start-doors">{DOORS.into_iter().enumerate().map(door).collect_view()}</div>
            <div role="alert">{move || fault.get().map(|sentence| view! { <p class="company-fault">{sentence}</p> })}</div>
        </Page>
    }
    .into_any()
}

/// Begins a catalogue: in the open workspace, or in a new one of that name. `Err` with a sentence, and nothing is changed
/// that could not be gone on with.
async fn open(session: Session, organisation: &str, file: Option<&str>) -> Result<(), String> {
    let catalogue = match file {
        Some(file) => Some(templates::catalogue(file).await?),
        None => None,
    };
    if session.status.with_untracked(|status| matches!(status, Status::Empty)) {
        session.create_blank(organisation)?;
    }
    let here = session.peek(|workspace| workspace.desk().portfolio().settings().clone()).unwrap_or_default();
    match catalogue {
        Some(mut catalogue) => {
            catalogue.settings.organisation = organisation.into();
            templates::take_in(session, catalogue).map(drop)
        }
        None => {
            let settings = Settings { organisation: organisation.into(), ..here };
            session
                .give(Command::Catalogue(Ask::Set(Box::new(settings))))
                .map(drop)
                .map_err(|declined| declined.sentence())
        }
    }
}
