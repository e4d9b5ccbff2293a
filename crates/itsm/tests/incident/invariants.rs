//! What holds of every desk, and of every step from one desk to the next.

use std::collections::{BTreeMap, BTreeSet};

use itsm::incident::{Incident, MilestoneKind, ResolutionCode, State};
use itsm::{Desk, IncidentId};

/// What holds whatever was applied, legal or not.
pub fn hold_for_any_events(desk: &Desk) {
    for incident in desk.incidents() {
        let ended = matches!(incident.state, State::Resolved | State::Closed);
        assert!(ended || incident.resolution.is_none(), "a resolution without an end: {incident:?}");
        assert_eq!(incident.closed_at.is_some(), incident.state == State::Closed, "{incident:?}");
        assert!((1..=5).contains(&incident.priority(desk.matrix()).0));
        milestones_tell_the_record(incident);
        if let Some(foreign) = &incident.foreign {
            assert!(foreign.fields.iter().all(|(_, value)| !value.is_empty()));
            let columns: BTreeSet<_> = foreign.fields.iter().map(|(column, _)| column).collect();
            assert_eq!(columns.len(), foreign.fields.len());
        }
    }
    the_index_matches_the_links(desk);
}

fn milestones_tell_the_record(incident: &Incident) {
    let milestones = &incident.milestones;
    assert!(milestones.is_sorted_by_key(|milestone| milestone.at), "{milestones:?}");
    assert_eq!(milestones[0].what, MilestoneKind::Opened);
    assert!(matches!(milestones[1].what, MilestoneKind::Weighed { .. }));
    assert_eq!((milestones[0].at, milestones[1].at), (incident.opened_at, incident.opened_at));
    let (mut state, mut weight, mut responses) = (State::New, None, 0);
    for milestone in milestones {
        match milestone.what {
            MilestoneKind::Became(next) => {
                assert_ne!(state, next, "{milestones:?}");
                state = next;
            }
            MilestoneKind::Weighed { impact, urgency } => weight = Some((impact, urgency)),
            MilestoneKind::Responded => responses += 1,
            MilestoneKind::Opened => {}
        }
    }
    assert_eq!((state, weight), (incident.state, Some((incident.impact, incident.urgency))));
    assert!(responses <= 1);
}

fn the_index_matches_the_links(desk: &Desk) {
    let mut expected: BTreeMap<IncidentId, BTreeSet<IncidentId>> = BTreeMap::new();
    for incident in desk.incidents() {
        for above in [incident.parent, incident.duplicate_of].into_iter().flatten() {
            expected.entry(above).or_default().insert(incident.id);
        }
    }
    for incident in desk.incidents() {
        let found: BTreeSet<_> = desk.dependants(incident.id).map(|dependant| dependant.id).collect();
        assert_eq!(found, expected.remove(&incident.id).unwrap_or_default());
    }
}

/// What holds where every event was decided here, or was legal when it came.
pub fn hold_for_legal_events(desk: &Desk) {
    hold_for_any_events(desk);
    for incident in desk.incidents() {
        leads_to_no_circle(desk, incident);
        if incident.foreign.is_some() {
            continue;
        }
        let parent = incident.parent.and_then(|parent| desk.incident(parent).ok());
        let closed_here = parent.is_some_and(|parent| parent.foreign.is_none() && parent.state == State::Closed);
        assert!(!(closed_here && incident.state.is_open()), "an open child of a closed parent: {incident:?}");
        let code = incident.resolution.as_ref().map(|resolution| &resolution.code);
        assert!(code != Some(&ResolutionCode::Duplicate) || incident.duplicate_of.is_some(), "{incident:?}");
        assert!(!incident.summary.trim().is_empty());
        assert!(incident.changed_at >= incident.opened_at);
        if matches!(incident.state, State::Resolved | State::Closed) {
            let resolution = incident.resolution.as_ref().expect("resolved incidents say how");
            assert!(!resolution.solution.trim().is_empty());
            assert!(!matches!(resolution.code, ResolutionCode::Foreign(_)));
        }
    }
}

fn leads_to_no_circle(desk: &Desk, from: &Incident) {
    let mut seen = BTreeSet::new();
    let mut waiting: Vec<_> = [from.parent, from.duplicate_of].into_iter().flatten().collect();
    while let Some(id) = waiting.pop() {
        assert_ne!(id, from.id, "a circle of links");
        if seen.insert(id) {
            let above = desk.incident(id).expect("links lead to known incidents");
            waiting.extend([above.parent, above.duplicate_of].into_iter().flatten());
        }
    }
}

/// What holds between a record and the next one, whatever happened.
pub fn hold_over_any_step(before: &Desk, after: &Desk) {
    for old in before.incidents() {
        let new = after.incident(old.id).expect("records never vanish");
        assert!(new.reopened >= old.reopened && new.reassigned >= old.reassigned, "counts never fall");
        assert!(new.changed_at >= old.changed_at);
        assert!(new.milestones.len() >= old.milestones.len());
    }
}

/// What holds between a record and the next one where the step was decided here, or legal.
pub fn hold_over_a_legal_step(before: &Desk, after: &Desk) {
    hold_over_any_step(before, after);
    for old in before.incidents() {
        let new = after.incident(old.id).expect("records never vanish");
        assert!(old.state == new.state || old.state.may_become(new.state), "{:?} → {:?}", old.state, new.state);
        assert!(new.milestones.starts_with(&old.milestones), "what happened stays");
        if new.resolution.is_none() && old.resolution.is_some() {
            assert_eq!(new.reopened, old.reopened + 1);
        }
    }
}
