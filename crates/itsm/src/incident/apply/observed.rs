//! What an import saw in another tool: recorded as it was, however untidy.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::Moment;
use super::change::beginning;
use crate::ids::{GroupId, IncidentId, PersonId};
use crate::incident::event::{Observed, Seen};
use crate::incident::record::{Channel, Foreign, Incident, Resolution, ResolutionCode};
use crate::incident::state::State;
use crate::priority::Level;

/// The level of an incident whose first row does not say: ServiceNow's default, low.
const UNSAID: Level = Level(3);

/// One row. The first one for an unknown incident begins its record.
pub(super) fn observe(incidents: &mut BTreeMap<IncidentId, Incident>, id: IncidentId, row: &Observed, moment: Moment) {
    let incident = incidents.entry(id).or_insert_with(|| first_seen(id, row, moment));
    let at = moment.at;
    incident.touch(at);
    let mut next = Next::of(incident);
    let mut foreign = incident.foreign.take().unwrap_or_default();
    for seen in &row.fields {
        take_in(incident, &mut foreign, &mut next, seen);
    }
    if row.source_verdict.is_some() {
        foreign.verdict = row.source_verdict;
    }
    incident.weigh(next.impact, next.urgency, at);
    incident.hand_to(next.group, next.assignee);
    incident.become_at(next.state, at);
    // The other tool may have seen more than its log shows.
    incident.reopened = incident.reopened.max(foreign.reopened.unwrap_or(0));
    incident.reassigned = incident.reassigned.max(foreign.reassigned.unwrap_or(0));
    end(incident, &foreign, moment);
    incident.foreign = Some(foreign);
}

/// What a row may change together, so that one row counts as one step.
struct Next {
    state: State,
    impact: Level,
    urgency: Level,
    group: Option<GroupId>,
    assignee: Option<PersonId>,
}

impl Next {
    fn of(incident: &Incident) -> Self {
        Self {
            state: incident.state,
            impact: incident.impact,
            urgency: incident.urgency,
            group: incident.group,
            assignee: incident.assignee,
        }
    }
}

fn first_seen(id: IncidentId, row: &Observed, moment: Moment) -> Incident {
    let (mut opened_at, mut impact, mut urgency) = (moment.at, UNSAID, UNSAID);
    for seen in &row.fields {
        match seen {
            Seen::OpenedAt(at) => opened_at = *at,
            Seen::Impact(level) => impact = *level,
            Seen::Urgency(level) => urgency = *level,
            _ => {}
        }
    }
    let blank: Arc<str> = Arc::default();
    Incident {
        id,
        summary: blank.clone(),
        description: blank,
        channel: Channel::Direct,
        caller: None,
        opened_by: None,
        service: None,
        item: None,
        category: None,
        impact,
        urgency,
        group: None,
        assignee: None,
        state: State::New,
        resolution: None,
        parent: None,
        duplicate_of: None,
        follows: None,
        problem: None,
        rating: None,
        opened_at,
        changed_at: moment.at,
        closed_at: None,
        reopened: 0,
        reassigned: 0,
        milestones: beginning(opened_at, impact, urgency),
        foreign: None,
    }
}

fn take_in(incident: &mut Incident, foreign: &mut Foreign, next: &mut Next, seen: &Seen) {
    match seen {
        Seen::State(state) => next.state = *state,
        Seen::OpenedAt(at) => correct_opening(incident, *at),
        Seen::ResolvedAt(at) => foreign.resolved_at = *at,
        Seen::ClosedAt(at) => foreign.closed_at = *at,
        Seen::Channel(channel) => incident.channel = *channel,
        Seen::Caller(id) => incident.caller = *id,
        Seen::OpenedBy(id) => incident.opened_by = *id,
        Seen::Item(id) => incident.item = *id,
        Seen::Category(id) => incident.category = *id,
        Seen::Impact(level) => next.impact = *level,
        Seen::Urgency(level) => next.urgency = *level,
        Seen::Priority(priority) => foreign.priority = Some(*priority),
        Seen::Group(id) => next.group = *id,
        Seen::Assignee(id) => next.assignee = *id,
        Seen::Reassigned(count) => foreign.reassigned = Some(*count),
        Seen::Reopened(count) => foreign.reopened = Some(*count),
        Seen::ResolutionCode(word) => foreign.resolution_code = (!word.is_empty()).then(|| word.clone()),
        Seen::ResolvedBy(id) => foreign.resolved_by = *id,
        Seen::Summary(text) => incident.summary = text.clone(),
        Seen::Description(text) => incident.description = text.clone(),
        Seen::Other { column, value } => keep(&mut foreign.fields, column, value),
    }
}

/// A later row may correct when the incident was opened; the milestones follow and stay in order.
fn correct_opening(incident: &mut Incident, at: DateTime<Utc>) {
    if incident.opened_at == at {
        return;
    }
    incident.opened_at = at;
    for (index, milestone) in incident.milestones.iter_mut().enumerate() {
        // The first two are the opening itself.
        if index < 2 || milestone.at < at {
            milestone.at = at;
        }
    }
}

fn keep(fields: &mut Vec<(Arc<str>, Arc<str>)>, column: &Arc<str>, value: &Arc<str>) {
    let place = fields.iter().position(|(name, _)| name == column);
    match place {
        Some(place) if value.is_empty() => drop(fields.remove(place)),
        Some(place) => {
            if let Some((_, old)) = fields.get_mut(place) {
                *old = value.clone();
            }
        }
        None if value.is_empty() => {}
        None => fields.push((column.clone(), value.clone())),
    }
}

/// Puts together the resolution and the closing, as far as the other tool has said; both only while they hold.
fn end(incident: &mut Incident, foreign: &Foreign, moment: Moment) {
    if !matches!(incident.state, State::Resolved | State::Closed) {
        return;
    }
    let now = incident.resolution.take();
    let said = foreign.resolution_code.clone().map(ResolutionCode::Foreign);
    incident.resolution = Some(match now {
        Some(now) => Resolution {
            code: said.unwrap_or(now.code),
            by: foreign.resolved_by.unwrap_or(now.by),
            at: foreign.resolved_at.unwrap_or(now.at),
            solution: now.solution,
        },
        None => Resolution {
            code: said.unwrap_or_else(|| ResolutionCode::Foreign(Arc::default())),
            by: foreign.resolved_by.unwrap_or(moment.by),
            at: foreign.resolved_at.unwrap_or(moment.at),
            solution: Arc::default(),
        },
    });
    if incident.state == State::Closed {
        incident.closed_at = foreign.closed_at.or(incident.closed_at);
    }
}
