//! What has happened to the catalogue. An event of a service concerns that service alone; [`Shared`] is what holds for
//! all of them.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::content::Content;
use super::document::{ServiceCategory, Settings};
use super::edit::Edit;
use super::ids::{AudienceId, ServiceCategoryId};
use super::portfolio::{Check, Status};

/// What has happened to one service; when, by whom and to which one stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Its draft began.
    Drafted(Box<Content>),
    /// Its draft changed.
    Edited(Edit),
    /// Something a gate asks for is done (with where it stands), or is not after all.
    Ticked(Check, Option<Arc<str>>),
    /// It stands somewhere else.
    Moved {
        /// Where.
        to: Status,
        /// Why; may be empty on the way forward.
        because: Arc<str>,
    },
    /// Somebody else was asked to look at the draft.
    Submitted,
    /// Somebody else looked at the draft.
    Reviewed {
        /// Whether it may be published.
        approves: bool,
        /// What they said.
        words: Arc<str>,
    },
    /// The draft became a version.
    Published {
        /// Since when it is offered.
        from: DateTime<Utc>,
        /// What is new.
        note: Arc<str>,
    },
    /// The version that was to be offered later never will be.
    Unscheduled,
    /// The draft says again what a version said.
    Restored {
        /// The number of the version.
        version: u32,
    },
    /// A colleague said something of it.
    Commented(Arc<str>),
    /// A comment was settled, or is open again.
    Settled {
        /// The place of the comment.
        comment: u16,
        /// Whether it is settled.
        settled: bool,
    },
}

/// What has happened to what holds for all services.
#[derive(Clone, Debug, PartialEq)]
pub enum Shared {
    /// What holds for the whole catalogue was said.
    Set(Box<Settings>),
    /// A category was saved, or taken away.
    Category(ServiceCategoryId, Option<ServiceCategory>),
    /// An audience was named, or taken away.
    Audience(AudienceId, Option<Arc<str>>),
}
