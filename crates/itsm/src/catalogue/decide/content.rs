//! What may be written of a service, whatever the wish it comes from. What a content said before is let pass, so that
//! one old fault (a person who was retired since) stands in the way of no other change.

mod offerings;

pub(super) use offerings::is_address;
pub(crate) use offerings::names_of;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::apply_shared;
use crate::catalogue::content::{Content, Document, Rank, Target, TargetLevel};
use crate::catalogue::edit::{Text, Texts};
use crate::catalogue::event::{Event, Shared};
use crate::desk::{Desk, Happening};
use crate::directory::{Entry, EntryId};
use crate::ids::ServiceId;
use crate::refusal::Refusal;
use crate::retire::offered;

/// The most characters of one text.
pub const LONGEST_TEXT: usize = 20_000;
/// The most texts, documents, targets or offerings of one service.
const MOST: usize = 200;

/// Whether `after` may stand where `before` stood, for the service `id` (`None` for one that is new).
pub(super) fn fits(desk: &Desk, id: Option<ServiceId>, before: &Content, after: &Content) -> Result<(), Refusal> {
    if before.name != after.name {
        name_is_free(desk, id, &after.name)?;
    }
    names_fit(desk, id, before, after)?;
    is_sound(id, before, after)
}

/// Whether all that a command writes of services and settings may stand there, whomever and whatever it names: those
/// may be entered by the same command.
pub(super) fn all_sound(desk: &Desk, happenings: &[Happening]) -> Result<(), Refusal> {
    let mut drafts: BTreeMap<ServiceId, Content> = BTreeMap::new();
    for happening in happenings {
        match happening {
            Happening::CatalogueShared(Shared::Set(settings)) => super::shared::settings_fit(settings)?,
            Happening::Catalogue(id, Event::Drafted(content)) => drop(drafts.insert(*id, (**content).clone())),
            Happening::Catalogue(id, Event::Edited(edit)) => {
                let known = desk.portfolio.listing(*id).map(|listing| &listing.draft);
                drafts.entry(*id).or_insert_with(|| known.cloned().unwrap_or_default()).take(edit);
            }
            _ => {}
        }
    }
    drafts.iter().try_for_each(|(id, after)| {
        let before = desk.portfolio.listing(*id).map(|listing| listing.draft.clone()).unwrap_or_default();
        is_sound(Some(*id), &before, after).map_err(|refusal| at(after, refusal))
    })
}

/// A refusal with the service whose content it is about: of many that come at once, people have to know which one.
pub(super) fn at(content: &Content, refusal: Refusal) -> Refusal {
    match content.name.trim() {
        "" => refusal,
        _ => Refusal::At { name: content.name.clone(), refusal: Box::new(refusal) },
    }
}

/// Whether everybody and everything that `after` names is known, and may still be chosen where `before` did not.
pub(super) fn names_fit(desk: &Desk, id: Option<ServiceId>, before: &Content, after: &Content) -> Result<(), Refusal> {
    entries_fit(desk, id, before, after)?;
    shelves_fit(desk, before, after)?;
    offerings::names_fit(desk, before, after)
}

/// What contents may refer to once these are entered.
pub(super) fn around<'a>(
    desk: &Desk,
    entered: impl IntoIterator<Item = &'a Entry>,
    shared: impl IntoIterator<Item = &'a Shared>,
) -> Desk {
    let mut around = Desk { directory: desk.directory.clone(), portfolio: desk.portfolio.clone(), ..Desk::default() };
    entered.into_iter().for_each(|entry| around.directory.enter(entry));
    shared.into_iter().for_each(|shared| apply_shared(&mut around, shared));
    around
}

/// The same, apart from names.
fn is_sound(id: Option<ServiceId>, before: &Content, after: &Content) -> Result<(), Refusal> {
    texts_fit(before, after)?;
    if before.targets != after.targets {
        after.targets.iter().try_for_each(target_fits)?;
    }
    if before.documents != after.documents {
        after.documents.iter().try_for_each(document_fits)?;
    }
    rank_fits(after.rank)?;
    if after.valid_from.zip(after.valid_to).is_some_and(|(from, to)| to < from) && days(before) != days(after) {
        return Err(invalid("Offered until", "it ends before it begins; swap the dates"));
    }
    offerings::are_sound(id, before, after)
}

pub(super) fn invalid(field: &'static str, because: &'static str) -> Refusal {
    Refusal::Invalid { field, because }
}

