//! The stored form of what a change is raised with, and of one amended field: a list of its name and its value.

use itsm::change::{Amendment, ChangeType, Factor, Plans, Statement};
use itsm::{CategoryId, ChangeTemplateId, GroupId, ItemId, PersonId, ServiceId};
use serde_json::Value;

use super::parts::{
    answers, from_answers, from_span, id, keys, one_of, pair_span, read_keys, some_keys, span, with_span, words,
};
use crate::stored::Unreadable;
use crate::stored::row::{Row, key, optional, small, text};

pub(super) fn write(row: Row, statement: &Statement) -> Row {
    let row = row
        .with("summary", &*statement.summary)
        .with_some("description", &*statement.description)
        .with("type", kind_word(statement.kind))
        .with_some("template", id(statement.template.map(|id| id.0)))
        .with_some("for", id(statement.requested_by.map(|id| id.0)))
        .with_some("services", some_keys(keys(&statement.services, |id| id.0)))
        .with_some("items", some_keys(keys(&statement.items, |id| id.0)))
        .with_some("category", id(statement.category.map(|id| id.0)))
        .with_some("group", id(statement.group.map(|id| id.0)))
        .with_some("person", id(statement.assignee.map(|id| id.0)))
        .with_some("answers", statement.answers.map_or(Value::Null, from_answers));
    with_plans(with_span(row, statement.planned), &statement.plans)
}

pub(super) fn read(row: &Row) -> Result<Statement, Unreadable> {
    Ok(Statement {
        summary: row.take("summary", text)?,
        description: words(row, "description")?,
        kind: row.take("type", |word| one_of(&ChangeType::ALL, word, kind_word))?,
        template: row.maybe("template", key)?.map(ChangeTemplateId),
        requested_by: row.maybe("for", key)?.map(PersonId),
        services: row.maybe("services", |ids| read_keys(ids, ServiceId))?.unwrap_or_default(),
        items: row.maybe("items", |ids| read_keys(ids, ItemId))?.unwrap_or_default(),
        category: row.maybe("category", key)?.map(CategoryId),
        group: row.maybe("group", key)?.map(GroupId),
        assignee: row.maybe("person", key)?.map(PersonId),
        planned: span(row)?,
        plans: plans(row)?,
        answers: row.maybe("answers", answers)?,
    })
}

pub(super) fn with_plans(row: Row, plans: &Plans) -> Row {
    row.with_some("plan", &*plans.implementation).with_some("test", &*plans.test).with_some("backout", &*plans.back_out)
}

pub(super) fn plans(row: &Row) -> Result<Plans, Unreadable> {
    Ok(Plans { implementation: words(row, "plan")?, test: words(row, "test")?, back_out: words(row, "backout")? })
}

fn kind_word(kind: ChangeType) -> &'static str {
    match kind {
        ChangeType::Standard => "standard",
        ChangeType::Normal => "normal",
        ChangeType::Emergency => "emergency",
    }
}

fn factor_word(factor: Factor) -> &'static str {
    match factor {
        Factor::Likelihood => "likelihood",
        Factor::Impact => "impact",
    }
}

fn pair(name: &str, value: impl Into<Value>) -> Value {
    Value::Array(vec![name.into(), value.into()])
}

pub(super) fn from_amendment(amendment: &Amendment) -> Value {
    match amendment {
        Amendment::Summary(text) => pair("summary", &**text),
        Amendment::Description(text) => pair("description", &**text),
        Amendment::Category(category) => pair("category", id(category.map(|id| id.0))),
        Amendment::Kind(kind) => pair("type", kind_word(*kind)),
        Amendment::RequestedBy(person) => pair("for", id(Some(person.0))),
        Amendment::Planned(span) => pair("planned", from_span(*span)),
        Amendment::Services(ids) => pair("services", keys(ids, |id| id.0)),
        Amendment::Items(ids) => pair("items", keys(ids, |id| id.0)),
        Amendment::Implementation(text) => pair("plan", &**text),
        Amendment::Test(text) => pair("test", &**text),
        Amendment::BackOut(text) => pair("backout", &**text),
        Amendment::Answers(answers) => pair("answers", from_answers(*answers)),
        // Which factor, to what (null takes the raise away), and why.
        Amendment::Raise { factor, to, because } => {
            let to = to.map_or(Value::Null, Value::from);
            pair("raise", vec![Value::from(factor_word(*factor)), to, (**because).into()])
        }
    }
}

pub(super) fn amendment(value: &Value) -> Option<Amendment> {
    let [name, value] = value.as_array()?.as_slice() else { return None };
    Some(match name.as_str()? {
        "summary" => Amendment::Summary(text(value)?),
        "description" => Amendment::Description(text(value)?),
        "category" => Amendment::Category(optional(value, key)?.map(CategoryId)),
        "type" => Amendment::Kind(one_of(&ChangeType::ALL, value, kind_word)?),
        "for" => Amendment::RequestedBy(PersonId(key(value)?)),
        "planned" => Amendment::Planned(pair_span(value)?),
        "services" => Amendment::Services(read_keys(value, ServiceId)?),
        "items" => Amendment::Items(read_keys(value, ItemId)?),
        "plan" => Amendment::Implementation(text(value)?),
        "test" => Amendment::Test(text(value)?),
        "backout" => Amendment::BackOut(text(value)?),
        "answers" => Amendment::Answers(answers(value)?),
        "raise" => {
            let [factor, to, because] = value.as_array()?.as_slice() else { return None };
            Amendment::Raise {
                factor: one_of(&Factor::ALL, factor, factor_word)?,
                to: optional(to, small)?,
                because: text(because)?,
            }
        }
        _ => return None,
    })
}
