//! The pictures: our own drawings, made of buttons that are laid out by the sheet, so that they can be read, pressed and
//! enlarged like any text.

use learning::Edition;
use learning::knowledge::{Concept, Kind, Knowledge};
use leptos::prelude::*;

/// What a picture shows, in a sentence.
pub fn note(edition: Edition) -> &'static str {
    match edition {
        Edition::V3 => {
            "Five stages: strategy gives the direction, then design, transition and operation, with improvement about all of them."
        }
        Edition::V4 => {
            "The value system turns opportunity and demand into value. The chain in its middle has no fixed order."
        }
        Edition::V5 => "Eight activities, repeated as often as it takes: the order is no line.",
    }
}

/// The picture of an edition.
pub fn picture(knowledge: &Knowledge, edition: Edition, chosen: RwSignal<Option<String>>) -> AnyView {
    match edition {
        Edition::V3 => stages(knowledge, chosen),
        Edition::V4 => value_system(knowledge, chosen),
        Edition::V5 => activities(knowledge, chosen),
    }
}

/// An element that can be chosen.
fn element(knowledge: &Knowledge, id: &str, chosen: RwSignal<Option<String>>) -> AnyView {
    let Some(concept) = knowledge.concept(id) else { return ().into_any() };
    button(concept, "", chosen)
}

fn button(concept: &Concept, class: &'static str, chosen: RwSignal<Option<String>>) -> AnyView {
    let id = concept.id.as_str().to_owned();
    let (own, set) = (id.clone(), id);
    let pressed = move || chosen.with(|chosen| chosen.as_deref() == Some(own.as_str())).to_string();
    view! {
        <button type="button" class=["learn-node ", class].concat() aria-pressed=pressed on:click=move |_| chosen.set(Some(set.clone()))>
            {concept.name.clone()}
        </button>
    }
    .into_any()
}

/// Version 3: each stage with its processes.
fn stages(knowledge: &Knowledge, chosen: RwSignal<Option<String>>) -> AnyView {
    let stage = |id: &'static str, class: &'static str| {
        let head = knowledge.concept(id).map(|concept| button(concept, "learn-node-head", chosen));
        let processes = knowledge.children(id).filter(|one| matches!(one.kind, Kind::Process | Kind::Function));
        let processes: Vec<_> = processes.map(|one| view! { <li>{button(one, "", chosen)}</li> }).collect();
        view! { <div class=["learn-stage ", class].concat()>{head}<ul>{processes}</ul></div> }
    };
    view! {
        <div class="learn-stages" role="group" aria-label="Version 3: stages and their processes">
            {stage("v3-continual-service-improvement", "learn-stage-around")}
            {stage("v3-service-strategy", "")}
            {stage("v3-service-design", "")}
            {stage("v3-service-transition", "")}
            {stage("v3-service-operation", "")}
        </div>
    }
    .into_any()
}

/// ITIL 4: the value system around the value chain.
fn value_system(knowledge: &Knowledge, chosen: RwSignal<Option<String>>) -> AnyView {
    let one = |id: &str| element(knowledge, id, chosen);
    let chain = ["plan", "engage", "design-and-transition", "obtain-build", "deliver-and-support", "improve"];
    let chain: Vec<_> = chain.into_iter().map(one).collect();
    view! {
        <div class="learn-system" role="group" aria-label="ITIL 4: the service value system">
            <div class="learn-system-in">{one("opportunity-and-demand")}</div>
            <div class="learn-system-body">
                {one("guiding-principles")}
                {one("governance")}
                <div class="learn-chain">{one("service-value-chain")}<div class="learn-chain-parts">{chain}</div></div>
                {one("practices")}
                {one("continual-improvement-model")}
            </div>
            <div class="learn-system-out">{one("value")}</div>
            <div class="learn-system-under">{one("four-dimensions")}</div>
        </div>
    }
    .into_any()
}

/// Version 5: the eight activities.
fn activities(knowledge: &Knowledge, chosen: RwSignal<Option<String>>) -> AnyView {
    let ids = ["discover", "design", "acquire", "build", "transition", "operate", "deliver", "support"];
    let one = |id: &str| {
        let concept = knowledge.concept(&["v5-", id].concat())?;
        Some(view! { <li>{button(concept, "learn-node-head", chosen)}</li> })
    };
    let around = ["v5-value-system", "v5-value-streams", "v5-ai", "v5-experience", "v5-complexity"];
    let around: Vec<_> = around.into_iter().map(|id| element(knowledge, id, chosen)).collect();
    view! {
        <div class="learn-cycle" role="group" aria-label="Version 5: eight activities">
            <ol>{ids.into_iter().filter_map(one).collect_view()}</ol>
            <div class="learn-cycle-around">{around}</div>
        </div>
    }
    .into_any()
}
