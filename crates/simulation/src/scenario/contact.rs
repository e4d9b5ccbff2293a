//! Who comes: one by one, or by number.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Channel, Condition, Group, Key, Moment, Span, Texts, Truth};

/// When a contact comes, if not at a time.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum On {
    /// "turn": when something calls it.
    Turn(String),
    /// When this first holds.
    Condition(Condition),
}

/// How bad an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It informs.
    Info,
    /// It warns.
    Warning,
    /// Something is wrong.
    Exception,
}

/// How many a need holds up, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stake {
    /// How many.
    pub people: u32,
    /// How much of their work they cannot do, 0 to 1.
    pub share: f64,
}

/// Somebody who comes.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its key.
    pub key: Key,
    /// When, if at a time.
    #[serde(default)]
    pub at: Option<Moment>,
    /// When, if on something.
    #[serde(default)]
    pub on: Option<On>,
    /// Only if this holds then.
    #[serde(default, rename = "if")]
    pub only_if: Option<Condition>,
    /// So many minutes after it.
    #[serde(default)]
    pub after: f64,
    /// How.
    pub channel: Channel,
    /// Who: a person, or "@" and a role.
    pub who: Key,
    /// The fault it is about.
    #[serde(default)]
    pub fault: Option<Key>,
    /// The service at which it shows.
    #[serde(default)]
    pub symptom: Option<Key>,
    /// What is asked for.
    #[serde(default)]
    pub offer: Option<Key>,
    /// What it would be unsafe to give.
    #[serde(default, rename = "unsafe")]
    pub unsafe_to_give: Option<Key>,
    /// Whether nothing has to be done.
    #[serde(default)]
    pub noise: bool,
    /// The contact whose record it is news of.
    #[serde(default)]
    pub about: Option<Key>,
    /// The change it is about.
    #[serde(default)]
    pub change: Option<Key>,
    /// Whether somebody wants to know something.
    #[serde(default)]
    pub question: bool,
    /// How bad an event is.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// The item of an event.
    #[serde(default)]
    pub item: Option<Key>,
    /// The contact that it takes up again.
    #[serde(default)]
    pub follows: Option<Key>,
    /// Minutes that it rings.
    #[serde(default)]
    pub rings: Option<f64>,
    /// How many it holds up.
    #[serde(default)]
    pub stake: Option<Stake>,
    /// What is said.
    #[serde(default)]
    pub says: Texts,
    /// What is answered.
    #[serde(default)]
    pub answers: BTreeMap<Key, Answer>,
    /// What verifying tells: "callback", "badge", "manager".
    #[serde(default)]
    pub verify: BTreeMap<Key, Answer>,
    /// What is so.
    pub truth: Truth,
    /// What good looks like.
    pub good: String,
}

/// What demand is about.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DemandAbout {
    /// A hidden fault, by its key.
    Fault(Key),
    /// An offer.
    Offer(Key),
    /// Nothing that has to be done: what they say.
    Noise(String),
}

/// People who come by number.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// Its key.
    pub key: Key,
    /// What it is about.
    pub about: DemandAbout,
    /// How many, from and to.
    pub count: (f64, f64),
    /// From when to when.
    pub window: Span,
    /// How they spread.
    pub profile: Key,
    /// Who.
    #[serde(default)]
    pub who: Option<Group>,
    /// How, by share.
    pub channels: BTreeMap<Channel, f64>,
    /// The item.
    #[serde(default)]
    pub item: Option<Key>,
    /// Only while this holds.
    #[serde(default, rename = "while")]
    pub only_while: Option<Condition>,
    /// What is so.
    #[serde(default)]
    pub truth: Option<Truth>,
}
