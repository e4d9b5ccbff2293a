//! What is written of a service.

use itsm::catalogue::{Content, Cost, Document, Rank, Target, TargetLevel};
use serde_json::Value;

use super::cursor::Cursor;
use super::limits::{FEW, OFFERINGS, REFERENCES};
use super::offering::{offering, write_offering};
use super::values::{
    Fields, amount, day, duration, from_day, from_duration, from_key, from_share, key, line, link, list, pages, share,
    text, yes,
};

/// The fields of a content.
pub(super) const FIELDS: [&str; 29] = [
    "name",
    "summary",
    "forWhom",
    "howToAsk",
    "description",
    "purpose",
    "outcomes",
    "utility",
    "warranty",
    "owner",
    "audiences",
    "entitlement",
    "hours",
    "channels",
    "targets",
    "cost",
    "categories",
    "keywords",
    "pinned",
    "documents",
    "reviewOn",
    "validFrom",
    "validTo",
    "rank",
    "supporting",
    "items",
    "support",
    "technical",
    "offerings",
];

pub(crate) fn write_content(content: &Content) -> Value {
    with_content(Fields::default(), content).done()
}

/// Adds the fields of a content to those of what it belongs to.
pub(super) fn with_content(fields: Fields, content: &Content) -> Fields {
    fields
        .text("name", &content.name)
        .text("summary", &content.summary)
        .text("forWhom", &content.for_whom)
        .text("howToAsk", &content.how_to_ask)
        .text("description", &content.description)
        .text("purpose", &content.purpose)
        .texts("outcomes", &content.outcomes)
        .text("utility", &content.utility)
        .text("warranty", &content.warranty)
        .optional("owner", content.owner.map(from_key))
        .some("audiences", list(&content.audiences, |id| from_key(*id)))
        .text("entitlement", &content.entitlement)
        .text("hours", &content.hours)
        .texts("channels", &content.channels)
        .some("targets", list(&content.targets, write_target))
        .some("cost", write_cost(content.cost))
        .some("categories", list(&content.categories, |id| from_key(*id)))
        .texts("keywords", &content.keywords)
        .some("pinned", content.pinned)
        .some("documents", list(&content.documents, write_document))
        .optional("reviewOn", content.review_on.map(from_day))
        .optional("validFrom", content.valid_from.map(from_day))
        .optional("validTo", content.valid_to.map(from_day))
        .some("rank", write_rank(content.rank))
        .some("supporting", list(&content.supporting, |id| from_key(*id)))
        .some("items", list(&content.items, |id| from_key(*id)))
        .optional("support", content.support.map(from_key))
        .text("technical", &content.technical)
        .some("offerings", list(&content.offerings, write_offering))
}

pub(super) fn write_target(target: &Target) -> Value {
    let fields = Fields::default().text("what", &target.what);
    match &target.level {
        TargetLevel::Share(share) => fields.put("share", from_share(*share)),
        TargetLevel::Time(time) => fields.put("minutes", from_duration(*time)),
        TargetLevel::Words(words) => fields.put("words", &**words),
    }
    .text("within", &target.within)
    .done()
}

pub(super) fn write_cost(cost: Cost) -> Value {
    Fields::default().some("monthly", cost.monthly).some("perOrder", cost.per_order).done()
}

pub(super) fn write_document(document: &Document) -> Value {
    Fields::default().text("title", &document.title).text("link", &document.link).done()
}

pub(super) fn write_rank(rank: Rank) -> Value {
    Fields::default()
        .optional("value", rank.value)
        .optional("cost", rank.cost)
        .optional("demand", rank.demand)
        .optional("risk", rank.risk)
        .done()
}

/// Reads a content. Which fields an object may have is for who reads the object to say.
pub(crate) fn content(at: &Cursor<'_>) -> Content {
    let line_of = |name: &str| at.maybe(name, line).unwrap_or_default();
    let text_of = |name: &str| at.maybe(name, text).unwrap_or_default();
    Content {
        name: line_of("name"),
        summary: text_of("summary"),
        for_whom: text_of("forWhom"),
        how_to_ask: text_of("howToAsk"),
        description: at.maybe("description", pages).unwrap_or_default(),
        purpose: text_of("purpose"),
        outcomes: at.list("outcomes", FEW, text),
        utility: text_of("utility"),
        warranty: text_of("warranty"),
        owner: at.maybe("owner", key),
        audiences: at.list("audiences", REFERENCES, key),
        entitlement: text_of("entitlement"),
        hours: text_of("hours"),
        channels: at.list("channels", FEW, text),
        targets: at.list("targets", FEW, target),
        cost: at.maybe("cost", cost).unwrap_or_default(),
        categories: at.list("categories", REFERENCES, key),
        keywords: at.list("keywords", FEW, line),
        pinned: at.maybe("pinned", yes).unwrap_or(false),
        documents: at.list("documents", FEW, document),
        review_on: at.maybe("reviewOn", day),
        valid_from: at.maybe("validFrom", day),
        valid_to: at.maybe("validTo", day),
        rank: at.maybe("rank", rank).unwrap_or_default(),
        supporting: at.list("supporting", REFERENCES, key),
        items: at.list("items", REFERENCES, key),
        support: at.maybe("support", key),
        technical: at.maybe("technical", pages).unwrap_or_default(),
        offerings: at.list("offerings", OFFERINGS, offering),
    }
}

pub(super) fn target(at: &Cursor<'_>) -> Target {
    at.expect(&["what", "share", "minutes", "words", "within"]);
    let levels = [
        at.maybe("share", |at| TargetLevel::Share(share(at))),
        at.maybe("minutes", |at| TargetLevel::Time(duration(at))),
        at.maybe("words", |at| TargetLevel::Words(text(at))),
    ];
    let said: Vec<TargetLevel> = levels.into_iter().flatten().collect();
    let level = match <[TargetLevel; 1]>::try_from(said) {
        Ok([level]) => level,
        Err(_) => {
            at.fail("must say exactly one of share, minutes or words");
            TargetLevel::Words(Default::default())
        }
    };
    Target {
        what: at.maybe("what", line).unwrap_or_default(),
        level,
        within: at.maybe("within", text).unwrap_or_default(),
    }
}

pub(super) fn cost(at: &Cursor<'_>) -> Cost {
    at.expect(&["monthly", "perOrder"]);
    Cost { monthly: at.maybe("monthly", amount).unwrap_or(0), per_order: at.maybe("perOrder", amount).unwrap_or(0) }
}

pub(super) fn document(at: &Cursor<'_>) -> Document {
    at.expect(&["title", "link"]);
    Document { title: at.maybe("title", line).unwrap_or_default(), link: at.maybe("link", link).unwrap_or_default() }
}

pub(super) fn rank(at: &Cursor<'_>) -> Rank {
    at.expect(&["value", "cost", "demand", "risk"]);
    let dots = |name: &str| {
        at.maybe(name, |at| match at.value.as_u64().and_then(|dots| u8::try_from(dots).ok()) {
            Some(dots) if !at.is_strict() || (1..=5).contains(&dots) => dots,
            _ => {
                at.fail("must be a whole number from 1 to 5");
                1
            }
        })
    };
    Rank { value: dots("value"), cost: dots("cost"), demand: dots("demand"), risk: dots("risk") }
}
