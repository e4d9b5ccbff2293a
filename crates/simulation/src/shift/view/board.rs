//! What one sees beside the cases: changes, promises, what is due, what one may choose from, help.

use serde::{Deserialize, Serialize};

use super::super::act::{Act, Logged, Verify};
use super::{Choice, Offer, Utterance};
use crate::scenario::{Begins, ChangeIs, ChangeType, Key, LocalTime, Plan};

/// A change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// Its key.
    pub key: Key,
    /// What people call it.
    pub number: String,
    /// In one line.
    pub summary: String,
    /// Which way it goes.
    #[serde(rename = "type")]
    pub kind: ChangeType,
    /// What it touches.
    pub items: Vec<Key>,
    /// When.
    pub window: (LocalTime, LocalTime),
    /// By which team.
    pub by: Option<Key>,
    /// Who wants it.
    pub who: Option<String>,
    /// How it is done, tested, undone.
    pub plan: Plan,
    /// How it stands.
    pub is: ChangeIs,
    /// What has been advised, in words.
    pub advice: Option<String>,
    /// What is in its way: other changes and freezes in its window, in words.
    pub conflicts: Vec<String>,
    /// What was said and done, in order.
    pub conversation: Vec<Utterance>,
    /// What may be done.
    pub acts: Vec<Offer>,
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PromiseView {
    /// To which case.
    pub case: Key,
    /// To whom.
    pub to: String,
    /// Until when.
    pub until: LocalTime,
}

/// Something due.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Due {
    /// When.
    pub at: LocalTime,
    /// What.
    pub kind: DueKind,
    /// Of which case.
    pub case: Option<Key>,
    /// In words.
    pub label: String,
}

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DueKind {
    /// A promise.
    Promise,
    /// A target.
    Target,
    /// A change begins.
    Change,
    /// The shift ends.
    End,
}

/// What the whole desk knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Board {
    /// Teams: name, hours, how many records they have, what is different today.
    pub teams: Vec<TeamView>,
    /// Figures.
    pub reports: Vec<ReportView>,
    /// Freezes, in words.
    pub freezes: Vec<String>,
    /// The temperature of a room that monitoring shows: name, tenths of a degree.
    pub rooms: Vec<(String, i32)>,
    /// Items that monitoring shows as down.
    pub down: Vec<Key>,
    /// Whether a major incident runs, and which.
    pub major: Option<Key>,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TeamView {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// Who is there.
    pub people: Vec<String>,
    /// From when to when.
    pub hours: String,
    /// Whether it is there now.
    pub open: bool,
    /// How many records it has.
    pub waiting: usize,
    /// What is different today.
    pub today: Option<String>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportView {
    /// What it is called.
    pub name: String,
    /// What it says.
    pub value: String,
    /// What it counts.
    pub counts: String,
}

/// What one may choose from: names by key.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choices {
    /// Services.
    pub services: Vec<Choice>,
    /// Items; `label` names them.
    pub items: Vec<Choice>,
    /// Categories.
    pub categories: Vec<Choice>,
    /// Teams.
    pub teams: Vec<Choice>,
    /// What may be asked for.
    pub offers: Vec<Choice>,
    /// What one may look at, and its minutes.
    pub diagnostics: Vec<(Choice, f64)>,
    /// What one may do, and its minutes.
    pub fixes: Vec<(Choice, f64)>,
    /// Suppliers.
    pub suppliers: Vec<Choice>,
    /// People who decide, for escalating and approvals.
    pub deciders: Vec<Choice>,
    /// Ways to make sure who it is.
    pub verify: Vec<Verify>,
    /// What a contact may be logged as.
    pub kinds: Vec<Logged>,
}

/// Help.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Help {
    /// How it began.
    pub begins: Begins,
    /// Whether one may ask the coach.
    pub coach: bool,
    /// The one unprompted hint, while it stands.
    pub hint: Option<String>,
}

/// What has just happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct News {
    /// When.
    pub at: LocalTime,
    /// At which case.
    pub case: Option<Key>,
    /// In words.
    pub text: String,
    /// Whether it rings: announced at once.
    pub rings: bool,
}

/// What the coach says: a question first, then the concept, then how.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Coaching {
    /// About which case.
    pub case: Option<Key>,
    /// A question to think about.
    pub question: String,
    /// The concept: a topic of `why`, and in words.
    pub concept: Option<Key>,
    /// What somebody experienced would look at.
    pub idea: String,
    /// The act that they would do.
    pub show: Option<Act>,
}
