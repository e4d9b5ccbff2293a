//! Writing: drafts, their edits, and what colleagues say.

use std::sync::Arc;

use super::{Action, check, listing, one};
use crate::catalogue::content::Content;
use crate::catalogue::edit::{Edit, Text};
use crate::catalogue::event::Event;
use crate::catalogue::portfolio::Status;
use crate::catalogue::record::{Listing, Remark};
use crate::desk::{Context, Desk, Happening};
use crate::directory::{Entry, EntryId};
use crate::fields::filled;
use crate::ids::{Key, ServiceId};
use crate::refusal::Refusal;

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
    if desk.directory().name(EntryId::Service(id)).is_none() {
        return Err(Refusal::NoSuch { what: "service" });
    }
    match desk.portfolio.listing(id) {
        None => Ok(()),
        Some(_) => Err(Refusal::Rule {
            rule: "it is in the portfolio already",
            because: "a service has one draft; open that and go on with it",
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
        Some(id) => (id, None),
        None => {
            let lower = content.name.to_lowercase();
            if desk.directory().services.values().any(|name| name.to_lowercase() == lower) {
                return Err(Refusal::Invalid {
                    field: "name",
                    because: "another service has it; nobody could tell them apart",
                });
            }
            let highest = desk.directory().services.keys().next_back().map_or(0, |id| id.0.number);
            let id = ServiceId(Key { number: highest.saturating_add(1), tag: context.tag });
            (id, Some(Happening::Entered(Entry::Service(id, content.name.clone()))))
        }
    };
    if service.is_some() {
        is_free(desk, id)?;
    }
    let drafted = Happening::Catalogue(id, Event::Drafted(Box::new(content)));
    Ok(entered.into_iter().chain([drafted]).collect())
}

pub(super) fn edit(
    desk: &Desk,
    service: ServiceId,
    edits: Vec<Edit>,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Edit, context.now)?;
    let draft = &listing(desk, service)?.draft;
    let mut after = draft.clone();
    let mut events = Vec::new();
    for edit in edits {
        if let Edit::Text(Text::Name, name) = &edit {
            filled(name.clone(), "a name", "customers ask for a service by its name")?;
        }
        let before = after.clone();
        after.take(&edit);
        if after != before {
            events.push(Happening::Catalogue(service, Event::Edited(edit)));
        }
    }
    if events.is_empty() {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    Ok(events)
}

pub(super) fn comment(
    desk: &Desk,
    service: ServiceId,
    text: Arc<str>,
    context: &Context,
) -> Result<Vec<Happening>, Refusal> {
    check(desk, service, Action::Comment, context.now)?;
    let text = filled(text, "text", "an empty comment tells colleagues nothing")?;
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
