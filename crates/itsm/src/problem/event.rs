//! What has happened to a problem. Each event concerns one problem, so that a record can be folded alone.

use std::sync::Arc;

use super::command::{Amendment, Statement};
use super::record::{Bone, Message, ResolutionCode, Why};
use crate::ids::{GroupId, PersonId, ProblemId};

/// What has happened; when, by whom and to which problem stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It was raised.
    Raised(Box<Statement>),
    /// A descriptive field was corrected.
    Amended(Amendment),
    /// It went to a team or a person.
    Assigned {
        /// The team from now on.
        group: Option<GroupId>,
        /// The person from now on.
        assignee: Option<PersonId>,
    },
    /// Assessing began.
    Assessed,
    /// The search for the root cause began.
    Analysed,
    /// Removing the cause began.
    FixBegun,
    /// What causes it is gone.
    Resolved {
        /// What was done.
        fix: Arc<str>,
    },
    /// It ended without a fix. Never with [`ResolutionCode::FixApplied`].
    Ended {
        /// In which way.
        code: ResolutionCode,
        /// Why.
        notes: Arc<str>,
        /// The problem that is the same, for a duplicate.
        duplicate_of: Option<ProblemId>,
    },
    /// The search began again.
    Reanalysed {
        /// Why.
        because: Arc<str>,
    },
    /// The fix held: finished.
    Closed,
    /// It is a known error from now on.
    KnownErrorDeclared,
    /// The callers of its open incidents were told; what each was told stands in its incident.
    Communicated {
        /// What was told.
        what: Message,
        /// The words.
        text: Arc<str>,
        /// How many incidents it went to.
        incidents: u32,
    },
    /// Somebody wrote a work note.
    Noted {
        /// The words.
        text: Arc<str>,
    },
    /// The 5 Whys were drawn anew.
    WhysDrawn(Vec<Why>),
    /// The Ishikawa diagram was drawn anew.
    BonesDrawn(Vec<Bone>),
}
