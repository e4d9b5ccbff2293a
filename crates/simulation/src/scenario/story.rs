//! One shift: who comes, what is really wrong, where one goes astray, and what the world answers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Change, Condition, Contact, Demand, Effect, Freeze, Group, Key, LocalTime, Moment, Span, Spread, Truth};

/// A scenario.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scenario {
    #[serde(rename = "$schema", default)]
    schema: String,
    /// "service-dojo-scenario".
    pub format: String,
    /// 1.
    pub version: u32,
    /// Its key.
    pub id: Key,
    /// What it is called.
    pub title: String,
    /// Whether it can be played.
    pub status: Status,
    /// Its world.
    pub world: Key,
    /// Its pool.
    pub pool: Key,
    /// 1 to 5.
    pub level: u8,
    /// How long it is.
    pub length: Length,
    /// Real minutes.
    pub minutes: u32,
    /// What somebody can do afterwards.
    pub purpose: String,
    /// What is told at the beginning.
    pub briefing: String,
    /// Three.
    pub goals: Vec<String>,
    /// What it teaches: topics of `why`.
    pub concepts: Vec<Key>,
    /// When it is.
    pub clock: Clock,
    /// Whether the clock may run by itself.
    #[serde(default)]
    pub pace: Pace,
    /// How help begins.
    #[serde(default)]
    pub help: Help,
    /// Who is played.
    pub you: You,
    /// Where a team differs today.
    #[serde(default)]
    pub crew: BTreeMap<Key, Crew>,
    /// Roles that are filled anew for each seed.
    #[serde(default)]
    pub cast: BTreeMap<Key, Group>,
    /// Of which one is drawn.
    #[serde(default)]
    pub variants: Vec<Variant>,
    /// Figures on the desk's page.
    #[serde(default)]
    pub reports: Vec<Report>,
    /// Records that are there.
    #[serde(default)]
    pub start: Vec<Start>,
    /// Changes that are on their way.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// When nothing is changed.
    #[serde(default)]
    pub freezes: Vec<Freeze>,
    /// What is really wrong.
    pub hidden: Hidden,
    /// Who comes.
    pub contacts: Vec<Contact>,
    /// Who comes by number.
    #[serde(default)]
    pub demand: Vec<Demand>,
    /// What the world does by itself.
    #[serde(default)]
    pub turns: Vec<Turn>,
    /// Where one goes astray.
    pub traps: Vec<Trap>,
    /// What ought to be handed over.
    #[serde(default)]
    pub handover: Option<Handover>,
    /// For the tutor.
    pub key: TutorKey,
}

/// Whether it can be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It can.
    Playable,
    /// Not yet.
    Sketch,
}

/// How long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Length {
    /// Three minutes.
    Drill,
    /// A quarter of an hour.
    Short,
    /// Twenty to twenty-five minutes.
    Standard,
    /// Forty, with breaks.
    Long,
}

/// When it is.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// The date: "2026-03-17".
    pub date: chrono::NaiveDate,
    /// From.
    pub from: LocalTime,
    /// To.
    pub to: LocalTime,
    /// What is passed over.
    #[serde(default)]
    pub breaks: Vec<Span>,
}

/// Whether the clock may run by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pace {
    /// Whether live pace is offered.
    #[serde(default)]
    pub live: bool,
}

/// How help begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Begins {
    /// With worked examples.
    Worked,
    /// With something to complete.
    Completion,
    /// With hints on request.
    Hints,
    /// There is none.
    #[default]
    None,
}

/// How help begins.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Help {
    /// How.
    #[serde(default)]
    pub begins: Begins,
    /// Contacts that a colleague works.
    #[serde(default)]
    pub worked: Vec<Key>,
    /// Contacts where all but one thing is filled in.
    #[serde(default)]
    pub completion: Vec<Key>,
    /// Unprompted hints.
    #[serde(default)]
    pub hints: u8,
}

/// Which acts are offered.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum ActsOffered {
    /// These.
    These(Vec<Key>),
    /// "all".
    All(String),
}

/// Who is played.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct You {
    /// The team.
    pub team: Key,
    /// The part.
    #[serde(default)]
    pub role: Option<String>,
    /// What may be done.
    pub acts: ActsOffered,
}

impl You {
    /// Whether an act is offered.
    pub fn may(&self, act: &str) -> bool {
        match &self.acts {
            ActsOffered::These(acts) => acts.iter().any(|offered| *offered == *act),
            ActsOffered::All(_) => true,
        }
    }
}

/// Where a team differs today.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Crew {
    /// Who is there.
    #[serde(default)]
    pub members: Option<Vec<Key>>,
    /// Their hours.
    #[serde(default)]
    pub hours: Option<String>,
    /// How long until they take something up.
    #[serde(default)]
    pub pick_up: Option<Spread>,
    /// How fast they work.
    #[serde(default)]
    pub speed: Option<f64>,
    /// How likely each is sick.
    #[serde(default)]
    pub sick: Option<f64>,
    /// Why.
    #[serde(default)]
    pub why: Option<String>,
}

