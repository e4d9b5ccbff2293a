//! What was ordered, and how long it took.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::Desk;
use itsm::catalogue::{Listing, Offering};
use itsm::request::{Request, State};

use super::Demand;

/// How far back the desk's history is looked at, in days.
pub const HISTORY_DAYS: u32 = 365;

/// The stretch of the journal that is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct History {
    since: DateTime<Utc>,
    /// Its length in days, at least one.
    pub days: u32,
}

/// The orders of one offering.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Orders {
    /// How many were ordered; what was taken back, refused or re-routed brings nothing in.
    pub count: u32,
    /// The working time of each that was fulfilled, waits for the requester left out.
    pub working_times: Vec<TimeDelta>,
}

impl History {
    /// The last [`HISTORY_DAYS`], or since the desk's first request if that is later.
    pub fn of(desk: &Desk, now: DateTime<Utc>) -> Self {
        let furthest = now - TimeDelta::days(i64::from(HISTORY_DAYS));
        let first = desk.requests().all().map(|request| request.opened_at).min().unwrap_or(now);
        let since = first.clamp(furthest, now);
        let days = u32::try_from((now - since).num_days()).unwrap_or(0).clamp(1, HISTORY_DAYS);
        Self { since, days }
    }

    /// So many orders as hundredths a month; a month is the twelfth part of 365 days.
    pub(super) fn a_month(self, orders: u32) -> Demand {
        let hundredths = u64::from(orders) * 100 * 365 / 12 / u64::from(self.days.max(1));
        Demand::try_from(hundredths).unwrap_or(Demand::MAX)
    }

    pub(super) fn orders(self, desk: &Desk, listing: &Listing, offering: &Offering) -> Orders {
        let mut orders = Orders::default();
        let recent = desk.requests().all().filter(|request| request.opened_at >= self.since);
        for request in recent {
            let quantity = ordered(request, listing, offering);
            if quantity == 0 || matches!(request.state(), State::Cancelled | State::Rejected | State::Rerouted) {
                continue;
            }
            orders.count = orders.count.saturating_add(quantity);
            orders.working_times.extend(working_time(desk, request));
        }
        orders
    }
}

/// How many of an offering a request asks for. Requests that did not come from the catalogue name no offering: they are
/// told by what they ask for, and those of a service with one offering can mean no other.
fn ordered(request: &Request, listing: &Listing, offering: &Offering) -> u32 {
    if let Some(order) = &request.order {
        let is_it = (order.service, order.offering) == (listing.id, offering.key);
        return if is_it { u32::from(order.quantity) } else { 0 };
    }
    if request.service != Some(listing.id) {
        return 0;
    }
    let is_only = listing.draft.offerings.len() == 1;
    let name = offering.name.trim().to_lowercase();
    let meant = request.items.iter().filter(|item| is_only || item.name.trim().to_lowercase() == name);
    meant.fold(0, |sum, item| sum.saturating_add(u32::from(item.quantity)))
}

/// The working time from the approval of a request to its end, by the desk's present hours, without what the desk
/// waited for the requester; `None` for one that was not fulfilled.
pub fn working_time(desk: &Desk, request: &Request) -> Option<TimeDelta> {
    if request.state() != State::Done {
        return None;
    }
    let (start, end) = (request.approved_at()?, request.ended_at?);
    let calendar = desk.agreement().calendar();
    let waited = request.waits.iter().fold(TimeDelta::zero(), |sum, wait| {
        let (since, until) = (wait.since.max(start), wait.until.unwrap_or(end).min(end));
        if since < until { sum + calendar.between(since, until) } else { sum }
    });
    Some(calendar.between(start, end) - waited)
}
