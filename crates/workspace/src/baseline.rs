//! The configuration as it was: replayed from the journal up to an instant, and two instants compared.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveTime, Utc};
use itsm::configuration::{Configuration, Item, LifeState, Node, Owner, need_words};
use itsm::{Desk, Event, Happening, ItemId, ServiceId, apply};

use crate::{Workspace, say};

/// What one field was, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What it is called.
    pub name: &'static str,
    /// What it was; empty for nothing.
    pub before: String,
    /// What it is; empty for nothing.
    pub after: String,
}

/// How an item or a service differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Nothing was known of it, or it was retired.
    Added(Vec<Field>),
    /// It was in use and is not.
    Removed(Vec<Field>),
    /// It was and is in use, with other facts.
    Changed(Vec<Field>),
}

/// The desk as far as its configuration goes, at an instant; with the names of today.
pub fn desk_at(workspace: &Workspace, instant: DateTime<Utc>) -> Desk {
    let mut desk = Desk::default();
    desk.forget_shared(workspace.desk().directory().clone());
    for record in nodes(workspace.desk()).into_iter().map(Node::record) {
        let history = workspace.history(record);
        let counts = history.into_iter().filter(|one| one.flag.is_none() && one.undone.is_none());
        let own = |event: &&Event| matches!(event.what, Happening::Item(..) | Happening::Needs(..));
        let events = counts.map(|one| one.event).filter(|event| event.at <= instant).filter(own);
        events.for_each(|event| apply(&mut desk, event));
    }
    desk
}

/// Everything that has a place in the map, or may have one.
fn nodes(desk: &Desk) -> BTreeSet<Node> {
    let directory = desk.directory();
    let items = directory.items.keys().copied().map(Node::Item);
    items.chain(directory.services.keys().copied().map(Node::Service)).collect()
}

/// What differs between two instants, in the order of names.
pub fn compare(workspace: &Workspace, before: DateTime<Utc>, after: DateTime<Utc>) -> Vec<(Node, Difference)> {
    let (before, after) = (desk_at(workspace, before), desk_at(workspace, after));
    let mut found: Vec<(Node, Difference)> = nodes(workspace.desk())
        .into_iter()
        .filter_map(|node| Some((node, difference(&before, &after, node)?)))
        .collect();
    let name = |node: &Node| workspace.desk().directory().name(node.entry()).unwrap_or_default().to_lowercase();
    found.sort_by_cached_key(|(node, _)| (name(node), *node));
    found
}

fn difference(before: &Desk, after: &Desk, node: Node) -> Option<Difference> {
    let fields = fields(before, after, node);
    if fields.is_empty() {
        return None;
    }
    let in_use = |desk: &Desk| match node {
        Node::Item(id) => desk.configuration().item(id).is_some_and(|item| item.state != LifeState::Retired),
        // A service is always there; only what it needs is looked at.
        Node::Service(_) => true,
    };
    Some(match (in_use(before), in_use(after)) {
        (false, true) => Difference::Added(fields),
        (true, false) => Difference::Removed(fields),
        _ => Difference::Changed(fields),
    })
}

fn fields(before: &Desk, after: &Desk, node: Node) -> Vec<Field> {
    let (was, is) = (told(before, node), told(after, node));
    let differ = was.into_iter().zip(is).filter(|((_, before), (_, after))| before != after);
    differ.map(|((name, before), (_, after))| Field { name, before, after }).collect()
}

/// The facts of a node in words; the same names in the same order for every node of a kind.
fn told(desk: &Desk, node: Node) -> Vec<(&'static str, String)> {
    let map = desk.configuration();
    let mut facts = match node {
        Node::Item(id) => item_facts(desk, map, id),
        Node::Service(_) => vec![],
    };
    let needs: Vec<String> = map.needs(node).iter().map(|need| need_words(desk, need)).collect();
    facts.push(("Needs", needs.join("; ")));
    facts
}

fn item_facts(desk: &Desk, map: &Configuration, id: ItemId) -> Vec<(&'static str, String)> {
    let item = map.item(id);
    let of = |tell: &dyn Fn(&Item) -> String| item.map(tell).unwrap_or_default();
    let date = |date: Option<chrono::NaiveDate>| {
        date.map(|date| preferences::format::current().date(date.and_time(NaiveTime::MIN))).unwrap_or_default()
    };
    let owner = |owner: Owner| match owner {
        Owner::Person(id) => desk.directory().person(id).to_owned(),
        Owner::Group(id) => desk.directory().group(id).to_owned(),
    };
    vec![
        ("State", of(&|item| item.state.word().to_owned())),
        ("Type", of(&|item| item.kind.map_or("", |kind| kind.word()).to_owned())),
        ("Owner", of(&|item| item.owner.map(owner).unwrap_or_default())),
        ("Supplier", of(&|item| item.supplier.map(|id| desk.suppliers().number(id)).unwrap_or_default())),
        ("Serial number", of(&|item| item.serial.to_string())),
        ("Version", of(&|item| item.version.to_string())),
        ("Description", of(&|item| item.description.to_string())),
        ("Cost", of(&|item| item.cost.map(say::money).unwrap_or_default())),
        ("Bought on", of(&|item| date(item.bought_on))),
        ("Warranty until", of(&|item| date(item.warranty_until))),
        ("Part of", of(&|item| item.part_of.map(|id| desk.directory().item(id).to_owned()).unwrap_or_default())),
    ]
}

/// The services that fail with an item, as a hint for the impact of an incident: with one sentence for each.
pub fn fails_with(desk: &Desk, item: ItemId) -> Vec<(ServiceId, String)> {
    use itsm::configuration::{Question, fate_sentence, impact};
    let found = impact(desk.configuration(), &Question::of([Node::Item(item)]));
    let services = found.out().filter_map(Node::service);
    services.map(|id| (id, fate_sentence(desk, &found, Node::Service(id)))).collect()
}
