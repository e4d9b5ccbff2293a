//! Ordering: a request, with the approvals and tasks that the published workflow asks for.

use chrono::{DateTime, Utc};

use crate::catalogue::command::Order;
use crate::catalogue::portfolio::Status;
use crate::catalogue::record::Listing;
use crate::desk::{Context, Desk, Happening};
use crate::refusal::Refusal;

pub(super) fn may(_desk: &Desk, listing: &Listing, now: DateTime<Utc>) -> Result<(), Refusal> {
    if listing.status == Status::Launched && listing.published(now).is_some() {
        return Ok(());
    }
    Err(Refusal::Rule {
        rule: "it is not offered",
        because: "customers order what is launched and published; everything else is still on its way, or gone",
    })
}

pub(super) fn order(desk: &Desk, order: Order, context: &Context) -> Result<Vec<Happening>, Refusal> {
    let listing = super::listing(desk, order.service)?;
    may(desk, listing, context.now)?;
    Err(Refusal::NoSuch { what: "offering" })
}
