//! How many targets were kept, by priority: by our clocks, and beside them the verdict that an import brought along.
//! The two are never mixed.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use itsm::Priority;
use itsm::incident::Incident;

use super::{Period, count};
use crate::Workspace;
use crate::figures::Share;
use crate::standing::{Breach, Clock};

/// What was opened in the period, and how it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attainment {
    /// Everything.
    pub all: Kept,
    /// By priority, by the desk's matrix.
    pub by_priority: BTreeMap<Priority, Kept>,
}

/// How targets were kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// How many incidents.
    pub incidents: usize,
    /// Resolution targets met, of those due: resolved, or beyond the target already. What is open and in time is not
    /// due yet, and what waits on hold or has no target is not counted.
    pub resolution: Share,
    /// The same for the first reaction.
    pub response: Share,
    /// Incidents with either target missed: what the queue calls breached.
    pub breached: usize,
    /// Within agreement by the other tool's own last verdict, of those that have one.
    pub source: Share,
}

/// Judges what was opened in the period at `now`.
pub fn attainment(workspace: &Workspace, period: &Period, now: DateTime<Utc>) -> Attainment {
    among(workspace, period, now, |_| true)
}

/// The same, of some incidents.
pub(super) fn among(
    workspace: &Workspace,
    period: &Period,
    now: DateTime<Utc>,
    is_of: impl Fn(&Incident) -> bool,
) -> Attainment {
    let mut attainment = Attainment::default();
    let matrix = workspace.desk().matrix();
    for line in workspace.lines(false).filter(|line| period.has(line.incident.opened_at) && is_of(line.incident)) {
        let kept = attainment.by_priority.entry(line.incident.priority(matrix)).or_default();
        let verdict = line.incident.foreign.as_ref().and_then(|foreign| foreign.verdict);
        for kept in [kept, &mut attainment.all] {
            kept.incidents += 1;
            judge(&mut kept.resolution, line.standing.resolution, now);
            judge(&mut kept.response, line.standing.response, now);
            kept.breached += usize::from(line.standing.at(now) == Breach::Breached);
            if let Some(verdict) = verdict {
                count(&mut kept.source, verdict);
            }
        }
    }
    attainment
}

fn judge(share: &mut Share, clock: Clock, now: DateTime<Utc>) {
    match clock.at(now) {
        Breach::Met => count(share, true),
        Breach::Breached => count(share, false),
        Breach::NoTarget | Breach::Paused | Breach::Within | Breach::DueSoon => {}
    }
}
