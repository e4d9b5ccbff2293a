//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::event::{Event, Shared};
use super::record::{Done, Listing, Remark, Review, Version};
use super::{Portfolio, Status};
use crate::desk::Desk;
use crate::ids::{PersonId, ServiceId};

/// Applies one event. One of a service that nobody drafted, or a second drafting of it, changes nothing.
pub(crate) fn apply(desk: &mut Desk, id: ServiceId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    let listings = &mut desk.portfolio.listings;
    if let Event::Drafted(content) = event {
        listings.entry(id).or_insert_with(|| Listing {
            id,
            draft: (**content).clone(),
            status: Status::InStudy,
            done: std::collections::BTreeMap::new(),
            review: Review::None,
            versions: Vec::new(),
            comments: Vec::new(),
            drafted_at: at,
            edited_by: by,
            writers: std::collections::BTreeSet::from([by]),
            since: at,
            changed_at: at,
        });
    } else if let Some(listing) = listings.get_mut(&id) {
        listing.changed_at = listing.changed_at.max(at);
        change(listing, event, at, by);
    }
}

fn change(listing: &mut Listing, event: &Event, at: DateTime<Utc>, by: PersonId) {
    match event {
        Event::Drafted(_) => {}
        Event::Edited(edit) => {
            listing.draft.take(edit);
            written(listing, by);
        }
        Event::Ticked(check, Some(words)) => {
            listing.done.insert(*check, Done { words: words.clone(), at, by });
        }
        Event::Ticked(check, None) => drop(listing.done.remove(check)),
        Event::Moved { to, .. } => {
            listing.status = *to;
            listing.since = at;
        }
        Event::Submitted => listing.review = Review::Asked { by },
        Event::Reviewed { approves: true, .. } => listing.review = Review::Approved { by },
        Event::Reviewed { approves: false, words } => {
            listing.review = Review::Returned { by, words: words.clone() };
        }
        Event::Published { from, note } => {
            let number = u32::try_from(listing.versions.len()).unwrap_or(u32::MAX).saturating_add(1);
            let content = Arc::new(listing.draft.clone());
            let version = Version { number, content, from: *from, note: note.clone(), by, at, withdrawn: false };
            listing.versions.push(version);
            listing.review = Review::None;
            listing.writers.clear();
        }
        Event::Unscheduled => {
            let is_it = |version: &&mut Version| !version.withdrawn && version.from > at;
            if let Some(version) = listing.versions.iter_mut().rev().find(is_it) {
                version.withdrawn = true;
            }
        }
        Event::Restored { version } => {
            if let Some(content) = listing.version(*version).map(|version| version.content.clone()) {
                listing.draft = (*content).clone();
                written(listing, by);
            }
        }
        Event::Commented(text) => {
            listing.comments.push(Remark { by, at, text: text.clone(), settled: false });
        }
        Event::Settled { comment, settled } => {
            if let Some(comment) = listing.comments.get_mut(usize::from(*comment)) {
                comment.settled = *settled;
            }
        }
    }
}

/// Somebody changed the draft: whatever was said of it is over.
fn written(listing: &mut Listing, by: PersonId) {
    listing.edited_by = by;
    listing.writers.insert(by);
    listing.review = Review::None;
}

/// Applies one event of what holds for all services.
pub(crate) fn apply_shared(desk: &mut Desk, event: &Shared) {
    let Portfolio { settings, categories, audiences, .. } = &mut desk.portfolio;
    match event {
        Shared::Set(new) => *settings = (**new).clone(),
        Shared::Category(id, Some(category)) => drop(categories.insert(*id, category.clone())),
        Shared::Category(id, None) => drop(categories.remove(id)),
        Shared::Audience(id, Some(name)) => drop(audiences.insert(*id, name.clone())),
        Shared::Audience(id, None) => drop(audiences.remove(id)),
    }
}

/// Takes a service out, so that its events can be applied again.
pub(crate) fn forget(desk: &mut Desk, id: ServiceId) {
    desk.portfolio.listings.remove(&id);
}

/// Takes out what holds for all services, so that it can be applied again.
pub(crate) fn forget_shared(desk: &mut Desk) {
    let listings = std::mem::take(&mut desk.portfolio.listings);
    desk.portfolio = Portfolio { listings, ..Portfolio::default() };
}
