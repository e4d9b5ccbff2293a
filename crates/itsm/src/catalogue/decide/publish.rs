//! Versions: looking at a draft, publishing it now or later, and going back.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::content::name_is_free;
use super::write::renamed;
use super::{Action, check, listing, one};
use crate::catalogue::event::Event;
use crate::catalogue::portfolio::Status;
use crate::catalogue::record::{Listing, Review, Version};
use crate::desk::{Context, Desk, Happening};
use crate::directory::{Entry, EntryId};
use crate::fields::{filled, trimmed};
use crate::ids::{PersonId, ServiceId};
use crate::refusal::Refusal;

/// What the service itself allows.
pub(super) fn may(listing: &Listing, action: Action, now: DateTime<Utc>) -> Result<(), Refusal> {
    match action {
        Action::Submit | Action::Publish => may_appear(listing, now)?,
        Action::Restore if listing.status == Status::Obsolete => {
            return Err(Refusal::NotFrom {
                state: listing.status.word(),
                because: "nobody uses it any more, and what was written of it is history",
                instead: "Draft a new service",
            });
        }
        _ => {}
    }
    match (action, &listing.review) {
        (Action::Submit, Review::Asked { .. }) => Err(Refusal::Rule {
            rule: "somebody is asked already",
            because: "one answer is enough; wait for it, or edit the draft and ask anew",
        }),
        (Action::Submit, Review::Approved { .. }) => Err(Refusal::Rule {
            rule: "the draft may be published already",
            because: "nothing has changed since it was looked at; publish it",
        }),
        (Action::Review, Review::None | Review::Approved { .. } | Review::Returned { .. }) => Err(Refusal::Rule {
            rule: "nobody asked for a review",
            because: "the one who writes says when the draft is ready to be looked at",
        }),
        (Action::Unschedule, _) if listing.scheduled(now).is_none() => Err(Refusal::Rule {
            rule: "nothing is scheduled",
            because: "every version is offered already, and what is published stays in the history",
        }),
        (Action::Restore, _) if listing.versions.is_empty() => {
            Err(Refusal::Missing { field: "a version", because: "nothing was published yet that could come back" })
        }
        _ => Ok(()),
    }
}

/// Whether a next version may come at all.
fn may_appear(listing: &Listing, now: DateTime<Utc>) -> Result<(), Refusal> {
    let gone = |because, instead| Err(Refusal::NotFrom { state: listing.status.word(), because, instead });
    match listing.status {
        Status::Rejected => gone("it is not built, so nobody could order it", "Study it anew first"),
        Status::Retired => gone("it is offered no more, so nobody would read it", "Make it active again first"),
        Status::Obsolete => gone("nobody uses it any more", "Draft a new service"),
        _ if listing.scheduled(now).is_some() => Err(Refusal::Rule {
            rule: "the next version is scheduled already",
            because: "a second one would hide it before anybody read it; take the scheduled one back first",
        }),
        _ if !listing.differs() => Err(Refusal::Rule {
            rule: "the draft says what is published",
            because: "a version that changes nothing only makes the change log longer; change the draft first",
        }),
        _ => Ok(()),
    }
}

/// What the catalogue's settings ask for besides. Late events never meet this: what was allowed when it was published
/// stays so.
pub(super) fn settings_allow(desk: &Desk, listing: &Listing) -> Result<(), Refusal> {
    if desk.portfolio.settings().needs_review && !matches!(listing.review, Review::Approved { .. }) {
        return Err(Refusal::Missing {
            field: "a review",
            because: "a second pair of eyes sees what the writer does not",
        });
    }
    Ok(())
}

/// Whether somebody may say what came of looking at the draft: whoever wrote any of it, or asked, may not.
pub(super) fn reviewer_fits(listing: &Listing, reviewer: PersonId) -> Result<(), Refusal> {
    let asked = matches!(listing.review, Review::Asked { by } if by == reviewer);
    if asked || listing.writers.contains(&reviewer) {
        return Err(Refusal::Rule {
            rule: "nobody reviews what they wrote",
            because: "a review is a second pair of eyes; act as somebody else, or ask a colleague",
        });
    }
    Ok(())
}

pub(super) fn submit(desk: &Desk, service: ServiceId, context: &Context) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Submit, context.now)?;
    Ok(one(service, Event::Submitted))
}

pub(super) fn review(
    desk: &Desk,
    service: ServiceId,
    approves: bool,
    words: Arc<str>,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Review, context.now)?;
    reviewer_fits(listing(desk, service)?, context.actor)?;
    let words =
        if approves { trimmed(words) } else { filled(words, "words", "the writer has to know what to change")? };
    Ok(one(service, Event::Reviewed { approves, words }))
}

pub(super) fn publish(
    desk: &Desk,
    service: ServiceId,
    from: Option<DateTime<Utc>>,
    note: Arc<str>,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Publish, context.now)?;
    let listing = listing(desk, service)?;
    let name = &listing.draft.name;
    if desk.directory().name(EntryId::Service(service)) != Some(name) {
        name_is_free(desk, Some(service), name)?;
    }
    let note = match listing.latest() {
        Some(_) => filled(note, "what is new", "customers read the change log to learn what is different")?,
        None => trimmed(note),
    };
    let from = from.map_or(context.now, |from| from.max(context.now));
    let mut events = one(service, Event::Published { from, note });
    // The desk calls a service as its customers do.
    if desk.directory().name(EntryId::Service(service)) != Some(name) {
        events.push(Happening::Entered(Entry::Service(service, name.clone())));
    }
    Ok(events)
}

pub(super) fn unschedule(desk: &Desk, service: ServiceId, context: &Context) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Unschedule, context.now)?;
    let listing = listing(desk, service)?;
    let mut events = one(service, Event::Unscheduled);
    // The name goes back, too, to what customers still read.
    if let Some((scheduled, offered)) = listing.scheduled(context.now).zip(listing.published(context.now)) {
        events.extend(renamed(desk, service, &scheduled.content.name, &offered.content.name));
    }
    Ok(events)
}

pub(super) fn version(listing: &Listing, number: u32) -> Result<&Version, Refusal> {
    listing.version(number).ok_or(Refusal::NoSuch { what: "version" })
}

pub(super) fn restore(
    desk: &Desk,
    service: ServiceId,
    number: u32,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Restore, context.now)?;
    let listing = listing(desk, service)?;
    let content = &version(listing, number)?.content;
    if **content == listing.draft {
        return Err(Refusal::Missing { field: "a change", because: "the draft already says what this version said" });
    }
    if content.name != listing.draft.name {
        name_is_free(desk, Some(service), &content.name)?;
    }
    Ok(one(service, Event::Restored { version: number }))
}
