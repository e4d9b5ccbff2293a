//! Who and what a catalogue names: those entries keep their names, and are not retired while something hangs on them.

use super::content::Content;
use super::decide::names_of;
use super::portfolio::Status;
use super::record::{Listing, Review};
use crate::desk::Desk;
use crate::directory::EntryId;

/// Whether a draft or a version names an entry of the directory, which then must keep its name. A service does not name
/// itself: its own draft goes with it.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    desk.portfolio.listings().any(|listing| {
        listing.contents().any(|content| content_names(content, entry))
            || matches!(entry, EntryId::Person(_) if acted_on(listing, entry))
    })
}

/// Whether somebody did something with it that is kept in the record.
fn acted_on(listing: &Listing, entry: EntryId) -> bool {
    let is_it = |id| EntryId::Person(id) == entry;
    let of_review = match listing.review {
        Review::None => None,
        Review::Asked { by } | Review::Approved { by } | Review::Returned { by, .. } => Some(by),
    };
    is_it(listing.edited_by)
        || of_review.is_some_and(is_it)
        || listing.done.values().any(|done| is_it(done.by))
        || listing.versions.iter().any(|version| is_it(version.by))
        || listing.comments.iter().any(|remark| is_it(remark.by))
}

/// Whether a content names an entry.
fn content_names(content: &Content, entry: EntryId) -> bool {
    let own = match entry {
        EntryId::Person(id) => content.owner == Some(id),
        EntryId::Group(id) => content.support == Some(id),
        EntryId::Item(id) => content.items.contains(&id),
        EntryId::Service(id) => {
            content.supporting.contains(&id)
                || content.offerings.iter().any(|one| one.includes.iter().any(|(service, _)| *service == id))
        }
        EntryId::Category(_) => false,
    };
    own || content.offerings.iter().any(|offering| names_of(&offering.workflow).contains(&entry))
}

/// Whether a service that is still on its way or on offer hangs on an entry, which then cannot be retired: nobody would
/// answer for it, support it, approve its orders, or find it.
pub(crate) fn waits_for(desk: &Desk, entry: EntryId) -> bool {
    desk.portfolio.listings().any(|listing| {
        let is_over = !listing.status.is_open();
        let is_itself = EntryId::Service(listing.id) == entry && listing.status == Status::Launched;
        let names = |content: &Content| !matches!(entry, EntryId::Item(_)) && content_names(content, entry);
        let latest = || listing.latest().is_some_and(|version| names(&version.content));
        is_itself || (!is_over && (names(&listing.draft) || latest()))
    })
}
