//! Items and services as pages show them: where they are, what they are called in an address, how they look.

use std::collections::BTreeSet;

use itsm::configuration::{Fate, LifeState, Need, Node};
use itsm::{Desk, EntryId, ItemId, ServiceId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Choice, Picture, Tone};

/// The page that marks things down.
pub const IMPACT: &str = "impact";
/// The page that compares two dates.
pub const COMPARE: &str = "compare";
/// What stands before the key of a service.
pub const SERVICES: &str = "services/";
/// What stands before the key of a service in a list of items and services.
const SERVICE: char = 's';
/// What names the things that are down in an address.
const DOWN: &str = "down=";

/// "5-1f" for an item, "s3" for a service.
pub fn text(node: Node) -> String {
    let key = key_text(node.entry().key());
    match node {
        Node::Item(_) => key,
        Node::Service(_) => [SERVICE.to_string(), key].concat(),
    }
}

/// See [`text`].
pub fn of(text: &str) -> Option<Node> {
    match text.strip_prefix(SERVICE) {
        Some(key) => key_of(key).map(|key| Node::Service(ServiceId(key))),
        None => key_of(text).map(|key| Node::Item(ItemId(key))),
    }
}

/// The page of an item, or of what a service is made of.
pub fn place(node: Node) -> Route {
    let key = key_text(node.entry().key());
    match node {
        Node::Item(_) => Practice::Configuration.at(key),
        Node::Service(_) => Practice::Configuration.at([SERVICES, &key].concat()),
    }
}

/// The page that marks these down.
pub fn impact_of(down: impl IntoIterator<Item = Node>) -> Route {
    let down: Vec<String> = down.into_iter().map(text).collect();
    let asked = if down.is_empty() { String::new() } else { ["?", DOWN, &down.join(",")].concat() };
    Practice::Configuration.at([IMPACT, &asked].concat())
}

/// What such an address marks down.
pub fn down_in(parameters: &str) -> BTreeSet<Node> {
    let list = parameters.split('&').find_map(|one| one.strip_prefix(DOWN));
    list.unwrap_or_default().split(',').filter_map(of).collect()
}

/// What it is called.
pub fn name(desk: &Desk, node: Node) -> String {
    desk.directory().name(node.entry()).unwrap_or("Unknown").to_owned()
}

/// A link to its page.
pub fn link(desk: &Desk, node: Node) -> AnyView {
    let (href, name) = (place(node).href(), name(desk, node));
    view! { <a href=href>{name}</a> }.into_any()
}

/// Everything that can be needed or marked down: services first, as they matter most.
pub fn choices(session: Session, kept: impl Fn() -> BTreeSet<Node> + Send + Sync + 'static) -> Signal<Vec<Choice>> {
    let all = move |desk: &Desk, without: &BTreeSet<Node>| {
        let directory = desk.directory();
        let services = directory.services.iter().map(|(id, name)| (Node::Service(*id), name, "Service"));
        let items = directory.items.iter().map(|(id, name)| {
            let kind = desk.configuration().item(*id).and_then(|item| item.kind);
            (Node::Item(*id), name, kind.map_or("Item", |kind| kind.word()))
        });
        let offered =
            |node: &Node| !directory.is_retired(node.entry()) && !without.contains(node) && !is_retired(desk, *node);
        let mut found: Vec<_> = services.chain(items).filter(|(node, ..)| offered(node)).collect();
        found.sort_by_cached_key(|(node, name, _)| (node.item().is_some(), name.to_lowercase()));
        found.into_iter().map(|(node, name, kind)| Choice::new(text(node), &**name).with_detail(kind)).collect()
    };
    Memo::new(move |_| session.read(|workspace| all(workspace.desk(), &kept())).unwrap_or_default()).into()
}

fn is_retired(desk: &Desk, node: Node) -> bool {
    let state = node.item().and_then(|id| desk.configuration().item(id)).map(|item| item.state);
    state == Some(LifeState::Retired)
}

/// Whether an entry of the directory is an item that stands here.
pub fn item_at(desk: &Desk, place: &str) -> Option<ItemId> {
    let id = ItemId(key_of(place)?);
    desk.directory().name(EntryId::Item(id)).map(|_| id)
}

/// The same for a service.
pub fn service_at(desk: &Desk, place: &str) -> Option<ServiceId> {
    let id = ServiceId(key_of(place)?);
    desk.directory().name(EntryId::Service(id)).map(|_| id)
}

/// How a state of life looks.
pub fn life(state: LifeState) -> (Tone, Picture) {
    match state {
        LifeState::Planned => (Tone::Slate, Picture::New),
        LifeState::InBuild => (Tone::Slate, Picture::Settings),
        LifeState::Live => (Tone::Ok, Picture::Met),
        LifeState::UnderMaintenance => (Tone::Warn, Picture::Paused),
        LifeState::Retired => (Tone::Neutral, Picture::OutsideHours),
    }
}

/// How a fate looks, and how it came about.
pub fn fate(fate: &Fate) -> (Tone, Picture, &'static str) {
    match fate {
        Fate::Down => (Tone::Bad, Picture::Breached, "Marked down"),
        Fate::Fails(_) => (Tone::Bad, Picture::Problem, "Computed: fails"),
        Fate::Degraded(_) => (Tone::Warn, Picture::DueSoon, "Computed: survives"),
        Fate::KeptUp => (Tone::Slate, Picture::Note, "Said to go on"),
        Fate::NotImpacted => (Tone::Ok, Picture::Met, "Not impacted"),
    }
}

/// A need with a link to each of its group.
pub fn need(desk: &Desk, need: &Need) -> AnyView {
    let count = need.of().len();
    let least = usize::try_from(need.at_least()).unwrap_or(usize::MAX);
    let how = match (least, count) {
        (_, 1) => String::new(),
        (least, all) if least >= all => "All of ".to_owned(),
        (least, all) => ["At least ", &least.to_string(), " of ", &all.to_string(), ": "].concat(),
    };
    let name = (!need.name().is_empty()).then(|| view! { <strong>{need.name().to_string()}": "</strong> });
    let members = need.of().iter().enumerate().map(|(place, node)| {
        let comma = (place > 0).then_some(", ");
        view! { {comma}{link(desk, *node)} }
    });
    view! { <span>{name}{how}{members.collect_view()}</span> }.into_any()
}
