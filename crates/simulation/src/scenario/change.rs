//! Changes that are on their way, what carrying them out does, and when nothing is changed.

use serde::{Deserialize, Serialize};

use super::{Condition, Key, LocalTime, Span};

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeType {
    /// Known, low in risk, authorised beforehand.
    Standard,
    /// Assessed and authorised.
    Normal,
    /// As soon as possible.
    Emergency,
}

/// How it is done, tested and undone; empty where nobody has said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// How it is done.
    #[serde(rename = "do")]
    pub how: String,
    /// How it is tested.
    pub test: String,
    /// How it is undone.
    pub back_out: String,
}

/// What carrying it out does.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Does {
    /// The fix that it carries.
    #[serde(default)]
    pub fix: Option<Key>,
    /// Faults that it ends.
    #[serde(default)]
    pub stops: Vec<Key>,
    /// Faults that it begins.
    #[serde(default)]
    pub starts: Vec<Key>,
    /// Unless this holds then.
    #[serde(default)]
    pub unless: Option<Condition>,
    /// How likely it works.
    #[serde(default)]
    pub chance: Option<f64>,
    /// Minutes during which its items are down.
    #[serde(default)]
    pub down: Option<f64>,
    /// Minutes that it takes longer, from and to.
    #[serde(default)]
    pub overrun: Option<(f64, f64)>,
}

/// What good advice on a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Do it.
    Go,
    /// Do it, on a condition.
    GoIf,
    /// Another day.
    NotYet,
    /// Do not.
    No,
}

/// Why not as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Two changes in each other's way.
    Conflict,
    /// Nothing is changed then.
    Freeze,
    /// The wrong time.
    Window,
    /// Nobody tests it, or not the right thing.
    NoTest,
    /// There is no way back.
    NoBackOut,
    /// It goes the wrong way.
    WrongType,
    /// Somebody does not know yet.
    UnreadyPeople,
    /// Something else has to come first.
    Depends,
    /// What it is good for outweighs it.
    Benefit,
}

/// What is so about a change.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeTruth {
    /// The right advice.
    pub verdict: Verdict,
    /// Why.
    pub because: String,
    /// In reasons of the list.
    #[serde(default)]
    pub reasons: Vec<Reason>,
}

/// A change that is on its way.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Its key.
    pub key: Key,
    /// In one line.
    pub summary: String,
    /// Which way it goes.
    #[serde(rename = "type")]
    pub kind: ChangeType,
    /// What it touches.
    pub items: Vec<Key>,
    /// When.
    pub window: Span,
    /// By which team.
    #[serde(default)]
    pub by: Option<Key>,
    /// Who wants it.
    #[serde(default)]
    pub who: Option<Key>,
    /// How far it is.
    pub state: ChangeState,
    /// How it is done.
    pub plan: Plan,
    /// What it does.
    pub does: Does,
    /// What is so.
    pub truth: ChangeTruth,
}

/// How far a change is when the shift begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeState {
    /// Wished for.
    Proposed,
    /// Allowed.
    Authorised,
    /// It has its time.
    Scheduled,
    /// Carried out.
    Done,
}

/// When nothing is changed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Freeze {
    /// From.
    pub from: LocalTime,
    /// To.
    pub to: LocalTime,
    /// At which services.
    pub services: Vec<Key>,
    /// Who asked for it.
    #[serde(default)]
    pub who: Option<Key>,
    /// Why.
    pub why: String,
}
