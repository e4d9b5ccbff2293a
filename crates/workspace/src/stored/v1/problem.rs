//! Stored events of a problem: kinds that begin with `problem.`, with the problem's id as `p`.

use std::sync::Arc;

use itsm::problem::{Amendment, Bone, Event, Message, ResolutionCode, Statement, Why};
use itsm::{CategoryId, GroupId, ItemId, Key, PersonId, ProblemId, ServiceId};
use serde_json::Value;

use super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_key, key, level, optional, small, text};

/// What the kind of every event of a problem begins with, before a point.
pub(super) const PREFIX: &str = "problem";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Raised(statement) => write_statement(statement),
        Event::Amended(amendment) => of("amended").with("f", from_amendment(amendment)),
        Event::Assigned { group, assignee } => {
            of("assigned").with_some("group", id(group.map(|id| id.0))).with_some("person", id(assignee.map(|id| id.0)))
        }
        Event::Assessed => of("assessed"),
        Event::Analysed => of("analysed"),
        Event::FixBegun => of("fixing"),
        Event::Resolved { fix } => of("resolved").with("text", &**fix),
        Event::Ended { code, notes, duplicate_of } => of("ended")
            .with("code", code_word(*code))
            .with("text", &**notes)
            .with_some("of", id(duplicate_of.map(|id| id.0))),
        Event::Reanalysed { because } => of("reanalysed").with("text", &**because),
        Event::Closed => of("closed"),
        Event::KnownErrorDeclared => of("knownerror"),
        Event::Communicated { what, text, incidents } => {
            of("told").with("what", message_word(*what)).with("text", &**text).with("incidents", *incidents)
        }
        Event::Noted { text } => of("noted").with("text", &**text),
        Event::WhysDrawn(whys) => of("whys").with("f", whys.iter().map(from_why).collect::<Vec<_>>()),
        Event::BonesDrawn(bones) => of("bones").with("f", bones.iter().map(from_bone).collect::<Vec<_>>()),
    }
}

