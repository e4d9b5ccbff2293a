//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use chrono::{DateTime, Utc};

use super::event::Event;
use super::record::{Performance, State, Supplier};
use crate::desk::Desk;
use crate::ids::{PersonId, SupplierId};

/// Applies one event. One for an unknown supplier, or a second adding of a known one, changes nothing.
pub(crate) fn apply(desk: &mut Desk, id: SupplierId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    if let Event::Added(profile) = event {
        desk.suppliers.begin(id, || Supplier {
            id,
            profile: (**profile).clone(),
            state: State::Candidate,
            contracts: Vec::new(),
            performance: Vec::new(),
            added_at: at,
            changed_at: at,
        });
    } else if let Some(supplier) = desk.suppliers.get_mut(id) {
        supplier.changed_at = supplier.changed_at.max(at);
        match event {
            Event::Corrected(profile) => supplier.profile = (**profile).clone(),
            Event::Signed(contract) => supplier.contracts.push((**contract).clone()),
            Event::ContractChanged { place, contract } => {
                if let Some(known) = supplier.contracts.get_mut(usize::from(*place)) {
                    *known = (**contract).clone();
                }
            }
            Event::Activated => supplier.state = State::Active,
            Event::Ended { .. } => supplier.state = State::Ended,
            Event::Rated { health, text } => {
                supplier.performance.push(Performance { health: *health, text: text.clone(), at, by });
            }
            Event::Added(_) => {}
        }
    }
}
