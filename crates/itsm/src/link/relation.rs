//! What a link can mean, between what, and how it is said from either end.

use crate::desk::RecordId;

/// What a record is, whichever one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // The names say it all.
pub enum Kind {
    Incident,
    Problem,
    Change,
    ChangeTemplate,
    Request,
    Article,
    Improvement,
    Alert,
    Promise,
    Supplier,
    Item,
    Service,
}

impl RecordId {
    /// What it is.
    pub fn kind(self) -> Kind {
        match self {
            RecordId::Incident(_) => Kind::Incident,
            RecordId::Problem(_) => Kind::Problem,
            RecordId::Change(_) => Kind::Change,
            RecordId::ChangeTemplate(_) => Kind::ChangeTemplate,
            RecordId::Request(_) => Kind::Request,
            RecordId::Article(_) => Kind::Article,
            RecordId::Improvement(_) => Kind::Improvement,
            RecordId::Alert(_) => Kind::Alert,
            RecordId::Promise(_) => Kind::Promise,
            RecordId::Supplier(_) => Kind::Supplier,
            RecordId::Item(_) => Kind::Item,
            RecordId::Service(_) => Kind::Service,
        }
    }
}

impl Kind {
    /// What it is called in a sentence ("change").
    pub fn word(self) -> &'static str {
        match self {
            Kind::Incident => "incident",
            Kind::Problem => "problem",
            Kind::Change => "change",
            Kind::ChangeTemplate => "change template",
            Kind::Request => "request",
            Kind::Article => "knowledge article",
            Kind::Improvement => "improvement",
            Kind::Alert => "event",
            Kind::Promise => "agreement",
            Kind::Supplier => "supplier",
            Kind::Item => "configuration item",
            Kind::Service => "service",
        }
    }
}

/// What a link means, read from the record that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// An incident was caused by a change.
    CausedBy,
    /// A problem's cause is removed by a change.
    RemovedBy,
    /// A record led to another: an event to an incident, an incident to a request, a problem to an improvement.
    LedTo,
    /// An incident or a request was solved with an article.
    SolvedWith,
    /// A problem, a service or an item is described by an article.
    DescribedBy,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Relation; 5] =
        [Relation::CausedBy, Relation::RemovedBy, Relation::LedTo, Relation::SolvedWith, Relation::DescribedBy];

    /// How it is said from the record that has the link ("Removed by").
    pub fn word(self) -> &'static str {
        match self {
            Relation::CausedBy => "Caused by",
            Relation::RemovedBy => "Removed by",
            Relation::LedTo => "Led to",
            Relation::SolvedWith => "Solved with",
            Relation::DescribedBy => "Described by",
        }
    }

    /// How it is said from the other end ("Removes").
    pub fn word_back(self) -> &'static str {
        match self {
            Relation::CausedBy => "Caused",
            Relation::RemovedBy => "Removes",
            Relation::LedTo => "Came from",
            Relation::SolvedWith => "Helped to solve",
            Relation::DescribedBy => "Describes",
        }
    }

    /// Whether it makes sense between these two.
    pub fn fits(self, from: Kind, to: Kind) -> bool {
        use Kind::*;
        match self {
            Relation::CausedBy => (from, to) == (Incident, Change),
            Relation::RemovedBy => (from, to) == (Problem, Change),
            Relation::SolvedWith => matches!(from, Incident | Request) && to == Article,
            Relation::DescribedBy => {
                matches!(from, Problem | Service | Item | Change | ChangeTemplate) && to == Article
            }
            Relation::LedTo => leads(from, to),
        }
    }
}

/// What may come of what. A problem behind an incident is a field of the incident, so that is not among them.
fn leads(from: Kind, to: Kind) -> bool {
    use Kind::*;
    match to {
        Incident => matches!(from, Alert | Request),
        Problem => matches!(from, Alert | Change | Improvement | Supplier),
        Change => matches!(from, Incident | Request | Improvement | Alert | Supplier | Promise),
        Request => matches!(from, Incident | Request | Change),
        Article => matches!(from, Incident | Request | Change | Improvement),
        Improvement => matches!(from, Incident | Problem | Change | Request | Article | Promise | Supplier | Service),
        ChangeTemplate | Alert | Promise | Supplier | Item | Service => false,
    }
}
