//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use chrono::{DateTime, Utc};

use super::event::Event;
use crate::desk::Desk;
use crate::ids::{PersonId, ServiceId};

/// Applies one event.
pub(crate) fn apply(desk: &mut Desk, id: ServiceId, event: &Event, _at: DateTime<Utc>, _by: PersonId) {
    let known = desk.services.entry(id).or_default();
    match event {
        Event::OutageNoted(outage) => known.outages.push((**outage).clone()),
        Event::Restored { outage, at } => {
            if let Some(outage) = known.outages.get_mut(usize::from(*outage)) {
                outage.until = Some(*at);
            }
        }
        Event::Withdrawn { outage, .. } => {
            if let Some(outage) = known.outages.get_mut(usize::from(*outage)) {
                outage.withdrawn = true;
            }
        }
        Event::TargetSet(target) => known.target = *target,
    }
}

/// Takes out what its events have left, so that they can be applied again.
pub(crate) fn forget(desk: &mut Desk, id: ServiceId) {
    desk.services.remove(&id);
}
