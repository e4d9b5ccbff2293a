//! What is done with the walk of a service.

use chrono::NaiveDate;

use crate::walk::Answer;

/// A step on a walk.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The fields say what they are.
pub enum WalkStep {
    /// Began the walk, in a workspace that its records are in.
    Began { name: String, on: NaiveDate, workspace: String },
    /// Decided something, or decided it anew; an empty answer takes it away.
    Answered { decision: String, on: NaiveDate, answer: Answer },
    /// Dropped the walk. Its records stay in their workspace.
    Dropped,
}
