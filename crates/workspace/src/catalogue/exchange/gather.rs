//! Putting a catalogue together from rows: by names, as other tools' files have no ids of ours.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use itsm::Key;
use itsm::catalogue::{
    AudienceId, Catalogue, Content, Document, Listed, Offering, OfferingKey, ServiceCategory, ServiceCategoryId,
};
use itsm::{Entry, EntryId};
use itsm::{GroupId, ItemId, PersonId, ServiceId};

use super::guard::clean;
use super::holds::{Shape, short};
use super::{Fault, Imported, MOST_FAULTS};
use crate::catalogue::page::is_document_link;

/// The tag of what was read of other tools' files, so that it is never taken for something that is known by its id.
pub const IMPORT_TAG: u32 = 0xf11e;
/// Characters of what stands on one line.
const LINE: usize = 1_000;
/// Characters of a text of some pages.
const PAGES: usize = 50_000;
/// The most services, and the most of anything within one.
const SERVICES: usize = 2_000;
pub(super) const WITHIN: usize = 500;
/// The most notes; more would not be read.
const NOTES: usize = 50;

/// See the module.
#[derive(Default)]
pub(super) struct Gathering {
    pub catalogue: Catalogue,
    pub faults: Vec<Fault>,
    /// See [`Imported`].
    pub kinds_unsaid: BTreeSet<(ServiceId, OfferingKey)>,
    notes: Vec<String>,
    unsaid: usize,
    known: BTreeMap<(u8, String), Key>,
    count: u32,
}

impl Gathering {
    /// Notes what was made harmless or left out.
    pub fn note(&mut self, sentence: String) {
        if self.notes.len() < NOTES {
            self.notes.push(sentence);
        } else {
            self.unsaid += 1;
        }
    }

    /// Notes what is wrong, and where.
    pub fn fail(&mut self, place: impl Into<String>, problem: impl Into<String>) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault::new(place, problem));
        }
    }

    /// Words on one line.
    pub fn line(&mut self, text: &str, place: &str) -> Arc<str> {
        let line: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        self.within(line.join(" "), LINE, place)
    }

    /// Some pages of text.
    pub fn text(&mut self, text: &str, place: &str) -> Arc<str> {
        self.within(text.trim().to_owned(), PAGES, place)
    }

    fn within(&mut self, text: String, most: usize, place: &str) -> Arc<str> {
        let length = text.chars().count();
        if length > most {
            self.fail(place, format!("has {length} characters; at most {most} are read"));
            return Arc::from("");
        }
        Arc::from(clean(&text))
    }

    /// The id of what is called so; `None` for no name.
    fn id(&mut self, kind: u8, name: &str) -> Option<(Key, bool)> {
        if name.is_empty() {
            return None;
        }
        let known = (kind, name.to_lowercase());
        if let Some(key) = self.known.get(&known) {
            return Some((*key, false));
        }
        self.count = self.count.saturating_add(1);
        let key = Key { number: self.count, tag: IMPORT_TAG };
        self.known.insert(known, key);
        Some((key, true))
    }

    fn entry(&mut self, kind: u8, name: &str, place: &str, id: impl Fn(Key) -> EntryId) -> Option<Key> {
        let name = self.line(name, place);
        let (key, is_new) = self.id(kind, &name)?;
        if is_new {
            self.catalogue.directory.enter(&Entry::new(id(key), name));
        }
        Some(key)
    }

    /// A person by name.
    pub fn person(&mut self, name: &str, place: &str) -> Option<PersonId> {
        self.entry(0, name, place, |key| EntryId::Person(PersonId(key))).map(PersonId)
    }

    /// A group by name.
    pub fn group(&mut self, name: &str, place: &str) -> Option<GroupId> {
        self.entry(1, name, place, |key| EntryId::Group(GroupId(key))).map(GroupId)
    }

    /// A configuration item by name.
    pub fn item(&mut self, name: &str, place: &str) -> Option<ItemId> {
        self.entry(2, name, place, |key| EntryId::Item(ItemId(key))).map(ItemId)
    }

    /// A service by name: one that others are built on, or one of the file.
    pub fn service(&mut self, name: &str, place: &str) -> Option<ServiceId> {
        self.entry(3, name, place, |key| EntryId::Service(ServiceId(key))).map(ServiceId)
    }

    /// An audience by name.
    pub fn audience(&mut self, name: &str, place: &str) -> Option<AudienceId> {
        let name = self.line(name, place);
        let (key, _) = self.id(4, &name)?;
        self.catalogue.audiences.entry(AudienceId(key)).or_insert(name);
        Some(AudienceId(key))
    }

    /// A category by the names of those it is part of and its own.
    pub fn category(&mut self, path: &[&str], place: &str) -> Option<ServiceCategoryId> {
        let mut parent = None;
        for (depth, name) in path.iter().take(8).enumerate() {
            let name = self.line(name, place);
            let whole = path.get(..=depth).unwrap_or_default().join(" / ");
            let (key, is_new) = self.id(5, &whole)?;
            let id = ServiceCategoryId(key);
            if is_new {
                let category = ServiceCategory { name, parent, place: key.number, ..ServiceCategory::default() };
                self.catalogue.categories.insert(id, category);
            }
            parent = Some(id);
        }
        parent
    }

    /// The entry of a service, new if the file has not named it yet.
    pub fn listed(&mut self, name: &str, place: &str) -> Option<(ServiceId, &mut Listed)> {
        let id = self.service(name, place)?;
        if !self.catalogue.services.contains_key(&id) && self.catalogue.services.len() >= SERVICES {
            self.fail(place, format!("is one service too many; at most {SERVICES} are read"));
            return None;
        }
        let name = Arc::from(self.catalogue.directory.service(id));
        let fresh = || Listed { content: Content { name, ..Content::default() }, ..Listed::default() };
        Some((id, self.catalogue.services.entry(id).or_insert_with(fresh)))
    }

    /// The offering that is called so, new if the service has none of this name yet.
    pub fn offering(&mut self, id: ServiceId, name: &str, place: &str) -> Option<&mut Offering> {
        let name = self.line(name, place);
        if name.is_empty() {
            return None;
        }
        let count = self.catalogue.services.get(&id)?.content.offerings.len();
        if count >= WITHIN {
            self.fail(place, format!("is one offering too many; at most {WITHIN} of a service are read"));
            return None;
        }
        let content = &mut self.catalogue.services.get_mut(&id)?.content;
        let found = content.offerings.iter().position(|offering| offering.name == name);
        let at = found.unwrap_or_else(|| {
            let key: OfferingKey = itsm::catalogue::next(content.offerings.iter().map(|one| one.key), IMPORT_TAG);
            content.offerings.push(Offering { key, name, ..Offering::default() });
            count
        });
        content.offerings.get_mut(at)
    }

    /// A document, unless its link is not fit to be followed; that is noted.
    pub fn document(&mut self, title: &str, link: &str, place: &str) -> Option<Document> {
        let (title, link) = (self.line(title, place), self.line(link, place));
        if is_document_link(&link) {
            return Some(Document { title, link });
        }
        self.note(format!(
            "{place}: the link \u{201c}{}\u{201d} was left out; only https, http and mailto are kept.",
            short(&link)
        ));
        None
    }

    /// What came of it.
    pub fn finish(mut self, shape: Shape) -> Result<Imported, Vec<Fault>> {
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        if self.unsaid > 0 {
            self.notes.push(format!("{} more of this kind.", self.unsaid));
        }
        Ok(Imported { shape, catalogue: self.catalogue, notes: self.notes, kinds_unsaid: self.kinds_unsaid })
    }
}
