//! What is written in an article, about it, and with its help.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::desk::{Context, Desk, Happening, RecordId};
use crate::directory::EntryId;
use crate::fields::{filled, last_of_each_field, trimmed};
use crate::ids::{ArticleId, IncidentId, ItemId};
use crate::incident::{self, ResolutionCode};
use crate::knowledge::command::Amendment;
use crate::knowledge::event::Event;
use crate::knowledge::record::Content;
use crate::link::{self, Link, Relation};
use crate::refusal::Refusal;
use crate::retire::offered;

/// The longest text, in bytes: some ten pages. Who needs more writes two articles.
pub const LONGEST_BODY: usize = 32_768;

const NO_TITLE: &str = "people choose what to read by this one line";

pub(super) fn begin(
    desk: &Desk,
    mut content: Content,
    from: Option<RecordId>,
    context: &Context,
) -> Result<Steps, Refusal> {
    content.title = filled(content.title, "title", NO_TITLE)?;
    content.body = body(content.body)?;
    content.keywords = trimmed(content.keywords);
    content.items = each_once(content.items);
    let directory = desk.directory();
    offered(desk, &directory.services, content.service, None, EntryId::Service, "service")?;
    offered(desk, &directory.categories, content.category, None, EntryId::Category, "category")?;
    for item in &content.items {
        offered(desk, &directory.items, Some(*item), None, EntryId::Item, "configuration item")?;
    }
    let id: ArticleId = desk.articles.next(context.tag);
    desk.articles.is_free(id)?;
    let mut steps = vec![on(id, Event::Begun { content: Box::new(content) })];
    if let Some(from) = from {
        steps.push(linked(desk, from, id)?);
    }
    Ok(steps)
}

/// The link from the record that an article was learnt from.
fn linked(desk: &Desk, from: RecordId, id: ArticleId) -> Result<Happening, Refusal> {
    let to = RecordId::Article(id);
    let fitting = [Relation::DescribedBy, Relation::LedTo].into_iter().find(|one| one.fits(from.kind(), to.kind()));
    let Some(relation) = fitting else {
        return Err(Refusal::Invalid { field: "from", because: "an article is not written from such a record" });
    };
    if desk.card(from).is_none() {
        return Err(Refusal::NoSuch { what: from.kind().word() });
    }
    Ok(Happening::Link(from, link::Event::Linked(Link { relation, to })))
}

fn body(text: Arc<str>) -> Result<Arc<str>, Refusal> {
    let text = trimmed(text);
    if text.len() > LONGEST_BODY {
        return Err(Refusal::Invalid {
            field: "text",
            because: "it is longer than ten pages, and nobody reads that while a caller waits; split it",
        });
    }
    Ok(text)
}

fn each_once(items: Vec<ItemId>) -> Vec<ItemId> {
    BTreeSet::from_iter(items).into_iter().collect()
}

