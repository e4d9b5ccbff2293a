//! Stored events of `itsm::knowledge`: kinds that begin with `knowledge.`.

use std::sync::Arc;

use itsm::knowledge::{Amendment, Audience, Content, Event};
use itsm::{CategoryId, ItemId, Key, PersonId, ServiceId};
use serde_json::Value;

use super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, from_key, instant, key, optional, small, text};

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "knowledge";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Begun { content } => write_content(content),
        Event::Drafted => of("drafted"),
        Event::Amended(amendment) => of("amended").with("f", from_amendment(amendment)),
        Event::Submitted { reviewer } => of("submitted").with("person", from_key(reviewer.0)),
        Event::SentBack { because } => of("sentback").with("text", &**because),
        Event::Approved { from, review_by } => of("approved")
            .with_some("from", optional_value(*from, from_instant))
            .with("review", from_instant(*review_by)),
        Event::Unscheduled => of("unscheduled"),
        Event::Discarded => of("discarded"),
        Event::RetirementProposed { because } => of("retiring").with("text", &**because),
        Event::Retired { because } => of("retired").with("text", &**because),
        Event::Kept => of("kept"),
        Event::HandedOver { owner } => of("owner").with("person", from_key(owner.0)),
        Event::Confirmed { review_by } => of("confirmed").with("review", from_instant(*review_by)),
        Event::Rated { helpful, words } => of("rated").with("helpful", *helpful).with_some("text", &**words),
        Event::Flagged { text } => of("flagged").with("text", &**text),
        Event::FlagAnswered { flag, answer } => of("answered").with("flag", *flag).with("text", &**answer),
    }
}

/// The event whose kind is `knowledge.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    let person = || row.take("person", key).map(PersonId);
    let words = || row.take("text", text);
    let review = || row.take("review", instant);
    Ok(match kind {
        "begun" => Event::Begun { content: Box::new(read_content(row)?) },
        "drafted" => Event::Drafted,
        "amended" => Event::Amended(row.take("f", amendment)?),
        "submitted" => Event::Submitted { reviewer: person()? },
        "sentback" => Event::SentBack { because: words()? },
        "approved" => Event::Approved { from: row.maybe("from", instant)?, review_by: review()? },
        "unscheduled" => Event::Unscheduled,
        "discarded" => Event::Discarded,
        "retiring" => Event::RetirementProposed { because: words()? },
        "retired" => Event::Retired { because: words()? },
        "kept" => Event::Kept,
        "owner" => Event::HandedOver { owner: person()? },
        "confirmed" => Event::Confirmed { review_by: review()? },
        "rated" => Event::Rated {
            helpful: row.take("helpful", Value::as_bool)?,
            words: row.maybe("text", text)?.unwrap_or_else(|| Arc::from("")),
        },
        "flagged" => Event::Flagged { text: words()? },
        "answered" => Event::FlagAnswered { flag: row.take("flag", small)?, answer: words()? },
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn id(key: Option<Key>) -> Value {
    optional_value(key, from_key)
}

fn from_items(items: &[ItemId]) -> Value {
    items.iter().map(|id| from_key(id.0)).collect::<Vec<_>>().into()
}

fn items(value: &Value) -> Option<Vec<ItemId>> {
    value.as_array()?.iter().map(|id| key(id).map(ItemId)).collect()
}

fn audience_word(audience: Audience) -> &'static str {
    match audience {
        Audience::Everyone => "everyone",
        Audience::Desk => "desk",
    }
}

fn audience(value: &Value) -> Option<Audience> {
    Audience::ALL.into_iter().find(|audience| audience_word(*audience) == *value)
}

fn write_content(content: &Content) -> Row {
    of("begun")
        .with("title", &*content.title)
        .with_some("body", &*content.body)
        .with_some("keywords", &*content.keywords)
        .with_some("service", id(content.service.map(|id| id.0)))
        .with_some("category", id(content.category.map(|id| id.0)))
        .with_some("items", if content.items.is_empty() { Value::Null } else { from_items(&content.items) })
        .with("for", audience_word(content.audience))
}

fn read_content(row: &Row) -> Result<Content, Unreadable> {
    let none = || Arc::from("");
    Ok(Content {
        title: row.take("title", text)?,
        body: row.maybe("body", text)?.unwrap_or_else(none),
        keywords: row.maybe("keywords", text)?.unwrap_or_else(none),
        service: row.maybe("service", key)?.map(ServiceId),
        category: row.maybe("category", key)?.map(CategoryId),
        items: row.maybe("items", items)?.unwrap_or_default(),
        audience: row.take("for", audience)?,
    })
}

fn pair(name: &str, value: impl Into<Value>) -> Value {
    Value::Array(vec![name.into(), value.into()])
}

fn from_amendment(amendment: &Amendment) -> Value {
    match amendment {
        Amendment::Title(text) => pair("title", &**text),
        Amendment::Body(text) => pair("body", &**text),
        Amendment::Keywords(text) => pair("keywords", &**text),
        Amendment::Service(service) => pair("service", id(service.map(|id| id.0))),
        Amendment::Category(category) => pair("category", id(category.map(|id| id.0))),
        Amendment::Items(items) => pair("items", from_items(items)),
        Amendment::Audience(audience) => pair("for", audience_word(*audience)),
    }
}

fn amendment(value: &Value) -> Option<Amendment> {
    let [name, value] = value.as_array()?.as_slice() else { return None };
    Some(match name.as_str()? {
        "title" => Amendment::Title(text(value)?),
        "body" => Amendment::Body(text(value)?),
        "keywords" => Amendment::Keywords(text(value)?),
        "service" => Amendment::Service(optional(value, key)?.map(ServiceId)),
        "category" => Amendment::Category(optional(value, key)?.map(CategoryId)),
        "items" => Amendment::Items(items(value)?),
        "for" => Amendment::Audience(audience(value)?),
        _ => return None,
    })
}
