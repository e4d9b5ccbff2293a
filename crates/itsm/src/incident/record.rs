//! What is known of one incident. Every field follows from its events; none is set by hand.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::state::{HoldReason, State};
use crate::ids::{CategoryId, GroupId, IncidentId, ItemId, PersonId, ProblemId, ServiceId};
use crate::priority::{Level, Matrix, Priority};
use crate::satisfaction::Rating;

/// How the desk first heard of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// A call.
    Phone,
    /// A mail.
    Email,
    /// The self-service portal.
    Portal,
    /// A chat.
    Chat,
    /// Somebody came to the desk.
    WalkIn,
    /// A monitoring tool raised it.
    Monitoring,
    /// A colleague wrote it straight into the tool.
    Direct,
}

impl Channel {
    /// Every channel, in the order in which they are offered.
    pub const ALL: [Channel; 7] = [
        Channel::Phone,
        Channel::Email,
        Channel::Portal,
        Channel::Chat,
        Channel::WalkIn,
        Channel::Monitoring,
        Channel::Direct,
    ];
}

/// How an incident was resolved. Source: ServiceNow's resolution codes; `Foreign` keeps another tool's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResolutionCode {
    /// A lasting solution.
    SolutionProvided,
    /// The service is restored by a workaround; the cause may still be there.
    WorkaroundProvided,
    /// The caller found the way out alone.
    ResolvedByCaller,
    /// A change restored the service.
    ResolvedByChange,
    /// Solving the problem restored the service.
    ResolvedByProblem,
    /// The same as another incident.
    Duplicate,
    /// Could not be reproduced.
    NoFaultFound,
    /// A code that an import brought along.
    Foreign(Arc<str>),
}

impl ResolutionCode {
    /// The codes that may be chosen here, in the order in which they are offered.
    pub const CHOICES: [ResolutionCode; 7] = [
        ResolutionCode::SolutionProvided,
        ResolutionCode::WorkaroundProvided,
        ResolutionCode::ResolvedByCaller,
        ResolutionCode::ResolvedByChange,
        ResolutionCode::ResolvedByProblem,
        ResolutionCode::Duplicate,
        ResolutionCode::NoFaultFound,
    ];
}

/// How and by whom it was resolved. A solution is never blank, except where an import did not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// In which way.
    pub code: ResolutionCode,
    /// What was done; empty only for imports.
    pub solution: Arc<str>,
    /// Who did it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// A moment that service level clocks react to. Kept with the record so that a clock needs no second look
/// at the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What happened.
    pub what: MilestoneKind,
}

/// See [`Milestone`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MilestoneKind {
    /// The incident was opened; always the first milestone.
    Opened,
    /// Impact or urgency changed. Priorities are derived, so the milestone carries what they derive from.
    Weighed {
        /// Impact from now on.
        impact: Level,
        /// Urgency from now on.
        urgency: Level,
    },
    /// The desk reacted for the first time: a public reply, or work began (whichever came first). A hold before
    /// either is a reaction too unless the agreement takes it for a pause; its milestone is the change of state.
    Responded,
    /// The state changed.
    Became(State),
}

/// What an import kept of the other tool, apart from what we understand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Foreign {
    /// The other tool's priority, which may differ from our matrix.
    pub priority: Option<Priority>,
    /// The other tool's own verdict on its service level (ServiceNow's `made_sla`). Kept beside ours, never mixed.
    pub verdict: Option<bool>,
    /// How often the other tool says it was reopened.
    pub reopened: Option<u32>,
    /// How often the other tool says it was reassigned.
    pub reassigned: Option<u32>,
    /// The other tool's resolution code. Kept while the incident is open too: some logs tell the end in every row.
    pub resolution_code: Option<Arc<str>>,
    /// Who resolved it, by the other tool.
    pub resolved_by: Option<PersonId>,
    /// When it was resolved, by the other tool.
    pub resolved_at: Option<DateTime<Utc>>,
    /// When it was closed, by the other tool.
    pub closed_at: Option<DateTime<Utc>>,
    /// Everything else, by the name of its column, in the order first seen.
    pub fields: Vec<(Arc<str>, Arc<str>)>,
}

/// One incident, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct Incident {
    /// Which one.
    pub id: IncidentId,
    /// In one line, what is wrong. May be empty in an import.
    pub summary: Arc<str>,
    /// What the caller told.
    pub description: Arc<str>,
    /// How the desk heard of it.
    pub channel: Channel,
    /// Who is affected.
    pub caller: Option<PersonId>,
    /// Who logged it.
    pub opened_by: Option<PersonId>,
    /// The affected service.
    pub service: Option<ServiceId>,
    /// The configuration item at fault, as far as known.
    pub item: Option<ItemId>,
    /// What kind of incident.
    pub category: Option<CategoryId>,
    /// How much of the business is affected.
    pub impact: Level,
    /// How soon it hurts.
    pub urgency: Level,
    /// The team it is with.
    pub group: Option<GroupId>,
    /// The person it is with.
    pub assignee: Option<PersonId>,
    /// Where it stands.
    pub state: State,
    /// Set while Resolved or Closed.
    pub resolution: Option<Resolution>,
    /// The incident that this one is a consequence of.
    pub parent: Option<IncidentId>,
    /// The incident that tells of the same failure.
    pub duplicate_of: Option<IncidentId>,
    /// The closed incident that this one takes up again.
    pub follows: Option<IncidentId>,
    /// The problem that causes it.
    pub problem: Option<ProblemId>,
    /// How content the caller is with the way it was resolved.
    pub rating: Option<Rating>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
    /// When it became Closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// How often it came back from Resolved.
    pub reopened: u32,
    /// How often it went from one group or person to another.
    pub reassigned: u32,
    /// What service level clocks react to, oldest first.
    pub milestones: Vec<Milestone>,
    /// What an import brought along; `None` for incidents logged here.
    pub foreign: Option<Box<Foreign>>,
}

impl Incident {
    /// The priority, by the desk's matrix.
    pub fn priority(&self, matrix: &Matrix) -> Priority {
        matrix.priority(self.impact, self.urgency)
    }

    /// Whether it is on hold until a problem is solved.
    pub fn awaits_problem(&self) -> bool {
        self.state == State::OnHold(HoldReason::Problem)
    }

    /// Whether the desk has already reacted.
    pub fn is_responded(&self) -> bool {
        self.milestones.iter().any(|milestone| milestone.what == MilestoneKind::Responded)
    }
}
