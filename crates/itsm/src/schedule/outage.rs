//! What planned work takes from services: which are down, and for how much of their agreed time.

use chrono::TimeDelta;

use super::planned::Planned;
use crate::configuration::{Impact, Node, Question, impact};
use crate::desk::Desk;
use crate::ids::ServiceId;

/// A service that is down while the work is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Outage {
    /// Which service.
    pub service: ServiceId,
    /// How much of its agreed time falls into the span.
    pub agreed_down: TimeDelta,
    /// From the service to what is worked on: each needs the next.
    pub chain: Vec<Node>,
}

/// The services that fail while the items of the work are down, in the order of their ids, and everything that was worked out.
/// That every item is down for the whole span is the worst case, and that is what has to be announced.
pub fn outages(desk: &Desk, planned: &Planned) -> (Vec<Outage>, Impact) {
    let found = impact(desk.configuration(), &Question::of(planned.items.iter().map(|id| Node::Item(*id))));
    let agreed_down = desk.agreement().calendar().between(planned.span.start(), planned.span.end());
    let services = found.out().filter_map(|node| node.service().map(|service| (service, found.chain(node))));
    let outages = services.map(|(service, chain)| Outage { service, agreed_down, chain }).collect();
    (outages, found)
}
