//! What waits too long in a pause: its clock stands still, so that nothing ever warns of it.

use chrono::{DateTime, TimeDelta, Utc};

use crate::desk::Desk;
use crate::ids::IncidentId;
use crate::incident::{HoldReason, MilestoneKind, State};

/// After so long on hold, somebody should ask whether it still waits or is forgotten: a week, by the wall clock, because
/// the caller waits at night, too.
pub const PARKED_TOO_LONG: TimeDelta = TimeDelta::days(7);

/// An incident whose clock has stood still for too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parked {
    /// Which one.
    pub incident: IncidentId,
    /// What it waits for.
    pub reason: HoldReason,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Every incident that has been on hold for a reason that pauses its clock for longer than [`PARKED_TOO_LONG`], the
/// longest first.
pub fn parked(desk: &Desk, now: DateTime<Utc>) -> Vec<Parked> {
    let pauses = &desk.agreement().agreement().pause_on.reasons;
    let mut parked: Vec<Parked> = desk
        .incidents()
        .filter_map(|incident| {
            let State::OnHold(reason) = incident.state else { return None };
            // Going from one reason to another is the same wait.
            let waits = |what: MilestoneKind| !matches!(what, MilestoneKind::Became(state) if !is_hold(state));
            let trail = incident.milestones.iter().rev().take_while(|milestone| waits(milestone.what));
            let since = trail.filter(|milestone| is_a_hold(milestone.what)).last()?.at;
            let too_long = now.signed_duration_since(since) > PARKED_TOO_LONG;
            (too_long && pauses.contains(&reason)).then_some(Parked { incident: incident.id, reason, since })
        })
        .collect();
    parked.sort_by_key(|one| one.since);
    parked
}

fn is_hold(state: State) -> bool {
    matches!(state, State::OnHold(_))
}

fn is_a_hold(what: MilestoneKind) -> bool {
    matches!(what, MilestoneKind::Became(state) if is_hold(state))
}