fn days(content: &Content) -> (Option<chrono::NaiveDate>, Option<chrono::NaiveDate>) {
    (content.valid_from, content.valid_to)
}

pub(super) fn is_too_long(text: &str) -> bool {
    text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT
}

fn texts_fit(before: &Content, after: &Content) -> Result<(), Refusal> {
    if after.name.trim().is_empty() {
        return Err(Refusal::Missing { field: "a name", because: "customers ask for a service by its name" });
    }
    let too_long = "it is longer than 20,000 characters, and nobody would read it; put it into a document";
    if let Some(text) =
        Text::ALL.into_iter().find(|text| text.of(before) != text.of(after) && is_too_long(text.of(after)))
    {
        return Err(invalid(text.label(), too_long));
    }
    for list in Texts::ALL.into_iter().filter(|list| list.of(before) != list.of(after)) {
        if list.of(after).len() > MOST || list.of(after).iter().any(|text| is_too_long(text)) {
            return Err(invalid(list.label(), "there is more than anybody would read; keep what matters most"));
        }
    }
    Ok(())
}

/// Whether no other service has the name: neither in the directory, nor in a draft.
pub(super) fn name_is_free(desk: &Desk, id: Option<ServiceId>, name: &str) -> Result<(), Refusal> {
    let lower = name.trim().to_lowercase();
    let is_it = |other: ServiceId, taken: &Arc<str>| Some(other) != id && taken.to_lowercase() == lower;
    let named = desk.directory().services.iter().any(|(other, taken)| is_it(*other, taken));
    if named || desk.portfolio.listings().any(|other| is_it(other.id, &other.draft.name)) {
        return Err(invalid("name", "another service has it; nobody could tell them apart"));
    }
    Ok(())
}

/// Whether everybody and everything that is named is known, and may still be chosen.
fn entries_fit(desk: &Desk, id: Option<ServiceId>, before: &Content, after: &Content) -> Result<(), Refusal> {
    let directory = desk.directory();
    offered(desk, &directory.people, after.owner, before.owner, EntryId::Person, "owner")?;
    offered(desk, &directory.groups, after.support, before.support, EntryId::Group, "team")?;
    for item in &after.items {
        let known = before.items.contains(item).then_some(*item);
        offered(desk, &directory.items, Some(*item), known, EntryId::Item, "configuration item")?;
    }
    for service in &after.supporting {
        if Some(*service) == id {
            return Err(invalid("supporting services", "a service cannot be built on itself"));
        }
        let known = before.supporting.contains(service).then_some(*service);
        offered(desk, &directory.services, Some(*service), known, EntryId::Service, "service")?;
    }
    Ok(())
}

fn shelves_fit(desk: &Desk, before: &Content, after: &Content) -> Result<(), Refusal> {
    let portfolio = &desk.portfolio;
    let is_new = |id| !before.categories.contains(id) && !portfolio.categories.contains_key(id);
    if after.categories.iter().any(is_new) {
        return Err(Refusal::NoSuch { what: "category" });
    }
    let is_new = |id| !before.audiences.contains(id) && !portfolio.audiences.contains_key(id);
    if after.audiences.iter().any(is_new) {
        return Err(Refusal::NoSuch { what: "audience" });
    }
    Ok(())
}

fn target_fits(target: &Target) -> Result<(), Refusal> {
    match target.level {
        TargetLevel::Share(share) if share > 100_000 => {
            Err(invalid("targets", "a share is at most 100 %; more than all of it cannot be promised"))
        }
        TargetLevel::Time(time) if time <= chrono::TimeDelta::zero() => {
            Err(invalid("targets", "a time that is promised is longer than nothing"))
        }
        _ => Ok(()),
    }
}

fn document_fits(document: &Document) -> Result<(), Refusal> {
    let link = document.link.trim().to_ascii_lowercase();
    let is_safe = ["https://", "http://", "mailto:"].iter().any(|scheme| link.starts_with(scheme));
    if link.is_empty() || (is_safe && !is_too_long(&link) && !link.contains(char::is_control)) {
        return Ok(());
    }
    Err(invalid(
        "documents",
        "a link begins with https, http or mailto; anything else could run in a visitor's browser",
    ))
}

fn rank_fits(rank: Rank) -> Result<(), Refusal> {
    let mut dots = [rank.value, rank.cost, rank.demand, rank.risk].into_iter().flatten();
    if dots.all(|dots| (1..=5).contains(&dots)) {
        return Ok(());
    }
    Err(invalid("rank", "services are ranked from 1 (least) to 5 (most)"))
}
