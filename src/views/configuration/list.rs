//! All items, by type and state, and the services with what they are made of.

use std::collections::BTreeMap;

use itsm::ItemId;
use itsm::configuration::{Kind, LifeState, Node, Owner};
use leptos::prelude::*;
use workspace::Workspace;

use super::nodes;
use crate::route::{Practice, Route, Rules};
use crate::session::Session;
use crate::ui::{Badge, Button, Choice, EmptyState, Field, FilterChip, Kind as Look, LinkButton, SearchInput, Select};
use crate::views::desk::gate::WithDesk;
use crate::views::record::DeskNav;
use crate::views::{page, words};

/// More than anybody reads at once.
const AT_FIRST: usize = 100;

/// The page.
#[component]
pub fn ItemsPage() -> impl IntoView {
    view! { <WithDesk><Items /></WithDesk> }.into_any()
}

/// An item in the list.
#[derive(Clone, PartialEq)]
struct Line {
    id: ItemId,
    name: String,
    lower: String,
    kind: Option<Kind>,
    state: LifeState,
    owner: String,
    needs: usize,
    needed_by: usize,
    open: usize,
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let desk = workspace.desk();
    let (directory, map) = (desk.directory(), desk.configuration());
    let mut open: BTreeMap<ItemId, usize> = BTreeMap::new();
    for incident in desk.incidents().filter(|incident| incident.state.is_open()) {
        if let Some(item) = incident.item {
            *open.entry(item).or_default() += 1;
        }
    }
    let owner = |owner: Owner| match owner {
        Owner::Person(id) => directory.person(id).to_owned(),
        Owner::Group(id) => directory.group(id).to_owned(),
    };
    let line = |(id, name): (&ItemId, &std::sync::Arc<str>)| {
        let item = map.item(*id);
        Line {
            id: *id,
            name: name.to_string(),
            lower: name.to_lowercase(),
            kind: item.and_then(|item| item.kind),
            state: item.map(|item| item.state).unwrap_or_default(),
            owner: item.and_then(|item| item.owner).map(owner).unwrap_or_default(),
            needs: map.needs(Node::Item(*id)).len(),
            needed_by: map.needed_by(Node::Item(*id)).count(),
            open: open.get(id).copied().unwrap_or(0),
        }
    };
    let mut lines: Vec<Line> = directory.items.iter().map(line).collect();
    lines.sort_by(|one, other| (&one.lower, one.id).cmp(&(&other.lower, other.id)));
    lines
}

/// The states that a chip stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    InUse,
    OnItsWay,
    Retired,
    All,
}

impl Shown {
    const ALL: [Shown; 4] = [Shown::InUse, Shown::OnItsWay, Shown::Retired, Shown::All];

    fn label(self) -> &'static str {
        match self {
            Shown::InUse => "In use",
            Shown::OnItsWay => "On its way",
            Shown::Retired => "Retired",
            Shown::All => "All",
        }
    }

    fn has(self, state: LifeState) -> bool {
        match self {
            Shown::InUse => matches!(state, LifeState::Live | LifeState::UnderMaintenance),
            Shown::OnItsWay => matches!(state, LifeState::Planned | LifeState::InBuild),
            Shown::Retired => state == LifeState::Retired,
            Shown::All => true,
        }
    }
}

/// Of no type yet, in the choice of types.
const UNTYPED: &str = "none";

