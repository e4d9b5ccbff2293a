//! What somebody at the desk sees: all of it, and nothing of what is hidden. Plain data, for any page.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::act::{Act, SolutionCode};
use crate::scenario::{Channel, Key, LocalTime, Severity};

mod board;

pub use board::{Board, ChangeView, Choices, Coaching, Due, DueKind, Help, News, PromiseView, ReportView, TeamView};

/// The shift at one instant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct View {
    /// What is played.
    pub scenario: Key,
    /// What it is called.
    pub title: String,
    /// The clock, local.
    pub now: LocalTime,
    /// The clock.
    pub instant: DateTime<Utc>,
    /// When it began.
    pub from: LocalTime,
    /// When it ends.
    pub to: LocalTime,
    /// The IANA zone of local times.
    pub zone: String,
    /// Whether the clock may run by itself.
    #[serde(default)]
    pub live: bool,
    /// How far it is.
    pub stage: Stage,
    /// What a ring has interrupted.
    pub interrupted: Option<Interrupted>,
    /// Whom one has in front of oneself: an answered call, visitor or chat that is not over.
    pub talking_to: Option<Key>,
    /// Contacts and records, in the order in which they came.
    pub cases: Vec<Case>,
    /// Changes one has to do with.
    pub changes: Vec<ChangeView>,
    /// Promises that run, the next first.
    pub promises: Vec<PromiseView>,
    /// What is due in the next hour, the next first.
    pub strip: Vec<Due>,
    /// What the whole desk knows.
    pub board: Board,
    /// What one may choose from.
    pub choices: Choices,
    /// What may be done without a case: Wait and Handover among them.
    pub acts: Vec<Offer>,
    /// Help.
    pub help: Help,
    /// What has just happened, since the act before: for the screen reader and the eye.
    pub news: Vec<News>,
}

/// How far a shift is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// It runs.
    Running,
    /// The clock has come to its end: hand over.
    Handover,
    /// It is over.
    Over,
}

/// Something that a ring has interrupted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Interrupted {
    /// What was being done, as on its button.
    pub label: String,
    /// With which case.
    pub case: Option<Key>,
    /// Minutes that are left of it.
    pub minutes_left: f64,
    /// Who rings.
    pub by: Key,
}

/// In which pile of the inbox a case lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pile {
    /// It rings or stands before the desk.
    Ringing,
    /// Nobody has looked at it.
    New,
    /// One works on it.
    Mine,
    /// It waits for somebody else: a team, a caller, a supplier.
    Waiting,
    /// It is over.
    Done,
}

/// A contact, with its record if it has one; or a record that was there at the start, or a problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Case {
    /// Its key.
    pub key: Key,
    /// The pile it lies in.
    pub pile: Pile,
    /// How it came.
    pub channel: Channel,
    /// When.
    pub at: LocalTime,
    /// What it is about, in one line: the first words said, or the record's summary.
    pub title: String,
    /// Who; nobody for a tool.
    pub caller: Option<Caller>,
    /// Whether it asks for one's attention: news, a chaser, a return, an answer that one has not opened.
    pub calls: bool,
    /// A call: seconds that it rings on.
    pub rings_until: Option<LocalTime>,
    /// A call that was lost.
    pub lost: bool,
    /// How bad, of an event.
    pub severity: Option<Severity>,
    /// What was said and done, in order.
    pub conversation: Vec<Utterance>,
    /// The record.
    pub record: Option<Record>,
    /// The case that it is news of, or takes up again, where the caller says so.
    pub about: Option<Key>,
    /// What may be done now, with its cost; what cannot, with the reason.
    pub acts: Vec<Offer>,
    /// Questions that may be asked, and whether they were.
    pub questions: Vec<Choice>,
    /// What was found by searching.
    pub found: Option<Vec<Article>>,
    /// Facts that one knows here.
    pub facts: Vec<String>,
    /// What was tried: for the solution.
    pub resolving: Resolving,
    /// Whether identity was made sure: yes, no, not tried.
    pub verified: Option<bool>,
    /// What a colleague or the scenario has prepared.
    pub prepared: Option<Prepared>,
}

/// Who comes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Caller {
    /// Their key.
    pub key: Key,
    /// Their name, as the directory or they themselves say.
    pub name: String,
    /// What they do.
    pub role: String,
    /// Their department.
    pub department: String,
    /// Where the directory has them.
    pub place: String,
    /// Their mood, in a word.
    pub mood: String,
    /// Their mood, 0 to 100, in steps of ten, for a shape beside the word.
    pub mood_level: u8,
    /// Other cases of theirs, the latest first.
    pub others: Vec<Key>,
}

