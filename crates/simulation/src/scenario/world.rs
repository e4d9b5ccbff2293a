//! How the firm is made.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Key;

/// A firm: places, teams, services, items, and what needs what.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct World {
    #[serde(rename = "$schema", default)]
    schema: String,
    /// "service-dojo-world".
    pub format: String,
    /// 1.
    pub version: u32,
    /// Its key.
    pub id: Key,
    /// What it is called.
    pub organisation: String,
    /// What it does.
    #[serde(default)]
    pub about: String,
    /// The IANA zone of all local times.
    pub zone: String,
    /// ISO 4217.
    pub currency: String,
    /// What a minute of a user's work costs.
    pub user_minute: f64,
    /// Priorities by impact (row) and urgency (column).
    pub matrix: Vec<Vec<u8>>,
    /// What is agreed about time, in minutes, by priority.
    pub targets: Vec<Target>,
    /// Names of categories.
    pub categories: BTreeMap<Key, String>,
    /// Places.
    pub places: BTreeMap<Key, Place>,
    /// Support teams.
    pub teams: BTreeMap<Key, Team>,
    /// Services.
    pub services: BTreeMap<Key, Service>,
    /// Configuration items.
    pub items: BTreeMap<Key, Item>,
}

/// What is agreed for one priority, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Which.
    pub priority: u8,
    /// Until somebody takes it up.
    pub respond: f64,
    /// Until the service is restored.
    pub resolve: f64,
}

/// So many of a group must be up.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Need {
    /// How many at least.
    pub at_least: usize,
    /// Of which items and services.
    pub of: Vec<Key>,
}

/// Where people and items are.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// What it is called.
    pub name: String,
    /// The place that it is a part of.
    #[serde(default)]
    pub within: Option<Key>,
    /// What it needs.
    #[serde(default)]
    pub needs: Vec<Need>,
}

/// Minutes, log-normal through median and 90th percentile; exactly so many if both are equal.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// What a contract promises.
    #[serde(default)]
    pub promised: Option<f64>,
    /// The middle.
    pub median: f64,
    /// What nine of ten stay below.
    pub p90: f64,
}

/// A support team.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Team {
    /// What it is called.
    pub name: String,
    /// Where it sits.
    #[serde(default)]
    pub place: Option<Key>,
    /// Its people.
    pub members: Vec<Key>,
    /// From when to when, local: "08:00-17:00".
    pub hours: String,
    /// The categories that it can do something about.
    pub knows: Vec<Key>,
    /// How long until it takes something up.
    pub pick_up: Spread,
    /// How fast it works; 1 is as the pool says.
    pub speed: f64,
}

/// A service.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// What it is called.
    pub name: String,
    /// What it needs.
    #[serde(default)]
    pub needs: Vec<Need>,
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemKind {
    /// A device.
    Hardware,
    /// A virtual machine.
    Vm,
    /// A switch, a router, an access point.
    Network,
    /// A line of a provider.
    Line,
    /// A program.
    Application,
    /// A database.
    Database,
    /// Something at a provider.
    Cloud,
}

/// A configuration item.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub kind: ItemKind,
    /// The service it belongs to.
    pub service: Key,
    /// The team that sees to it.
    pub team: Key,
    /// Where it stands.
    #[serde(default)]
    pub place: Option<Key>,
    /// What is known of it.
    #[serde(default)]
    pub known: String,
    /// What it needs.
    #[serde(default)]
    pub needs: Vec<Need>,
}

/// How somebody comes to the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// A call: it rings and can be lost.
    Phone,
    /// A mail.
    Email,
    /// A form.
    Portal,
    /// A chat.
    Chat,
    /// A visitor.
    Walkup,
    /// An event of a tool.
    Monitoring,
    /// News of a team.
    Team,
}

impl Channel {
    /// Whether an answer comes at once.
    pub fn is_live(self) -> bool {
        matches!(self, Channel::Phone | Channel::Chat | Channel::Walkup)
    }
}

/// Whom something is drawn from. All that is said has to hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// In this place (or one within it).
    #[serde(default)]
    pub place: Option<Key>,
    /// Of this department.
    #[serde(default)]
    pub department: Option<String>,
    /// Of these.
    #[serde(default)]
    pub people: Vec<Key>,
    /// None of these.
    #[serde(default)]
    pub not: Vec<Key>,
    /// Which part of them, 0 to 1.
    #[serde(default)]
    pub share: Option<f64>,
    /// How many users that is, beyond those with a name.
    #[serde(default)]
    pub count: Option<u32>,
}