#[component]
fn Items() -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "Configuration".to_owned());
    page::announce();
    let all = Memo::new(move |_| session.read(lines).unwrap_or_default());
    let (search, kind) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let shown = RwSignal::new(Shown::InUse);
    let everything = RwSignal::new(false);
    let of_kind = move |line: &Line, kind: &str| match kind {
        "" => true,
        UNTYPED => line.kind.is_none(),
        word => line.kind.is_some_and(|kind| kind.word() == word),
    };
    let found = Memo::new(move |_| {
        let (words, kind) = (search.get().to_lowercase(), kind.get());
        let fits = |line: &&Line| {
            of_kind(line, &kind)
                && words
                    .split_whitespace()
                    .all(|word| line.lower.contains(word) || line.owner.to_lowercase().contains(word))
        };
        all.with(|all| all.iter().filter(fits).cloned().collect::<Vec<Line>>())
    });
    let list = Memo::new(move |_| {
        let shown = shown.get();
        found.with(|found| found.iter().filter(|line| shown.has(line.state)).cloned().collect::<Vec<Line>>())
    });
    let chip = move |of: Shown| {
        let count = Signal::derive(move || {
            found.with(|found| words::number(found.iter().filter(|line| of.has(line.state)).count()))
        });
        view! {
            <FilterChip label=of.label() count pressed=Signal::derive(move || shown.get() == of) on_toggle=move |()| shown.set(of) />
        }
    };
    let kinds: Vec<Choice> = Kind::ALL
        .into_iter()
        .map(|kind| Choice::new(kind.word(), kind.word()))
        .chain([Choice::new(UNTYPED, "Not described yet")])
        .collect();
    let body = move || {
        if all.with(Vec::is_empty) {
            view! {
                <EmptyState title="No items yet"
                    text="A configuration item is a component that needs managing to deliver a service. Register the first, then say what needs it.">
                    <LinkButton label="Register an item" href=Practice::Configuration.form().href() />
                </EmptyState>
            }
            .into_any()
        } else if list.with(Vec::is_empty) {
            view! { <p class="hint">"None of the items is of this kind."</p> }.into_any()
        } else {
            let most = if everything.get() { usize::MAX } else { AT_FIRST };
            let rows = list.with(|list| list.iter().take(most).cloned().map(row).collect_view());
            view! { <ul class="records" aria-label="Configuration items">{rows}</ul> }.into_any()
        }
    };
    let rest = move || list.with(Vec::len).saturating_sub(AT_FIRST);
    view! {
        <div class="page">
            <DeskNav />
            <header class="page-head">
                <h1>"Configuration "<span class="count" role="status">{move || words::number(list.with(Vec::len))}</span></h1>
                <div class="page-actions">
                    <LinkButton label="Register an item" kind=Look::Primary href=Practice::Configuration.form().href() />
                    <LinkButton label="What fails if …" href=nodes::impact_of([]).href() />
                    <LinkButton label="Compare dates" kind=Look::Quiet href=Practice::Configuration.at(nodes::COMPARE).href() />
                </div>
            </header>
            <div class="items-find">
                <SearchInput label="Search items and owners" value=search />
                <Field label="Type"><Select choices=kinds value=kind placeholder="All types" /></Field>
            </div>
            <div class="records-chips" role="group" aria-label="Which items">{Shown::ALL.map(chip).collect_view()}</div>
            {body}
            <Show when=move || { rest() > 0 && !everything.get() }>
                <div class="form-actions"><Button label=Signal::derive(move || "Show ".to_owned() + &words::number(rest()) + " more") on_press=move |()| everything.set(true) /></div>
            </Show>
            <Services />
        </div>
    }
    .into_any()
}

fn row(line: Line) -> AnyView {
    let href = nodes::place(Node::Item(line.id)).href();
    let (tone, picture) = nodes::life(line.state);
    let kind = line.kind.map_or("Not described yet", |kind| kind.word());
    let owner = if line.owner.is_empty() { "Nobody answers for it".to_owned() } else { line.owner };
    let needed = (line.needed_by > 0).then(|| "needed by ".to_owned() + &words::number(line.needed_by));
    let needs = (line.needs > 0).then(|| words::count(line.needs, "need", "needs"));
    let open = (line.open > 0).then(|| words::count(line.open, "open incident", "open incidents"));
    view! {
        <li class="record">
            <a class="record-title" href=href>{line.name}</a>
            <div class="record-line">
                <Badge tone picture=Some(picture) label=line.state.word() />
                <span>{kind}</span>
                <span>{owner}</span>
                {[needed, needs, open].into_iter().flatten().map(|text| view! { <span>{text}</span> }).collect_view()}
            </div>
        </li>
    }
    .into_any()
}

/// The services, with what they need.
#[component]
fn Services() -> impl IntoView {
    let session = expect_context::<Session>();
    let row = move || {
        session.read(|workspace| {
            let desk = workspace.desk();
            let mut services: Vec<_> = desk.directory().services.iter().collect();
            services.sort_by_cached_key(|(id, name)| (name.to_lowercase(), **id));
            let line = |(id, _): (&itsm::ServiceId, _)| {
                let node = Node::Service(*id);
                let needs = desk.configuration().needs(node);
                let said = if needs.is_empty() {
                    view! { <li class="hint">"Nobody has said what it needs."</li> }.into_any()
                } else {
                    needs.iter().map(|need| view! { <li>{nodes::need(desk, need)}</li> }).collect_view().into_any()
                };
                view! {
                    <li class="record">
                        <span class="record-title">{nodes::link(desk, node)}</span>
                        <ul class="plain">{said}</ul>
                    </li>
                }
            };
            if services.is_empty() {
                let href = Route::Rules(Rules::Services).href();
                return view! { <p class="hint">"No services yet. "<a href=href>"Enter the first"</a>"."</p> }
                    .into_any();
            }
            view! { <ul class="records">{services.into_iter().map(line).collect_view()}</ul> }.into_any()
        })
    };
    view! {
        <section class="items-services" aria-labelledby="services-made-of">
            <h2 id="services-made-of">"Services and what they need"</h2>
            {row}
        </section>
    }
    .into_any()
}
