//! What can be asked of the incident practice.

use std::sync::Arc;

use super::record::{Channel, ResolutionCode};
use super::state::HoldReason;
use crate::ids::{CategoryId, GroupId, IncidentId, ItemId, PersonId, ProblemId, ServiceId};
use crate::priority::Level;
use crate::satisfaction::Score;

/// What is known when an incident is logged. Also the payload of the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// In one line, what is wrong.
    pub summary: Arc<str>,
    /// What the caller told.
    pub description: Arc<str>,
    /// How the desk heard of it.
    pub channel: Channel,
    /// Who is affected; needed unless monitoring raised it.
    pub caller: Option<PersonId>,
    /// The affected service.
    pub service: Option<ServiceId>,
    /// The configuration item at fault.
    pub item: Option<ItemId>,
    /// What kind of incident.
    pub category: Option<CategoryId>,
    /// How much of the business is affected.
    pub impact: Level,
    /// How soon it hurts.
    pub urgency: Level,
    /// The team it goes to.
    pub group: Option<GroupId>,
    /// The person it goes to.
    pub assignee: Option<PersonId>,
    /// The closed incident that this one takes up again.
    pub follows: Option<IncidentId>,
}

/// A change of one descriptive field.
#[derive(Clone, Debug, PartialEq)]
pub enum Amendment {
    /// A new summary; never blank.
    Summary(Arc<str>),
    /// A new description.
    Description(Arc<str>),
    /// Another channel.
    Channel(Channel),
    /// Another caller, or none.
    Caller(Option<PersonId>),
    /// Another affected service, or none.
    Service(Option<ServiceId>),
    /// Another configuration item, or none.
    Item(Option<ItemId>),
    /// Another category, or none.
    Category(Option<CategoryId>),
    /// Another impact.
    Impact(Level),
    /// Another urgency.
    Urgency(Level),
}

/// Who says something in public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The desk, to the caller.
    Desk,
    /// The caller, to the desk.
    Caller,
}

/// A wish to change an incident, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Log a new incident. Its id comes from the desk's numbering and the context's tag.
    Log(Box<Report>),
    /// Correct what is known of it.
    Amend {
        /// Which one.
        incident: IncidentId,
        /// What to correct.
        changes: Vec<Amendment>,
    },
    /// Hand it to a team, a person, or both; a person alone keeps the team.
    Assign {
        /// Which one.
        incident: IncidentId,
        /// The team; `None` takes it from every team.
        group: Option<GroupId>,
        /// The person; `None` leaves it to the team.
        assignee: Option<PersonId>,
    },
    /// Begin work, or take it up again after a hold. Needs a group or a person.
    Start(IncidentId),
    /// Wait for somebody or something, or change what is waited for.
    Hold {
        /// Which one.
        incident: IncidentId,
        /// What is waited for.
        reason: HoldReason,
        /// What exactly, for colleagues; becomes a work note unless blank.
        note: Arc<str>,
    },
    /// Say that the service is restored.
    Resolve {
        /// Which one.
        incident: IncidentId,
        /// In which way.
        code: ResolutionCode,
        /// What was done.
        solution: Arc<str>,
        /// Whether open children and duplicates are resolved with it.
        cascade: bool,
    },
    /// The caller says it is not restored. Only while Resolved. One whose parent is closed by now comes back without
    /// that parent.
    Reopen {
        /// Which one.
        incident: IncidentId,
        /// What is still wrong.
        because: Arc<str>,
    },
    /// Finish it for good. Only from Resolved, and not before its children are done.
    Close(IncidentId),
    /// Take it back: opened by mistake, or no longer wanted.
    Cancel {
        /// Which one.
        incident: IncidentId,
        /// Why.
        because: Arc<str>,
    },
    /// Say something in public. A caller's reply lifts a hold for the caller, reopens nothing by itself while
    /// Resolved, and opens a new linked incident once Closed.
    Reply {
        /// Which one.
        incident: IncidentId,
        /// Who speaks.
        side: Side,
        /// The words.
        text: Arc<str>,
    },
    /// Write a work note that the caller does not see.
    Note {
        /// Which one.
        incident: IncidentId,
        /// The words.
        text: Arc<str>,
    },
    /// Say that this incident is a consequence of another one, or of none.
    LinkParent {
        /// The child.
        incident: IncidentId,
        /// The parent, not closed; `None` takes the link away.
        parent: Option<IncidentId>,
    },
    /// Say that a problem causes this incident, or none. Also of closed ones: trends are found in what is over.
    LinkProblem {
        /// The incident.
        incident: IncidentId,
        /// Its cause; `None` takes the link away.
        problem: Option<ProblemId>,
    },
    /// Say that this incident tells of the same failure as another one, or of none.
    MarkDuplicate {
        /// The later report.
        incident: IncidentId,
        /// The earlier one; `None` takes the link away, which what was resolved as a duplicate still needs.
        of: Option<IncidentId>,
    },
    /// The caller says how content they are. Only once the service is restored.
    Rate {
        /// Which one.
        incident: IncidentId,
        /// How content.
        score: Score,
        /// In their own words; may be blank.
        words: Arc<str>,
    },
}
