//! What can be asked about a major incident.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::record::{Part, Plan, Review, What};
use crate::ids::{IncidentId, PersonId};

/// A wish, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Say that an incident may be a major one.
    Propose {
        /// Which one.
        incident: IncidentId,
        /// Why.
        because: Arc<str>,
    },
    /// It is one.
    Accept {
        /// Which one.
        incident: IncidentId,
        /// Who leads it.
        manager: Option<PersonId>,
    },
    /// It is none.
    Reject {
        /// Which one.
        incident: IncidentId,
        /// Why.
        because: Arc<str>,
    },
    /// It turned out to be none.
    Demote {
        /// Which one.
        incident: IncidentId,
        /// Why.
        because: Arc<str>,
    },
    /// Let somebody play a part, or nobody. The manager can be another one, never nobody.
    GivePart {
        /// Which one.
        incident: IncidentId,
        /// Which part.
        part: Part,
        /// Who.
        person: Option<PersonId>,
    },
    /// Say who is told what, and how often.
    Plan {
        /// Which one.
        incident: IncidentId,
        /// The plan.
        plan: Plan,
    },
    /// Tell the callers of this incident and of all that hang on it.
    Update {
        /// Which one.
        incident: IncidentId,
        /// The words.
        text: Arc<str>,
    },
    /// Write down what was found, done or decided, or who swarmed.
    Log {
        /// Which one.
        incident: IncidentId,
        /// What kind.
        what: What,
        /// The words.
        text: Arc<str>,
        /// When it happened.
        when: DateTime<Utc>,
    },
    /// Look back: what went well, what did not, what was learned.
    LookBack {
        /// Which one.
        incident: IncidentId,
        /// The words.
        review: Box<Review>,
    },
    /// Say why nobody has to look back.
    Waive {
        /// Which one.
        incident: IncidentId,
        /// Why.
        because: Arc<str>,
    },
}
