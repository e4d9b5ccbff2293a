//! What had to be done twice: incidents handed on from one team or person to another, and incidents that came back.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use itsm::incident::{Event, Incident};
use itsm::{GroupId, IncidentId};

use super::turns::{Turn, first_applied, turns};
use super::{Period, count};
use crate::Workspace;
use crate::figures::Share;

/// What was resolved at least once in the period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rework {
    /// Reopened at least once so far, of those resolved in the period.
    pub reopened: Share,
    /// Reassigned at least once, of the same.
    pub reassigned: Share,
    /// Neither, of the same.
    pub straight: Share,
    /// Reassignments in all.
    pub reassignments: u64,
    /// How many were reassigned 0, 1, 2, 3 and 4 times, and more often.
    pub by_reassignments: [usize; 6],
}

/// Counts what was resolved in the period; whatever happened to it before or since counts.
pub fn rework(workspace: &Workspace, period: &Period) -> Rework {
    among(workspace, period, |_| true)
}

/// The same, of some incidents.
pub(super) fn among(workspace: &Workspace, period: &Period, is_of: impl Fn(&Incident) -> bool) -> Rework {
    let mut rework = Rework::default();
    let here = Here::of(workspace);
    for incident in workspace.desk().incidents().filter(|incident| is_of(incident)) {
        let mut resolved = false;
        turns(incident, |at, turn| resolved |= turn == Turn::Resolved && period.has(at));
        if resolved {
            rework.add(here.is_reopened(incident), here.reassigned(incident));
        }
    }
    rework
}

/// Reopened at least once so far, of those resolved in each of the periods, by the team they are with: in one walk, as
/// a desk may have many teams.
pub(crate) fn reopened_by_group<const N: usize>(
    workspace: &Workspace,
    periods: &[Period; N],
) -> BTreeMap<GroupId, [Share; N]> {
    let mut found: BTreeMap<GroupId, [Share; N]> = BTreeMap::new();
    let here = Here::of(workspace);
    for incident in workspace.desk().incidents() {
        let Some(group) = incident.group else { continue };
        let mut resolved = [false; N];
        turns(incident, |at, turn| {
            for (resolved, period) in resolved.iter_mut().zip(periods) {
                *resolved |= turn == Turn::Resolved && period.has(at);
            }
        });
        if resolved.contains(&true) {
            let shares = found.entry(group).or_insert([Share::default(); N]);
            let is_reopened = here.is_reopened(incident);
            shares
                .iter_mut()
                .zip(resolved)
                .filter(|(_, resolved)| *resolved)
                .for_each(|(share, _)| count(share, is_reopened));
        }
    }
    found
}

impl Rework {
    /// Reassignments for each incident, on average; `None` where nothing was resolved.
    #[expect(clippy::cast_precision_loss, reason = "a workspace holds far fewer than 2⁵³ incidents")]
    pub fn mean_reassignments(&self) -> Option<f64> {
        let whole = self.reassigned.whole;
        (whole > 0).then(|| self.reassignments as f64 / whole as f64)
    }

    fn add(&mut self, reopened: bool, reassigned: u32) {
        count(&mut self.reopened, reopened);
        count(&mut self.reassigned, reassigned > 0);
        count(&mut self.straight, !reopened && reassigned == 0);
        self.reassignments += u64::from(reassigned);
        let place = usize::try_from(reassigned).unwrap_or(usize::MAX).min(self.by_reassignments.len() - 1);
        if let Some(count) = self.by_reassignments.get_mut(place) {
            *count += 1;
        }
    }
}

/// What happened at this desk, beside what an import brought along.
struct Here {
    reopened: BTreeMap<IncidentId, DateTime<Utc>>,
    assigned: BTreeMap<IncidentId, DateTime<Utc>>,
}

impl Here {
    fn of(workspace: &Workspace) -> Self {
        Self {
            reopened: first_applied(workspace, |event| matches!(event, Event::Reopened { .. })),
            assigned: first_applied(workspace, |event| matches!(event, Event::Assigned { .. })),
        }
    }

    /// Where the other tool counted, its log's untidy moves are not taken for reopenings.
    fn is_reopened(&self, incident: &Incident) -> bool {
        let told = incident.foreign.as_ref().and_then(|foreign| foreign.reopened);
        self.reopened.contains_key(&incident.id) || told.unwrap_or(incident.reopened) > 0
    }

    /// By the other tool's count, until somebody here hands the incident on.
    fn reassigned(&self, incident: &Incident) -> u32 {
        let told = incident.foreign.as_ref().and_then(|foreign| foreign.reassigned);
        told.filter(|_| !self.assigned.contains_key(&incident.id)).unwrap_or(incident.reassigned)
    }
}
