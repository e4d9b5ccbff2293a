//! What can be asked of change enablement.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::record::{Findings, OrderId, OrderPlan, Plans, Span};
use super::risk::{Answers, Factor};
use super::state::{ChangeType, CloseCode, OrderState};
use super::template;
use crate::desk::RecordId;
use crate::ids::{CategoryId, ChangeId, ChangeTemplateId, GroupId, ItemId, PersonId, ServiceId};

/// What is known when a change is raised. Also the payload of the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What is changed, in one line.
    pub summary: Arc<str>,
    /// What is changed, and why.
    pub description: Arc<str>,
    /// Which way it goes.
    pub kind: ChangeType,
    /// The template of a standard change. What it says of risk and plans counts, whatever stands here.
    pub template: Option<ChangeTemplateId>,
    /// Who wants it; whoever raises it, if nobody else.
    pub requested_by: Option<PersonId>,
    /// The services that it touches.
    pub services: Vec<ServiceId>,
    /// The configuration items that it touches.
    pub items: Vec<ItemId>,
    /// What kind of change.
    pub category: Option<CategoryId>,
    /// The team it goes to.
    pub group: Option<GroupId>,
    /// Who sees it through.
    pub assignee: Option<PersonId>,
    /// When it is wanted.
    pub planned: Option<Span>,
    /// How it is done, tested and undone, as far as that is known.
    pub plans: Plans,
    /// The answers about its risk, if there are any.
    pub answers: Option<Answers>,
}

/// A change of one field.
#[derive(Clone, Debug, PartialEq)]
pub enum Amendment {
    /// A new summary; never blank.
    Summary(Arc<str>),
    /// A new description.
    Description(Arc<str>),
    /// Another category, or none.
    Category(Option<CategoryId>),
    /// Another way: normal or emergency.
    Kind(ChangeType),
    /// Somebody else wants it.
    RequestedBy(PersonId),
    /// Another wished time, before it is scheduled.
    Planned(Option<Span>),
    /// Other services are touched.
    Services(Vec<ServiceId>),
    /// Other configuration items are touched.
    Items(Vec<ItemId>),
    /// Another implementation plan.
    Implementation(Arc<str>),
    /// Another test plan.
    Test(Arc<str>),
    /// Another back-out plan.
    BackOut(Arc<str>),
    /// Other answers about its risk.
    Answers(Answers),
    /// A factor is raised above what the answers say, or no more (`None`).
    Raise {
        /// Which.
        factor: Factor,
        /// To what; none takes the raise away.
        to: Option<u8>,
        /// Why; never blank.
        because: Arc<str>,
    },
}

/// Who is asked in one round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// The people.
    pub approvers: Vec<PersonId>,
    /// Who may answer in the place of one of them.
    pub delegates: BTreeMap<PersonId, PersonId>,
}

/// A wish to change a change, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Raise a change, perhaps from another record. Its id comes from the desk's numbering and the context's tag.
    Raise {
        /// What is known of it.
        statement: Box<Statement>,
        /// What it comes from: a problem is removed by it, anything else led to it.
        from: Option<RecordId>,
    },
    /// Correct fields. What its change authority looks at sends it back to Assess if they were asked already.
    Amend {
        /// Which one.
        change: ChangeId,
        /// What to correct.
        changes: Vec<Amendment>,
    },
    /// Hand it to a team, a person, or both; a person alone keeps the team.
    Assign {
        /// Which one.
        change: ChangeId,
        /// The team; `None` takes it from every team.
        group: Option<GroupId>,
        /// The person; `None` leaves it to the team.
        assignee: Option<PersonId>,
    },
    /// Begin to assess it. Needs a person who sees it through.
    Assess(ChangeId),
    /// Put it to its change authority: one board for each round that [`super::authority::rounds`] names.
    Ask {
        /// Which one.
        change: ChangeId,
        /// Who is asked, round by round.
        boards: Vec<Board>,
    },
    /// Answer as an approver or their delegate: whoever acts.
    Answer {
        /// Which one.
        change: ChangeId,
        /// Whether they approve.
        approves: bool,
        /// Their reason; needed for a refusal.
        because: Arc<str>,
    },
    /// Take it back from its change authority, to work on it again.
    Withdraw {
        /// Which one.
        change: ChangeId,
        /// Why.
        because: Arc<str>,
    },
    /// Set its time, or move it.
    Schedule {
        /// Which one.
        change: ChangeId,
        /// From when to when.
        planned: Span,
    },
    /// Begin to carry it out.
    Implement(ChangeId),
    /// It is carried out (or undone): look at what came of it.
    BeginReview(ChangeId),
    /// Write down what the review found.
    Review {
        /// Which one.
        change: ChangeId,
        /// What it found.
        findings: Findings,
    },
    /// Finish it.
    Close {
        /// Which one.
        change: ChangeId,
        /// How it turned out.
        code: CloseCode,
        /// What to know of it.
        notes: Arc<str>,
    },
    /// Take it back.
    Cancel {
        /// Which one.
        change: ChangeId,
        /// Why.
        because: Arc<str>,
    },
    /// Write a work note.
    Note {
        /// Which one.
        change: ChangeId,
        /// The words.
        text: Arc<str>,
    },
    /// Add a work order.
    AddOrder {
        /// Which change.
        change: ChangeId,
        /// What is to be done.
        plan: OrderPlan,
    },
    /// Correct a work order.
    AmendOrder {
        /// Which change.
        change: ChangeId,
        /// Which order.
        order: OrderId,
        /// What is to be done.
        plan: OrderPlan,
    },
    /// Take a work order a step further, or cancel it.
    MoveOrder {
        /// Which change.
        change: ChangeId,
        /// Which order.
        order: OrderId,
        /// Where to.
        to: OrderState,
        /// What was done, or why it is not needed: for the two ends.
        note: Arc<str>,
    },
    /// Something about a template of standard changes.
    Template(template::Command),
}
