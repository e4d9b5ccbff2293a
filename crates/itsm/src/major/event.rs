//! What has happened to an incident that is, or may be, a major one.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::record::{Part, Plan, Review, What};
use crate::ids::PersonId;

/// What has happened; when, by whom and to which incident stands around it in [`crate::Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Somebody thinks that it is a major incident.
    Proposed {
        /// Why.
        because: Arc<str>,
    },
    /// It is one.
    Accepted {
        /// Who leads it.
        manager: PersonId,
    },
    /// It is none.
    Rejected {
        /// Why.
        because: Arc<str>,
    },
    /// It turned out to be none.
    Demoted {
        /// Why.
        because: Arc<str>,
    },
    /// Somebody plays a part from now on, or nobody.
    PartGiven {
        /// Which part.
        part: Part,
        /// Who.
        person: Option<PersonId>,
    },
    /// It was planned who is told what, and how often.
    Planned(Plan),
    /// Those affected were told; what each was told stands in its incident.
    Updated {
        /// The words.
        text: Arc<str>,
        /// To how many incidents' callers it went.
        incidents: u32,
    },
    /// Something of its timeline was written down.
    Logged {
        /// What kind.
        what: What,
        /// The words.
        text: Arc<str>,
        /// When it happened.
        when: DateTime<Utc>,
    },
    /// Somebody looked back.
    LookedBack(Box<Review>),
    /// Nobody has to look back.
    Waived {
        /// Why.
        because: Arc<str>,
    },
}
