//! What may be wrong: how it shows, what one sees by looking, what helps.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Channel, Group, Key, Voiced};

/// How a fault shows.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Symptom {
    /// In whose words.
    pub says: Voiced,
    /// At which service.
    #[serde(default)]
    pub service: Option<Key>,
    /// In which place alone.
    #[serde(default)]
    pub place: Option<Key>,
    /// On which channels alone.
    #[serde(default)]
    pub channel: Vec<Channel>,
    /// What it makes one think of.
    #[serde(default)]
    pub misleads: Option<Key>,
}

/// What looking tells.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diagnosis {
    /// In words.
    pub says: String,
    /// The fact behind it.
    #[serde(default)]
    pub reveals: Option<Key>,
}

/// What a fix does to a fault.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Remedy {
    /// Whether it helps.
    pub works: Works,
    /// Minutes until a workaround is over, from and to.
    #[serde(default)]
    pub holds: Option<(f64, f64)>,
    /// How likely it helps; always, if nothing is said.
    #[serde(default)]
    pub chance: Option<f64>,
    /// Whether it helps this caller alone.
    #[serde(default)]
    pub only_whom: Option<String>,
    /// What one sees.
    pub says: String,
}

/// Whether a fix helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Works {
    /// For good.
    Lasting,
    /// For a while.
    Workaround,
    /// Not at all.
    No,
    /// It makes it worse.
    Worse,
}

/// That a fault comes back.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recurs {
    /// Minutes, from and to.
    pub every: (f64, f64),
    /// "lasting": until a lasting fix.
    pub until: String,
}

/// That a fault heats a room.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Heats {
    /// Which.
    pub room: Key,
    /// How warm it is before.
    pub from: f64,
    /// How fast it warms.
    pub degrees_per_minute: f64,
    /// How fast after load was shed.
    #[serde(default)]
    pub after_shed: Option<f64>,
    /// How fast with an open door.
    #[serde(default)]
    pub after_door: Option<f64>,
    /// When monitoring warns.
    pub warn: f64,
    /// What stops when.
    pub items: Vec<StopsAt>,
}

/// That an item stops in the heat.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StopsAt {
    /// At how many degrees.
    pub at: f64,
    /// Which.
    pub stops: Key,
}

/// That people click.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Clicks {
    /// How likely by an act.
    pub by_act: f64,
    /// Every so many minutes.
    pub every: f64,
    /// How likely by skill.
    pub by_skill: [f64; 5],
}

/// The problem behind a fault.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProblemBehind {
    /// Whether it is a known error when the shift begins.
    pub known: bool,
    /// Its cause.
    pub cause: String,
    /// The fix that helps meanwhile.
    #[serde(default)]
    pub workaround: Option<Key>,
    /// The fix that solves it.
    #[serde(default)]
    pub solved: Option<Key>,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fault {
    /// In a few words.
    pub name: String,
    /// Why.
    pub cause: String,
    /// At which items.
    pub at: Vec<Key>,
    /// The service that suffers.
    pub service: Key,
    /// Its category.
    pub category: Key,
    /// The team that can do it.
    pub team: Key,
    /// 1 to 3.
    pub impact: u8,
    /// 1 to 3.
    pub urgency: u8,
    /// How much of their work the affected cannot do.
    pub loss: f64,
    /// Whom it reaches.
    #[serde(default)]
    pub affects: Option<Group>,
    /// Services that are only worse.
    #[serde(default)]
    pub degrades: Vec<Key>,
    /// Minutes until monitoring sees it.
    #[serde(default)]
    pub alert_after: Option<f64>,
    /// That it comes back.
    #[serde(default)]
    pub recurs: Option<Recurs>,
    /// That it heats a room.
    #[serde(default)]
    pub heats: Option<Heats>,
    /// That people click.
    #[serde(default)]
    pub clicks: Option<Clicks>,
    /// How it shows.
    pub symptoms: Vec<Symptom>,
    /// What people answer.
    #[serde(default)]
    pub answers: BTreeMap<Key, Answer>,
    /// What one sees by looking.
    pub diagnoses: BTreeMap<Key, Diagnosis>,
    /// What helps and what does not.
    pub fixes: BTreeMap<Key, Remedy>,
    /// Articles about it.
    pub articles: Vec<Key>,
    /// The problem behind it.
    #[serde(default)]
    pub problem: Option<ProblemBehind>,
}
