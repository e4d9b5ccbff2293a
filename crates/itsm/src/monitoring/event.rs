//! What has happened to an alert. Each event concerns one alert, so that a record can be folded alone.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::judge::Verdict;
use super::state::Severity;
use crate::ids::ItemId;

/// One event that came in, and what was done with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sighting {
    /// The tool that sent it.
    pub source: Arc<str>,
    /// The configuration item.
    pub item: Option<ItemId>,
    /// What tells its cause from others.
    pub key: Arc<str>,
    /// How bad its source said it is.
    pub severity: Severity,
    /// How bad it counts as: a warning that was repeated too often is an exception.
    pub counts_as: Severity,
    /// What it says.
    pub message: Arc<str>,
    /// When it happened, by its source.
    pub at: DateTime<Utc>,
    /// Whether it says that all is well again.
    pub recovers: bool,
    /// What was done with it, and by which rule.
    pub verdict: Verdict,
}

/// See the module.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The first event of a cause came in.
    Begun(Box<Sighting>),
    /// Another of the same cause.
    Repeated(Box<Sighting>),
    /// Somebody knows of it.
    Acknowledged,
    /// Somebody has finished with it.
    Closed {
        /// Why.
        because: Arc<str>,
    },
    /// Somebody raised an incident from it by hand.
    RaisedByHand,
    /// A note for colleagues.
    Noted {
        /// The words.
        text: Arc<str>,
    },
}
