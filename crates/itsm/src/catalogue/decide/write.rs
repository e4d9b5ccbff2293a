//! Writing: drafts, their edits, and what colleagues say.

use std::sync::Arc;

use super::content::{fits, is_too_long};
use super::{Action, check, listing, one};
use crate::catalogue::content::Content;
use crate::catalogue::edit::{Edit, Text};
use crate::catalogue::event::Event;
use crate::catalogue::portfolio::Status;
use crate::catalogue::record::{Listing, Remark};
use crate::desk::{Context, Desk, Happening};
use crate::directory::{Entry, EntryId};
use crate::fields::{filled, trimmed};
use crate::ids::{Key, ServiceId};
use crate::refusal::Refusal;
use crate::retire::offered;

pub(super) fn may(listing: &Listing, action: Action) -> Result<(), Refusal> {
    if action == Action::Edit && listing.status == Status::Obsolete {
        return Err(Refusal::NotFrom {
            state: listing.status.word(),
            because: "nobody uses it any more, and what was written of it is history",
            instead: "Draft a new service",
        });
    }
    Ok(())
}

/// Whether nobody has written of a service yet.
pub(super) fn is_free(desk: &Desk, id: ServiceId) -> Result<(), Refusal> {
    match desk.portfolio.listing(id) {
        None => Ok(()),
        Some(_) => Err(Refusal::NotFrom {
            state: "it is in the portfolio",
            because: "a service has one draft",
            instead: "Open that draft and go on with it",
        }),
    }
}

pub(super) fn draft(
    desk: &Desk,
    service: Option<ServiceId>,
    mut content: Content,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    content.name = filled(content.name, "a name", "customers ask for a service by its name")?;
    let (id, entered) = match service {
        Some(id) => {
            offered(desk, &desk.directory().services, Some(id), None, EntryId::Service, "service")?;
            is_free(desk, id)?;
            (id, None)
        }
        None => {
            let id = next_service(desk, context.tag);
            (id, Some(Happening::Entered(Entry::Service(id, content.name.clone()))))
        }
    };
    fits(desk, Some(id), &Content::default(), &content)?;
    let drafted = Happening::Catalogue(id, Event::Drafted(Box::new(content)));
    Ok(entered.into_iter().chain([drafted]).collect())
}

/// The id of the next service that is new to the desk.
pub(super) fn next_service(desk: &Desk, tag: u32) -> ServiceId {
    let named = desk.directory().services.keys().next_back();
    let listed = desk.portfolio.listings.keys().next_back();
    let highest = named.into_iter().chain(listed).map(|id| id.0.number).max().unwrap_or(0);
    ServiceId(Key { number: highest.saturating_add(1), tag })
}

pub(super) fn edit(
    desk: &Desk,
    service: ServiceId,
    edits: Vec<Edit>,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Edit, context.now)?;
    let listing = listing(desk, service)?;
    let mut after = listing.draft.clone();
    edits.into_iter().map(tidied).for_each(|edit| after.take(&edit));
    if after == listing.draft {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    fits(desk, Some(service), &listing.draft, &after)?;
    // Only what comes of it in the end: what was so for a moment must not stay where another tab wrote the rest.
    let edits = listing.draft.edits_to(&after).into_iter();
    let mut events: Vec<Happening> = edits.map(|edit| Happening::Catalogue(service, Event::Edited(edit))).collect();
    // Until customers know it by a name, the desk calls it what its draft does; from then on, what is published.
    if listing.versions.is_empty() && listing.draft.name != after.name {
        events.extend(renamed(desk, service, &listing.draft.name, &after.name));
    }
    Ok(events)
}

/// An edit as it is kept: a name without white space around it.
fn tidied(edit: Edit) -> Edit {
    match edit {
        Edit::Text(Text::Name, name) => Edit::Text(Text::Name, trimmed(name)),
        edit => edit,
    }
}

/// The directory's entry under another name, where it has this one.
pub(super) fn renamed(desk: &Desk, service: ServiceId, from: &str, to: &Arc<str>) -> Option<Happening> {
    let is_called = desk.directory().name(EntryId::Service(service)) == Some(from) && *from != **to;
    is_called.then(|| Happening::Entered(Entry::Service(service, to.clone())))
}

pub(super) fn comment(
    desk: &Desk,
    service: ServiceId,
    text: Arc<str>,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Comment, context.now)?;
    let text = filled(text, "text", "an empty comment tells colleagues nothing")?;
    if is_too_long(&text) {
        return Err(Refusal::Invalid { field: "text", because: "it is longer than anybody would read; shorten it" });
    }
    Ok(one(service, Event::Commented(text)))
}

pub(super) fn remark(listing: &Listing, place: u16) -> Result<&Remark, Refusal> {
    listing.comments.get(usize::from(place)).ok_or(Refusal::NoSuch { what: "comment" })
}

pub(super) fn settle(desk: &Desk, service: ServiceId, comment: u16, settled: bool) -> Result<Vec<Happening>, Refusal> {
    if remark(listing(desk, service)?, comment)?.settled == settled {
        return Err(Refusal::Missing { field: "a change", because: "the comment is already so" });
    }
    Ok(one(service, Event::Settled { comment, settled }))
}
