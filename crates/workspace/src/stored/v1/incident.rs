//! Version 1 of what has happened to an incident.

use std::sync::Arc;

use itsm::incident::{Event, Observed, Report};
use itsm::{CategoryId, GroupId, IncidentId, ItemId, Key, PersonId, ProblemId, ServiceId};
use serde_json::Value;

use super::{pair, rating};
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_key, key, level, text};
use crate::stored::words::{channel, code, from_channel, from_code, from_hold, from_side, hold, side};

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Logged(report) => write_report(report),
        Event::Amended(amendment) => Row::new("amended").with("f", pair::from_amendment(amendment)),
        Event::Assigned { group, assignee } => Row::new("assigned")
            .with_some("group", id(group.map(|id| id.0)))
            .with_some("person", id(assignee.map(|id| id.0))),
        Event::Started => Row::new("started"),
        Event::Held(reason) => Row::new("held").with("for", from_hold(*reason)),
        Event::Resolved { code, solution, with } => Row::new("resolved")
            .with("code", from_code(code))
            .with("text", &**solution)
            .with_some("with", id(with.map(|id| id.0))),
        Event::Reopened { because } => Row::new("reopened").with("text", &**because),
        Event::Closed => Row::new("closed"),
        Event::Cancelled { because } => Row::new("cancelled").with("text", &**because),
        Event::Replied { side, text } => Row::new("replied").with("side", from_side(*side)).with("text", &**text),
        Event::Noted { text } => Row::new("noted").with("text", &**text),
        Event::ParentLinked(parent) => Row::new("parent").with_some("of", id(parent.map(|id| id.0))),
        Event::DuplicateMarked(of) => Row::new("duplicate").with_some("of", id(of.map(|id| id.0))),
        Event::ProblemLinked(problem) => Row::new("problem").with_some("of", id(problem.map(|id| id.0))),
        Event::Rated { score, words } => rating::write(Row::new("rated"), *score, words),
        Event::Observed(observed) => Row::new("observed")
            .with("f", observed.fields.iter().map(pair::from_seen).collect::<Vec<_>>())
            .with_some("verdict", observed.source_verdict),
    }
}

pub(super) fn read(row: &Row) -> Result<Event, Unreadable> {
    Ok(match row.kind() {
        "logged" => Event::Logged(Box::new(read_report(row)?)),
        "amended" => Event::Amended(row.take("f", pair::amendment)?),
        "assigned" => Event::Assigned {
            group: row.maybe("group", key)?.map(GroupId),
            assignee: row.maybe("person", key)?.map(PersonId),
        },
        "started" => Event::Started,
        "held" => Event::Held(row.take("for", hold)?),
        "resolved" => Event::Resolved {
            code: row.take("code", code)?,
            solution: row.take("text", text)?,
            with: row.maybe("with", key)?.map(IncidentId),
        },
        "reopened" => Event::Reopened { because: row.take("text", text)? },
        "closed" => Event::Closed,
        "cancelled" => Event::Cancelled { because: row.take("text", text)? },
        "replied" => Event::Replied { side: row.take("side", side)?, text: row.take("text", text)? },
        "noted" => Event::Noted { text: row.take("text", text)? },
        "parent" => Event::ParentLinked(row.maybe("of", key)?.map(IncidentId)),
        "duplicate" => Event::DuplicateMarked(row.maybe("of", key)?.map(IncidentId)),
        "problem" => Event::ProblemLinked(row.maybe("of", key)?.map(ProblemId)),
        "rated" => {
            let (score, words) = rating::read(row)?;
            Event::Rated { score, words }
        }
        "observed" => Event::Observed(Box::new(Observed {
            fields: row.take("f", |all| all.as_array()?.iter().map(pair::seen).collect())?,
            source_verdict: row.maybe("verdict", Value::as_bool)?,
        })),
        unknown => return Err(Unreadable::UnknownKind(unknown.to_owned())),
    })
}

fn id(key: Option<Key>) -> Value {
    optional_value(key, from_key)
}

/// Null for nothing.
pub(super) fn optional_value<T>(value: Option<T>, make: impl Fn(T) -> Value) -> Value {
    value.map_or(Value::Null, make)
}

fn write_report(report: &Report) -> Row {
    Row::new("logged")
        .with("summary", &*report.summary)
        .with_some("description", &*report.description)
        .with("channel", from_channel(report.channel))
        .with_some("caller", id(report.caller.map(|id| id.0)))
        .with_some("service", id(report.service.map(|id| id.0)))
        .with_some("item", id(report.item.map(|id| id.0)))
        .with_some("category", id(report.category.map(|id| id.0)))
        .with("impact", report.impact.0)
        .with("urgency", report.urgency.0)
        .with_some("group", id(report.group.map(|id| id.0)))
        .with_some("person", id(report.assignee.map(|id| id.0)))
        .with_some("follows", id(report.follows.map(|id| id.0)))
}

fn read_report(row: &Row) -> Result<Report, Unreadable> {
    Ok(Report {
        summary: row.take("summary", text)?,
        description: row.maybe("description", text)?.unwrap_or_else(|| Arc::from("")),
        channel: row.take("channel", channel)?,
        caller: row.maybe("caller", key)?.map(PersonId),
        service: row.maybe("service", key)?.map(ServiceId),
        item: row.maybe("item", key)?.map(ItemId),
        category: row.maybe("category", key)?.map(CategoryId),
        impact: row.take("impact", level)?,
        urgency: row.take("urgency", level)?,
        group: row.maybe("group", key)?.map(GroupId),
        assignee: row.maybe("person", key)?.map(PersonId),
        follows: row.maybe("follows", key)?.map(IncidentId),
    })
}
