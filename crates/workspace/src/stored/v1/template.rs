//! Version 1 of a template for logging: what it leaves alone is left out. Written from version 2 on.

use std::sync::Arc;

use itsm::{CategoryId, Fill, GroupId, Happening, ItemId, Key, PersonId, ServiceId, Template, TemplateId};
use serde_json::Value;

use super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_key, key, level, text};

pub(super) fn write(id: TemplateId, template: &Template) -> Row {
    let fill = &template.fill;
    let known = |key: Option<Key>| optional_value(key, from_key);
    let step = |level: Option<itsm::Level>| level.map_or(Value::Null, |level| level.0.into());
    Row::new("template")
        .with("id", from_key(id.0))
        .with("name", &*template.name)
        .with_some("summary", &*fill.summary)
        .with_some("description", &*fill.description)
        .with_some("impact", step(fill.impact))
        .with_some("urgency", step(fill.urgency))
        .with_some("service", known(fill.service.map(|id| id.0)))
        .with_some("item", known(fill.item.map(|id| id.0)))
        .with_some("category", known(fill.category.map(|id| id.0)))
        .with_some("group", known(fill.group.map(|id| id.0)))
        .with_some("person", known(fill.assignee.map(|id| id.0)))
}

pub(super) fn read(row: &Row) -> Result<Happening, Unreadable> {
    let words = |name| Ok(row.maybe(name, text)?.unwrap_or_else(|| Arc::from("")));
    let fill = Fill {
        summary: words("summary")?,
        description: words("description")?,
        impact: row.maybe("impact", level)?,
        urgency: row.maybe("urgency", level)?,
        service: row.maybe("service", key)?.map(ServiceId),
        item: row.maybe("item", key)?.map(ItemId),
        category: row.maybe("category", key)?.map(CategoryId),
        group: row.maybe("group", key)?.map(GroupId),
        assignee: row.maybe("person", key)?.map(PersonId),
    };
    Ok(Happening::TemplateSaved(TemplateId(row.take("id", key)?), Template { name: row.take("name", text)?, fill }))
}
