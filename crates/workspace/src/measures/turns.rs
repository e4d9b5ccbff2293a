//! What happened to an incident when, as far as measures count it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use itsm::incident::{Event, Incident, MilestoneKind, State};
use itsm::{Happening, IncidentId};

use crate::Workspace;

/// A turn in an incident's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// It joined the backlog.
    Opened,
    /// It left the backlog with the service restored (or was closed while open, as some logs do).
    Resolved,
    /// It left the backlog without being worked on.
    Cancelled,
    /// It came back to the backlog.
    Reopened,
    /// It is finished for good.
    Closed,
}

/// When the incident was resolved, where it is resolved or closed now: the other tool's instant where it said one.
pub(super) fn resolved_at(incident: &Incident) -> Option<DateTime<Utc>> {
    incident.resolution.as_ref().map(|resolution| resolution.at.max(incident.opened_at))
}

/// Tells each turn, oldest first. The resolution that holds now is told at the instant of [`resolved_at`], so that
/// series, rates and the queue agree on it.
pub(super) fn turns(incident: &Incident, mut tell: impl FnMut(DateTime<Utc>, Turn)) {
    let last_leave = walk(incident).filter(|(_, _, turn)| *turn == Turn::Resolved).last().map(|(place, _, _)| place);
    let mut at = incident.opened_at;
    tell(at, Turn::Opened);
    for (place, when, turn) in walk(incident) {
        let when = if last_leave == Some(place) { resolved_at(incident).unwrap_or(when) } else { when };
        at = at.max(when);
        tell(at, turn);
        let closes = incident.milestones.get(place).is_some_and(|m| m.what == MilestoneKind::Became(State::Closed));
        if closes && turn == Turn::Resolved {
            tell(at, Turn::Closed);
        }
    }
}

/// The turns after the opening, by the index of their milestone.
fn walk(incident: &Incident) -> impl Iterator<Item = (usize, DateTime<Utc>, Turn)> {
    let mut open = true;
    incident.milestones.iter().enumerate().filter_map(move |(place, milestone)| {
        let MilestoneKind::Became(state) = milestone.what else { return None };
        let was_open = std::mem::replace(&mut open, state.is_open());
        let turn = match (was_open, state) {
            (true, State::Resolved | State::Closed) => Turn::Resolved,
            (true, State::Cancelled) => Turn::Cancelled,
            (false, State::Closed) => Turn::Closed,
            (false, _) if state.is_open() => Turn::Reopened,
            _ => return None,
        };
        Some((place, milestone.at, turn))
    })
}

/// When an event of a kind first happened to each incident that has one. What was not applied does not count.
pub(super) fn first_applied(workspace: &Workspace, is: fn(&Event) -> bool) -> BTreeMap<IncidentId, DateTime<Utc>> {
    let about = |what: &Happening| match what {
        Happening::Incident(id, event) if is(event) => Some(*id),
        _ => None,
    };
    let touched: BTreeSet<IncidentId> = workspace.events().iter().filter_map(|event| about(&event.what)).collect();
    let first = |id: IncidentId| {
        let of = workspace.timeline(id);
        let applied = of.iter().filter(|one| one.flag.is_none() && about(&one.event.what).is_some());
        applied.map(|one| one.event.at).min()
    };
    touched.into_iter().filter_map(|id| Some((id, first(id)?))).collect()
}
