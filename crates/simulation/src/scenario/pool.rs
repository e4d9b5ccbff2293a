//! What scenarios share: people, faults, what one can look at and do, texts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Fault, Key, Spread};

/// Texts of which one is drawn.
pub type Texts = Vec<String>;

/// A pool.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pool {
    #[serde(rename = "$schema", default)]
    schema: String,
    /// "service-dojo-scenario-pool".
    pub format: String,
    /// 1.
    pub version: u32,
    /// Its key.
    pub id: Key,
    /// The world it belongs to.
    pub world: Key,
    /// Where it is from.
    #[serde(default)]
    pub source: String,
    /// How people speak.
    pub voices: BTreeMap<Key, String>,
    /// What one may ask.
    pub questions: BTreeMap<Key, String>,
    /// What one may do: label, minutes, what it means.
    pub acts: BTreeMap<Key, ActForm>,
    /// Moods, surveys, returns.
    pub rules: Rules,
    /// The streams of chance, and what each draws.
    pub streams: BTreeMap<Key, String>,
    /// How arrivals spread over hours and weekdays.
    pub profiles: BTreeMap<Key, Profile>,
    /// What a misleading symptom makes one think of.
    pub suspicions: BTreeMap<Key, String>,
    /// People.
    pub people: BTreeMap<Key, Person>,
    /// Suppliers.
    pub suppliers: BTreeMap<Key, Supplier>,
    /// What may be asked for.
    pub offers: BTreeMap<Key, Offer>,
    /// What one may look at.
    pub diagnostics: BTreeMap<Key, Diagnostic>,
    /// What one may do about a fault.
    pub fixes: BTreeMap<Key, Fix>,
    /// What is written down.
    pub articles: BTreeMap<Key, Article>,
    /// What everybody says on occasions.
    pub phrases: BTreeMap<Key, Voiced>,
    /// What may be wrong.
    pub faults: BTreeMap<Key, Fault>,
    /// What may be found out.
    pub facts: BTreeMap<Key, String>,
}

/// What an act costs.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Minutes {
    /// So many.
    Fixed(f64),
    /// What the thing done costs, or until the next event.
    By(By),
}

/// See [`Minutes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum By {
    /// What the thing done costs.
    Own,
    /// Until the next event.
    Next,
}

/// An act, for people.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActForm {
    /// What stands on its button.
    pub label: String,
    /// What it costs.
    pub minutes: Minutes,
    /// The details that it takes.
    #[serde(default)]
    pub with: Vec<Key>,
    /// What it means.
    pub about: String,
}

/// Moods, surveys, returns.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rules {
    /// How moods move.
    pub mood: MoodRules,
    /// Who answers a survey.
    pub survey: SurveyRules,
    /// When somebody comes back.
    #[serde(rename = "return")]
    pub returns: ReturnRules,
    /// What a team does outside its hours.
    pub outside_hours: String,
}

/// How moods move.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoodRules {
    /// Where nobody's own is said.
    pub start: i32,
    /// From which mood on which word, the best first.
    pub words: Vec<(i32, String)>,
    /// By what it moves.
    pub moves: BTreeMap<Key, i32>,
}

/// Who answers a survey.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveyRules {
    /// Which share.
    pub answers: f64,
    /// How the score follows from the mood.
    pub score: String,
}

/// When somebody comes back.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnRules {
    /// Minutes, from and to.
    pub delay: (f64, f64),
    /// Why.
    pub about: String,
}

/// How arrivals spread.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// What it is.
    pub about: String,
    /// Weights from Monday on.
    pub weekdays: [f64; 7],
    /// Weights by the hour ("08"); none named means all the same.
    pub hours: BTreeMap<String, f64>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// What they do.
    pub role: String,
    /// Where they belong.
    pub department: String,
    /// Where they are.
    pub place: Key,
    /// How they speak.
    pub voice: Key,
    /// With IT: 1 little, 5 expert.
    pub skill: u8,
    /// Median minutes until they chase.
    pub patience: f64,
    /// 0 to 100.
    pub mood: i32,
    /// For how many they speak.
    #[serde(default)]
    pub speaks_for: Option<u32>,
    /// For which departments they decide.
    #[serde(default)]
    pub decides_for: Vec<String>,
    /// How fast they work.
    #[serde(default)]
    pub pace: Option<f64>,
    /// Whether nobody knows them.
    #[serde(default)]
    pub stranger: bool,
    /// Whether it is an account of a tool.
    #[serde(default)]
    pub account: bool,
}

