//! What can be asked of service level management.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::terms::{Review, Terms};
use crate::ids::PromiseId;

/// A wish to change an agreement, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Write a new one. Its id comes from the desk's numbering and the context's tag.
    Draft(Box<Terms>),
    /// Write a draft anew.
    Redraft {
        /// Which one.
        promise: PromiseId,
        /// What it says from now on.
        terms: Box<Terms>,
    },
    /// Both sides agree: it binds from its first day on, and not before now.
    Agree(PromiseId),
    /// Agree on a new version, which holds from a day of its own on; what was before stays as it was.
    Revise {
        /// Which one.
        promise: PromiseId,
        /// What it says from then on.
        terms: Box<Terms>,
        /// Why.
        because: Arc<str>,
    },
    /// End it before its time, or drop a draft.
    End {
        /// Which one.
        promise: PromiseId,
        /// From when it holds no more; not in the past.
        from: DateTime<Utc>,
        /// Why.
        because: Arc<str>,
    },
    /// Note a review meeting.
    Review {
        /// Which one.
        promise: PromiseId,
        /// What was said.
        review: Box<Review>,
    },
    /// Say that an action of a review is done.
    FinishAction {
        /// Which one.
        promise: PromiseId,
        /// The place of the review, in the order in which they were noted.
        review: u16,
        /// The place of the action in it.
        action: u16,
    },
    /// Write a note.
    Note {
        /// Which one.
        promise: PromiseId,
        /// The words.
        text: Arc<str>,
    },
}
