//! Knowledge management: what was found out once, kept so that it is found again.
//!
//! The life cycle is the usual one of service management tools: Draft, Review, Scheduled, Published, Pending
//! retirement, Retired. Two states follow from the clock and are never stored: a scheduled article is Published once its
//! instant has come, and a published one is Outdated once its review date is past. A published article is changed by
//! writing its next version: the present one stays in view until the next is approved and its instant has come.

mod apply;
mod command;
mod decide;
mod event;
mod record;
mod state;
mod words;

use chrono::{DateTime, Utc};

use crate::card::Card;
use crate::desk::{Desk, RecordId};
use crate::directory::EntryId;
use crate::ids::ArticleId;
use crate::link::Relation;
use crate::register::Numbered;

pub(crate) use apply::apply;
pub use command::{Amendment, Command};
pub use decide::{Action, LONGEST_BODY, why_not};
pub(crate) use decide::{decide, legal};
pub use event::Event;
pub use record::{Article, Audience, Content, Draft, Flag, Rating, Retirement, Version};
pub use state::{Stage, State};

impl Numbered for ArticleId {
    const PREFIX: &'static str = "KB";
    const WHAT: &'static str = "article";
}

impl Event {
    /// Whether a record begins with it, so that a number was given.
    pub fn begins(&self) -> bool {
        matches!(self, Event::Begun { .. })
    }
}

/// What other pages say of it. It has no clock, so it says nothing of what follows from one: a version whose instant
/// has come still reads "Scheduled or published".
pub(crate) fn card(desk: &Desk, id: ArticleId) -> Option<Card> {
    let article = desk.articles.get(id).ok()?;
    let title = article.title().to_string();
    let scheduled = article.versions.last().is_some_and(|version| version.from > version.approved_at);
    let (state, is_open) = match (&article.retirement, &article.draft) {
        (Some(Retirement::Retired { .. }), _) => ("Retired", false),
        (Some(Retirement::Proposed { .. }), _) => ("Pending retirement", true),
        (None, Some(draft)) if article.versions.is_empty() => (draft.stage.word(), true),
        (None, Some(_)) => ("Published, next version in work", true),
        (None, None) if scheduled => ("Scheduled or published", false),
        (None, None) => ("Published", false),
    };
    Some(Card { id: RecordId::Article(id), number: desk.articles.number(id), title, state, is_open })
}

/// Whether one of them names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    desk.articles.all().any(|article| {
        let drafted = article.draft.iter().map(|draft| &draft.content);
        let named = article.versions.iter().map(|version| &version.content).chain(drafted);
        entry == EntryId::Person(article.owner) || { named }.any(|content| content.names(entry))
    })
}

impl Desk {
    /// How many incidents and requests were solved with an article.
    pub fn solved_with(&self, id: ArticleId) -> usize {
        let links = self.links.to(RecordId::Article(id));
        links.filter(|link| link.relation == Relation::SolvedWith).count()
    }

    /// The articles that anybody may be shown at an instant: published, outdated ones among them.
    pub fn articles_in_view(&self, now: DateTime<Utc>) -> impl Iterator<Item = &Article> {
        self.articles.all().filter(move |article| article.is_in_view(now))
    }
}
