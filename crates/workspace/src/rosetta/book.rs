//! What a book of words holds.

use itsm::incident::{Channel, HoldReason, ResolutionCode, State};
use itsm::link::Kind;
use itsm::problem;

use super::other::{ChangeStep, RequestStep};
use super::{glpi, itop, jira, otobo, servicenow};

/// A tool whose words are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// ServiceNow.
    ServiceNow,
    /// GLPI.
    Glpi,
    /// iTop.
    Itop,
    /// OTOBO.
    Otobo,
    /// Jira Service Management.
    Jira,
}

impl Tool {
    /// Every tool, in the order in which they are offered.
    pub const ALL: [Tool; 5] = [Tool::ServiceNow, Tool::Glpi, Tool::Itop, Tool::Otobo, Tool::Jira];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Tool::ServiceNow => "ServiceNow",
            Tool::Glpi => "GLPI",
            Tool::Itop => "iTop",
            Tool::Otobo => "OTOBO",
            Tool::Jira => "Jira Service Management",
        }
    }

    /// The same where there is little room.
    pub fn short(self) -> &'static str {
        if self == Tool::Jira { "Jira SM" } else { self.name() }
    }

    /// Its book of words.
    pub(super) fn book(self) -> &'static Book {
        match self {
            Tool::ServiceNow => &servicenow::BOOK,
            Tool::Glpi => &glpi::BOOK,
            Tool::Itop => &itop::BOOK,
            Tool::Otobo => &otobo::BOOK,
            Tool::Jira => &jira::BOOK,
        }
    }
}

/// How well a word of theirs fits ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It means the same.
    Same,
    /// It is the nearest, and means more, less or something beside.
    Near,
    /// There is none; what stands in its place in a row, if anything does.
    Missing,
}

/// A word of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it stands in a row for import; empty where nothing can stand there.
    pub text: &'static str,
    /// How well it fits.
    pub fit: Fit,
    /// Why it differs; empty where it does not.
    pub why: &'static str,
}

/// A word that means the same.
pub(super) const fn same(text: &'static str) -> Word {
    Word { text, fit: Fit::Same, why: "" }
}

/// The nearest word, and how it differs.
pub(super) const fn near(text: &'static str, why: &'static str) -> Word {
    Word { text, fit: Fit::Near, why }
}

/// No equivalent: what stands there instead, and why there is none.
pub(super) const fn none(text: &'static str, why: &'static str) -> Word {
    Word { text, fit: Fit::Missing, why }
}

/// What is known of a record, as far as other tools may have a field for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // The names say it all.
pub enum Field {
    Number,
    Kind,
    Summary,
    Description,
    State,
    HoldReason,
    Impact,
    Urgency,
    Priority,
    Caller,
    Channel,
    Service,
    Item,
    Category,
    Group,
    Assignee,
    ResolutionCode,
    Solution,
    KnownError,
    Cause,
    Workaround,
    Parent,
    Problem,
    Opened,
    Updated,
    Resolved,
    Closed,
}

impl Field {
    /// Every field, in the order in which they are shown.
    pub const ALL: [Field; 27] = [
        Field::Number,
        Field::Kind,
        Field::Summary,
        Field::Description,
        Field::State,
        Field::HoldReason,
        Field::Impact,
        Field::Urgency,
        Field::Priority,
        Field::Caller,
        Field::Channel,
        Field::Service,
        Field::Item,
        Field::Category,
        Field::Group,
        Field::Assignee,
        Field::ResolutionCode,
        Field::Solution,
        Field::KnownError,
        Field::Cause,
        Field::Workaround,
        Field::Parent,
        Field::Problem,
        Field::Opened,
        Field::Updated,
        Field::Resolved,
        Field::Closed,
    ];

    /// What our pages call it.
    pub fn word(self) -> &'static str {
        match self {
            Field::Number => "Number",
            Field::Kind => "Kind of record",
            Field::Summary => "Summary",
            Field::Description => "Description",
            Field::State => "State",
            Field::HoldReason => "Hold reason",
            Field::Impact => "Impact",
            Field::Urgency => "Urgency",
            Field::Priority => "Priority",
            Field::Caller => "Caller",
            Field::Channel => "Channel",
            Field::Service => "Affected service",
            Field::Item => "Configuration item",
            Field::Category => "Category",
            Field::Group => "Assignment group",
            Field::Assignee => "Assigned to",
            Field::ResolutionCode => "Resolution code",
            Field::Solution => "Solution",
            Field::KnownError => "Known error",
            Field::Cause => "Root cause",
            Field::Workaround => "Workaround",
            Field::Parent => "Parent",
            Field::Problem => "Problem behind it",
            Field::Opened => "Opened",
            Field::Updated => "Updated",
            Field::Resolved => "Resolved",
            Field::Closed => "Closed",
        }
    }
}

/// A step on their scale of five, whatever ours has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it all.
pub enum Step {
    VeryHigh,
    High,
    Medium,
    Low,
    VeryLow,
}

/// A tool's words. The fields are columns of its rows, too.
pub(super) struct Book {
    /// What it calls a kind of record; for a problem, whether it is a known error.
    pub kind: fn(Kind, bool) -> Word,
    /// Its fields of a kind of record, by the names that its import knows, in the order of a row.
    pub fields: fn(Kind) -> &'static [(Field, &'static str)],
    /// Why it has no such field, or what the field of that name means there; empty where nothing is to be said.
    pub about: fn(Kind, Field) -> &'static str,
    pub state: fn(State) -> Word,
    pub hold: fn(HoldReason) -> Word,
    /// Of a problem; whether it is a known error.
    pub problem_state: fn(problem::State, bool) -> Word,
    pub change_state: fn(ChangeStep) -> Word,
    pub request_state: fn(RequestStep) -> Word,
    pub impact: fn(Step) -> Word,
    pub urgency: fn(Step) -> Word,
    /// From 1, the most pressing.
    pub priority: fn(u8) -> Word,
    pub channel: fn(Channel) -> Word,
    pub code: fn(&ResolutionCode) -> Word,
    pub problem_code: fn(problem::ResolutionCode) -> Word,
    /// What a row for this tool cannot carry, in sentences.
    pub lost: &'static [&'static str],
}
