//! The way through the portfolio: gates and what they ask for.

use std::sync::Arc;

use super::{Action, check, listing, one};
use crate::catalogue::event::Event;
use crate::catalogue::portfolio::{Check, Status};
use crate::catalogue::record::Listing;
use crate::desk::{Context, Desk, Happening};
use crate::fields::{filled, trimmed};
use crate::ids::ServiceId;
use crate::refusal::Refusal;

pub(super) fn may(listing: &Listing, action: Action) -> Result<(), Refusal> {
    let Action::Move(to) = action else { return Ok(()) };
    if !listing.status.may_become(to) {
        return Err(Refusal::NotFrom {
            state: listing.status.word(),
            because: "a service passes the gates of the portfolio one after the other",
            instead: "Take the next step first",
        });
    }
    match to.asks_for().iter().find(|check| !listing.done.contains_key(check)) {
        Some(_) if is_back(listing.status, to) => Ok(()),
        Some(missing) => Err(Refusal::Missing { field: missing.word(), because: missing.asks() }),
        None => Ok(()),
    }
}

/// Whether a step goes back to where the service has been: its gate was passed before.
fn is_back(from: Status, to: Status) -> bool {
    to < from
}

pub(super) fn tick(
    desk: &Desk,
    service: ServiceId,
    what: Check,
    words: Option<Arc<str>>,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Tick, context.now)?;
    let words = match words {
        Some(words) => Some(filled(words, "words", "whoever stands at the gate must be able to read it")?),
        None if listing(desk, service)?.done.contains_key(&what) => None,
        None => return Err(Refusal::Missing { field: "a tick", because: "there is none to take back" }),
    };
    Ok(one(service, Event::Ticked(what, words)))
}

pub(super) fn go(
    desk: &Desk,
    service: ServiceId,
    to: Status,
    because: Arc<str>,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Move(to), context.now)?;
    let from = listing(desk, service)?.status;
    let ends = matches!(to, Status::Rejected | Status::Retired | Status::Obsolete);
    let because = if ends || is_back(from, to) {
        filled(because, "a reason", "those who worked on it should know why it goes this way")?
    } else {
        trimmed(because)
    };
    Ok(one(service, Event::Moved { to, because }))
}
