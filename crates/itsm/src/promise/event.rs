//! What has happened to an agreement. Each event concerns one agreement.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::terms::{Review, Terms};

/// What has happened; when, by whom and to which agreement stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It was drafted.
    Drafted(Box<Terms>),
    /// The draft was written anew.
    Redrafted(Box<Terms>),
    /// Both sides agreed.
    Agreed,
    /// Both sides agreed on a new version.
    Revised {
        /// What it says.
        terms: Box<Terms>,
        /// Why.
        because: Arc<str>,
    },
    /// It ends before its time, or was dropped as a draft.
    Ended {
        /// From when.
        from: DateTime<Utc>,
        /// Why.
        because: Arc<str>,
    },
    /// A review meeting was noted.
    Reviewed(Box<Review>),
    /// An action of a review is done.
    ActionDone {
        /// The place of the review.
        review: u16,
        /// The place of the action.
        action: u16,
    },
    /// Somebody wrote a note.
    Noted {
        /// The words.
        text: Arc<str>,
    },
}

impl Event {
    /// Whether a record begins with it, so that a number was given.
    pub fn begins(&self) -> bool {
        matches!(self, Event::Drafted(_))
    }
}