/// What replaces parts of a scenario.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Its key.
    pub key: Key,
    /// How likely, beside the others.
    pub weight: f64,
    /// What is different.
    pub about: String,
    /// Fields of hidden faults, by key.
    #[serde(default)]
    pub faults: BTreeMap<Key, serde_json::Value>,
    /// Fields of demands, by key.
    #[serde(default)]
    pub demand: BTreeMap<Key, serde_json::Value>,
    /// Roles, by name.
    #[serde(default)]
    pub cast: BTreeMap<Key, serde_json::Value>,
}

/// A figure on the desk's page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// Its key.
    pub key: Key,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub value: String,
    /// What it counts.
    pub counts: String,
    /// The fact behind it.
    #[serde(default)]
    pub reveals: Option<Key>,
}

/// What a record is that is there at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StartKind {
    /// An incident.
    Incident,
    /// A request.
    Request,
    /// A problem.
    Problem,
    /// An alert.
    Alert,
    /// An article.
    Article,
    /// An improvement.
    Improvement,
}

/// How such a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StartState {
    /// Nobody has begun.
    New,
    /// Somebody works on it.
    InProgress,
    /// It waits.
    OnHold,
    /// It is resolved.
    Resolved,
    /// It is over.
    Closed,
    /// A known error.
    KnownError,
}

/// A record that is there when the shift begins.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Start {
    /// Its key.
    pub key: Key,
    /// What it is.
    pub kind: StartKind,
    /// In one line.
    pub summary: String,
    /// How it stands.
    pub state: StartState,
    /// What it waits for.
    #[serde(default)]
    pub hold: Option<Key>,
    /// So many days before the date, at: "-4 10:30".
    pub opened: String,
    /// Whose it is.
    #[serde(default)]
    pub who: Option<Key>,
    /// With which team.
    #[serde(default)]
    pub team: Option<Key>,
    /// The fault behind it.
    #[serde(default)]
    pub fault: Option<Key>,
    /// What is asked for.
    #[serde(default)]
    pub offer: Option<Key>,
    /// 1 to 3.
    #[serde(default)]
    pub impact: Option<u8>,
    /// 1 to 3.
    #[serde(default)]
    pub urgency: Option<u8>,
    /// What was done.
    #[serde(default)]
    pub solution: Option<String>,
    /// What is so.
    #[serde(default)]
    pub truth: Option<Truth>,
    /// What good looks like.
    #[serde(default)]
    pub good: Option<String>,
}

/// What is really wrong.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hidden {
    /// The story, for the tutor.
    pub story: String,
    /// The faults.
    pub faults: Vec<HiddenFault>,
}

/// When a fault begins.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum When {
    /// At a time.
    Moment(Moment),
    /// "turn": when something begins it.
    Turn(String),
}

/// A fault of the pool, as it is today.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HiddenFault {
    /// Its key here.
    pub key: Key,
    /// Its key in the pool.
    pub fault: Key,
    /// At which item.
    #[serde(default)]
    pub item: Option<Key>,
    /// Whom it reaches.
    #[serde(default)]
    pub who: Vec<Key>,
    /// From when.
    #[serde(default)]
    pub from: Option<When>,
    /// When monitoring first sees it.
    #[serde(default)]
    pub alert_at: Option<LocalTime>,
    /// When it first comes back after a workaround.
    #[serde(default)]
    pub recurs_at: Option<LocalTime>,
    /// Whom it reaches.
    #[serde(default)]
    pub affects: Option<Group>,
    /// What happens when a team works on it.
    #[serde(default)]
    pub fixing: Option<Fixing>,
}

/// What happens when a team works on it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fixing {
    /// Which.
    pub team: Key,
    /// What it does.
    pub fix: Key,
    /// Minutes until it begins.
    pub pick_up: f64,
    /// Minutes that it takes.
    pub minutes: f64,
}

/// Something that the world does by itself.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// Its key.
    pub key: Key,
    /// When, if at a time.
    #[serde(default)]
    pub at: Option<Moment>,
    /// When this first holds.
    #[serde(default)]
    pub on: Option<Condition>,
    /// Only if this holds then.
    #[serde(default, rename = "if")]
    pub only_if: Option<Condition>,
    /// What happens.
    pub then: Vec<Effect>,
}

/// Where one goes astray.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trap {
    /// Its key.
    pub key: Key,
    /// With which contact.
    #[serde(default)]
    pub contact: Option<Key>,
    /// What is mixed up.
    pub misconception: String,
    /// When one is in it.
    pub when: Condition,
    /// What the world answers.
    pub then: Vec<Effect>,
    /// What to do instead.
    pub instead: String,
}

/// What ought to be handed over if it is still open then.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// When.
    pub at: LocalTime,
    /// Records.
    pub items: Vec<Key>,
    /// Promises.
    pub promises: Vec<Key>,
}

/// What an expert does, and why.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TutorKey {
    /// In one sentence.
    pub in_short: String,
    /// Step by step.
    pub steps: Vec<Step>,
    /// For the talk afterwards.
    pub questions: Vec<String>,
    /// In each edition's words.
    pub words: BTreeMap<String, String>,
    /// Where it is from.
    pub source: String,
    /// How sure it is, by edition.
    pub confidence: BTreeMap<String, String>,
}

/// A step of the key.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// When.
    pub at: LocalTime,
    /// What.
    #[serde(rename = "do")]
    pub what: String,
    /// Why.
    pub because: String,
}
