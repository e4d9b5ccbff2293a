//! Which agreements with customers govern an incident's clocks.
//!
//! An agreement applies to an incident that was opened while it was in force, about a service that it covers. Where
//! several apply, the desk's own agreement among them, the shortest target wins: who keeps that one keeps them all.

use chrono::{DateTime, Utc};

use super::record::{Promise, Version};
use super::terms::Kind;
use crate::desk::Desk;
use crate::ids::PromiseId;
use crate::incident::Incident;
use crate::priority::Matrix;
use crate::service_level::{self, Clocks, Compiled, Reading};

/// An agreement that applies to an incident, and what its clocks show.
#[derive(Clone, Debug, PartialEq)]
pub struct Applying<'a> {
    /// Which one.
    pub id: PromiseId,
    /// Its version that was in force at the opening.
    pub version: &'a Version,
    /// The same, ready to count with.
    pub compiled: &'a Compiled,
    /// Both clocks.
    pub clocks: Clocks,
}

/// The agreements with customers that apply to an incident, in the order of their numbers.
pub fn applying<'a>(desk: &'a Desk, incident: &Incident, matrix: &Matrix, now: DateTime<Utc>) -> Vec<Applying<'a>> {
    let Some(service) = incident.service else { return Vec::new() };
    let applies = |promise: &'a Promise| {
        if promise.kind() != Kind::Customer {
            return None;
        }
        let version = promise.in_force_at(incident.opened_at)?;
        let compiled = version.compiled.as_deref().filter(|_| version.terms.covers(service))?;
        let clocks = service_level::clocks(incident, matrix, compiled, now);
        Some(Applying { id: promise.id, version, compiled, clocks })
    };
    desk.promises().all().filter_map(applies).collect()
}

/// The clocks that count: of each measure the reading with the shortest target, the desk's own where none is shorter.
pub(crate) fn shortest(desk: &Desk, incident: &Incident, matrix: &Matrix, own: Clocks, now: DateTime<Utc>) -> Clocks {
    if desk.promises().is_empty() {
        return own;
    }
    applying(desk, incident, matrix, now).into_iter().fold(own, |best, one| Clocks {
        response: shorter(best.response, one.clocks.response),
        resolution: shorter(best.resolution, one.clocks.resolution),
    })
}

fn shorter(best: Reading, other: Reading) -> Reading {
    match (best.target, other.target) {
        (Some(least), Some(target)) if target < least => other,
        (None, Some(_)) => other,
        _ => best,
    }
}
