//! What a rule finds: an instant, what it rests on, and which minutes go back to it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Code, Level};
use crate::scenario::{Key, Stake};
use crate::shift::EntryId;

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", content = "key", rename_all = "kebab-case")]
pub enum Subject {
    /// A contact, and the record made of it.
    Case(Key),
    /// A failure, by the fault's key in the scenario.
    Failure(Key),
    /// A promise to the caller of a case.
    Promise(Key),
    /// A problem.
    Problem(Key),
    /// A change.
    Change(Key),
}

impl Subject {
    /// The key of what it is about.
    pub fn key(&self) -> &Key {
        match self {
            Self::Case(key) | Self::Failure(key) | Self::Promise(key) | Self::Problem(key) | Self::Change(key) => key,
        }
    }
}

/// A stretch in which people were held up by one failure. Sums of these are users' working minutes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// At which case.
    pub case: Key,
    /// Who.
    pub person: Key,
    /// By which failure.
    pub failure: Key,
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when.
    pub to: DateTime<Utc>,
    /// How many, and how much of their work.
    pub stake: Stake,
}

impl Claim {
    /// Working minutes.
    pub fn minutes(&self) -> f64 {
        let span = (self.to - self.from).num_milliseconds();
        span as f64 / 60_000.0 * f64::from(self.stake.people) * self.stake.share
    }

    /// Whether both are about the same people, held up by the same failure.
    pub fn same_people(&self, other: &Claim) -> bool {
        self.person == other.person && self.failure == other.failure
    }
}

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Which rule.
    pub rule: Code,
    /// What it is about.
    pub subject: Subject,
    /// The failure behind it, or the case itself where there is none.
    pub failure: Key,
    /// The decisive entry, where "show me" begins.
    pub at: EntryId,
    /// Every entry that it rests on, in order; never empty.
    pub evidence: Vec<EntryId>,
    /// Which minutes go back to it; of a strength: which were not lost.
    pub claims: Vec<Claim>,
    /// An ordinal, alone or beside the minutes.
    pub level: Option<Level>,
    /// Findings that are told as a part of this one, as it has all their minutes.
    pub parts: Vec<Code>,
}

impl Finding {
    /// Working minutes that go back to it.
    pub fn minutes(&self) -> f64 {
        // From 0, as a sum of nothing would be -0.
        self.claims.iter().map(Claim::minutes).fold(0.0, |sum, minutes| sum + minutes)
    }

    /// The same with more to rest on.
    #[must_use]
    pub(super) fn because(mut self, entries: impl IntoIterator<Item = EntryId>) -> Self {
        self.evidence.extend(entries);
        self.evidence.sort_unstable();
        self.evidence.dedup();
        self
    }

    /// The same with these minutes.
    #[must_use]
    pub(super) fn taking(mut self, claims: Vec<Claim>) -> Self {
        self.claims = claims;
        self
    }

    /// The same with the rule's graver level, where that holds.
    #[must_use]
    pub(super) fn raised(mut self, raised: bool, rule: &super::Rule) -> Self {
        if let (true, Some(graver)) = (raised, &rule.said.weight.raised) {
            self.level = Some(graver.level);
        }
        self
    }
}
