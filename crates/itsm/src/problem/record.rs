//! What is known of one problem. Every field follows from its events; none is set by hand.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::state::State;
use crate::ids::{CategoryId, GroupId, ItemId, PersonId, ProblemId, ServiceId};
use crate::priority::{Level, Matrix, Priority};

/// How a problem ended. Source: ServiceNow's resolution codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResolutionCode {
    /// What caused the incidents is gone.
    FixApplied,
    /// The cause stays, as removing it would cost more than it is worth.
    RiskAccepted,
    /// The same as another problem.
    Duplicate,
    /// Raised by mistake, or no longer wanted.
    Cancelled,
}

impl ResolutionCode {
    /// Every code.
    pub const ALL: [ResolutionCode; 4] = [
        ResolutionCode::FixApplied,
        ResolutionCode::RiskAccepted,
        ResolutionCode::Duplicate,
        ResolutionCode::Cancelled,
    ];
}

/// How and by whom it ended. The notes are never blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// In which way.
    pub code: ResolutionCode,
    /// What was done, or why nothing is.
    pub notes: Arc<str>,
    /// Who did it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What is told to the callers of linked incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// How to work on until the cause is gone.
    Workaround,
    /// That and how the cause is gone.
    Fix,
}

/// One step of the 5 Whys: the answer to why the step before it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The answer; never blank.
    pub answer: Arc<str>,
    /// What shows that it is so; may be blank.
    pub evidence: Arc<str>,
}

/// One bone of an Ishikawa (fishbone) diagram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bone {
    /// The kind of causes ("People", "Process", "Technology"); never blank.
    pub name: Arc<str>,
    /// Possible causes of that kind, none blank.
    pub causes: Vec<Arc<str>>,
}

/// What the analysis has found so far. Texts are empty until somebody writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Analysis {
    /// How it shows to those affected.
    pub symptom: Arc<str>,
    /// What really causes it.
    pub cause: Arc<str>,
    /// How to reduce or remove its effect until it is resolved.
    pub workaround: Arc<str>,
    /// The code or message that users report, to be searched for.
    pub error_code: Arc<str>,
    /// The chain from the symptom down to the cause.
    pub whys: Vec<Why>,
    /// Possible causes by kind.
    pub bones: Vec<Bone>,
}

/// One problem, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Which one.
    pub id: ProblemId,
    /// In one line, what happens again and again, or might.
    pub summary: Arc<str>,
    /// What is known of it.
    pub description: Arc<str>,
    /// The affected service.
    pub service: Option<ServiceId>,
    /// The configuration item that is suspected.
    pub item: Option<ItemId>,
    /// What kind of problem.
    pub category: Option<CategoryId>,
    /// How much of the business its incidents affect.
    pub impact: Level,
    /// How soon they hurt.
    pub urgency: Level,
    /// The team it is with.
    pub group: Option<GroupId>,
    /// Who leads it.
    pub assignee: Option<PersonId>,
    /// Where it stands.
    pub state: State,
    /// What has been found.
    pub analysis: Analysis,
    /// When it was declared a known error; it is one until it is resolved.
    pub known_error_since: Option<DateTime<Utc>>,
    /// Set while Resolved or Closed.
    pub resolution: Option<Resolution>,
    /// The problem that is the same.
    pub duplicate_of: Option<ProblemId>,
    /// When it was raised.
    pub opened_at: DateTime<Utc>,
    /// Who raised it.
    pub opened_by: PersonId,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
    /// When it became Closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// How often the analysis had to begin again.
    pub reanalysed: u32,
}

impl Problem {
    /// The priority, by the desk's matrix.
    pub fn priority(&self, matrix: &Matrix) -> Priority {
        matrix.priority(self.impact, self.urgency)
    }

    /// Whether it is analysed but not resolved. One whose risk was accepted stays a known error: its incidents go on.
    pub fn is_known_error(&self) -> bool {
        let ended_without_fix =
            self.resolution.as_ref().is_none_or(|resolution| resolution.code == ResolutionCode::RiskAccepted);
        self.known_error_since.is_some() && ended_without_fix
    }
}
