//! What cases truly were, against what the desk made of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::reading::Reading;
use crate::scenario::{ContactKind, Key};
use crate::shift::{Entry, Logged, Truth};

/// Both matrices. What is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Confusion {
    /// What cases truly were, by what they were kept as at the end.
    pub kinds: Vec<Cell<ContactKind, Logged>>,
    /// The priority that incidents truly had, by what they had at the end; 1 is the most pressing.
    pub priorities: Vec<Cell<u8, u8>>,
}

/// The cases that truly were one thing and were given another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell<T, G> {
    /// What they were.
    pub truly: T,
    /// What was made of them; `None`: no record, or no weight.
    pub given: Option<G>,
    /// Which.
    pub cases: Vec<Key>,
}

/// Compares what was with what was written down.
pub fn confusion(entries: &[Entry], truth: &Truth) -> Confusion {
    let reading = Reading::of(entries, truth);
    let came = truth.cases.iter().filter(|(key, _)| reading.arrival(key).is_some());
    let kinds = came.clone().map(|(key, case)| ((case.truth.kind, reading.kind_at(key, truth.to)), key));
    let incidents =
        came.filter(|(key, case)| case.truth.kind == ContactKind::Incident && reading.weight(key).is_some());
    let priorities = incidents.map(|(key, _)| ((reading.true_priority(key), reading.priority_at(key, truth.to)), key));
    Confusion { kinds: cells(kinds), priorities: cells(priorities) }
}

fn cells<'a, T: Ord, G: Ord>(cases: impl Iterator<Item = ((T, Option<G>), &'a Key)>) -> Vec<Cell<T, G>> {
    let mut counted: BTreeMap<(T, Option<G>), Vec<Key>> = BTreeMap::new();
    for (place, case) in cases {
        counted.entry(place).or_default().push(case.clone());
    }
    counted.into_iter().map(|((truly, given), cases)| Cell { truly, given, cases }).collect()
}
