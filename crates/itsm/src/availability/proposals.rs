//! Which incidents may have been outages: somebody looks, and decides.

use chrono::{DateTime, Utc};

use crate::desk::Desk;
use crate::ids::{IncidentId, ItemId, ServiceId};
use crate::incident::State;
use crate::priority::Level;

/// An incident that may have stopped its service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Which incident.
    pub incident: IncidentId,
    /// When it was opened, which is not earlier than the failure.
    pub from: DateTime<Utc>,
    /// When it was resolved, which is when somebody said that the service is back.
    pub until: Option<DateTime<Utc>>,
    /// The item at fault.
    pub item: Option<ItemId>,
}

/// Incidents about a service with the greatest impact that no outage names yet, the latest first. Children and
/// duplicates tell of a failure that another one tells of.
pub fn proposals(desk: &Desk, service: ServiceId) -> Vec<Proposal> {
    let known = desk.availability(service);
    let is_named =
        |id: IncidentId| known.is_some_and(|known| known.outages.iter().any(|outage| outage.incident == Some(id)));
    let stops = desk.incidents().filter(|incident| {
        incident.service == Some(service)
            && incident.impact == Level(1)
            && incident.state != State::Cancelled
            && incident.parent.is_none()
            && incident.duplicate_of.is_none()
            && !is_named(incident.id)
    });
    let mut proposals: Vec<Proposal> = stops
        .map(|incident| Proposal {
            incident: incident.id,
            from: incident.opened_at,
            until: incident.resolution.as_ref().map(|resolution| resolution.at),
            item: incident.item,
        })
        .collect();
    proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.from));
    proposals
}
