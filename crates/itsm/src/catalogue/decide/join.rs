//! Taking in what two copies came to: drafts say what the joined catalogue says, and so do shelves, audiences and
//! settings, all in one command.
//!
//! Unlike [`take_in`](super::take_in), it also takes away: in a joined catalogue, an empty text was emptied by somebody.
//! Services are never taken away, those are retired; new ones come as drafts, as nobody here has passed their gates.

use std::collections::{BTreeMap, BTreeSet};

use super::content::{around, at, names_fit, names_of};
use super::take_in::comments;
use super::{shared, write};
use crate::catalogue::content::Content;
use crate::catalogue::document::{Catalogue, Listed, ServiceCategory, Settings};
use crate::catalogue::event::{Event, Shared};
use crate::catalogue::ids::ServiceCategoryId;
use crate::catalogue::portfolio::Status;
use crate::catalogue::{lint, merge};
use crate::desk::{Context, Desk, Happening};
use crate::directory::{Entry, EntryId};
use crate::ids::ServiceId;
use crate::refusal::Refusal;

pub(super) fn join(desk: &Desk, joined: &Catalogue, context: &Context) -> Result<Vec<Happening>, Refusal> {
    let mut joined = merge::align(joined, &lint::of_desk(desk));
    stand_up(&mut joined.categories);
    names_are_apart(desk, &joined)?;
    let entered = entered(desk, &joined);
    let shelves = shelves(desk, &joined)?;
    let around = around(desk, &entered, &shelves);
    let mut happenings: Vec<Happening> = entered.into_iter().map(Happening::Entered).collect();
    happenings.extend(shelves.into_iter().map(Happening::CatalogueShared));
    for (id, listed) in &joined.services {
        let events = service(desk, *id, listed, context);
        if events.iter().any(|one| matches!(one, Happening::Catalogue(_, Event::Drafted(_) | Event::Edited(_)))) {
            let before = desk.portfolio.listing(*id).map(|listing| listing.draft.clone()).unwrap_or_default();
            names_fit(&around, Some(*id), &before, &listed.content).map_err(|refusal| at(&listed.content, refusal))?;
        }
        happenings.extend(events);
    }
    if happenings.is_empty() {
        return Err(Refusal::Missing { field: "a change", because: "all of it is here already, word for word" });
    }
    Ok(happenings)
}

/// Lets categories stand first that came to stand in a ring (each side moved one of two into the other), or in one that
/// the other side took away: nobody who browses would get to them, and no file with them could be read again.
fn stand_up(categories: &mut BTreeMap<ServiceCategoryId, ServiceCategory>) {
    let all: Vec<ServiceCategoryId> = categories.keys().copied().collect();
    for id in all {
        let above = |id: &ServiceCategoryId| categories.get(id).and_then(|category| category.parent);
        let parent = above(&id);
        let is_gone = parent.is_some_and(|parent| !categories.contains_key(&parent));
        let is_in_itself = std::iter::successors(parent, above).take(categories.len()).any(|one| one == id);
        if (is_gone || is_in_itself)
            && let Some(category) = categories.get_mut(&id)
        {
            category.parent = None;
        }
    }
}

fn names_are_apart(desk: &Desk, joined: &Catalogue) -> Result<(), Refusal> {
    // Services of the directory that nobody wrote of are no part of a catalogue, and have names all the same.
    let unwritten = desk.directory().services.iter().filter(|(id, _)| !joined.services.contains_key(id));
    let mut seen: BTreeSet<String> = unwritten.map(|(_, name)| name.trim().to_lowercase()).collect();
    for listed in joined.services.values() {
        let name = listed.content.name.trim().to_lowercase();
        if name.is_empty() {
            return Err(Refusal::Missing { field: "a name", because: "customers ask for a service by its name" });
        }
        if !seen.insert(name) {
            return Err(Refusal::Invalid {
                field: "name",
                because: "two services would have the same; rename one of them first",
            });
        }
    }
    Ok(())
}

