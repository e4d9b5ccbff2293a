//! What is known of one alert: what one cause has sent. Every field follows from its events.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::judge::Verdict;
use super::state::{Severity, State};
use crate::ids::{AlertId, ItemId, PersonId};

/// So many of the latest events, and of the latest comings and goings, are kept with the record to be counted in
/// minutes. All of them stay in the journal.
pub(super) const MOST_KEPT: usize = 50;

/// One event, as the record remembers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// When it happened, by its source.
    pub at: DateTime<Utc>,
    /// How bad its source said it was.
    pub severity: Severity,
    /// Whether it said that all is well again.
    pub recovers: bool,
}

/// What one cause has sent, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Alert {
    /// Which one.
    pub id: AlertId,
    /// What tells its cause from others.
    pub key: Arc<str>,
    /// The tool that sent it.
    pub source: Arc<str>,
    /// The configuration item.
    pub item: Option<ItemId>,
    /// What the latest event says.
    pub message: Arc<str>,
    /// How bad the latest fault is, after escalation.
    pub severity: Severity,
    /// Where it stands.
    pub state: State,
    /// When the first happened.
    pub first_at: DateTime<Utc>,
    /// When the latest happened.
    pub last_at: DateTime<Utc>,
    /// How many came in.
    pub count: u32,
    /// The latest of them, in the order in which they came in.
    pub latest: Vec<Seen>,
    /// When it went away or came back, oldest first.
    pub flips: Vec<DateTime<Utc>>,
    /// What was done with the latest event, and by which rule.
    pub verdict: Verdict,
    /// Who knows of it.
    pub acknowledged_by: Option<PersonId>,
    /// When it came in, by the desk's clock.
    pub opened_at: DateTime<Utc>,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
}

impl Alert {
    /// How many of its faults happened after `since` and were at least so bad.
    pub(super) fn seen_since(&self, since: DateTime<Utc>, least: Severity) -> usize {
        self.latest.iter().filter(|seen| seen.at > since && seen.severity >= least && !seen.recovers).count()
    }

    /// How often it went away or came back after `since`.
    pub fn flips_since(&self, since: DateTime<Utc>) -> usize {
        self.flips.iter().filter(|at| **at > since).count()
    }
}
