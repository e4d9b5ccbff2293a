//! Version 1 of one field of an incident: a list of its name and its value. Null means "none".

use itsm::incident::{Amendment, Seen};
use itsm::{CategoryId, GroupId, ItemId, Key, PersonId, Priority, ServiceId};
use serde_json::Value;

use super::incident::optional_value;
use crate::stored::row::{from_instant, from_key, instant, key, level, optional, small, text};
use crate::stored::words::{channel, from_channel, from_state, state};

/// What stands for a column that we have no field for: `["x", column, value]`.
const OTHER: &str = "x";

fn pair(name: &str, value: impl Into<Value>) -> Value {
    Value::Array(vec![name.into(), value.into()])
}

fn id(key: Option<Key>) -> Value {
    optional_value(key, from_key)
}

pub(super) fn from_amendment(amendment: &Amendment) -> Value {
    match amendment {
        Amendment::Summary(text) => pair("summary", &**text),
        Amendment::Description(text) => pair("description", &**text),
        Amendment::Channel(channel) => pair("channel", from_channel(*channel)),
        Amendment::Caller(caller) => pair("caller", id(caller.map(|id| id.0))),
        Amendment::Service(service) => pair("service", id(service.map(|id| id.0))),
        Amendment::Item(item) => pair("item", id(item.map(|id| id.0))),
        Amendment::Category(category) => pair("category", id(category.map(|id| id.0))),
        Amendment::Impact(level) => pair("impact", level.0),
        Amendment::Urgency(level) => pair("urgency", level.0),
    }
}

pub(super) fn amendment(value: &Value) -> Option<Amendment> {
    let [name, value] = value.as_array()?.as_slice() else { return None };
    Some(match name.as_str()? {
        "summary" => Amendment::Summary(text(value)?),
        "description" => Amendment::Description(text(value)?),
        "channel" => Amendment::Channel(channel(value)?),
        "caller" => Amendment::Caller(optional(value, key)?.map(PersonId)),
        "service" => Amendment::Service(optional(value, key)?.map(ServiceId)),
        "item" => Amendment::Item(optional(value, key)?.map(ItemId)),
        "category" => Amendment::Category(optional(value, key)?.map(CategoryId)),
        "impact" => Amendment::Impact(level(value)?),
        "urgency" => Amendment::Urgency(level(value)?),
        _ => return None,
    })
}

pub(super) fn from_seen(seen: &Seen) -> Value {
    match seen {
        Seen::State(state) => pair("state", from_state(*state)),
        Seen::OpenedAt(at) => pair("opened", from_instant(*at)),
        Seen::ResolvedAt(at) => pair("resolved", optional_value(*at, from_instant)),
        Seen::ClosedAt(at) => pair("closed", optional_value(*at, from_instant)),
        Seen::Channel(channel) => pair("channel", from_channel(*channel)),
        Seen::Caller(caller) => pair("caller", id(caller.map(|id| id.0))),
        Seen::OpenedBy(person) => pair("openedby", id(person.map(|id| id.0))),
        Seen::Item(item) => pair("item", id(item.map(|id| id.0))),
        Seen::Category(category) => pair("category", id(category.map(|id| id.0))),
        Seen::Impact(level) => pair("impact", level.0),
        Seen::Urgency(level) => pair("urgency", level.0),
        Seen::Priority(priority) => pair("priority", priority.0),
        Seen::Group(group) => pair("group", id(group.map(|id| id.0))),
        Seen::Assignee(person) => pair("person", id(person.map(|id| id.0))),
        Seen::Reassigned(times) => pair("reassigned", *times),
        Seen::Reopened(times) => pair("reopened", *times),
        Seen::ResolutionCode(word) => pair("code", &**word),
        Seen::ResolvedBy(person) => pair("resolvedby", id(person.map(|id| id.0))),
        Seen::Summary(text) => pair("summary", &**text),
        Seen::Description(text) => pair("description", &**text),
        Seen::Other { column, value } => Value::Array(vec![OTHER.into(), (&**column).into(), (&**value).into()]),
    }
}

pub(super) fn seen(value: &Value) -> Option<Seen> {
    let (name, value) = match value.as_array()?.as_slice() {
        [name, value] => (name.as_str()?, value),
        [other, column, value] if other == OTHER => {
            return Some(Seen::Other { column: text(column)?, value: text(value)? });
        }
        _ => return None,
    };
    Some(match name {
        "state" => Seen::State(state(value)?),
        "opened" => Seen::OpenedAt(instant(value)?),
        "resolved" => Seen::ResolvedAt(optional(value, instant)?),
        "closed" => Seen::ClosedAt(optional(value, instant)?),
        "channel" => Seen::Channel(channel(value)?),
        "caller" => Seen::Caller(optional(value, key)?.map(PersonId)),
        "openedby" => Seen::OpenedBy(optional(value, key)?.map(PersonId)),
        "item" => Seen::Item(optional(value, key)?.map(ItemId)),
        "category" => Seen::Category(optional(value, key)?.map(CategoryId)),
        "impact" => Seen::Impact(level(value)?),
        "urgency" => Seen::Urgency(level(value)?),
        "priority" => Seen::Priority(Priority(small(value)?)),
        "group" => Seen::Group(optional(value, key)?.map(GroupId)),
        "person" => Seen::Assignee(optional(value, key)?.map(PersonId)),
        "reassigned" => Seen::Reassigned(small(value)?),
        "reopened" => Seen::Reopened(small(value)?),
        "code" => Seen::ResolutionCode(text(value)?),
        "resolvedby" => Seen::ResolvedBy(optional(value, key)?.map(PersonId)),
        "summary" => Seen::Summary(text(value)?),
        "description" => Seen::Description(text(value)?),
        _ => return None,
    })
}
