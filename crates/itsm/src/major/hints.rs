//! Is it a major incident? What speaks for it. People decide: the criteria are agreed beforehand, and no count takes
//! the decision from them.

use std::collections::{BTreeSet, VecDeque};

use crate::desk::Desk;
use crate::ids::IncidentId;
use crate::incident::{Incident, State};

/// So many that hang on one incident are no coincidence.
pub const MANY_LINKED: usize = 3;
/// So many open incidents of one service mean that it fails for many.
pub const MANY_OF_SERVICE: usize = 5;

/// What speaks for a major incident, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// Whether it has the highest priority.
    pub is_priority_1: bool,
    /// How many incidents hang on it: consequences and duplicates, theirs too.
    pub linked: usize,
    /// How many open incidents its service has, with this one; nothing without a service.
    pub of_service: usize,
}

impl Hints {
    /// How many of the three speak for it.
    pub fn met(self) -> usize {
        usize::from(self.is_priority_1)
            + usize::from(self.linked >= MANY_LINKED)
            + usize::from(self.of_service >= MANY_OF_SERVICE)
    }
}

/// Counts for one incident.
pub fn hints(desk: &Desk, id: IncidentId) -> Hints {
    let Ok(incident) = desk.incident(id) else { return Hints::default() };
    let same = |other: &&Incident| other.service == incident.service && other.state.is_open();
    Hints {
        is_priority_1: incident.priority(desk.matrix()).0 == 1,
        linked: linked(desk, id).len(),
        of_service: if incident.service.is_some() { desk.incidents().filter(same).count() } else { 0 },
    }
}

/// All that hang on an incident: children and duplicates, theirs too, nearest first. A cancelled one was a mistake,
/// and so were its links.
pub fn linked(desk: &Desk, root: IncidentId) -> Vec<IncidentId> {
    let mut seen = BTreeSet::from([root]);
    let mut waiting = VecDeque::from([root]);
    let mut found = vec![];
    while let Some(above) = waiting.pop_front() {
        for dependant in desk.dependants(above) {
            if dependant.state != State::Cancelled && seen.insert(dependant.id) {
                found.push(dependant.id);
                waiting.push_back(dependant.id);
            }
        }
    }
    found
}
