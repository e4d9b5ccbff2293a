//! One item: what it is, what it needs, what needs it, what is open on it.

use itsm::change::planned;
use itsm::configuration::{Action, Command as Ask, Item, LifeState, Node, Owner};
use itsm::{Command, Desk, ItemId, RecordId};
use leptos::prelude::*;
use preferences::Action as Key;
use workspace::query::{key_of, key_text};
use workspace::{Workspace, say, title};

use super::facts_form::{Facts, FactsFields};
use super::fails::FailsWith;
use super::needs_form::NeedsForm;
use super::nodes;
use crate::route::{Practice, Route};
use crate::session::{Session, Zone};
use crate::ui::{Badge, ComboBox, Field, Panel, Picture, Tone};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;
use crate::views::desk::ticket::history::History;
use crate::views::record::{Act, ActionRow, FactsPanel, FormDialog, NoteForm, RecordAt, RecordFrame, Related};
use crate::views::words;

/// The page of the item whose key stands in the address.
#[component]
pub fn ItemPage(
    /// The key.
    place: String,
) -> impl IntoView {
    let page: fn(ItemId) -> AnyView = |id| view! { <Shown id /> }.into_any();
    let list = Practice::Configuration.list();
    view! { <RecordAt number=place what="configuration item" list find=nodes::item_at page /> }.into_any()
}

/// What a dialog asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Facts,
    Needs,
    Whole,
}

fn dialog_title(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Facts => "Edit details",
        Wanted::Needs => "What it needs",
        Wanted::Whole => "Part of",
    }
}

/// The steps of a life as buttons: the usual next one first.
fn steps(state: LifeState) -> &'static [(&'static str, LifeState, &'static str)] {
    match state {
        LifeState::Planned => &[
            ("Begin the build", LifeState::InBuild, "In build"),
            ("Put live", LifeState::Live, "Live"),
            ("Retire", LifeState::Retired, "Retired: no longer offered"),
        ],
        LifeState::InBuild => {
            &[("Put live", LifeState::Live, "Live"), ("Retire", LifeState::Retired, "Retired: no longer offered")]
        }
        LifeState::Live => &[
            ("Begin maintenance", LifeState::UnderMaintenance, "Under maintenance"),
            ("Retire", LifeState::Retired, "Retired: no longer offered"),
        ],
        LifeState::UnderMaintenance => &[
            ("End maintenance", LifeState::Live, "Live"),
            ("Retire", LifeState::Retired, "Retired: no longer offered"),
        ],
        LifeState::Retired => &[("Build again", LifeState::InBuild, "In build")],
    }
}

fn state_of(desk: &Desk, id: ItemId) -> LifeState {
    desk.configuration().item(id).map(|item| item.state).unwrap_or_default()
}

fn acts(session: Session, id: ItemId, open: RwSignal<Option<Wanted>>) -> Vec<Act> {
    let read = session.read(|workspace| {
        let desk = workspace.desk();
        let refused = |action: Action| session.refuses(id, action);
        let state = state_of(desk, id);
        let is_known = desk.configuration().item(id).is_some_and(|item| item.kind.is_some());
        let lives: Vec<_> = steps(state).iter().map(|step| (*step, refused(Action::Become(step.1)))).collect();
        (is_known, refused(Action::Amend), refused(Action::Need), refused(Action::PutInto), lives)
    });
    let Some((is_known, amend, need, put, lives)) = read else { return vec![] };
    let edit = Act::asks("Edit", amend, open, Wanted::Facts).key(Key::Edit);
    let mut acts = vec![
        // What nobody has described is described first.
        if is_known { edit } else { edit.primary() },
        Act::asks("What it needs", need, open, Wanted::Needs),
        Act::asks("Part of", put, open, Wanted::Whole),
    ];
    acts.extend(lives.into_iter().map(|((label, state, done), refusal)| {
        Act::now(label, refusal, Command::Item(Ask::Become { item: id, state }), done).quiet()
    }));
    acts
}

