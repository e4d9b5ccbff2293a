//! The practices of ITIL 4 and Version 5 by their groups, the processes of version 3 by their stages.

use std::sync::Arc;

use learning::knowledge::{Concept, Kind, Knowledge};
use learning::{Edition, GENERAL_PRACTICES, SERVICE_PRACTICES, TECHNICAL_PRACTICES};
use leptos::prelude::*;

use super::{edition, library};
use crate::route::{Lesson, Route};
use crate::session::Session;
use crate::ui::{Badge, Tone};
use crate::views::page::Page;

/// Those that the Foundation exam of ITIL 4 asks in detail.
const IN_DETAIL: [&str; 7] = [
    "continual-improvement",
    "change-enablement",
    "incident-management",
    "problem-management",
    "service-desk",
    "service-level-management",
    "service-request-management",
];

/// The page.
pub fn page() -> AnyView {
    library::with_knowledge("Practices", all)
}

fn all(knowledge: Arc<Knowledge>) -> AnyView {
    let session = expect_context::<Session>();
    let edition = edition::chosen(session);
    let title = Signal::derive(move || {
        if edition.get() == Edition::V3 { "Processes and functions" } else { "Practices" }.to_owned()
    });
    let note = Signal::derive(move || {
        match edition.get() {
        Edition::V3 => "26 processes in five stages, and four functions: teams with their tools.",
        Edition::V4 => "34 practices in three groups. Seven are asked in detail in the Foundation exam.",
        Edition::V5 => "The 34 practices of ITIL 4. Version 5 is reported to keep them; whether names changed is not confirmed.",
    }.to_owned()
    });
    let body = move || match edition.get() {
        Edition::V3 => by_stage(&knowledge),
        later => by_group(&knowledge, later),
    };
    view! {
        <Page title note=note class="learn">
            {edition::choice(session)}
            {body}
        </Page>
    }
    .into_any()
}

fn by_stage(knowledge: &Knowledge) -> AnyView {
    let stage = |stage: &Concept| {
        let processes = knowledge.children(stage.id.as_str()).filter(|one| one.kind == Kind::Process);
        group(&stage.name, processes.map(|one| line(one, false)).collect())
    };
    let stages: Vec<_> = knowledge.of_kind(Kind::Stage, Edition::V3).map(stage).collect();
    let functions = knowledge.of_kind(Kind::Function, Edition::V3).map(|one| line(one, false)).collect();
    view! { {stages}{group("Functions", functions)} }.into_any()
}

fn by_group(knowledge: &Knowledge, edition: Edition) -> AnyView {
    let of = |wanted: fn(&str) -> bool| {
        let fits = knowledge.of_kind(Kind::Practice, edition).filter(move |one| wanted(one.id.as_str()));
        fits.map(|one| line(one, edition == Edition::V4 && IN_DETAIL.contains(&one.id.as_str()))).collect::<Vec<_>>()
    };
    view! {
        {group("General management", of(|id| GENERAL_PRACTICES.contains(&id)))}
        {group("Service management", of(|id| SERVICE_PRACTICES.contains(&id)))}
        {group("Technical management", of(|id| TECHNICAL_PRACTICES.contains(&id)))}
    }
    .into_any()
}

fn group(title: &str, lines: Vec<AnyView>) -> AnyView {
    let title = title.to_owned();
    view! {
        <section class="learn-list">
            <h2>{title}" "<span class="learn-what">{lines.len()}</span></h2>
            <ul>{lines}</ul>
        </section>
    }
    .into_any()
}

fn line(concept: &Concept, in_detail: bool) -> AnyView {
    let href = Route::Learn(Lesson::Concept(concept.id.as_str().to_owned())).href();
    view! {
        <li>
            <p class="learn-line">
                <a href=href>{concept.name.clone()}</a>
                {in_detail.then(|| view! { <Badge label="In detail" tone=Tone::Slate /> })}
            </p>
            <p>{concept.short.clone()}</p>
        </li>
    }
    .into_any()
}
