//! The way through the portfolio: gates and what they ask for.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Action, check, listing, one};
use crate::catalogue::event::Event;
use crate::catalogue::portfolio::{Check, Status};
use crate::catalogue::record::Listing;
use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::ServiceId;
use crate::refusal::Refusal;

/// What the service itself allows.
pub(super) fn may(listing: &Listing, action: Action, now: DateTime<Utc>) -> Result<(), Refusal> {
    let Action::Move(to) = action else {
        return match listing.status {
            Status::Obsolete => Err(Refusal::NotFrom {
                state: listing.status.word(),
                because: "its life is over, and no gate is before it",
                instead: "Draft a new service",
            }),
            _ => Ok(()),
        };
    };
    if listing.status == to {
        return Err(Refusal::NotFrom {
            state: to.word(),
            because: "it stands there already",
            instead: "Choose another place",
        });
    }
    if !listing.status.may_become(to) {
        return Err(Refusal::NotFrom {
            state: listing.status.word(),
            because: "the gates are passed one after the other",
            instead: step_first(listing.status),
        });
    }
    if let Some(missing) = listing.missing(to).next() {
        return Err(Refusal::Missing { field: missing.word(), because: missing.because() });
    }
    if to == Status::Launched && listing.published(now).is_none() {
        return Err(Refusal::Missing {
            field: "a published version",
            because: "customers would find nothing to read and nothing to order",
        });
    }
    Ok(())
}

/// What may be done in place of a step that leaps over others.
fn step_first(from: Status) -> &'static str {
    match from {
        Status::InStudy => "It can go into design, or be rejected",
        Status::InDesign => "It can go into test, back into study, or be rejected",
        Status::InTest => "It can become active, go back into design, or be rejected",
        Status::Rejected => "It can be studied anew",
        Status::Active => "It can be launched, go back into test, or be retired",
        Status::Launched => "It can be retired, or be active without being offered",
        Status::Retired => "It can become obsolete, or active again",
        Status::Obsolete => "Draft a new service",
    }
}

/// What other records allow: whoever was promised something keeps it. Late events never meet this, as it does not
/// follow from the service's own history.
pub(super) fn others_allow(desk: &Desk, listing: &Listing, to: Status) -> Result<(), Refusal> {
    if !matches!(to, Status::Retired | Status::Obsolete) {
        return Ok(());
    }
    let id = listing.id;
    if desk.requests().all().any(|request| request.service == Some(id) && request.state().is_open()) {
        return Err(Refusal::Rule {
            rule: "open requests wait for it",
            because: "they would be for what nobody provides; fulfil or end them first",
        });
    }
    let offered = desk.portfolio.listings().filter(|other| other.id != id && other.status == Status::Launched);
    let mut versions = offered.filter_map(Listing::latest);
    let is_bundled = |version: &crate::catalogue::Version| {
        version.content.offerings.iter().any(|offering| offering.includes.iter().any(|(service, _)| *service == id))
    };
    match to {
        Status::Retired if versions.any(is_bundled) => Err(Refusal::Rule {
            rule: "a bundle on offer contains it",
            because: "customers would order what nobody provides; take it out of the bundle first",
        }),
        Status::Obsolete if versions.any(|version| version.content.supporting.contains(&id)) => Err(Refusal::Rule {
            rule: "launched services are built on it",
            because: "they would lose what they stand on; move them to another first",
        }),
        Status::Obsolete => {
            let open = desk.incidents().filter(|one| one.service == Some(id) && one.state.is_open()).count();
            let instead = "Resolve them first: somebody still uses it";
            if open == 0 { Ok(()) } else { Err(Refusal::InUse { what: "service", open, instead }) }
        }
        _ => Ok(()),
    }
}

/// Whether a step goes back to where the service has been: its gate was passed before.
fn is_back(from: Status, to: Status) -> bool {
    to < from
}

/// Whether the tick of something may be taken back: the gate that asked for it must not be passed yet.
pub(super) fn may_untick(listing: &Listing, what: Check) -> Result<(), Refusal> {
    if !listing.done.contains_key(&what) {
        return Err(Refusal::Missing { field: "a tick", because: "there is none to take back" });
    }
    if listing.status != Status::Rejected && listing.status >= what.gate() {
        return Err(Refusal::Rule {
            rule: "its gate is passed",
            because: "the service got here with it; move the service back before you take it back",
        });
    }
    Ok(())
}

pub(super) fn tick(
    desk: &Desk,
    service: ServiceId,
    what: Check,
    words: Option<Arc<str>>,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Tick, context.now)?;
    let listing = listing(desk, service)?;
    let words = match words {
        Some(words) => {
            let words = filled(words, "words", "whoever stands at the gate must be able to read it")?;
            if listing.done.get(&what).is_some_and(|done| done.words == words) {
                return Err(Refusal::Missing { field: "a change", because: "it is ticked with these words already" });
            }
            Some(words)
        }
        None => {
            may_untick(listing, what)?;
            None
        }
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
    let because = if needs_a_reason(listing(desk, service)?.status, to) {
        filled(because, "a reason", "those who worked on it should know why it goes this way")?
    } else {
        trimmed(because)
    };
    let mut events = one(service, Event::Moved { to, because });
    // What nobody uses any more is not offered either where something is logged.
    let entry = EntryId::Service(service);
    if to == Status::Obsolete && desk.directory().name(entry).is_some() && !desk.directory().is_retired(entry) {
        events.push(Happening::Retired(entry, true));
    }
    Ok(events)
}

/// Whether a step has to say why: it goes back, ends, or rejects.
pub fn needs_a_reason(from: Status, to: Status) -> bool {
    is_back(from, to) || matches!(to, Status::Rejected | Status::Retired | Status::Obsolete)
}