/// Everybody and everything that the contents name and the desk does not know.
fn entered(desk: &Desk, joined: &Catalogue) -> Vec<Entry> {
    let mut used = BTreeSet::new();
    for (id, listed) in &joined.services {
        used.insert(EntryId::Service(*id));
        used.extend(named(&listed.content));
    }
    let new = used.into_iter().filter(|id| desk.directory().name(*id).is_none());
    let entries = new.filter_map(|id| {
        let name = match id {
            EntryId::Service(service) => joined.content(service).map(|content| &*content.name),
            _ => None,
        };
        Some(Entry::new(id, name.or(joined.directory.name(id))?.trim().into()))
    });
    entries.collect()
}

fn named(content: &Content) -> Vec<EntryId> {
    let mut named: Vec<EntryId> = content.owner.map(EntryId::Person).into_iter().collect();
    named.extend(content.support.map(EntryId::Group));
    named.extend(content.items.iter().copied().map(EntryId::Item));
    named.extend(content.supporting.iter().copied().map(EntryId::Service));
    for offering in &content.offerings {
        named.extend(offering.includes.iter().map(|(service, _)| EntryId::Service(*service)));
        named.extend(names_of(&offering.workflow));
    }
    named
}

/// What holds for all services.
fn shelves(desk: &Desk, joined: &Catalogue) -> Result<Vec<Shared>, Refusal> {
    let portfolio = &desk.portfolio;
    let mut events = Vec::new();
    // Who has to review is a matter of the desk, not of a file.
    let settings = Settings { needs_review: portfolio.settings.needs_review, ..joined.settings.clone() };
    if settings != portfolio.settings {
        shared::settings_fit(&settings)?;
        events.push(Shared::Set(Box::new(settings)));
    }
    for (id, category) in joined.categories.iter().filter(|(id, new)| portfolio.categories.get(id) != Some(new)) {
        shared::words_fit(category)?;
        events.push(Shared::Category(*id, Some(category.clone())));
    }
    for (id, name) in joined.audiences.iter().filter(|(id, new)| portfolio.audiences.get(id) != Some(new)) {
        shared::audience_fits(name)?;
        events.push(Shared::Audience(*id, Some(name.clone())));
    }
    let contents = || joined.services.values().map(|listed| &listed.content);
    for id in portfolio.categories.keys().filter(|id| !joined.categories.contains_key(id)) {
        let is_used = contents().any(|content| content.categories.contains(id))
            || joined.categories.values().any(|category| category.parent == Some(*id));
        events.extend((!is_used).then_some(Shared::Category(*id, None)));
    }
    for id in portfolio.audiences.keys().filter(|id| !joined.audiences.contains_key(id)) {
        let is_used = contents().any(|content| content.audiences.contains(id));
        events.extend((!is_used).then_some(Shared::Audience(*id, None)));
    }
    Ok(events)
}

fn service(desk: &Desk, id: ServiceId, listed: &Listed, context: &Context) -> Vec<Happening> {
    let Some(known) = desk.portfolio.listing(id) else {
        let drafted = Event::Drafted(Box::new(listed.content.clone()));
        let said = comments(listed, 0, &[], desk, context);
        return [drafted].into_iter().chain(said).map(|event| Happening::Catalogue(id, event)).collect();
    };
    if known.status == Status::Obsolete {
        return Vec::new();
    }
    let mut events: Vec<Event> = known.draft.edits_to(&listed.content).into_iter().map(Event::Edited).collect();
    for (place, remark) in known.comments.iter().enumerate() {
        let same = listed.comments.iter().find(|one| one.at == remark.at && one.text == remark.text);
        let settled = same.map(|one| one.settled).filter(|settled| *settled != remark.settled);
        if let (Some(settled), Ok(comment)) = (settled, u16::try_from(place)) {
            events.push(Event::Settled { comment, settled });
        }
    }
    events.extend(comments(listed, known.comments.len(), &known.comments, desk, context));
    let renamed = (known.versions.is_empty() && known.draft.name != listed.content.name)
        .then(|| write::renamed(desk, id, &known.draft.name, &listed.content.name))
        .flatten();
    events.into_iter().map(|event| Happening::Catalogue(id, event)).chain(renamed).collect()
}