pub(super) fn amend(desk: &Desk, id: ArticleId, changes: Vec<Amendment>, now: DateTime<Utc>) -> Result<Steps, Refusal> {
    let article = check(desk, id, Action::Amend, now)?;
    let latest = article.versions.last().map(|version| &version.content);
    let (content, begins) = match (&article.draft, latest) {
        (Some(draft), _) => (&draft.content, false),
        (None, Some(latest)) => (latest, true),
        (None, None) => return Err(Refusal::NoSuch { what: "article" }),
    };
    let mut events = if begins { vec![on(id, Event::Drafted)] } else { vec![] };
    let before = events.len();
    for change in last_of_each_field(changes) {
        let change = checked(desk, content, change)?;
        if !says_nothing_new(content, &change) {
            events.push(on(id, Event::Amended(change)));
        }
    }
    if events.len() == before {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    Ok(events)
}

/// The amendment with its texts trimmed, if its value may stand in the article.
fn checked(desk: &Desk, now: &Content, change: Amendment) -> Result<Amendment, Refusal> {
    let directory = desk.directory();
    Ok(match change {
        Amendment::Title(text) => Amendment::Title(filled(text, "title", NO_TITLE)?),
        Amendment::Body(text) => Amendment::Body(body(text)?),
        Amendment::Keywords(text) => Amendment::Keywords(trimmed(text)),
        Amendment::Service(id) => {
            offered(desk, &directory.services, id, now.service, EntryId::Service, "service")?;
            change
        }
        Amendment::Category(id) => {
            offered(desk, &directory.categories, id, now.category, EntryId::Category, "category")?;
            change
        }
        Amendment::Items(items) => {
            let items = each_once(items);
            for item in &items {
                let already = now.items.contains(item).then_some(*item);
                offered(desk, &directory.items, Some(*item), already, EntryId::Item, "configuration item")?;
            }
            Amendment::Items(items)
        }
        Amendment::Audience(_) => change,
    })
}

fn says_nothing_new(now: &Content, change: &Amendment) -> bool {
    match change {
        Amendment::Title(text) => now.title == *text,
        Amendment::Body(text) => now.body == *text,
        Amendment::Keywords(text) => now.keywords == *text,
        Amendment::Service(id) => now.service == *id,
        Amendment::Category(id) => now.category == *id,
        Amendment::Items(items) => now.items == *items,
        Amendment::Audience(audience) => now.audience == *audience,
    }
}

pub(super) fn rate(
    desk: &Desk,
    id: ArticleId,
    helpful: bool,
    words: Arc<str>,
    context: &Context,
) -> Result<Steps, Refusal> {
    let article = check(desk, id, Action::Rate, context.now)?;
    let words = trimmed(words);
    if !helpful && words.is_empty() {
        return Err(Refusal::Missing {
            field: "what was missing",
            because: "its owner can only mend what somebody has told",
        });
    }
    if article.ratings.get(&context.actor).is_some_and(|now| now.helpful == helpful && now.words == words) {
        return Err(Refusal::Invalid { field: "rating", because: "you have said so already; your latest word counts" });
    }
    Ok(vec![on(id, Event::Rated { helpful, words })])
}

pub(super) fn flag(desk: &Desk, id: ArticleId, text: Arc<str>, now: DateTime<Utc>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Flag, now)?;
    let text = filled(text, "what is wrong", "its owner has to know what to look at")?;
    Ok(vec![on(id, Event::Flagged { text })])
}

pub(super) fn answer_flag(
    desk: &Desk,
    id: ArticleId,
    flag: u32,
    answer: Arc<str>,
    now: DateTime<Utc>,
) -> Result<Steps, Refusal> {
    let article = check(desk, id, Action::AnswerFlag, now)?;
    if article.open_flags().all(|(open, _)| open != flag) {
        return Err(Refusal::NoSuch { what: "flag" });
    }
    let answer = filled(answer, "answer", "who took the trouble to say so wants to know what came of it")?;
    Ok(vec![on(id, Event::FlagAnswered { flag, answer })])
}

pub(super) fn resolve_with(
    desk: &Desk,
    id: ArticleId,
    (incident, code, solution, cascade): (IncidentId, ResolutionCode, Arc<str>, bool),
    context: &Context,
) -> Result<Steps, Refusal> {
    check(desk, id, Action::Use, context.now)?;
    let command = incident::Command::Resolve { incident, code, solution, cascade };
    let steps = incident::decide(desk, command, context)?;
    let mut steps: Steps = steps.into_iter().map(|(id, what)| Happening::Incident(id, what)).collect();
    let link = Link { relation: Relation::SolvedWith, to: RecordId::Article(id) };
    // A second time it helps with the same incident, the link is there.
    if link::why_not_link(desk, RecordId::Incident(incident), link).is_none() {
        steps.push(Happening::Link(RecordId::Incident(incident), link::Event::Linked(link)));
    }
    Ok(steps)
}
