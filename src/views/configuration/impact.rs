//! Mark things down and see what fails, what survives through redundancy, and why.

use std::collections::BTreeSet;

use itsm::Desk;
use itsm::configuration::{Fate, Node, Question, fate_sentence, impact};
use leptos::prelude::*;

use super::nodes;
use super::picture::{Map, Picture as MapPicture, draw};
use crate::browser::location::Location;
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Badge, Button, Choice, ComboBox, EmptyState, Field, Kind, Panel, Picture, Select};
use crate::views::desk::gate::WithDesk;
use crate::views::page;
use crate::views::words;

/// The page. Its address names what is down.
#[component]
pub fn ImpactPage() -> impl IntoView {
    view! { <WithDesk><Shown /></WithDesk> }.into_any()
}

/// A line of the list.
#[derive(Clone, PartialEq)]
struct Line {
    node: Node,
    name: String,
    fate: Fate,
    sentence: String,
}

#[derive(Clone, Default, PartialEq)]
struct Answer {
    services: Vec<Line>,
    items: Vec<Line>,
    fine: Vec<String>,
    map: Map,
}

fn answer(desk: &Desk, question: &Question) -> Answer {
    let found = impact(desk.configuration(), question);
    let rank = |fate: &Fate| match fate {
        Fate::Down => 0,
        Fate::Fails(_) => 1,
        Fate::Degraded(_) => 2,
        Fate::KeptUp => 3,
        Fate::NotImpacted => 4,
    };
    let mut lines: Vec<Line> = found
        .touched()
        .map(|(node, fate)| Line {
            node,
            name: nodes::name(desk, node),
            fate: fate.clone(),
            sentence: fate_sentence(desk, &found, node),
        })
        .collect();
    lines.sort_by_cached_key(|line| (rank(&line.fate), line.name.to_lowercase()));
    let (services, items) = lines.into_iter().partition(|line| line.node.service().is_some());
    let mut fine: Vec<String> = desk
        .directory()
        .services
        .iter()
        .filter(|(id, _)| *found.fate(Node::Service(**id)) == Fate::NotImpacted)
        .map(|(_, name)| name.to_string())
        .collect();
    fine.sort_by_key(|name| name.to_lowercase());
    Answer { services, items, fine, map: draw(desk, &found) }
}

/// "2 services fail, 1 goes on with less to spare."
fn summary(answer: &Answer) -> String {
    let count = |wanted: fn(&Fate) -> bool| answer.services.iter().filter(|line| wanted(&line.fate)).count();
    let out = count(Fate::is_out);
    let degraded = count(|fate| matches!(fate, Fate::Degraded(_)));
    let fails = match out {
        0 => "No service fails".to_owned(),
        1 => "1 service fails".to_owned(),
        many => words::number(many) + " services fail",
    };
    let survives = match degraded {
        0 => String::new(),
        1 => ", 1 survives through redundancy".to_owned(),
        many => ", ".to_owned() + &words::number(many) + " survive through redundancy",
    };
    fails + &survives + ", " + &words::number(answer.fine.len()) + " not impacted."
}

