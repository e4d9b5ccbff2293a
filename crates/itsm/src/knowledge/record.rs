//! What is known of one article. Every field follows from its events; none is set by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::state::{Stage, State};
use crate::directory::EntryId;
use crate::ids::{ArticleId, CategoryId, ItemId, PersonId, ServiceId};

/// For whom an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// Users and the desk.
    #[default]
    Everyone,
    /// The desk and the support teams: workarounds with rights that users do not have, for example.
    Desk,
}

impl Audience {
    /// Both, in the order in which they are offered.
    pub const ALL: [Audience; 2] = [Audience::Everyone, Audience::Desk];
}

/// What one version says, and what it is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// In one line, what it helps with.
    pub title: Arc<str>,
    /// The text, as Markdown.
    pub body: Arc<str>,
    /// Words that people would search for and that the text does not say.
    pub keywords: Arc<str>,
    /// The service that it is about.
    pub service: Option<ServiceId>,
    /// The category of incidents that it helps with.
    pub category: Option<CategoryId>,
    /// The configuration items that it is about, each once, in order.
    pub items: Vec<ItemId>,
    /// For whom.
    pub audience: Audience,
}

impl Content {
    /// Whether it names an entry of the directory.
    pub(crate) fn names(&self, entry: EntryId) -> bool {
        match entry {
            EntryId::Service(id) => self.service == Some(id),
            EntryId::Category(id) => self.category == Some(id),
            EntryId::Item(id) => self.items.contains(&id),
            EntryId::Person(_) | EntryId::Group(_) => false,
        }
    }
}

/// A version that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Which version it will be.
    pub number: u32,
    /// What it says so far.
    pub content: Content,
    /// Who has written in it. None of them may review it.
    pub writers: BTreeSet<PersonId>,
    /// How far it is.
    pub stage: Stage,
    /// Why the reviewer sent it back, the last time that happened.
    pub sent_back: Option<Arc<str>>,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
}

/// A version that was approved.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Counts from 1.
    pub number: u32,
    /// What it says.
    pub content: Content,
    /// Who wrote it.
    pub writers: BTreeSet<PersonId>,
    /// Who reviewed it.
    pub reviewer: PersonId,
    /// When it was approved.
    pub approved_at: DateTime<Utc>,
    /// From when it is in view.
    pub from: DateTime<Utc>,
}

/// What somebody thinks of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// Whether it helped.
    pub helpful: bool,
    /// In their words; what was missing, if it did not help.
    pub words: Arc<str>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Something in it that somebody holds for wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// What is wrong.
    pub text: Arc<str>,
    /// Who says so.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// What was done about it, once something was.
    pub answer: Option<Arc<str>>,
}

/// On its way out of view, or out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Retirement {
    /// Somebody holds it for no longer needed.
    Proposed {
        /// Why.
        because: Arc<str>,
        /// Who.
        by: PersonId,
        /// When.
        at: DateTime<Utc>,
    },
    /// It is out of view.
    Retired {
        /// Why.
        because: Arc<str>,
        /// When.
        at: DateTime<Utc>,
    },
}

/// One article, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Which one.
    pub id: ArticleId,
    /// Who sees to it that it stays right.
    pub owner: PersonId,
    /// The version that is being written.
    pub draft: Option<Draft>,
    /// Every version that was approved, oldest first.
    pub versions: Vec<Version>,
    /// Whether it is on its way out.
    pub retirement: Option<Retirement>,
    /// When somebody has to look whether it is still right.
    pub review_by: Option<DateTime<Utc>>,
    /// The latest that each person thinks of it.
    pub ratings: BTreeMap<PersonId, Rating>,
    /// What is wrong with it, oldest first.
    pub flags: Vec<Flag>,
    /// When it was begun.
    pub opened_at: DateTime<Utc>,
    /// Who began it.
    pub opened_by: PersonId,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
}

impl Article {
    /// The version in view at an instant, if it had one and were not retired.
    pub fn version_at(&self, now: DateTime<Utc>) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.from <= now)
    }

    /// The approved version whose instant has not come, if there is one.
    pub fn scheduled(&self, now: DateTime<Utc>) -> Option<&Version> {
        self.versions.last().filter(|version| version.from > now)
    }

    /// What is shown of it at an instant: the version in view, else what is planned or being written.
    pub fn shown(&self, now: DateTime<Utc>) -> Option<&Content> {
        let planned = || self.versions.last().map(|version| &version.content);
        let drafted = || self.draft.as_ref().map(|draft| &draft.content);
        self.version_at(now).map(|version| &version.content).or_else(planned).or_else(drafted)
    }

    /// What it is called whatever the time is: by its latest approved version, else by its draft.
    pub fn title(&self) -> &Arc<str> {
        static NONE: std::sync::LazyLock<Arc<str>> = std::sync::LazyLock::new(|| Arc::from(""));
        let approved = self.versions.last().map(|version| &version.content.title);
        approved.or(self.draft.as_ref().map(|draft| &draft.content.title)).unwrap_or(&NONE)
    }

    /// Where it stands at an instant.
    pub fn state(&self, now: DateTime<Utc>) -> State {
        match &self.retirement {
            Some(Retirement::Retired { .. }) => return State::Retired,
            Some(Retirement::Proposed { .. }) => return State::PendingRetirement,
            None => {}
        }
        if self.version_at(now).is_some() {
            return if self.review_by.is_some_and(|by| by <= now) { State::Outdated } else { State::Published };
        }
        match self.draft.as_ref().map(|draft| draft.stage) {
            Some(Stage::InReview { .. }) => State::Review,
            Some(Stage::Writing) => State::Draft,
            None => State::Scheduled,
        }
    }

    /// Whether those who look for help are shown it.
    pub fn is_in_view(&self, now: DateTime<Utc>) -> bool {
        self.state(now).is_in_view()
    }

    /// How many found it helpful, and how many did not.
    pub fn votes(&self) -> (usize, usize) {
        let helpful = self.ratings.values().filter(|rating| rating.helpful).count();
        (helpful, self.ratings.len().saturating_sub(helpful))
    }

    /// What is said to be wrong with it and not answered.
    pub fn open_flags(&self) -> impl Iterator<Item = (u32, &Flag)> {
        (0..).zip(&self.flags).filter(|(_, flag)| flag.answer.is_none())
    }
}
