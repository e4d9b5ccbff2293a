//! What has to be done about suppliers: contracts that end soon, and incidents that wait.

use chrono::{DateTime, TimeDelta, Utc};

use super::record::{State, Supplier};
use crate::desk::Desk;
use crate::ids::SupplierId;
use crate::incident::{self, HoldReason, Incident};

/// How long before its end, or before the last day for notice, a contract is named: a quarter, because a tender takes
/// that long.
pub const NOTICE_AHEAD: TimeDelta = TimeDelta::days(90);

/// A contract that somebody has to think about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Whose.
    pub supplier: SupplierId,
    /// Its place among the supplier's contracts.
    pub contract: usize,
    /// The last day for notice if it is still to come, else the end.
    pub at: DateTime<Utc>,
    /// Whether it is the last day for notice.
    pub is_notice: bool,
}

/// Contracts whose end or last day for notice comes within [`NOTICE_AHEAD`], the next first. What is over is not among
/// them, nor what an ended supplier had.
pub fn ending_soon(desk: &Desk, now: DateTime<Utc>) -> Vec<Ending> {
    let soon = |at: &DateTime<Utc>| now <= *at && *at <= now + NOTICE_AHEAD;
    let alive = desk.suppliers().all().filter(|supplier| supplier.state != State::Ended);
    let mut endings: Vec<Ending> = alive
        .flat_map(|supplier| {
            supplier.contracts.iter().enumerate().filter_map(move |(contract, known)| {
                let notice = known.notice_by.filter(soon).map(|at| (at, true));
                let (at, is_notice) = notice.or_else(|| known.valid_until.filter(soon).map(|at| (at, false)))?;
                Some(Ending { supplier: supplier.id, contract, at, is_notice })
            })
        })
        .collect();
    endings.sort_by_key(|ending| (ending.at, ending.supplier));
    endings
}

/// Incidents on hold until a supplier delivers, in the order of their ids.
pub fn awaiting(desk: &Desk) -> impl Iterator<Item = &Incident> {
    desk.incidents().filter(|incident| incident.state == incident::State::OnHold(HoldReason::Supplier))
}

/// Whether an incident is about something that a supplier supports: who is waited for is read from what is at fault.
pub fn supports(supplier: &Supplier, incident: &Incident) -> bool {
    incident.service.is_some_and(|id| supplier.profile.services.contains(&id))
        || incident.item.is_some_and(|id| supplier.profile.items.contains(&id))
}