#[component]
fn Shown(id: ItemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let open = RwSignal::new(None::<Wanted>);
    let name = Memo::new(move |_| {
        session.read(|workspace| workspace.desk().directory().item(id).to_owned()).unwrap_or_default()
    });
    let line = move || {
        let known = session.read(|workspace| {
            let item = workspace.desk().configuration().item(id);
            (state_of(workspace.desk(), id), item.and_then(|item| item.kind), item.is_some_and(Item::is_asset))
        });
        known.map(|(state, kind, asset)| {
            let (tone, picture) = nodes::life(state);
            view! {
                <Badge tone picture=Some(picture) label=state.word() />
                <span>{kind.map_or("Not described yet", |kind| kind.word())}</span>
                {asset.then(|| view! { <Badge tone=Tone::Slate picture=Some(Picture::Info) label="IT asset, too" /> })}
            }
        })
    };
    let zone = session.zone();
    let side = move || {
        view! {
            <FactsPanel lines=move |workspace| facts(workspace, id, zone) />
            <Parts id />
            <OnIt id />
            <Related record=RecordId::Item(id) />
        }
    };
    let form = move |wanted: Wanted, asking: Asking| match wanted {
        Wanted::Facts => view! { <FactsForm id asking /> }.into_any(),
        Wanted::Needs => view! { <NeedsForm of=Node::Item(id) asking /> }.into_any(),
        Wanted::Whole => view! { <WholeForm id asking /> }.into_any(),
    };
    let make = move |text| Command::Item(Ask::Note { item: id, text });
    view! {
        <RecordFrame practice="Configuration" list=Practice::Configuration.list() number=Signal::derive(|| "Item".to_owned())
            title=name line side about="About this item">
            <ActionRow acts=move || acts(session, id, open) />
            <FormDialog open title=dialog_title form />
            <Hangs node=Node::Item(id) />
            <FailsWith item=Signal::stored(Some(id)) />
            <NoteForm draft="item-".to_owned() + &key_text(id.0) make />
            <History record=RecordId::Item(id) />
        </RecordFrame>
    }
    .into_any()
}

fn facts(workspace: &Workspace, id: ItemId, zone: Zone) -> Vec<(&'static str, String)> {
    let desk = workspace.desk();
    let Some(item) = desk.configuration().item(id) else {
        return vec![("Known so far", "Only its name. Edit it to say what it is.".to_owned())];
    };
    let directory = desk.directory();
    let owner = item.owner.map(|owner| match owner {
        Owner::Person(id) => directory.person(id).to_owned(),
        Owner::Group(id) => directory.group(id).to_owned(),
    });
    let date = |date: Option<chrono::NaiveDate>| {
        date.map(|date| words::date(date.and_time(chrono::NaiveTime::MIN))).unwrap_or_default()
    };
    let supplier = item.supplier.and_then(|id| desk.card(RecordId::Supplier(id)));
    vec![
        ("Description", item.description.to_string()),
        ("Owner", owner.unwrap_or_else(|| "Nobody".to_owned())),
        ("Supplier", supplier.map(|card| [card.number, card.title].join(" ")).unwrap_or_default()),
        ("Serial number", item.serial.to_string()),
        ("Version", item.version.to_string()),
        ("Cost", item.cost.map(say::money).unwrap_or_default()),
        ("Bought on", date(item.bought_on)),
        ("Warranty until", date(item.warranty_until)),
        ("Last change", words::date_time(zone.local(item.changed_at))),
    ]
}

/// What it needs, and what needs it.
#[component]
pub fn Hangs(
    /// Of what.
    node: Node,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let body = move || {
        session.read(|workspace| {
            let desk = workspace.desk();
            let map = desk.configuration();
            let needs = map.needs(node);
            let mut by: Vec<Node> = map.needed_by(node).collect();
            by.sort_by_cached_key(|other| (other.item().is_some(), nodes::name(desk, *other).to_lowercase()));
            let own = if needs.is_empty() {
                view! { <p class="hint">"Nothing that anybody has written down. Say what it cannot do without, and its failures explain themselves."</p> }.into_any()
            } else {
                let need = |need| view! { <li>{nodes::need(desk, need)}</li> };
                view! { <ul class="plain">{needs.iter().map(need).collect_view()}</ul> }.into_any()
            };
            let others = if by.is_empty() {
                view! { <p class="hint">"Nothing is known to need it."</p> }.into_any()
            } else {
                let line = |other: Node| view! { <li>{nodes::link(desk, other)}</li> };
                view! { <ul class="plain">{by.into_iter().map(line).collect_view()}</ul> }.into_any()
            };
            view! {
                <div class="hangs">
                    <section aria-labelledby="hangs-needs"><h3 id="hangs-needs">"It needs"</h3>{own}</section>
                    <section aria-labelledby="hangs-by"><h3 id="hangs-by">"Needed by"</h3>{others}</section>
                </div>
            }
        })
    };
    view! { <Panel title="What hangs on what">{body}</Panel> }.into_any()
}

