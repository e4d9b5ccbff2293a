//! The way from the draft to what customers see, the latest first.

use itsm::ServiceId;
use itsm::catalogue::{Action, Listing, Review, Version};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::query::key_text;

use super::acts::Wanted;
use crate::route::{Route, Shelf};
use crate::session::{Session, Zone};
use crate::ui::{Badge, CommandButton, Kind, Panel, Picture, Tone};
use crate::views::words;

/// One step.
#[derive(Clone, PartialEq)]
struct Step {
    /// The version's number; `None` for the draft.
    version: Option<u32>,
    title: String,
    tone: Tone,
    picture: Picture,
    word: &'static str,
    lines: Vec<String>,
    /// Two versions to compare, as parameters of the address, and what the link says.
    compare: Option<(String, String)>,
}

fn steps(workspace: &Workspace, id: ServiceId, now: chrono::DateTime<chrono::Utc>, zone: Zone) -> Vec<Step> {
    let desk = workspace.desk();
    let Some(listing) = desk.portfolio().listing(id) else { return vec![] };
    let name = |person| desk.directory().person(person).to_owned();
    let offered = listing.published(now).map(|version| version.number);
    let draft = draft(listing, &name, zone);
    let versions = listing.versions.iter().rev().map(|version| of_version(version, offered, now, &name, zone));
    std::iter::once(draft).chain(versions).collect()
}

fn draft(listing: &Listing, name: &dyn Fn(itsm::PersonId) -> String, zone: Zone) -> Step {
    let (word, tone, picture) = match (&listing.review, listing.differs()) {
        (_, false) => ("As published", Tone::Neutral, Picture::Check),
        (Review::Asked { .. }, _) => ("Waits for a review", Tone::Warn, Picture::Person),
        (Review::Approved { .. }, _) => ("May be published", Tone::Ok, Picture::Met),
        (Review::Returned { .. }, _) => ("Returned", Tone::Bad, Picture::Reply),
        (Review::None, _) => ("Being written", Tone::Slate, Picture::Note),
    };
    let mut lines = vec![
        [
            "Written last by ",
            &name(listing.edited_by),
            "; the last event is of ",
            &words::date_time(zone.local(listing.changed_at)),
            ".",
        ]
        .concat(),
    ];
    lines.extend(match &listing.review {
        Review::None => None,
        Review::Asked { by } => {
            Some([&name(*by), " asked for a review. Whoever wrote none of it may answer."].concat())
        }
        Review::Approved { by } => Some([&name(*by), " read it and agrees."].concat()),
        Review::Returned { by, words } => Some([&name(*by), ": ", words].concat()),
    });
    let latest = listing.latest().filter(|_| listing.differs());
    let compare = latest.map(|version| {
        let parameters = ["from=", &version.number.to_string(), "&to=draft"].concat();
        (parameters, ["Compare the draft with version ", &version.number.to_string()].concat())
    });
    Step { version: None, title: "Draft".to_owned(), tone, picture, word, lines, compare }
}

fn of_version(
    version: &Version,
    offered: Option<u32>,
    now: chrono::DateTime<chrono::Utc>,
    name: &dyn Fn(itsm::PersonId) -> String,
    zone: Zone,
) -> Step {
    let (word, tone, picture) = if version.withdrawn {
        ("Taken back", Tone::Neutral, Picture::Undo)
    } else if version.from > now {
        ("Scheduled", Tone::Slate, Picture::DueSoon)
    } else if offered == Some(version.number) {
        ("Offered now", Tone::Ok, Picture::Met)
    } else {
        ("Earlier", Tone::Neutral, Picture::Check)
    };
    let until = if version.from > now { "Will be offered from " } else { "Offered from " };
    let mut lines =
        vec![[until, &words::date_time(zone.local(version.from)), ", published by ", &name(version.by), "."].concat()];
    if !version.note.trim().is_empty() {
        lines.push(version.note.to_string());
    }
    let compare = version.number.checked_sub(1).filter(|before| *before > 0).map(|before| {
        let (before, this) = (before.to_string(), version.number.to_string());
        (["from=", &before, "&to=", &this].concat(), ["Compare version ", &this, " with version ", &before].concat())
    });
    Step {
        version: Some(version.number),
        title: "Version ".to_owned() + &version.number.to_string(),
        tone,
        picture,
        word,
        lines,
        compare,
    }
}

/// The panel.
#[component]
pub fn Steps(id: ServiceId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let all = Memo::new(move |_| {
        let now = session.now.get();
        session.read(|workspace| steps(workspace, id, now, zone)).unwrap_or_default()
    });
    let key = key_text(id.0);
    let one = move |step: Step| {
        let back = step.version.map(|version| {
            let refusal =
                Signal::derive(move || session.refuses(id, Action::Restore).map(|refusal| refusal.sentence()));
            let label = "Go back to version ".to_owned() + &version.to_string();
            let press = move |()| open.set(Some(Wanted::Restore(version)));
            view! { <CommandButton label kind=Kind::Quiet refusal on_press=press /> }
        });
        let compare = step.compare.map(|(parameters, label)| {
            let href = Route::Catalogue(Shelf::Versions(key.clone(), parameters)).href();
            view! { <a href=href>{label}</a> }
        });
        view! {
            <li class="version-step">
                <p class="version-head"><strong>{step.title}</strong><Badge tone=step.tone picture=Some(step.picture) label=step.word.to_owned() /></p>
                {step.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                <p class="version-acts">{compare}{back}</p>
            </li>
        }
    };
    let body = move || all.get().into_iter().map(one.clone()).collect_view();
    view! { <Panel title="From draft to published"><ol class="plain version-steps">{body}</ol></Panel> }.into_any()
}
