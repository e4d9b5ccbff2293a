//! Versions: looking at a draft, publishing it now or later, and going back.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Action, check, listing, one};
use crate::catalogue::event::Event;
use crate::catalogue::record::{Listing, Review, Version};
use crate::desk::{Context, Desk, Happening};
use crate::fields::{filled, trimmed};
use crate::ids::ServiceId;
use crate::refusal::Refusal;

pub(super) fn may(desk: &Desk, listing: &Listing, action: Action, now: DateTime<Utc>) -> Result<(), Refusal> {
    let asked = matches!(listing.review, Review::Asked { .. });
    match action {
        Action::Submit | Action::Publish if !listing.differs() => Err(Refusal::Rule {
            rule: "the draft says what is published",
            because: "a version that changes nothing only makes the change log longer",
        }),
        Action::Submit if asked => Err(Refusal::Rule {
            rule: "somebody is asked already",
            because: "one answer is enough; wait for it, or edit the draft and ask anew",
        }),
        Action::Review if !asked => Err(Refusal::Rule {
            rule: "nobody asked for a review",
            because: "the one who writes says when the draft is ready to be looked at",
        }),
        Action::Publish
            if desk.portfolio.settings().needs_review && !matches!(listing.review, Review::Approved { .. }) =>
        {
            Err(Refusal::Missing { field: "a review", because: "a second pair of eyes sees what the writer does not" })
        }
        Action::Unschedule if listing.scheduled(now).is_none() => Err(Refusal::Rule {
            rule: "nothing is scheduled",
            because: "every version is offered already, and what is published stays in the history",
        }),
        Action::Restore if listing.versions.is_empty() => {
            Err(Refusal::Missing { field: "a version", because: "nothing was published yet that could come back" })
        }
        _ => Ok(()),
    }
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
    if listing(desk, service)?.edited_by == context.actor {
        return Err(Refusal::Rule {
            rule: "nobody reviews what they wrote",
            because: "a review is a second pair of eyes; act as somebody else, or ask a colleague",
        });
    }
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
    let from = from.map_or(context.now, |from| from.max(context.now));
    Ok(one(service, Event::Published { from, note: trimmed(note) }))
}

pub(super) fn unschedule(desk: &Desk, service: ServiceId, context: &Context) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Unschedule, context.now)?;
    Ok(one(service, Event::Unscheduled))
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
    if *version(listing, number)?.content == listing.draft {
        return Err(Refusal::Missing { field: "a change", because: "the draft already says what this version said" });
    }
    Ok(one(service, Event::Restored { version: number }))
}
