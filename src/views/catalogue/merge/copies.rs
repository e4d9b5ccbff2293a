//! Which copies are joined: the other one, and the older one that both come from.

use std::sync::Arc;

use itsm::catalogue::Catalogue;
use leptos::prelude::*;
use leptos::task::spawn_local;
use workspace::catalogue::file;

use super::Desk;
use crate::browser::files::{self, UserFile};
use crate::ui::{Choice, Field, RadioGroup};
use crate::views::words;

/// A copy that comes from a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Copy {
    /// No file was given.
    None,
    /// It is being read.
    Reading(String),
    /// It was read.
    Read(String, Arc<Catalogue>),
    /// It is no catalogue; why, line by line.
    Wrong(String, Vec<String>),
}

impl Copy {
    /// The catalogue, if it was read.
    pub fn catalogue(&self) -> Option<Arc<Catalogue>> {
        match self {
            Copy::Read(_, catalogue) => Some(catalogue.clone()),
            Copy::None | Copy::Reading(_) | Copy::Wrong(..) => None,
        }
    }
}

/// What both copies come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Older {
    /// What was published last.
    Published,
    /// A file.
    File,
    /// Nobody knows: the two are compared with each other only.
    Nothing,
}

impl Older {
    const ALL: [Older; 3] = [Older::Published, Older::File, Older::Nothing];

    fn code(self) -> &'static str {
        match self {
            Older::Published => "published",
            Older::File => "file",
            Older::Nothing => "nothing",
        }
    }

    fn choice(self) -> Choice {
        let (label, detail) = match self {
            Older::Published => (
                "What was published last",
                "The versions in this workspace. Services that were never published are compared field by field.",
            ),
            Older::File => {
                ("A file", "The catalogue as it was when you parted: an earlier export, a published catalogue.json.")
            }
            Older::Nothing => (
                "I do not have it",
                "The two copies are compared only with each other: every field that both fill differently is a conflict.",
            ),
        };
        Choice::new(self.code(), label).with_detail(detail)
    }
}

/// Asks for the copies.
#[component]
pub fn Copies(desk: Desk) -> impl IntoView {
    let code = RwSignal::new(desk.older.get_untracked().code().to_owned());
    Effect::new(move |_| {
        let chosen = code.with(|code| Older::ALL.into_iter().find(|older| older.code() == code));
        if let Some(older) = chosen.filter(|older| *older != desk.older.get_untracked()) {
            desk.older.set(older);
        }
    });
    let choices = Older::ALL.map(Older::choice).to_vec();
    let older_file = move || {
        (desk.older.get() == Older::File).then(|| view! { <Given desk copy=desk.file label="Choose the older file" /> })
    };
    view! {
        <div class="merge-copy">
            <h3>"Their copy"</h3>
            <Given desk copy=desk.theirs label="Choose their file" />
        </div>
        <div class="merge-copy">
            <Field label="What both of you began with" group=true><RadioGroup choices value=code /></Field>
            {older_file}
        </div>
    }
    .into_any()
}

/// A file that is asked for, and what came of reading it.
#[component]
fn Given(desk: Desk, copy: RwSignal<Copy>, label: &'static str) -> impl IntoView {
    let read = move |event: leptos::ev::Event| {
        if let Some(file) = files::chosen(&event) {
            desk.chosen.set(Default::default());
            look_into(file, copy);
        }
    };
    let told = move || match copy.get() {
        Copy::None => {
            view! { <span class="hint">"A file that was exported from Service Dojo (catalogue.json)."</span> }
                .into_any()
        }
        Copy::Reading(name) => view! { <span class="hint" role="status">"Reading "{name}"…"</span> }.into_any(),
        Copy::Read(name, catalogue) => {
            let many = words::count(catalogue.services.len(), "service", "services");
            view! { <span role="status"><strong>{name}</strong>": "{many}</span> }.into_any()
        }
        Copy::Wrong(name, faults) => {
            let lines = faults.into_iter().map(|fault| view! { <li>{fault}</li> }).collect_view();
            view! {
                <div class="merge-faults" role="alert">
                    <p><strong>{name}</strong>" is not a catalogue that can be read. Nothing was changed."</p>
                    <ul>{lines}</ul>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <div class="merge-given">
            <label class="button file-button">
                <span>{label}</span>
                <input type="file" class="visually-hidden" accept=".json,application/json" on:change=read />
            </label>
            {told}
        </div>
    }
    .into_any()
}

fn look_into(given: UserFile, copy: RwSignal<Copy>) {
    let name = given.name();
    if given.size() > file::FILE_MOST as u64 {
        copy.set(Copy::Wrong(name, vec!["It is larger than 2 MB; no catalogue needs as much.".to_owned()]));
        return;
    }
    copy.set(Copy::Reading(name.clone()));
    spawn_local(async move {
        let read = match given.text().await {
            Err(why) => Copy::Wrong(name, vec![why]),
            Ok(text) => match file::read(&text) {
                Ok(catalogue) => Copy::Read(name, Arc::new(catalogue)),
                Err(faults) => Copy::Wrong(name, faults.iter().map(ToString::to_string).collect()),
            },
        };
        let _ = copy.try_set(read);
    });
}
