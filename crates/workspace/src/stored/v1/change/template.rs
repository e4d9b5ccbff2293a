//! Stored events of templates of standard changes: kinds that begin with `changetemplate.`.

use itsm::change::template::{Body, Event};
use itsm::{CategoryId, GroupId, PersonId, ServiceId};
use serde_json::Value;

use super::parts::{answers, from_answers, from_rounds, id, keys, read_keys, rounds, some_keys, words};
use super::statement::{plans, with_plans};
use crate::stored::Unreadable;
use crate::stored::row::{Row, key, text};

/// What the kind of every such event begins with, before a point.
pub(in crate::stored::v1) const PREFIX: &str = "changetemplate";

pub(in crate::stored::v1) fn write(event: &Event) -> Row {
    match event {
        Event::Created(body) => with_body(of("created"), body),
        Event::Revised(body) => with_body(of("revised"), body),
        Event::Asked(asked) => of("asked").with("rounds", from_rounds(asked)),
        Event::Answered { seat, approves, because } => {
            of("answered").with("for", id(Some(seat.0))).with("yes", *approves).with_some("text", &**because)
        }
        Event::Retired { because } => of("retired").with("text", &**because),
    }
}

/// The event whose kind is `changetemplate.` and `kind`.
pub(in crate::stored::v1) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    Ok(match kind {
        "created" => Event::Created(Box::new(body(row)?)),
        "revised" => Event::Revised(Box::new(body(row)?)),
        "asked" => Event::Asked(row.take("rounds", rounds)?),
        "answered" => Event::Answered {
            seat: PersonId(row.take("for", key)?),
            approves: row.take("yes", Value::as_bool)?,
            because: words(row, "text")?,
        },
        "retired" => Event::Retired { because: row.take("text", text)? },
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn with_body(row: Row, body: &Body) -> Row {
    let row = row
        .with("name", &*body.name)
        .with_some("description", &*body.description)
        .with_some("category", id(body.category.map(|id| id.0)))
        .with_some("group", id(body.group.map(|id| id.0)))
        .with_some("services", some_keys(keys(&body.services, |id| id.0)))
        .with_some("answers", body.answers.map_or(Value::Null, from_answers));
    with_plans(row, &body.plans)
}

fn body(row: &Row) -> Result<Body, Unreadable> {
    Ok(Body {
        name: row.take("name", text)?,
        description: words(row, "description")?,
        category: row.maybe("category", key)?.map(CategoryId),
        group: row.maybe("group", key)?.map(GroupId),
        services: row.maybe("services", |ids| read_keys(ids, ServiceId))?.unwrap_or_default(),
        answers: row.maybe("answers", answers)?,
        plans: plans(row)?,
    })
}
