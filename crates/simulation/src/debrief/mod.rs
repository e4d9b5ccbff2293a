//! Looking back at a shift: what happened, what followed, what others would have got out of the same one.
//!
//! Plain data for any page. Nothing of it is a score: findings explain, ranges tell luck from skill.

mod afterwards;
mod lanes;
mod matrix;
mod measures;
mod next;
mod of;
mod ranges;
mod told;
mod words;

use serde::{Deserialize, Serialize};

use crate::grading::Code;
use crate::scenario::{Channel, Key, LocalTime};
use crate::shift::{EntryId, Policy};

pub use ranges::Ranging;

/// A shift that is over, as one looks back at it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Debrief {
    /// What was played.
    pub scenario: Key,
    /// What it is called.
    pub title: String,
    /// From when to when, local.
    pub hours: (LocalTime, LocalTime),
    /// Users' working minutes that were lost, with the aftermath of what was left undone.
    pub lost_minutes: f64,
    /// What that is in money, and the currency (ISO 4217).
    pub money: (f64, String),
    /// Contacts that one might have handled differently, in the order in which they came: case and its first words.
    pub contacts: Vec<(Key, String)>,
    /// Three findings, a strength first if there is any.
    pub three: Vec<Told>,
    /// All findings, by their instant.
    pub all: Vec<Told>,
    /// Six measures.
    pub measures: Vec<Measure>,
    /// What people and others said of it afterwards: complaints, findings of others, costs. The time, who, the words.
    pub afterwards: Vec<(LocalTime, String, String)>,
    /// The lanes of the timeline.
    pub lanes: Vec<Lane>,
    /// What cases were, against what they were logged as.
    pub kinds: Matrix,
    /// Priorities that were right, against those that were given.
    pub priorities: Matrix,
    /// What to do next, one thing.
    pub next: NextStep,
    /// The tutor's key: in short, and step by step.
    pub in_short: String,
    /// Step by step: when, what, why.
    pub steps: Vec<(LocalTime, String, String)>,
    /// For the talk afterwards.
    pub questions: Vec<String>,
    /// The scenario in each edition's words ("v3", "4", "5").
    pub words: Vec<(String, String)>,
}

/// A finding, told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Told {
    /// By which rule.
    pub rule: Code,
    /// Whether it is a strength.
    pub strength: bool,
    /// The practice, in words.
    pub practice: String,
    /// What it is called.
    pub title: String,
    /// When.
    pub at: LocalTime,
    /// With which case, and what that is called.
    pub case: Key,
    /// In words.
    pub case_title: String,
    /// What followed, in one factual sentence with its minutes.
    pub followed: String,
    /// Users' minutes that go back to it, if they can be had.
    pub minutes: Option<f64>,
    /// 1 to 5, where there are no honest minutes.
    pub level: Option<u8>,
    /// What good looks like.
    pub good: String,
    /// The idea behind it, by edition ("v3", "4", "5"): text and how sure it is.
    pub explains: Vec<(String, String, String)>,
    /// What is often mixed up, in words.
    pub misconception: Option<String>,
    /// The concept: a topic of `why`.
    pub concept: Option<Key>,
    /// How many acts of the player came before, counted as a run stores them (waits among them): whoever does so many
    /// again comes to the instant just before it. From there it can be shown and played on.
    pub act: usize,
    /// What it rests on.
    pub evidence: Vec<EntryId>,
}

/// A measure, with its definition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Measure {
    /// Its key.
    pub key: Key,
    /// What it is called.
    pub name: String,
    /// What it counts.
    pub definition: String,
    /// Yours; nothing where there is nothing to count.
    pub yours: Option<f64>,
    /// "minutes", "share", "count", "score".
    pub unit: Key,
    /// Whether more is better.
    pub more_is_better: bool,
}

/// A lane of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Lane {
    /// "contacts", "you", "teams", "waiting".
    pub key: Key,
    /// What it is called.
    pub name: String,
    /// What lies on it.
    pub bars: Vec<Bar>,
}

/// Something on a lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Bar {
    /// From when, in minutes since the shift began.
    pub from: f64,
    /// Until when.
    pub to: f64,
    /// In words.
    pub label: String,
    /// Of which case.
    pub case: Option<Key>,
    /// How it came, of a contact.
    pub channel: Option<Channel>,
    /// How many people, of those who wait.
    pub people: u32,
    /// The act before which it can be shown: how many acts to do again until it is to be seen.
    pub act: usize,
}

/// Counts of what was, by row, against what was made of it, by column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Matrix {
    /// Names of rows: what it was.
    pub rows: Vec<String>,
    /// Names of columns: what was made of it.
    pub columns: Vec<String>,
    /// Counts.
    pub counts: Vec<Vec<u32>>,
}

/// One thing to do next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum NextStep {
    /// Play on from before this act.
    Replay {
        /// From when.
        at: LocalTime,
        /// Before which act.
        act: usize,
        /// Why.
        because: String,
    },
    /// Another scenario.
    Scenario {
        /// Which.
        scenario: Key,
        /// Why.
        because: String,
    },
    /// Read about something.
    Learn {
        /// A topic of `why`.
        concept: Key,
        /// Why.
        because: String,
    },
}

/// What policies get out of the same shift, over many seeds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ranges {
    /// How many seeds.
    pub seeds: u32,
    /// What each policy lost on this very seed, then the 10th, 50th and 90th percentile over all seeds.
    pub policies: Vec<Range>,
    /// The expert's range of each measure, by its key: the 10th and 90th percentile.
    pub expert: Vec<(Key, f64, f64)>,
}

/// What one policy loses.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Range {
    /// Which.
    pub policy: Policy,
    /// On the seed that was played.
    pub same_seed: f64,
    /// Nine of ten lose more.
    pub low: f64,
    /// The middle.
    pub middle: f64,
    /// Nine of ten lose less.
    pub high: f64,
}
