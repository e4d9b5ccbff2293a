//! Links, and the index that finds them from their other end.

use super::Moment;
use crate::desk::Desk;
use crate::ids::{IncidentId, ProblemId};
use crate::incident::record::Incident;

/// Changes an incident's links and keeps the index of dependants in step.
pub(super) fn relink(desk: &mut Desk, id: IncidentId, moment: Moment, set: impl FnOnce(&mut Incident)) {
    let Some(incident) = desk.incidents.get_mut(&id) else { return };
    let before = targets(incident);
    set(incident);
    incident.touch(moment.at);
    let after = targets(incident);
    // Parent and original may be the same incident: what one link lets go, the other may still hold.
    for target in before.into_iter().flatten() {
        if !after.contains(&Some(target)) {
            unindex(desk, id, target);
        }
    }
    for target in after.into_iter().flatten() {
        desk.dependants.entry(target).or_default().insert(id);
    }
}

fn targets(incident: &Incident) -> [Option<IncidentId>; 2] {
    [incident.parent, incident.duplicate_of]
}

fn unindex(desk: &mut Desk, id: IncidentId, target: IncidentId) {
    if let Some(dependants) = desk.dependants.get_mut(&target) {
        dependants.remove(&id);
        if dependants.is_empty() {
            desk.dependants.remove(&target);
        }
    }
}

/// Changes the problem that causes an incident and keeps the index of its incidents in step.
pub(super) fn link_problem(desk: &mut Desk, id: IncidentId, moment: Moment, problem: Option<ProblemId>) {
    let Some(incident) = desk.incidents.get_mut(&id) else { return };
    let before = std::mem::replace(&mut incident.problem, problem);
    incident.touch(moment.at);
    if let Some(before) = before {
        unindex_from_problem(desk, id, before);
    }
    if let Some(problem) = problem {
        desk.caused.entry(problem).or_default().insert(id);
    }
}

fn unindex_from_problem(desk: &mut Desk, id: IncidentId, problem: ProblemId) {
    if let Some(caused) = desk.caused.get_mut(&problem) {
        caused.remove(&id);
        if caused.is_empty() {
            desk.caused.remove(&problem);
        }
    }
}

impl Desk {
    /// Takes an incident's record out. Other incidents' links to it stay.
    pub(crate) fn forget_incident(&mut self, id: IncidentId) {
        if let Some(incident) = self.incidents.remove(&id) {
            for target in targets(&incident).into_iter().flatten() {
                unindex(self, id, target);
            }
            if let Some(problem) = incident.problem {
                unindex_from_problem(self, id, problem);
            }
        }
    }
}
