//! What can be asked of monitoring.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::rules::Rules;
use super::state::Severity;
use crate::ids::{AlertId, ItemId};
use crate::monitoring::rules::Raise;

/// One event, as its source tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signal {
    /// The tool that sends it.
    pub source: Arc<str>,
    /// The configuration item that it is about.
    pub item: Option<ItemId>,
    /// What tells its cause from others; empty: source, item and message without its numbers.
    pub key: Arc<str>,
    /// How bad it is.
    pub severity: Severity,
    /// What it says.
    pub message: Arc<str>,
    /// When it happened; `None` for now.
    pub at: Option<DateTime<Utc>>,
    /// Whether it says that all is well again.
    pub recovers: bool,
}

/// A wish, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Take in events, all of them or none. They are looked at in the order in which they happened.
    TakeIn(Vec<Signal>),
    /// Say that somebody knows of it.
    Acknowledge(AlertId),
    /// Finish with it.
    Close {
        /// Which one.
        alert: AlertId,
        /// Why.
        because: Arc<str>,
    },
    /// Raise an incident from it by hand.
    Raise {
        /// Which one.
        alert: AlertId,
        /// What the incident is like.
        like: Raise,
    },
    /// Write a note for colleagues.
    Note {
        /// Which one.
        alert: AlertId,
        /// The words.
        text: Arc<str>,
    },
    /// Go by other rules from now on.
    SetRules(Box<Rules>),
}
