//! Questions to the queue: which incidents, in which order, and how many of each kind.
//!
//! `words` matches what was typed, `order` sorts, `answer` runs a query, `params` writes it into a link.

mod answer;
mod order;
mod params;
mod words;

use std::collections::BTreeSet;

use itsm::incident::Stage;
use itsm::{GroupId, PersonId, Priority};

pub use answer::{Answer, Counts, answer, counts, run};
pub use order::{Sort, SortKey};
pub use params::{key_of, key_text};

use crate::standing::Breach;

/// Which incidents, in which order. An empty set means "any".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Where they stand.
    pub stages: BTreeSet<Stage>,
    /// How pressing they are.
    pub priorities: BTreeSet<Priority>,
    /// Which team has them; `None` stands for "no team".
    pub groups: BTreeSet<Option<GroupId>>,
    /// How they stand to their service level.
    pub breach: Option<Breach>,
    /// Only those assigned to this person.
    pub mine: Option<PersonId>,
    /// Words that must all occur, in any order and any case.
    pub words: String,
    /// In which order.
    pub sort: Sort,
}
