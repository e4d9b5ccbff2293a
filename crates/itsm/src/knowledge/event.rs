//! What has happened to an article. Each event concerns one article, so that a record can be folded alone.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::command::Amendment;
use super::record::Content;
use crate::ids::PersonId;

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Its first version was begun; whoever began it owns it.
    Begun {
        /// What it says so far.
        content: Box<Content>,
    },
    /// Its next version was begun, from the latest.
    Drafted,
    /// A field of the version that is being written was changed.
    Amended(Amendment),
    /// It was given to somebody to read.
    Submitted {
        /// Who reads it.
        reviewer: PersonId,
    },
    /// It came back from review.
    SentBack {
        /// Why.
        because: Arc<str>,
    },
    /// It was approved.
    Approved {
        /// From when it is in view, if not at once.
        from: Option<DateTime<Utc>>,
        /// When it is to be looked at again.
        review_by: DateTime<Utc>,
    },
    /// An approved version was taken back before its instant.
    Unscheduled,
    /// The draft of the next version was dropped.
    Discarded,
    /// Somebody holds it for no longer needed.
    RetirementProposed {
        /// Why.
        because: Arc<str>,
    },
    /// It is out of view.
    Retired {
        /// Why.
        because: Arc<str>,
    },
    /// It is needed after all.
    Kept,
    /// Somebody else sees to it.
    HandedOver {
        /// Who.
        owner: PersonId,
    },
    /// Somebody has looked, and it is still right.
    Confirmed {
        /// When to look again.
        review_by: DateTime<Utc>,
    },
    /// Somebody said whether it helped.
    Rated {
        /// Whether it did.
        helpful: bool,
        /// In their words.
        words: Arc<str>,
    },
    /// Somebody said what is wrong with it.
    Flagged {
        /// What.
        text: Arc<str>,
    },
    /// Something was done about a flag.
    FlagAnswered {
        /// Which flag, counted from 0.
        flag: u32,
        /// What was done.
        answer: Arc<str>,
    },
}
