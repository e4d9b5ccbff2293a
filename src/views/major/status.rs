//! What users would see on a status page: how far it is, which services are affected, what was told. Nothing else:
//! names, notes and causes stay inside.

use itsm::IncidentId;
use itsm::major::{Phase, Standing, standing};
use leptos::prelude::*;
use workspace::{Workspace, title};

use super::shown;
use crate::route::Practice;
use crate::session::{Session, Zone};
use crate::ui::{Badge, EmptyState, LinkButton, Picture, Tone};
use crate::views::page;
use crate::views::words;

#[derive(Clone, PartialEq)]
struct Seen {
    title: String,
    phase: Phase,
    services: Vec<String>,
    began: String,
    next: Option<String>,
    updates: Vec<(String, String)>,
}

fn seen(workspace: &Workspace, id: IncidentId, zone: Zone, now: chrono::DateTime<chrono::Utc>) -> Option<Seen> {
    let desk = workspace.desk();
    let major = desk.majors().get(&id)?;
    let standing = standing(desk, id)?;
    if !matches!(standing, Standing::Running | Standing::Ended) {
        return None;
    }
    let state = desk.incident(id).ok()?.state;
    let hit = workspace::major::impact(workspace, id, now)?;
    let next = (standing == Standing::Running).then(|| major.next_update(desk.agreement().calendar())).flatten();
    let update = |update: &itsm::major::Update| (words::date_time(zone.local(update.at)), update.text.to_string());
    Some(Seen {
        title: title::title(workspace, id),
        phase: major.phase(state),
        services: workspace::major::services(workspace, id),
        began: words::date_time(zone.local(hit.began)),
        next: next.map(|next| words::date_time(zone.local(next))),
        updates: major.updates.iter().rev().map(update).collect(),
    })
}

/// The page.
pub fn page(id: IncidentId) -> AnyView {
    view! { <StatusPage id /> }.into_any()
}

#[component]
fn StatusPage(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(move || "What users see of ".to_owned() + &shown::number(session, id));
    page::announce();
    let found = Memo::new(move |_| {
        let (zone, now) = (session.zone(), session.now.get());
        session.read(|workspace| seen(workspace, id, zone, now)).flatten()
    });
    let number = shown::number(session, id);
    let lead = shown::lead(&number);
    let (crumb, back) = (lead.clone(), StoredValue::new(lead.href()));
    let body = move || {
        match found.get() {
        Some(seen) => page_of(seen),
        None => view! {
            <EmptyState title="Users see nothing yet" text="A status page tells of accepted major incidents. Accept it first.">
                <LinkButton label="Go to its page" href=back.get_value() />
            </EmptyState>
        }
        .into_any(),
    }
    };
    view! {
        <div class="page page-narrow">
            <nav class="crumbs" aria-label="Where you are">
                <a href=Practice::Major.list().href()>"Major incidents"</a>
                <span aria-hidden="true">"/"</span>
                <a href=crumb.href()>{number}</a>
                <span aria-hidden="true">"/"</span>
                <span>"What users see"</span>
            </nav>
            <header class="page-head"><h1>"What users see"</h1></header>
            <p class="page-note">"A preview: nothing leaves this browser. Names, notes and causes stay inside."</p>
            {body}
        </div>
    }
    .into_any()
}

fn page_of(seen: Seen) -> AnyView {
    let (tone, picture) = match seen.phase {
        Phase::Investigating => (Tone::Bad, Picture::Breached),
        Phase::Identified => (Tone::Warn, Picture::DueSoon),
        Phase::Restored => (Tone::Ok, Picture::Met),
    };
    let services = if seen.services.is_empty() { "Not named yet".to_owned() } else { seen.services.join(", ") };
    let update = |(when, text): (String, String)| view! { <li class="major-told"><p class="path-text">{text}</p><p class="hint">{when}</p></li> };
    let updates = if seen.updates.is_empty() {
        view! { <p class="hint">"Nothing was told yet."</p> }.into_any()
    } else {
        view! { <ul class="plain major-updates" aria-label="Updates, the latest first">{seen.updates.into_iter().map(update).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <section class="panel status-page" aria-label="Status page">
            <p class="major-line"><Badge tone picture=Some(picture) label=seen.phase.word() /></p>
            <h2>{seen.title}</h2>
            <p>"Affected: "{services}</p>
            <p class="hint">"Since "{seen.began}{seen.next.map(|next| ". Next update by ".to_owned() + &next)}</p>
            {updates}
        </section>
    }
    .into_any()
}
