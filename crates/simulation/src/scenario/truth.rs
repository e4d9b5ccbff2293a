//! What is so, whatever the player believes.

use serde::{Deserialize, Serialize};

use super::{Key, LocalTime};

/// What a contact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContactKind {
    /// Something stopped or got worse.
    Incident,
    /// Something is wanted.
    Request,
    /// A tool tells something.
    Event,
    /// Something for Security.
    Security,
    /// Somebody wants to know something.
    Question,
    /// News about a record.
    Update,
}

/// Why something has to be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refuse {
    /// Nobody knows who asks.
    Identity,
    /// Nobody has approved it.
    NoApproval,
    /// It would be unsafe.
    Security,
    /// Nothing is changed now.
    Freeze,
    /// It is not offered.
    NotOffered,
}

/// The truth of a contact. Grading, policies and the tutor's key read it; the player never does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Truth {
    /// What it is.
    pub kind: ContactKind,
    /// 1 (high) to 3 (low).
    #[serde(default)]
    pub impact: Option<u8>,
    /// 1 (high) to 3 (low).
    #[serde(default)]
    pub urgency: Option<u8>,
    /// The service concerned.
    #[serde(default)]
    pub service: Option<Key>,
    /// The item at fault.
    #[serde(default)]
    pub item: Option<Key>,
    /// The category.
    #[serde(default)]
    pub category: Option<Key>,
    /// The team that can do it.
    #[serde(default)]
    pub team: Option<Key>,
    /// Fixes that help.
    #[serde(default)]
    pub fix: Vec<Key>,
    /// What it is a consequence of.
    #[serde(default)]
    pub parent: Option<Key>,
    /// What it tells of again.
    #[serde(default)]
    pub duplicate_of: Option<Key>,
    /// What it takes up again.
    #[serde(default)]
    pub reopens: Option<Key>,
    /// Whether it is a major incident.
    #[serde(default)]
    pub major: bool,
    /// A promise that fits.
    #[serde(default)]
    pub promise: Option<LocalTime>,
    /// Why it has to be refused.
    #[serde(default)]
    pub refuse: Option<Refuse>,
    /// Acts that belong to it: "act" or "act:detail".
    pub must: Vec<String>,
}

impl Truth {
    /// That it is of a kind, and nothing else.
    pub fn of(kind: ContactKind) -> Self {
        Self {
            kind,
            impact: None,
            urgency: None,
            service: None,
            item: None,
            category: None,
            team: None,
            fix: vec![],
            parent: None,
            duplicate_of: None,
            reopens: None,
            major: false,
            promise: None,
            refuse: None,
            must: vec![],
        }
    }
}