/// A supplier.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supplier {
    /// Its name.
    pub name: String,
    /// The items that it sees to.
    #[serde(rename = "for")]
    pub items: Vec<Key>,
    /// When it answers, local.
    pub hours: String,
    /// Whom one calls.
    pub contact: String,
    /// Whom one calls next.
    pub next: String,
    /// Diagnostics without which they begin by asking.
    pub evidence: Vec<Key>,
    /// Until they begin.
    pub react: Spread,
    /// From then until it works.
    pub repair: Spread,
    /// What a late repair costs them.
    #[serde(default)]
    pub penalty: Option<String>,
}

/// Who approves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Approval {
    /// Nobody.
    None,
    /// The requester's manager.
    Manager,
}

/// Something that may be asked for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// What.
    pub name: String,
    /// Of which service.
    pub service: Key,
    /// Who sees to it.
    pub team: Key,
    /// Who approves.
    pub approval: Approval,
    /// Whether somebody has to know who asks.
    #[serde(default)]
    pub verify: bool,
    /// Working minutes until it is there.
    pub promise: f64,
    /// The way to it.
    pub tasks: Vec<Task>,
}

/// A step on the way to something.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its key.
    pub key: Key,
    /// What is to be done.
    pub label: String,
    /// By whom.
    pub team: Key,
    /// How long it takes.
    pub minutes: f64,
}

/// Something one may look at.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Diagnostic {
    /// What stands on its button.
    pub label: String,
    /// How long it takes.
    pub minutes: f64,
    /// Which teams can.
    pub by: Vec<Key>,
    /// What it tells where no fault says anything else.
    pub otherwise: String,
}

/// Something one may do about a fault.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fix {
    /// What stands on its button.
    pub label: String,
    /// How long it takes.
    pub minutes: f64,
    /// Which teams can.
    pub by: Vec<Key>,
    /// Whether one has to know who asks.
    #[serde(default)]
    pub verify: bool,
    /// The type of change that may carry it.
    #[serde(default)]
    pub change: Option<super::ChangeType>,
    /// What it touches.
    #[serde(default)]
    pub items: Vec<Key>,
    /// Who really does it.
    #[serde(default)]
    pub supplier: Option<Key>,
}

/// How far an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ArticleState {
    /// In view.
    #[default]
    Published,
    /// In view, and no longer right.
    Outdated,
    /// Being written.
    Draft,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// The faults that it fits.
    #[serde(rename = "for")]
    pub faults: Vec<Key>,
    /// The diagnostics that it names.
    #[serde(default)]
    pub diagnostics: Vec<Key>,
    /// The fix that it describes.
    #[serde(default)]
    pub fix: Option<Key>,
    /// How many minutes it takes off the fix.
    pub saves: f64,
    /// "everyone" or "desk".
    pub audience: Key,
    /// How far it is.
    #[serde(default)]
    pub state: ArticleState,
    /// How many of skill 3 help themselves with it.
    #[serde(default)]
    pub self_service: Option<f64>,
    /// What it makes one do that is wrong.
    #[serde(default)]
    pub misleads: Option<String>,
}

/// Texts for any voice, or by voice.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Voiced {
    /// For any.
    Any(Texts),
    /// By voice; "plain" for every other.
    By(BTreeMap<Key, Texts>),
}

impl Voiced {
    /// The texts of a voice.
    pub fn of(&self, voice: &str) -> &[String] {
        match self {
            Voiced::Any(texts) => texts,
            Voiced::By(by) => by.get(voice).or_else(|| by.get("plain")).map_or(&[], Vec::as_slice),
        }
    }
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// Words alone.
    Words(Texts),
    /// Words that tell something.
    Telling(Telling),
}

/// See [`Answer`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Telling {
    /// The words.
    pub says: Voiced,
    /// The fact behind them.
    #[serde(default)]
    pub reveals: Option<Key>,
}

impl Answer {
    /// What is said in a voice.
    pub fn texts(&self, voice: &str) -> &[String] {
        match self {
            Answer::Words(texts) => texts,
            Answer::Telling(telling) => telling.says.of(voice),
        }
    }

    /// The fact behind it.
    pub fn reveals(&self) -> Option<&Key> {
        match self {
            Answer::Words(_) => None,
            Answer::Telling(telling) => telling.reveals.as_ref(),
        }
    }
}
