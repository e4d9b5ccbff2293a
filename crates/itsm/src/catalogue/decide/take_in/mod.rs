//! Taking in a whole catalogue in one command: new services are drafted, known ones edited. A template is a catalogue
//! with one service.
//!
//! Ids of a file mean nothing here: names do. What the desk knows by the same name (whatever its case) is the same;
//! everything else is entered anew. What a file leaves empty says nothing: it takes nothing away.

mod content;
mod names;

use std::collections::BTreeSet;
use std::sync::Arc;

use names::{Names, folded};

use super::content::{around, at, fits, is_too_long};
use super::shared::settings_fit;
use super::write::renamed;
use crate::catalogue::content::Content;
use crate::catalogue::document::{Catalogue, Listed, Settings};
use crate::catalogue::event::{Event, Shared};
use crate::catalogue::money::Price;
use crate::catalogue::portfolio::{Check, Status};
use crate::catalogue::record::Listing;
use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::ids::ServiceId;
use crate::refusal::Refusal;

/// What stands beside the gates that a service passed elsewhere.
const TAKEN_OVER: &str = "Taken over from a file";

/// The way of a service from its study to where it stands elsewhere. What was retired there is nobody's to order here, so
/// it goes the short way, without a published version.
fn way(status: Status) -> &'static [Status] {
    match status {
        Status::InStudy => &[],
        Status::Rejected => &[Status::Rejected],
        Status::InDesign => &[Status::InDesign],
        Status::InTest => &[Status::InDesign, Status::InTest],
        Status::Active => &[Status::InDesign, Status::InTest, Status::Active],
        Status::Launched => &[Status::InDesign, Status::InTest, Status::Active, Status::Launched],
        Status::Retired => &[Status::InDesign, Status::InTest, Status::Active, Status::Retired],
        Status::Obsolete => &[Status::InDesign, Status::InTest, Status::Active, Status::Retired, Status::Obsolete],
    }
}

pub(super) fn take_in(desk: &Desk, mut catalogue: Catalogue, context: &Context) -> Result<Vec<Happening>, Refusal> {
    if catalogue.services.is_empty() && catalogue.categories.is_empty() && catalogue.audiences.is_empty() {
        return Err(Refusal::Missing { field: "a service", because: "there is nothing in it to take in" });
    }
    may(desk, &catalogue)?;
    let names = Names::of(desk, &catalogue, context)?;
    content::give_keys(desk, &names, &mut catalogue, context);
    let new_settings = settings(desk, &catalogue);
    new_settings.as_ref().map_or(Ok(()), settings_fit)?;
    let around = around(desk, &names.entered, &names.shared);
    let mut happenings: Vec<Happening> = names.entered.iter().cloned().map(Happening::Entered).collect();
    happenings.extend(names.shared.iter().cloned().map(Happening::CatalogueShared));
    happenings.extend(new_settings.map(|new| Happening::CatalogueShared(Shared::Set(Box::new(new)))));
    for (theirs, listed) in catalogue.services {
        let Some(id) = names.service(theirs) else { continue };
        let events = match desk.portfolio.listing(id) {
            Some(known) => {
                let (after, events) = go_on(known, listed, &names, desk, context);
                fits(&around, Some(id), &known.draft, &after).map_err(|refusal| at(&after, refusal))?;
                // As with an edit: until customers know it by a name, the desk calls it what its draft does.
                if known.versions.is_empty() {
                    happenings.extend(renamed(desk, id, &known.draft.name, &after.name));
                }
                events
            }
            None => {
                let (content, events) = begin(listed, id, &names, desk, context);
                fits(&around, Some(id), &Content::default(), &content).map_err(|refusal| at(&content, refusal))?;
                let known = desk.directory().name(EntryId::Service(id)).unwrap_or(&content.name);
                happenings.extend(renamed(desk, id, known, &content.name));
                events
            }
        };
        happenings.extend(events.into_iter().map(|event| Happening::Catalogue(id, event)));
    }
    if happenings.is_empty() {
        return Err(Refusal::Missing { field: "a change", because: "all of it is here already, word for word" });
    }
    Ok(happenings)
}

/// Whether it can be told what each service of it is, and what its prices mean here.
fn may(desk: &Desk, catalogue: &Catalogue) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for listed in catalogue.services.values() {
        let name = folded(&listed.content.name);
        if name.is_empty() {
            return Err(Refusal::Missing {
                field: "a name",
                because: "a service in it has none, and could not be found",
            });
        }
        if !seen.insert(name) {
            return Err(Refusal::Invalid {
                field: "name",
                because: "two services in it have the same; nobody could tell them apart",
            });
        }
    }
    let here = desk.portfolio.settings();
    let is_priced = |listed: &Listed| {
        listed.content.offerings.iter().any(|offering| !matches!(offering.price, Price::Unsaid | Price::Free))
    };
    if !is_new(desk) && here.currency != catalogue.settings.currency && catalogue.services.values().any(is_priced) {
        return Err(Refusal::Rule {
            rule: "its prices are in another currency",
            because: "the same figure would be another price; change the currency of one of them first",
        });
    }
    Ok(())
}

