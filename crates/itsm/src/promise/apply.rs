//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use chrono::{DateTime, Utc};

use super::event::Event;
use super::record::{Held, Promise, Stage, Version};
use crate::desk::Desk;
use crate::ids::{PersonId, PromiseId};

/// Applies one event. One for an unknown agreement, or a second drafting of a known one, changes nothing.
pub(crate) fn apply(desk: &mut Desk, id: PromiseId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    if let Event::Drafted(terms) = event {
        desk.promises.begin(id, || Promise::drafted(id, (**terms).clone(), at));
    } else if let Some(promise) = desk.promises.get_mut(id) {
        promise.changed_at = promise.changed_at.max(at);
        promise.change(event, at, by);
    }
}

impl Promise {
    fn change(&mut self, event: &Event, at: DateTime<Utc>, by: PersonId) {
        match event {
            Event::Redrafted(terms) => self.versions = vec![Version::new((**terms).clone(), None)],
            Event::Agreed => {
                self.stage = Stage::Agreed;
                if let Some(version) = self.versions.last_mut() {
                    version.agreed_at = Some(at);
                }
            }
            Event::Revised { terms, .. } => self.versions.push(Version::new((**terms).clone(), Some(at))),
            Event::Ended { from, .. } => (self.stage, self.ended_from) = (Stage::Ended, Some(*from)),
            Event::Reviewed(review) => {
                let done = vec![None; review.actions.len()];
                self.reviews.push(Held { review: (**review).clone(), done, by });
            }
            Event::ActionDone { review, action } => {
                let held = self.reviews.get_mut(usize::from(*review));
                if let Some(done) = held.and_then(|held| held.done.get_mut(usize::from(*action))) {
                    *done = Some(at);
                }
            }
            // The words stay in the journal.
            Event::Noted { .. } | Event::Drafted(_) => {}
        }
    }
}
