//! How long each group had an incident, and how it kept its operational level agreement.
//!
//! An SLA starts when the ticket opens, an OLA when the group gets it, and it ends when the group hands it on or the
//! service is restored. Derived from the incident's journal; nothing is stored.

use chrono::{DateTime, Utc};

use super::record::Promise;
use super::terms::Party;
use crate::desk::{Desk, Event, Happening};
use crate::ids::{GroupId, PromiseId};
use crate::incident::{Event as IncidentEvent, Incident, Milestone, MilestoneKind, Seen, State};
use crate::priority::Matrix;
use crate::service_level::{self, Compiled, Reading};

/// A stretch of time in which a group had an incident.
#[derive(Clone, Debug, PartialEq)]
pub struct Handover {
    /// Who had it.
    pub group: GroupId,
    /// Since when.
    pub from: DateTime<Utc>,
    /// Until when; `None` while they have it.
    pub until: Option<DateTime<Utc>>,
    /// The agreement with the group that was in force then, and what its clock shows.
    pub kept: Option<(PromiseId, Reading)>,
}

/// Every stretch, the first one first. `journal` holds the incident's own events, oldest first.
pub fn handovers<'e>(
    desk: &Desk,
    incident: &Incident,
    journal: impl IntoIterator<Item = &'e Event>,
    now: DateTime<Utc>,
) -> Vec<Handover> {
    let mut stays: Vec<Handover> = Vec::new();
    for event in journal {
        let Some(group) = handed(incident, event) else { continue };
        let has_it = stays.last().filter(|last| last.until.is_none()).map(|last| last.group);
        if group == has_it {
            continue;
        }
        if let Some(last) = stays.last_mut() {
            last.until = last.until.or(Some(event.at));
        }
        stays.extend(group.map(|group| Handover { group, from: event.at, until: None, kept: None }));
    }
    for stay in &mut stays {
        let agreement = incident.service.and_then(|service| {
            let with = desk.promises().all().filter(|promise| promise.party() == Some(&Party::Group(stay.group)));
            with.filter_map(|promise: &Promise| {
                let version = promise.in_force_at(stay.from).filter(|version| version.terms.covers(service))?;
                Some((promise.id, version.compiled.as_deref()?))
            })
            .map(|(id, compiled)| (id, clock(incident, stay, desk.matrix(), compiled, now)))
            .filter(|(_, reading)| reading.target.is_some())
            .min_by_key(|(_, reading)| reading.target)
        });
        stay.kept = agreement;
    }
    stays
}

/// Whom an event hands the incident to; `None` for one that hands nothing over.
fn handed(incident: &Incident, event: &Event) -> Option<Option<GroupId>> {
    let Happening::Incident(id, what) = &event.what else { return None };
    if *id != incident.id {
        return None;
    }
    match what {
        IncidentEvent::Logged(report) => Some(report.group),
        IncidentEvent::Assigned { group, .. } => Some(*group),
        IncidentEvent::Observed(observed) => observed.fields.iter().rev().find_map(|field| match field {
            Seen::Group(group) => Some(*group),
            _ => None,
        }),
        _ => None,
    }
}

/// The clock of one stretch: the incident as if it had been opened when the group got it, and closed when it was handed
/// on.
fn clock(incident: &Incident, stay: &Handover, matrix: &Matrix, agreement: &Compiled, now: DateTime<Utc>) -> Reading {
    let mut milestones = vec![Milestone { at: stay.from, what: MilestoneKind::Opened }];
    let before = |milestone: &&Milestone| milestone.at <= stay.from;
    let weighed =
        incident.milestones.iter().filter(before).rev().find(|m| matches!(m.what, MilestoneKind::Weighed { .. }));
    milestones.extend(weighed.map(|weighed| Milestone { at: stay.from, ..*weighed }));
    let state = incident.milestones.iter().filter(before).rev().find_map(|milestone| match milestone.what {
        MilestoneKind::Became(state) => Some(state),
        _ => None,
    });
    // Handed over while it waits: the pause goes on. What was resolved before it came is nobody's time.
    let standing = state.filter(|state| matches!(state, State::OnHold(_) | State::Resolved | State::Closed));
    milestones.extend(standing.map(|state| Milestone { at: stay.from, what: MilestoneKind::Became(state) }));
    let within =
        |milestone: &&Milestone| milestone.at > stay.from && stay.until.is_none_or(|until| milestone.at < until);
    milestones.extend(incident.milestones.iter().filter(within).copied());
    milestones.extend(stay.until.map(|at| Milestone { at, what: MilestoneKind::Became(State::Closed) }));
    let as_if = Incident { opened_at: stay.from, milestones, ..incident.clone() };
    service_level::clocks(&as_if, matrix, agreement, now).resolution
}
