//! Stored events of `itsm::configuration`: kinds that begin with `configuration.`; what an item or a service needs
//! (`needs`), and baselines (`baseline`, `baselinegone`).

use std::collections::BTreeSet;
use std::sync::Arc;

use itsm::configuration::{Amendment, Baseline, Event, Kind, LifeState, Need, Node, Owner};
use itsm::{BaselineId, Happening, Key};
use serde_json::Value;

use super::OF;
use super::agreement::{all, date, from_date, list};
use super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, from_key, instant, key, optional, small, text};

/// What the kind of every event of an item begins with, before a point.
pub(super) const PREFIX: &str = "configuration";
pub(super) const NEEDS: &str = "needs";
pub(super) const BASELINE: &str = "baseline";
pub(super) const BASELINE_GONE: &str = "baselinegone";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Amended(amendment) => of("amended").with("f", from_amendment(amendment)),
        Event::Became(state) => of("became").with("state", state_word(*state)),
        Event::PutInto(whole) => of("into").with_some("whole", optional_value(whole.map(|id| id.0), from_key)),
        Event::Noted { text } => of("noted").with("text", &**text),
    }
}

/// The event whose kind is `configuration.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    Ok(match kind {
        "amended" => Event::Amended(row.take("f", amendment)?),
        "became" => Event::Became(
            row.take("state", |word| LifeState::ALL.into_iter().find(|state| state_word(*state) == *word))?,
        ),
        "into" => Event::PutInto(row.maybe("whole", key)?.map(Into::into)),
        "noted" => Event::Noted { text: row.take("text", text)? },
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

pub(super) fn write_needs(of: Node, needs: &[Need]) -> Row {
    Row::new(NEEDS).with("what", node_word(of)).with(OF, from_key(of.entry().key())).with("f", list(needs, from_need))
}

pub(super) fn read_needs(row: &Row) -> Result<Happening, Unreadable> {
    let id = row.take(OF, key)?;
    let of = row.take("what", |what| node_of(what.as_str()?, id))?;
    Ok(Happening::Needs(of, row.take("f", |needs| all(needs, need))?))
}

pub(super) fn write_baseline(id: BaselineId, baseline: Option<&Baseline>) -> Row {
    match baseline {
        Some(baseline) => Row::new(BASELINE)
            .with("id", from_key(id.0))
            .with("name", &*baseline.name)
            .with("of", from_instant(baseline.at)),
        None => Row::new(BASELINE_GONE).with("id", from_key(id.0)),
    }
}

pub(super) fn read_baseline(row: &Row) -> Result<Happening, Unreadable> {
    let id = BaselineId(row.take("id", key)?);
    let baseline = match row.kind() {
        BASELINE => Some(Baseline { name: row.take("name", text)?, at: row.take("of", instant)? }),
        _ => None,
    };
    Ok(Happening::Baseline(id, baseline))
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn state_word(state: LifeState) -> &'static str {
    match state {
        LifeState::Planned => "planned",
        LifeState::InBuild => "build",
        LifeState::Live => "live",
        LifeState::UnderMaintenance => "maintenance",
        LifeState::Retired => "retired",
    }
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Hardware => "hardware",
        Kind::VirtualMachine => "vm",
        Kind::NetworkDevice => "network",
        Kind::Line => "line",
        Kind::Application => "application",
        Kind::Database => "database",
        Kind::CloudService => "cloud",
        Kind::Licence => "licence",
        Kind::Document => "document",
        Kind::Location => "location",
    }
}

fn node_word(node: Node) -> &'static str {
    match node {
        Node::Item(_) => "item",
        Node::Service(_) => "service",
    }
}

fn node_of(word: &str, key: Key) -> Option<Node> {
    match word {
        "item" => Some(Node::Item(key.into())),
        "service" => Some(Node::Service(key.into())),
        _ => None,
    }
}

fn pair(name: &str, value: impl Into<Value>) -> Value {
    Value::Array(vec![name.into(), value.into()])
}

/// An item or a service: a word for which, and its key.
pub(super) fn from_node(node: &Node) -> Value {
    pair(node_word(*node), from_key(node.entry().key()))
}

/// See [`from_node`].
pub(super) fn node(value: &Value) -> Option<Node> {
    let [what, id] = value.as_array()?.as_slice() else { return None };
    node_of(what.as_str()?, key(id)?)
}

/// A person or a team.
pub(super) fn from_owner(owner: Owner) -> Value {
    match owner {
        Owner::Person(id) => pair("person", from_key(id.0)),
        Owner::Group(id) => pair("group", from_key(id.0)),
    }
}

/// See [`from_owner`].
pub(super) fn owner(value: &Value) -> Option<Owner> {
    let [what, id] = value.as_array()?.as_slice() else { return None };
    let id = key(id)?;
    match what.as_str()? {
        "person" => Some(Owner::Person(id.into())),
        "group" => Some(Owner::Group(id.into())),
        _ => None,
    }
}

/// How many, of which, and what for.
fn from_need(need: &Need) -> Value {
    let group: Vec<Value> = need.of().iter().map(from_node).collect();
    Value::Array(vec![need.at_least().into(), group.into(), (&**need.name()).into()])
}

fn need(value: &Value) -> Option<Need> {
    let [least, group, name] = value.as_array()?.as_slice() else { return None };
    let of = group.as_array()?.iter().map(node).collect::<Option<BTreeSet<Node>>>()?;
    Need::new(text(name)?, small(least)?, of)
}

fn from_amendment(amendment: &Amendment) -> Value {
    let written = |text: &Arc<str>| Value::from(&**text);
    match amendment {
        Amendment::Kind(kind) => pair("kind", optional_value(*kind, |kind| kind_word(kind).into())),
        Amendment::Owner(owner) => pair("owner", optional_value(*owner, from_owner)),
        Amendment::Supplier(id) => pair("supplier", optional_value(id.map(|id| id.0), from_key)),
        Amendment::Serial(text) => pair("serial", written(text)),
        Amendment::Version(text) => pair("version", written(text)),
        Amendment::Description(text) => pair("description", written(text)),
        Amendment::Cost(cost) => pair("cost", optional_value(*cost, Value::from)),
        Amendment::BoughtOn(on) => pair("bought", optional_value(*on, from_date)),
        Amendment::WarrantyUntil(until) => pair("warranty", optional_value(*until, from_date)),
    }
}

fn amendment(value: &Value) -> Option<Amendment> {
    let [name, value] = value.as_array()?.as_slice() else { return None };
    let kind = |word: &Value| Kind::ALL.into_iter().find(|kind| kind_word(*kind) == *word);
    Some(match name.as_str()? {
        "kind" => Amendment::Kind(optional(value, kind)?),
        "owner" => Amendment::Owner(optional(value, owner)?),
        "supplier" => Amendment::Supplier(optional(value, key)?.map(Into::into)),
        "serial" => Amendment::Serial(text(value)?),
        "version" => Amendment::Version(text(value)?),
        "description" => Amendment::Description(text(value)?),
        "cost" => Amendment::Cost(optional(value, Value::as_u64)?),
        "bought" => Amendment::BoughtOn(optional(value, date)?),
        "warranty" => Amendment::WarrantyUntil(optional(value, date)?),
        _ => return None,
    })
}