#[component]
fn Shown() -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    page::title(|| "What fails if …".to_owned());
    page::announce();
    let down = RwSignal::new(nodes::down_in(&location.parameters()));
    let kept = RwSignal::new(BTreeSet::<Node>::new());
    let depth = RwSignal::new(String::new());
    let adding = RwSignal::new(String::new());
    // The address follows, so that the picture can be shown to others.
    Effect::new(move |before: Option<()>| {
        let route = nodes::impact_of(down.get());
        if before.is_some() {
            location.replace(&route);
        }
    });
    Effect::new(move |_| {
        let Some(node) = adding.with(|text| nodes::of(text)) else { return };
        down.update(|down| {
            down.insert(node);
        });
        adding.set(String::new());
    });
    let found = Memo::new(move |_| {
        let question = Question { down: down.get(), kept_up: kept.get(), depth: depth.with(|text| text.parse().ok()) };
        session.read(|workspace| answer(workspace.desk(), &question)).unwrap_or_default()
    });
    let offered = nodes::choices(session, move || down.get());
    let depths = vec![
        Choice::new("1", "One step"),
        Choice::new("2", "Two steps"),
        Choice::new("3", "Three steps"),
        Choice::new("5", "Five steps"),
    ];
    let chosen = move |node: Node| {
        let name = session.peek(|workspace| nodes::name(workspace.desk(), node)).unwrap_or_default();
        let label = "Take back that ".to_owned() + &name + " is down";
        let parts = session.peek(|workspace| node.item().map(|id| workspace.desk().configuration().all_parts(id)));
        let parts: Vec<Node> = parts.flatten().unwrap_or_default().into_iter().map(Node::Item).collect();
        let with = (!parts.is_empty()).then(|| {
            let label = "Mark its ".to_owned() + &words::count(parts.len(), "part", "parts") + " down, too";
            let parts = parts.clone();
            view! { <Button label kind=Kind::Quiet on_press=move |()| down.update(|down| down.extend(parts.iter().copied())) /> }
        });
        view! {
            <li class="needs-member">
                <span>{name}</span>
                {with}
                <Button label kind=Kind::Quiet picture=Picture::Close icon_only=true
                    on_press=move |()| down.update(|down| { down.remove(&node); }) />
            </li>
        }
    };
    let list_of_down = move || down.get().into_iter().collect::<Vec<Node>>();
    let result = move || {
        if down.with(BTreeSet::is_empty) {
            return view! {
                <EmptyState title="Nothing is marked down"
                    text="Choose an item or a service. What needs it fails, unless redundancy carries it; each line says why." />
            }
            .into_any();
        }
        view! { <Result found kept /> }.into_any()
    };
    view! {
        <div class="page">
            <nav class="crumbs" aria-label="Where you are">
                <a href=Practice::Configuration.list().href()>"Configuration"</a>
                <span aria-hidden="true">"/"</span>
                <span>"What fails if …"</span>
            </nav>
            <header class="page-head"><h1>"What fails if …"</h1></header>
            <div class="impact-ask">
                <Field label="Mark down an item or a service">
                    <ComboBox choices=offered list_label="Items and services" value=adding />
                </Field>
                <Field label="How far to look"><Select choices=depths value=depth placeholder="To the end" /></Field>
            </div>
            <ul class="needs-members" aria-label="Marked down"><For each=list_of_down key=|node| *node children=chosen /></ul>
            {result}
        </div>
    }
    .into_any()
}

#[component]
fn Result(found: Memo<Answer>, kept: RwSignal<BTreeSet<Node>>) -> impl IntoView {
    let row = move |line: Line| {
        let (tone, picture, word) = nodes::fate(&line.fate);
        let node = line.node;
        let href = nodes::place(node).href();
        let act = match &line.fate {
            Fate::Fails(_) => Some(("Goes on all the same", true)),
            Fate::KeptUp => Some(("As worked out", false)),
            _ => None,
        };
        let name = line.name.clone();
        let act = act.map(|(label, keep)| {
            let press = move |_| {
                kept.update(|kept| {
                    if keep {
                        kept.insert(node)
                    } else {
                        kept.remove(&node)
                    };
                });
            };
            view! {
                <button type="button" class="button button-quiet" on:click=press>
                    {label}" "<span class="visually-hidden">{name}</span>
                </button>
            }
        });
        view! {
            <li class="record impact-row">
                <div>
                    <span class="record-title"><a href=href>{line.name}</a></span>
                    <div class="record-line"><Badge tone picture=Some(picture) label=word /><span>{line.sentence}</span></div>
                </div>
                {act}
            </li>
        }
    };
    let list = move |label: &'static str, lines: Vec<Line>| {
        (!lines.is_empty()).then(|| {
            view! {
                <section>
                    <h3>{label}</h3>
                    <ul class="records">{lines.into_iter().map(row).collect_view()}</ul>
                </section>
            }
        })
    };
    let fine = move || {
        let fine = found.with(|found| found.fine.clone());
        (!fine.is_empty()).then(|| {
            view! { <section><h3>"Services that are not impacted"</h3><p>{fine.join(", ")}"."</p></section> }
        })
    };
    view! {
        <p class="impact-sum" role="status">{move || found.with(summary)}</p>
        {move || view! { <MapPicture map=found.with(|found| found.map.clone()) /> }}
        <Panel title="In words" class="impact-words">
            {move || list("Services", found.with(|found| found.services.clone()))}
            {move || list("Items", found.with(|found| found.items.clone()))}
            {fine}
        </Panel>
    }
    .into_any()
}
