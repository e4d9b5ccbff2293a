//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use chrono::{DateTime, Utc};

use super::event::Event;
use super::record::{LookBack, Major, Moment, Part, Status, Update};
use crate::desk::Desk;
use crate::ids::{IncidentId, PersonId};

/// Applies one event. Anything but a proposal changes nothing where nothing was proposed.
pub(crate) fn apply(desk: &mut Desk, id: IncidentId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    if let Event::Proposed { because } = event {
        let blank = || Major {
            incident: id,
            because: because.clone(),
            status: Status::Candidate,
            manager: None,
            communications: None,
            technical: None,
            plan: None,
            updates: vec![],
            moments: vec![],
            look_back: None,
            proposed_at: at,
            accepted_at: None,
            changed_at: at,
        };
        let major = desk.majors.entry(id).or_insert_with(blank);
        // What an earlier time left is in the journal; this one begins anew.
        *major = blank();
    } else if let Some(major) = desk.majors.get_mut(&id) {
        major.changed_at = major.changed_at.max(at);
        major.change(event, at, by);
    }
}

/// Takes out what its events have left, so that they can be applied again.
pub(crate) fn forget(desk: &mut Desk, id: IncidentId) {
    desk.majors.remove(&id);
}

impl Major {
    fn change(&mut self, event: &Event, at: DateTime<Utc>, by: PersonId) {
        match event {
            Event::Proposed { .. } => {}
            Event::Accepted { manager } => {
                self.status = Status::Accepted;
                self.manager = Some(*manager);
                self.accepted_at = Some(at);
            }
            Event::Rejected { because } => self.status = Status::Rejected(because.clone()),
            Event::Demoted { because } => self.status = Status::Demoted(because.clone()),
            Event::PartGiven { part, person } => {
                *match part {
                    Part::Manager => &mut self.manager,
                    Part::Communications => &mut self.communications,
                    Part::Technical => &mut self.technical,
                } = *person;
            }
            Event::Planned(plan) => self.plan = Some((plan.clone(), at)),
            Event::Updated { text, incidents } => {
                self.updates.push(Update { text: text.clone(), incidents: *incidents, at, by });
            }
            Event::Logged { what, text, when } => {
                let place = self.moments.partition_point(|moment| moment.at <= *when);
                self.moments.insert(place, Moment { what: what.clone(), text: text.clone(), at: *when, by });
            }
            Event::LookedBack(review) => self.look_back = Some(LookBack::Written(review.clone())),
            Event::Waived { because } => self.look_back = Some(LookBack::Waived(because.clone())),
        }
    }
}
