//! What has happened to an incident. Each event concerns one incident, so that a record can be folded alone.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::command::{Amendment, Report, Side};
use super::record::{Channel, ResolutionCode};
use super::state::{HoldReason, State};
use crate::ids::{CategoryId, GroupId, IncidentId, ItemId, PersonId, ProblemId};
use crate::priority::{Level, Priority};
use crate::satisfaction::Score;

/// What has happened; when, by whom and to which incident stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It was logged.
    Logged(Box<Report>),
    /// A descriptive field was corrected.
    Amended(Amendment),
    /// It went to a team or a person.
    Assigned {
        /// The team from now on.
        group: Option<GroupId>,
        /// The person from now on.
        assignee: Option<PersonId>,
    },
    /// Work began or was taken up again.
    Started,
    /// Work waits.
    Held(HoldReason),
    /// The service is restored.
    Resolved {
        /// In which way.
        code: ResolutionCode,
        /// What was done.
        solution: Arc<str>,
        /// The incident further up whose resolution brought this one along.
        with: Option<IncidentId>,
    },
    /// It is not restored after all.
    Reopened {
        /// What is still wrong.
        because: Arc<str>,
    },
    /// Finished for good.
    Closed,
    /// Taken back.
    Cancelled {
        /// Why.
        because: Arc<str>,
    },
    /// Somebody said something in public.
    Replied {
        /// Who.
        side: Side,
        /// The words.
        text: Arc<str>,
    },
    /// Somebody wrote a work note.
    Noted {
        /// The words.
        text: Arc<str>,
    },
    /// It is a consequence of another incident, or no longer.
    ParentLinked(Option<IncidentId>),
    /// It tells of the same failure as another incident, or no longer.
    DuplicateMarked(Option<IncidentId>),
    /// A problem causes it, or no longer.
    ProblemLinked(Option<ProblemId>),
    /// The caller said how content they are.
    Rated {
        /// How content.
        score: Score,
        /// In their own words; may be empty.
        words: Arc<str>,
    },
    /// What an import saw in another tool: recorded as it was, not decided here.
    Observed(Box<Observed>),
}

/// A row of another tool's log: which fields it changed, and that tool's own verdict.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Observed {
    /// What the row says that the row before did not.
    pub fields: Vec<Seen>,
    /// Whether the other tool held its service level met at that time, where the row says so anew.
    pub source_verdict: Option<bool>,
}

/// One field, as another tool had it.
#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    /// The state, in our words.
    State(State),
    /// When the other tool says it was opened.
    OpenedAt(DateTime<Utc>),
    /// When the other tool says it was resolved.
    ResolvedAt(Option<DateTime<Utc>>),
    /// When the other tool says it was closed.
    ClosedAt(Option<DateTime<Utc>>),
    /// How it came in.
    Channel(Channel),
    /// Who called.
    Caller(Option<PersonId>),
    /// Who logged it.
    OpenedBy(Option<PersonId>),
    /// The configuration item.
    Item(Option<ItemId>),
    /// The category.
    Category(Option<CategoryId>),
    /// The impact.
    Impact(Level),
    /// The urgency.
    Urgency(Level),
    /// The other tool's priority.
    Priority(Priority),
    /// The team.
    Group(Option<GroupId>),
    /// The person.
    Assignee(Option<PersonId>),
    /// How often reassigned, by the other tool's count.
    Reassigned(u32),
    /// How often reopened, by the other tool's count.
    Reopened(u32),
    /// The resolution code, in the other tool's words.
    ResolutionCode(Arc<str>),
    /// Who resolved it.
    ResolvedBy(Option<PersonId>),
    /// The summary.
    Summary(Arc<str>),
    /// The description.
    Description(Arc<str>),
    /// A column that we have no field for; an empty value says that it was cleared.
    Other {
        /// The column's name.
        column: Arc<str>,
        /// Its value.
        value: Arc<str>,
    },
}