/// Whether nobody has written of anything yet.
fn is_new(desk: &Desk) -> bool {
    desk.portfolio.listings.is_empty()
}

/// The settings that are taken over: all, where the desk has none; the currency, where nothing is priced yet. Who has to
/// review is a matter of the desk, not of a file.
fn settings(desk: &Desk, catalogue: &Catalogue) -> Option<Settings> {
    let here = desk.portfolio.settings();
    let new = if here.organisation.trim().is_empty() && is_new(desk) {
        Settings { needs_review: here.needs_review, ..catalogue.settings.clone() }
    } else if is_new(desk) && !catalogue.services.is_empty() {
        Settings { currency: catalogue.settings.currency.clone(), ..here.clone() }
    } else {
        return None;
    };
    (new != *here).then_some(new)
}

/// What happens to a service that nobody here has written of: it is drafted, and goes to where the file says it stands.
fn begin(listed: Listed, id: ServiceId, names: &Names, desk: &Desk, context: &Context) -> (Content, Vec<Event>) {
    let comments = comments(&listed, 0, &[], desk, context);
    let content = content::translated(listed.content, id, names);
    let mut events = vec![Event::Drafted(Box::new(content.clone()))];
    events.extend(comments);
    let words: Arc<str> = Arc::from(TAKEN_OVER);
    let way = way(listed.status);
    let is_on_it = |check: &Check| way.iter().any(|status| status.asks_for().contains(check));
    events.extend(Check::ALL.into_iter().filter(is_on_it).map(|check| Event::Ticked(check, Some(words.clone()))));
    for to in way.iter().copied() {
        if to == Status::Launched {
            // Where a review is asked for, somebody here has to read it before customers do.
            if desk.portfolio.settings().needs_review {
                break;
            }
            let note = listed.log.last().map_or_else(|| words.clone(), |line| line.note.clone());
            events.push(Event::Published { from: context.now, note });
        }
        events.push(Event::Moved { to, because: words.clone() });
    }
    (content, events)
}

/// What happens to a service that is in the portfolio: its draft says what the file says otherwise.
fn go_on(known: &Listing, listed: Listed, names: &Names, desk: &Desk, context: &Context) -> (Content, Vec<Event>) {
    if known.status == Status::Obsolete {
        return (known.draft.clone(), Vec::new());
    }
    let comments = comments(&listed, known.comments.len(), &known.comments, desk, context);
    let theirs = content::translated(listed.content, known.id, names);
    let merged = content::filled_in(&known.draft, theirs);
    let edits = known.draft.edits_to(&merged);
    (merged, edits.into_iter().map(Event::Edited).chain(comments).collect())
}

/// What colleagues said elsewhere and nobody has said here. Who takes it in says who said it.
pub(super) fn comments(
    listed: &Listed,
    before: usize,
    known: &[crate::catalogue::Remark],
    desk: &Desk,
    context: &Context,
) -> Vec<Event> {
    let me = desk.directory().person(context.actor);
    let mut events = Vec::new();
    let mut said: BTreeSet<Arc<str>> = BTreeSet::new();
    for remark in known {
        said.insert(remark.text.clone());
        said.insert(quoted(desk.directory().person(remark.by), &remark.text));
    }
    let mut place = before;
    for comment in &listed.comments {
        let text = if *comment.by == *me { comment.text.clone() } else { quoted(&comment.by, &comment.text) };
        // One that was taken in and travelled back quotes itself already.
        if text.trim().is_empty() || is_too_long(&text) || said.contains(&text) || said.contains(&comment.text) {
            continue;
        }
        said.insert(text.clone());
        said.insert(comment.text.clone());
        events.push(Event::Commented(text));
        if comment.settled
            && let Ok(comment) = u16::try_from(place)
        {
            events.push(Event::Settled { comment, settled: true });
        }
        place = place.saturating_add(1);
    }
    events
}

fn quoted(by: &str, text: &str) -> Arc<str> {
    if by.trim().is_empty() { Arc::from(text) } else { Arc::from([by, ": ", text].concat()) }
}

/// Which service of the desk one of a catalogue is, by its name: that of a draft first, then that of the directory.
fn known_as(desk: &Desk, name: &str) -> Option<ServiceId> {
    let name = folded(name);
    let drafts =
        desk.portfolio.listings().find(|listing| folded(&listing.draft.name) == name).map(|listing| listing.id);
    drafts.or_else(|| desk.directory().services.iter().find(|(_, known)| folded(known) == name).map(|(id, _)| *id))
}
