//! What is kept of one service in the portfolio. Every field follows from its events.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::content::Content;
use super::portfolio::{Check, Status};
use crate::ids::{PersonId, ServiceId};

/// One service, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// Which one.
    pub id: ServiceId,
    /// What is being written.
    pub draft: Content,
    /// Where it stands.
    pub status: Status,
    /// What gates ask for and was done.
    pub done: BTreeMap<Check, Done>,
    /// How far looking at the draft has come.
    pub review: Review,
    /// What was published, oldest first; the place is the number less one. A version that was taken back before its
    /// time keeps its number.
    pub versions: Vec<Version>,
    /// What colleagues said of it, oldest first.
    pub comments: Vec<Remark>,
    /// When it was drafted.
    pub drafted_at: DateTime<Utc>,
    /// Who last changed the draft.
    pub edited_by: PersonId,
    /// Everybody who changed the draft since it was last published: none of them may review it.
    pub writers: BTreeSet<PersonId>,
    /// Since when it stands where it does.
    pub since: DateTime<Utc>,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
}

/// That something a gate asks for is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// Where it stands or what it says; never blank.
    pub words: Arc<str>,
    /// When.
    pub at: DateTime<Utc>,
    /// Who says so.
    pub by: PersonId,
}

/// How far looking at the draft has come. An edit begins anew.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Review {
    /// Nobody was asked.
    #[default]
    None,
    /// Somebody is asked.
    Asked {
        /// By whom.
        by: PersonId,
    },
    /// It may be published.
    Approved {
        /// Who says so.
        by: PersonId,
    },
    /// It may not.
    Returned {
        /// Who says so.
        by: PersonId,
        /// What is to be changed.
        words: Arc<str>,
    },
}

/// A published version. It never changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Its number, from 1.
    pub number: u32,
    /// What it says.
    pub content: Arc<Content>,
    /// Since when it is offered.
    pub from: DateTime<Utc>,
    /// What is new.
    pub note: Arc<str>,
    /// Who published it.
    pub by: PersonId,
    /// When that was done.
    pub at: DateTime<Utc>,
    /// Whether it was taken back before its time.
    pub withdrawn: bool,
}

/// What a colleague said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub text: Arc<str>,
    /// Whether it is settled.
    pub settled: bool,
}

impl Listing {
    /// The version that is offered at an instant.
    pub fn published(&self, now: DateTime<Utc>) -> Option<&Version> {
        self.versions.iter().rev().find(|version| !version.withdrawn && version.from <= now)
    }

    /// The version that is to be offered later.
    pub fn scheduled(&self, now: DateTime<Utc>) -> Option<&Version> {
        self.versions.iter().rev().find(|version| !version.withdrawn && version.from > now)
    }

    /// A version by its number.
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// Whether the draft says something else than the version that was published last.
    pub fn differs(&self) -> bool {
        self.latest().is_none_or(|last| *last.content != self.draft)
    }

    /// The version that was published last, offered already or later.
    pub fn latest(&self) -> Option<&Version> {
        self.versions.iter().rev().find(|version| !version.withdrawn)
    }

    /// What still has to be done before it may come somewhere else, in order; nothing on the way back, as those gates
    /// were passed before.
    pub fn missing(&self, to: Status) -> impl Iterator<Item = Check> {
        let asked = if to < self.status { &[] } else { to.asks_for() };
        asked.iter().copied().filter(|check| !self.done.contains_key(check))
    }

    /// The draft and every version.
    pub fn contents(&self) -> impl Iterator<Item = &Content> {
        std::iter::once(&self.draft).chain(self.versions.iter().map(|version| &*version.content))
    }
}
