//! What can be asked of service request management.

use std::sync::Arc;

use chrono::TimeDelta;

use super::record::TaskId;
use super::state::{Kind, PendingReason};
use crate::approval::Rule;
use crate::catalogue::OfferingKey;
use crate::catalogue::form::Answers;
use crate::ids::{CategoryId, GroupId, IncidentId, PersonId, RequestId, ServiceId};
use crate::incident::{Channel, Side};
use crate::priority::Level;
use crate::satisfaction::Score;

/// A step on the way to an item, as it is planned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What is to be done.
    pub name: Arc<str>,
    /// The team it goes to.
    pub group: Option<GroupId>,
    /// The person it goes to.
    pub assignee: Option<PersonId>,
    /// Tasks of the same item that come before it. In a new request, those planned before it ([`TaskId::planned`]).
    pub depends_on: Vec<TaskId>,
    /// Whether it happens by itself when its turn has come.
    pub automatic: bool,
}

/// What was ordered from the service catalogue, where a request came from there.
#[derive(Clone, Debug, PartialEq)]
pub struct Ordered {
    /// From which service; the request may be given to another one later.
    pub service: ServiceId,
    /// Which offering.
    pub offering: OfferingKey,
    /// The version that was offered then, by its number: its form has the questions that were answered.
    pub version: u32,
    /// How many.
    pub quantity: u16,
    /// What its form was answered with; only what was asked.
    pub answers: Answers,
}

/// Something that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// What.
    pub name: Arc<str>,
    /// How many.
    pub quantity: u16,
    /// The price of one, in hundredths of the organisation's currency.
    pub price: Option<u64>,
    /// The steps; if none is planned, one is made.
    pub tasks: Vec<Plan>,
}

/// Some people who are asked at once for their approval.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Whose word it is ("Line manager").
    pub name: Arc<str>,
    /// How many must approve.
    pub rule: Rule,
    /// Who is asked.
    pub approvers: Vec<PersonId>,
}

/// What is known when a request is logged. Also the payload of the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What it is about, in one line.
    pub summary: Arc<str>,
    /// What the requester told.
    pub description: Arc<str>,
    /// What kind of thing is asked for.
    pub kind: Kind,
    /// How the desk heard of it.
    pub channel: Channel,
    /// Who asks; needed.
    pub requester: Option<PersonId>,
    /// For whom, if it is somebody else.
    pub beneficiary: Option<PersonId>,
    /// The service it belongs to.
    pub service: Option<ServiceId>,
    /// How much working time is promised from the approval on.
    pub target: Option<TimeDelta>,
    /// Who is asked, in this order; nobody for what is pre-authorised.
    pub approvals: Vec<Step>,
    /// What is asked for.
    pub items: Vec<Wanted>,
    /// What was ordered, if it came from the service catalogue.
    pub order: Option<Box<Ordered>>,
}

/// The incident that was really a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// Which one; it is cancelled.
    pub incident: IncidentId,
    /// Why it is not an incident.
    pub because: Arc<str>,
}

/// What a re-routed request becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// An incident, which is logged at once.
    Incident {
        /// How much of the business is affected.
        impact: Level,
        /// How soon it hurts.
        urgency: Level,
        /// What kind of incident.
        category: Option<CategoryId>,
        /// The team it goes to.
        group: Option<GroupId>,
    },
    /// A change, which is raised from the request afterwards: its form asks for more than a request knows.
    Change,
}

/// A change of one descriptive field.
#[derive(Clone, Debug, PartialEq)]
pub enum Amendment {
    /// A new summary; never blank.
    Summary(Arc<str>),
    /// A new description.
    Description(Arc<str>),
    /// Another kind.
    Kind(Kind),
    /// Another service, or none.
    Service(Option<ServiceId>),
    /// Another promise, or none.
    Target(Option<TimeDelta>),
}

/// A wish to change a request, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Log a new request. Its id comes from the desk's numbering and the context's tag.
    Log {
        /// What is known of it.
        form: Box<Form>,
        /// The incident that was really this request, if there was one.
        from: Option<Origin>,
    },
    /// Correct what is known of it.
    Amend {
        /// Which one.
        request: RequestId,
        /// What to correct.
        changes: Vec<Amendment>,
    },
    /// Answer as an approver, or as the delegate of one: whoever acts.
    Answer {
        /// Which one.
        request: RequestId,
        /// Whether they approve.
        approves: bool,
        /// Their reason; a refusal needs one, which the requester is told.
        because: Arc<str>,
    },
    /// Let somebody answer in the place of an approver.
    Delegate {
        /// Which one.
        request: RequestId,
        /// The approver, who has yet to answer.
        approver: PersonId,
        /// Who may answer for them; `None` ends it.
        to: Option<PersonId>,
    },
    /// Plan one more task.
    AddTask {
        /// Which one.
        request: RequestId,
        /// The place of the item, from 0.
        item: u16,
        /// The task.
        task: Plan,
    },
    /// Hand a task to a team, a person, or both; a person alone keeps the team.
    AssignTask {
        /// Which one.
        request: RequestId,
        /// The place of the item, from 0.
        item: u16,
        /// Which task.
        task: TaskId,
        /// The team.
        group: Option<GroupId>,
        /// The person.
        assignee: Option<PersonId>,
    },
    /// Begin a task whose turn has come. Needs a group or a person.
    StartTask {
        /// Which one.
        request: RequestId,
        /// The place of the item, from 0.
        item: u16,
        /// Which task.
        task: TaskId,
    },
    /// Say that a task is done.
    FinishTask {
        /// Which one.
        request: RequestId,
        /// The place of the item, from 0.
        item: u16,
        /// Which task.
        task: TaskId,
        /// What was done; may be blank.
        words: Arc<str>,
    },
    /// Say that a task cannot be done: its item will close incomplete.
    GiveUpTask {
        /// Which one.
        request: RequestId,
        /// The place of the item, from 0.
        item: u16,
        /// Which task.
        task: TaskId,
        /// Why.
        because: Arc<str>,
    },
    /// Wait for somebody or something.
    Hold {
        /// Which one.
        request: RequestId,
        /// The place of the item, from 0.
        item: u16,
        /// What is waited for.
        reason: PendingReason,
        /// What exactly, for colleagues; becomes a work note unless blank.
        note: Arc<str>,
    },
    /// Go on after waiting.
    Resume {
        /// Which one.
        request: RequestId,
        /// The place of the item, from 0.
        item: u16,
    },
    /// Say something in public. The requester's reply lifts a wait for them.
    Reply {
        /// Which one.
        request: RequestId,
        /// Who speaks; the caller is the requester.
        side: Side,
        /// The words.
        text: Arc<str>,
    },
    /// Write a work note that the requester does not see.
    Note {
        /// Which one.
        request: RequestId,
        /// The words.
        text: Arc<str>,
    },
    /// Take it back, before fulfilment has begun.
    Cancel {
        /// Which one.
        request: RequestId,
        /// Why.
        because: Arc<str>,
    },
    /// It is really something else.
    Reroute {
        /// Which one.
        request: RequestId,
        /// What.
        to: Target,
        /// Why.
        because: Arc<str>,
    },
    /// The requester says how content they are.
    Rate {
        /// Which one.
        request: RequestId,
        /// How content.
        score: Score,
        /// In their own words; may be blank.
        words: Arc<str>,
    },
}
