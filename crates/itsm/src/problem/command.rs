//! What can be asked of problem management.

use std::sync::Arc;

use super::record::{Bone, Message, Why};
use crate::ids::{CategoryId, GroupId, IncidentId, ItemId, PersonId, ProblemId, ServiceId};
use crate::priority::Level;

/// What is known when a problem is raised. Also the payload of the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
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
    /// The team it goes to.
    pub group: Option<GroupId>,
    /// Who leads it.
    pub assignee: Option<PersonId>,
}

/// A change of one descriptive field.
#[derive(Clone, Debug, PartialEq)]
pub enum Amendment {
    /// A new summary; never blank.
    Summary(Arc<str>),
    /// A new description.
    Description(Arc<str>),
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
    /// How it shows.
    Symptom(Arc<str>),
    /// What really causes it. A known error cannot lose its cause.
    Cause(Arc<str>),
    /// How to work on meanwhile.
    Workaround(Arc<str>),
    /// What users report, to be searched for.
    ErrorCode(Arc<str>),
}

/// A wish to change a problem, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Raise a new problem, from incidents that it may explain or from none (proactively). Its id comes from the
    /// desk's numbering and the context's tag.
    Raise {
        /// What is known of it.
        statement: Box<Statement>,
        /// The incidents that are linked to it at once.
        from: Vec<IncidentId>,
    },
    /// Correct what is known of it.
    Amend {
        /// Which one.
        problem: ProblemId,
        /// What to correct.
        changes: Vec<Amendment>,
    },
    /// Hand it to a team, a person, or both; a person alone keeps the team.
    Assign {
        /// Which one.
        problem: ProblemId,
        /// The team; `None` takes it from every team.
        group: Option<GroupId>,
        /// The person; `None` leaves it to the team.
        assignee: Option<PersonId>,
    },
    /// Begin to assess it. Needs a person.
    Assess(ProblemId),
    /// It is worth it: look for the root cause.
    Analyse(ProblemId),
    /// The root cause is known; begin to remove it.
    BeginFix(ProblemId),
    /// What causes it is gone.
    Resolve {
        /// Which one.
        problem: ProblemId,
        /// What was done.
        fix: Arc<str>,
        /// Whether the linked incidents that wait for this problem are resolved with it.
        resolve_awaiting: bool,
    },
    /// Live with it.
    AcceptRisk {
        /// Which one.
        problem: ProblemId,
        /// Why, and who agreed.
        because: Arc<str>,
    },
    /// It is the same as another problem. Its incidents are linked to that one.
    MarkDuplicate {
        /// Which one.
        problem: ProblemId,
        /// The one that is worked on.
        of: ProblemId,
    },
    /// Take it back.
    Cancel {
        /// Which one.
        problem: ProblemId,
        /// Why.
        because: Arc<str>,
    },
    /// The fix did not hold, or the risk is no longer acceptable: look for the cause again.
    Reanalyse {
        /// Which one.
        problem: ProblemId,
        /// What happened.
        because: Arc<str>,
    },
    /// The fix holds: finish it.
    Close(ProblemId),
    /// Say that it is a known error. Needs a root cause.
    DeclareKnownError(ProblemId),
    /// Tell the callers of all linked open incidents.
    Communicate {
        /// Which one.
        problem: ProblemId,
        /// What is told.
        what: Message,
        /// The words.
        text: Arc<str>,
    },
    /// Write a work note.
    Note {
        /// Which one.
        problem: ProblemId,
        /// The words.
        text: Arc<str>,
    },
    /// Draw the 5 Whys anew.
    DrawWhys {
        /// Which one.
        problem: ProblemId,
        /// From the symptom down; steps with a blank answer are left out.
        whys: Vec<Why>,
    },
    /// Draw the Ishikawa diagram anew.
    DrawBones {
        /// Which one.
        problem: ProblemId,
        /// Possible causes by kind; blank causes are left out, and so are bones without a name and causes.
        bones: Vec<Bone>,
    },
}