/// Where it belongs and what belongs to it.
#[component]
fn Parts(id: ItemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let body = move || {
        session.read(|workspace| {
            let desk = workspace.desk();
            let map = desk.configuration();
            let wholes = map.wholes(id);
            let parts: Vec<ItemId> = map.parts(id).collect();
            let list = |ids: Vec<ItemId>| {
                ids.into_iter().map(|id| view! { <li>{nodes::link(desk, Node::Item(id))}</li> }).collect_view()
            };
            let nothing = wholes.is_empty() && parts.is_empty();
            view! {
                {nothing.then(|| view! { <p class="hint">"On its own. Put it into a room or a larger item to find it there. Being a part carries no failure; a need does."</p> })}
                {(!wholes.is_empty()).then(|| view! { <h3>"Part of"</h3><ul class="plain">{list(wholes)}</ul> })}
                {(!parts.is_empty()).then(|| view! { <h3>"Its parts"</h3><ul class="plain">{list(parts)}</ul> })}
            }
        })
    };
    view! { <Panel title="Containment" class="parts">{body}</Panel> }.into_any()
}

/// How many of a kind are listed.
const LISTED: usize = 8;

/// Open changes, problems and incidents that name it.
#[component]
fn OnIt(id: ItemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let found = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let desk = workspace.desk();
            let problems = desk.problems().filter(|problem| problem.item == Some(id) && problem.state.is_open());
            let problems = problems.map(|problem| {
                let number = desk.problem_number(problem.id);
                (Route::Problem(number.clone()).href(), number, problem.summary.to_string())
            });
            let incidents = desk.incidents().filter(|one| one.item == Some(id) && one.state.is_open());
            let incidents = incidents.map(|incident| {
                let number = desk.incident_number(incident.id);
                (Route::Incident(number.clone()).href(), number, title(workspace, incident.id))
            });
            let changes = planned(desk).into_iter().filter(|change| change.is_open && change.items.contains(&id));
            let changes = changes.map(|change| {
                let href = desk.card(change.id).map(|card| Route::record(&card).href());
                (href.unwrap_or_default(), change.number, change.title.to_string())
            });
            changes.chain(problems).chain(incidents).collect::<Vec<(String, String, String)>>()
        });
        read.unwrap_or_default()
    });
    let line = |(href, number, title): (String, String, String)| view! { <li><a href=href>{number}</a>" "{title}</li> };
    let body = move || {
        let all = found.get();
        let more = all.len().saturating_sub(LISTED);
        if all.is_empty() {
            return view! { <p class="hint">"No open change, problem or incident names it."</p> }.into_any();
        }
        view! {
            <ul class="plain">{all.into_iter().take(LISTED).map(line).collect_view()}</ul>
            {(more > 0).then(|| view! { <p class="hint">{words::number(more)}" more"</p> })}
        }
        .into_any()
    };
    view! { <Panel title="Open on it">{body}</Panel> }.into_any()
}

#[component]
fn FactsForm(id: ItemId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let facts = session.peek(|workspace| Facts::of(workspace.desk().configuration().item(id)));
    let facts = facts.unwrap_or_else(|| Facts::of(None));
    let submit = move || {
        if let Some(changes) = facts.changes() {
            asking.give(Command::Item(Ask::Amend { item: id, changes }), "Details saved");
        }
    };
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&["warranty"]) submit>
            <FactsFields facts warranty_error=asking.error_of("warranty") />
        </FormFrame>
    }
    .into_any()
}

#[component]
fn WholeForm(id: ItemId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let now =
        session.peek(|workspace| workspace.desk().configuration().item(id).and_then(|item| item.part_of)).flatten();
    let whole = RwSignal::new(now.map(|id| key_text(id.0)).unwrap_or_default());
    let submit = move || {
        let whole = whole.with_untracked(|text| key_of(text)).map(ItemId);
        asking.give(Command::Item(Ask::PutInto { item: id, whole }), "Saved where it belongs");
    };
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&["part of", "configuration item"]) submit>
            <Field label="Part of" hint="A location, a cabinet, a fleet, a larger item. Empty for nothing." error=asking.error_of("part of")>
                <ComboBox choices=choices::items(session, whole) list_label="Configuration items" value=whole />
            </Field>
        </FormFrame>
    }
    .into_any()
}