pub(super) fn read(row: &Row) -> Result<Event, Unreadable> {
    Ok(match row.kind().strip_prefix("problem.").unwrap_or_default() {
        "raised" => Event::Raised(Box::new(read_statement(row)?)),
        "amended" => Event::Amended(row.take("f", amendment)?),
        "assigned" => Event::Assigned {
            group: row.maybe("group", key)?.map(GroupId),
            assignee: row.maybe("person", key)?.map(PersonId),
        },
        "assessed" => Event::Assessed,
        "analysed" => Event::Analysed,
        "fixing" => Event::FixBegun,
        "resolved" => Event::Resolved { fix: row.take("text", text)? },
        "ended" => Event::Ended {
            code: row.take("code", |word| ResolutionCode::ALL.into_iter().find(|code| code_word(*code) == *word))?,
            notes: row.take("text", text)?,
            duplicate_of: row.maybe("of", key)?.map(ProblemId),
        },
        "reanalysed" => Event::Reanalysed { because: row.take("text", text)? },
        "closed" => Event::Closed,
        "knownerror" => Event::KnownErrorDeclared,
        "told" => Event::Communicated {
            what: row.take("what", |word| {
                [Message::Workaround, Message::Fix].into_iter().find(|what| message_word(*what) == *word)
            })?,
            text: row.take("text", text)?,
            incidents: row.take("incidents", small)?,
        },
        "noted" => Event::Noted { text: row.take("text", text)? },
        "whys" => Event::WhysDrawn(row.take("f", |all| all.as_array()?.iter().map(why).collect())?),
        "bones" => Event::BonesDrawn(row.take("f", |all| all.as_array()?.iter().map(bone).collect())?),
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn id(key: Option<Key>) -> Value {
    optional_value(key, from_key)
}

fn code_word(code: ResolutionCode) -> &'static str {
    match code {
        ResolutionCode::FixApplied => "fix",
        ResolutionCode::RiskAccepted => "risk",
        ResolutionCode::Duplicate => "duplicate",
        ResolutionCode::Cancelled => "cancelled",
    }
}

fn message_word(message: Message) -> &'static str {
    match message {
        Message::Workaround => "workaround",
        Message::Fix => "fix",
    }
}

fn write_statement(statement: &Statement) -> Row {
    of("raised")
        .with("summary", &*statement.summary)
        .with_some("description", &*statement.description)
        .with_some("service", id(statement.service.map(|id| id.0)))
        .with_some("item", id(statement.item.map(|id| id.0)))
        .with_some("category", id(statement.category.map(|id| id.0)))
        .with("impact", statement.impact.0)
        .with("urgency", statement.urgency.0)
        .with_some("group", id(statement.group.map(|id| id.0)))
        .with_some("person", id(statement.assignee.map(|id| id.0)))
}

fn read_statement(row: &Row) -> Result<Statement, Unreadable> {
    Ok(Statement {
        summary: row.take("summary", text)?,
        description: row.maybe("description", text)?.unwrap_or_else(|| Arc::from("")),
        service: row.maybe("service", key)?.map(ServiceId),
        item: row.maybe("item", key)?.map(ItemId),
        category: row.maybe("category", key)?.map(CategoryId),
        impact: row.take("impact", level)?,
        urgency: row.take("urgency", level)?,
        group: row.maybe("group", key)?.map(GroupId),
        assignee: row.maybe("person", key)?.map(PersonId),
    })
}

fn pair(name: &str, value: impl Into<Value>) -> Value {
    Value::Array(vec![name.into(), value.into()])
}

fn from_amendment(amendment: &Amendment) -> Value {
    match amendment {
        Amendment::Summary(text) => pair("summary", &**text),
        Amendment::Description(text) => pair("description", &**text),
        Amendment::Service(service) => pair("service", id(service.map(|id| id.0))),
        Amendment::Item(item) => pair("item", id(item.map(|id| id.0))),
        Amendment::Category(category) => pair("category", id(category.map(|id| id.0))),
        Amendment::Impact(level) => pair("impact", level.0),
        Amendment::Urgency(level) => pair("urgency", level.0),
        Amendment::Symptom(text) => pair("symptom", &**text),
        Amendment::Cause(text) => pair("cause", &**text),
        Amendment::Workaround(text) => pair("workaround", &**text),
        Amendment::ErrorCode(text) => pair("code", &**text),
    }
}

fn amendment(value: &Value) -> Option<Amendment> {
    let [name, value] = value.as_array()?.as_slice() else { return None };
    Some(match name.as_str()? {
        "summary" => Amendment::Summary(text(value)?),
        "description" => Amendment::Description(text(value)?),
        "service" => Amendment::Service(optional(value, key)?.map(ServiceId)),
        "item" => Amendment::Item(optional(value, key)?.map(ItemId)),
        "category" => Amendment::Category(optional(value, key)?.map(CategoryId)),
        "impact" => Amendment::Impact(level(value)?),
        "urgency" => Amendment::Urgency(level(value)?),
        "symptom" => Amendment::Symptom(text(value)?),
        "cause" => Amendment::Cause(text(value)?),
        "workaround" => Amendment::Workaround(text(value)?),
        "code" => Amendment::ErrorCode(text(value)?),
        _ => return None,
    })
}

/// The answer, and what shows that it is so.
fn from_why(why: &Why) -> Value {
    pair(&why.answer, &*why.evidence)
}

fn why(value: &Value) -> Option<Why> {
    let [answer, evidence] = value.as_array()?.as_slice() else { return None };
    Some(Why { answer: text(answer)?, evidence: text(evidence)? })
}

/// The name, then the causes.
fn from_bone(bone: &Bone) -> Value {
    pair(&bone.name, bone.causes.iter().map(|cause| Value::from(&**cause)).collect::<Vec<_>>())
}

fn bone(value: &Value) -> Option<Bone> {
    let [name, causes] = value.as_array()?.as_slice() else { return None };
    Some(Bone { name: text(name)?, causes: causes.as_array()?.iter().map(text).collect::<Option<_>>()? })
}
