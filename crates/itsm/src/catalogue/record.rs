//! What is kept of one service in the portfolio. Every field follows from its events.

use std::collections::BTreeMap;
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
        self.versions.iter().rev().find(|version| !version.withdrawn).is_none_or(|last| *last.content != self.draft)
    }
}