/// Who says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The caller.
    Caller,
    /// You.
    You,
    /// A colleague or team.
    Colleague,
    /// A tool or the desk itself: what was done and what it showed.
    System,
}

/// Something that was said or done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Utterance {
    /// When.
    pub at: LocalTime,
    /// By which side.
    pub side: Side,
    /// By whom, for people.
    pub who: String,
    /// The words.
    pub text: String,
    /// Whether the caller sees it.
    pub public: bool,
}

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// An incident.
    Incident,
    /// A request.
    Request,
    /// A problem.
    Problem,
    /// An event.
    Event,
    /// An article.
    Article,
    /// An improvement.
    Improvement,
}

/// How a record stands. Words are keys of the desk's own forms (`in-progress`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// Whether it was logged as one of security.
    pub security: bool,
    /// What people call it ("INC0000003").
    pub number: String,
    /// In one line.
    pub summary: String,
    /// new, in-progress, on-hold, resolved, closed, cancelled; or a request's or problem's own words.
    pub state: String,
    /// What it waits for.
    pub hold: Option<super::HoldFor>,
    /// 1 to 3.
    pub impact: Option<u8>,
    /// 1 to 3.
    pub urgency: Option<u8>,
    /// 1 to 5.
    pub priority: Option<u8>,
    /// The service.
    pub service: Option<Key>,
    /// The item.
    pub item: Option<Key>,
    /// The category.
    pub category: Option<Key>,
    /// What is asked for.
    pub offer: Option<Key>,
    /// The team it is with.
    pub team: Option<Key>,
    /// What the team says of it, if it was asked or spoke by itself ("picked up 08:31").
    pub team_says: Option<String>,
    /// Links: what they say, and to which case.
    pub links: Vec<Link>,
    /// Whether it is a major incident.
    pub major: bool,
    /// The time to resolve by, if there is one.
    pub due: Option<LocalTime>,
    /// Whether that is over.
    pub breached: bool,
    /// The steps of a request: label, team, whether done.
    pub tasks: Vec<TaskView>,
    /// Whose approval is waited for, given or refused.
    pub approval: Option<String>,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// What it says, in words ("child of", "parent of", "same as", "caused by").
    pub says: String,
    /// The other case.
    pub to: Key,
}

/// A step of a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaskView {
    /// Its key.
    pub key: Key,
    /// What is to be done.
    pub label: String,
    /// By which team.
    pub team: Key,
    /// Whether it is done.
    pub done: bool,
}

/// What may be done: one button.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// What it is of: the key of the act in the pool ("diagnose").
    pub act: Key,
    /// What stands on it ("Look at the account").
    pub label: String,
    /// What it costs, in minutes; `None` for waiting.
    pub minutes: Option<f64>,
    /// The act itself, where it needs nothing more than a press. `None`: the page asks for the details first.
    pub does: Option<Act>,
    /// Why it cannot be done now.
    pub refused: Option<String>,
    /// Which group of buttons: talk, know, act, route, record, more.
    pub group: Group,
}

/// Where a button stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// With the caller: answer, ask, verify, reply, promise, confirm.
    Talk,
    /// Find out: search, diagnose.
    Know,
    /// Mend: fix, fulfil, workaround.
    Mend,
    /// To others: assign, escalate, swarm, supplier, report.
    Route,
    /// Write down: log, amend, link, resolve, reopen, hold.
    Record,
    /// Everything else.
    More,
}

/// Something to choose from, and whether it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// Its key.
    pub key: Key,
    /// Its words.
    pub label: String,
    /// Whether it was chosen before.
    pub done: bool,
}

/// An article or known error that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// Its key.
    pub key: Key,
    /// Its title.
    pub title: String,
    /// Whether it is marked as outdated.
    pub outdated: bool,
    /// What it says to look at.
    pub diagnostics: Vec<Key>,
    /// What it says to do.
    pub fix: Option<Key>,
    /// In words.
    pub says: String,
}

/// With what a record can be resolved.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Resolving {
    /// What was really done here or at the parent, the latest first.
    pub solutions: Vec<Choice>,
    /// The code that goes with each.
    pub codes: Vec<SolutionCode>,
    /// How many hang on it and are open.
    pub children: usize,
}

/// Something that is filled in already.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Prepared {
    /// By whom.
    pub by: String,
    /// One reason a step, the next first.
    pub says: String,
    /// The acts to press, in turn. All but the last decision, for something to complete.
    pub next: Option<Act>,
    /// What stands on its button.
    pub label: String,
}
