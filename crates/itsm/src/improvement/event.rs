//! What has happened to an improvement. Each event concerns one improvement.

use std::sync::Arc;

use super::command::{Amendment, Statement};
use super::measure::Reading;
use super::path::{Answer, Step};

/// What has happened; when, by whom and to which improvement stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It was registered.
    Registered(Box<Statement>),
    /// A descriptive field was corrected.
    Amended(Amendment),
    /// It is worth a look.
    Accepted,
    /// Assessing began.
    Assessed,
    /// It is to be done.
    Approved,
    /// Carrying it out began.
    Started,
    /// It waits.
    Held {
        /// Why.
        because: Arc<str>,
    },
    /// It goes on.
    Resumed,
    /// Somebody looked at the measure.
    Measured(Reading),
    /// Comparing it with what was wanted began.
    Reviewed,
    /// It was not done yet.
    Continued {
        /// What was missing.
        because: Arc<str>,
    },
    /// Finished.
    Closed {
        /// What was learned.
        lessons: Arc<str>,
    },
    /// Taken back.
    Cancelled {
        /// Why.
        because: Arc<str>,
    },
    /// A step of the guided path was taken, or written anew.
    Taken {
        /// Which step.
        step: Step,
        /// What was written.
        answer: Answer,
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
        matches!(self, Event::Registered(_))
    }
}
