//! A whole catalogue: whose it is, its shelves, its audiences, the names it refers to, and its services.

use std::sync::Arc;

use itsm::catalogue::{AudienceId, Catalogue, Comment, Listed, LogLine, ServiceCategory, ServiceCategoryId, Settings};
use itsm::{Directory, EntryId, GroupId, ItemId, Key, PersonId, ServiceId};
use serde_json::Value;

use super::content::{FIELDS, content, with_content};
use super::cursor::Cursor;
use super::limits::{AUDIENCES, CATEGORIES, LINES, NAMES, SERVICES};
use super::logo::logo;
use super::values::{Fields, count, email, from_instant, from_key, instant, key, line, list, secure, text, yes};
use super::words::{Word, meaning};

/// The fields of what holds for a whole catalogue.
const SETTINGS: [&str; 7] = ["organisation", "contact", "email", "site", "logo", "currency", "needsReview"];

pub(super) fn write_catalogue(catalogue: &Catalogue) -> Value {
    let services: Vec<(&ServiceId, &Listed)> = catalogue.services.iter().collect();
    let categories: Vec<_> = catalogue.categories.iter().collect();
    let audiences: Vec<_> = catalogue.audiences.iter().collect();
    with_settings(Fields::default(), &catalogue.settings)
        .some("categories", list(&categories, |(id, category)| write_category(**id, category).done()))
        .some("audiences", list(&audiences, |(id, name)| write_name(**id, name, false)))
        .some("directory", write_directory(catalogue))
        .some("services", list(&services, |(id, listed)| write_listed(**id, listed)))
        .done()
}

pub(crate) fn write_settings(settings: &Settings) -> Value {
    with_settings(Fields::default(), settings).done()
}

fn with_settings(fields: Fields, settings: &Settings) -> Fields {
    fields
        .text("organisation", &settings.organisation)
        .text("contact", &settings.contact)
        .text("email", &settings.email)
        .text("site", &settings.site)
        .text("logo", &settings.logo)
        .put("currency", &*settings.currency)
        .some("needsReview", settings.needs_review)
}

pub(crate) fn write_category(id: ServiceCategoryId, category: &ServiceCategory) -> Fields {
    Fields::default()
        .put("id", from_key(id))
        .put("name", &*category.name)
        .text("summary", &category.summary)
        .optional("parent", category.parent.map(from_key))
        .some("place", category.place)
}

fn write_name(id: impl Into<Key>, name: &str, retired: bool) -> Value {
    Fields::default().put("id", from_key(id)).put("name", name).some("retired", retired).done()
}

/// The names that contents refer to. A service's own name need not stand there as well.
fn write_directory(catalogue: &Catalogue) -> Value {
    let directory = &catalogue.directory;
    let names = |entries: Vec<(EntryId, &Arc<str>)>| {
        list(&entries, |(id, name)| write_name(id.key(), name, directory.is_retired(*id)))
    };
    let is_said = |id: &ServiceId, name: &Arc<str>| {
        !directory.is_retired(EntryId::Service(*id)) && catalogue.content(*id).is_some_and(|own| own.name == *name)
    };
    let services = directory.services.iter().filter(|(id, name)| !is_said(id, name));
    Fields::default()
        .some("people", names(directory.people.iter().map(|(id, name)| (EntryId::Person(*id), name)).collect()))
        .some("groups", names(directory.groups.iter().map(|(id, name)| (EntryId::Group(*id), name)).collect()))
        .some("services", names(services.map(|(id, name)| (EntryId::Service(*id), name)).collect()))
        .some("items", names(directory.items.iter().map(|(id, name)| (EntryId::Item(*id), name)).collect()))
        .done()
}

fn write_listed(id: ServiceId, listed: &Listed) -> Value {
    with_content(Fields::default().put("id", from_key(id)).put("status", Word::word(listed.status)), &listed.content)
        .some(
            "log",
            list(&listed.log, |line| {
                Fields::default()
                    .put("version", line.version)
                    .put("from", from_instant(line.from))
                    .text("note", &line.note)
                    .done()
            }),
        )
        .some(
            "comments",
            list(&listed.comments, |comment| {
                Fields::default()
                    .put("by", &*comment.by)
                    .put("at", from_instant(comment.at))
                    .text("text", &comment.text)
                    .some("settled", comment.settled)
                    .done()
            }),
        )
        .done()
}

/// A catalogue as it stands in a file: lists in the file's order, so that a place can be named by its number.
pub(super) struct Read {
    pub settings: Settings,
    pub categories: Vec<(ServiceCategoryId, ServiceCategory)>,
    pub audiences: Vec<(AudienceId, Arc<str>)>,
    pub people: Vec<Named<PersonId>>,
    pub groups: Vec<Named<GroupId>>,
    pub named: Vec<Named<ServiceId>>,
    pub items: Vec<Named<ItemId>>,
    pub services: Vec<(ServiceId, Listed)>,
}

/// A name in a table: whose, and whether it is offered no more.
pub(super) type Named<K> = (K, Arc<str>, bool);

pub(super) fn read(at: &Cursor<'_>) -> Read {
    const REST: [&str; 4] = ["categories", "audiences", "directory", "services"];
    at.expect(&[SETTINGS.as_slice(), REST.as_slice()].concat());
    let directory = at.field("directory");
    if let Some(directory) = &directory {
        directory.expect(&["people", "groups", "services", "items"]);
    }
    Read {
        settings: settings(at),
        categories: at.list("categories", CATEGORIES, category),
        audiences: at.list("audiences", AUDIENCES, |at| {
            at.expect(&["id", "name"]);
            (at.take("id", key), name(at))
        }),
        people: names(directory, "people"),
        groups: names(directory, "groups"),
        named: names(directory, "services"),
        items: names(directory, "items"),
        services: at.list("services", SERVICES, listed),
    }
}

/// Reads what holds for a whole catalogue, from among its other fields.
pub(crate) fn settings(at: &Cursor<'_>) -> Settings {
    let line_of = |name: &str| at.maybe(name, line).unwrap_or_default();
    let default = Settings::default();
    Settings {
        organisation: line_of("organisation"),
        contact: at.maybe("contact", text).unwrap_or_default(),
        email: at.maybe("email", email).unwrap_or_default(),
        site: at.maybe("site", secure).unwrap_or_default(),
        logo: at.maybe("logo", logo).unwrap_or_default(),
        currency: at.maybe("currency", currency).unwrap_or(default.currency),
        needs_review: at.maybe("needsReview", yes).unwrap_or(false),
    }
}

fn currency(at: &Cursor<'_>) -> Arc<str> {
    let code = line(at);
    if at.is_strict() && !(code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())) {
        at.fail("must be the three capital letters of a currency (ISO 4217), such as EUR");
    }
    code
}

pub(crate) fn category(at: &Cursor<'_>) -> (ServiceCategoryId, ServiceCategory) {
    at.expect(&["id", "name", "summary", "parent", "place"]);
    let category = ServiceCategory {
        name: name(at),
        summary: at.maybe("summary", text).unwrap_or_default(),
        parent: at.maybe("parent", key),
        place: at.maybe("place", count).unwrap_or(0),
    };
    (at.take("id", key), category)
}

/// The name of something; in a file it has one.
fn name(at: &Cursor<'_>) -> Arc<str> {
    is_named(at);
    at.maybe("name", line).unwrap_or_default()
}

/// Notes where a name is missing or blank.
fn is_named(at: &Cursor<'_>) {
    let name = at.needed("name");
    if let Some(name) =
        name.filter(|name| name.is_strict() && name.value.as_str().is_some_and(|text| text.trim().is_empty()))
    {
        name.fail("is empty");
    }
}

fn names<K: From<Key>>(directory: Option<Cursor<'_>>, table: &str) -> Vec<Named<K>> {
    let Some(directory) = directory else { return Vec::new() };
    directory.list(table, NAMES, |at| {
        at.expect(&["id", "name", "retired"]);
        (K::from(at.take("id", key::<Key>)), name(at), at.maybe("retired", yes).unwrap_or(false))
    })
}

fn listed(at: &Cursor<'_>) -> (ServiceId, Listed) {
    at.expect(&[FIELDS.as_slice(), ["id", "status", "log", "comments"].as_slice()].concat());
    is_named(at);
    let listed = Listed {
        content: content(at),
        status: at.maybe("status", meaning).unwrap_or_default(),
        log: at.list("log", LINES, |at| {
            at.expect(&["version", "from", "note"]);
            LogLine {
                version: at.take("version", count),
                from: at.take("from", instant),
                note: at.maybe("note", text).unwrap_or_default(),
            }
        }),
        comments: at.list("comments", LINES, |at| {
            at.expect(&["by", "at", "text", "settled"]);
            Comment {
                by: at.maybe("by", line).unwrap_or_default(),
                at: at.take("at", instant),
                text: at.maybe("text", text).unwrap_or_default(),
                settled: at.maybe("settled", yes).unwrap_or(false),
            }
        }),
    };
    (at.take("id", key), listed)
}

impl Read {
    /// The catalogue. Every service has a name in its directory.
    pub fn into_catalogue(self) -> Catalogue {
        let mut directory = Directory::default();
        for (id, listed) in &self.services {
            directory.services.insert(*id, listed.content.name.clone());
        }
        let mut enter = |id: EntryId, name: Arc<str>, retired: bool| {
            directory.enter(&itsm::Entry::new(id, name));
            if retired {
                directory.retire(id, true);
            }
        };
        self.people.into_iter().for_each(|(id, name, retired)| enter(EntryId::Person(id), name, retired));
        self.groups.into_iter().for_each(|(id, name, retired)| enter(EntryId::Group(id), name, retired));
        self.named.into_iter().for_each(|(id, name, retired)| enter(EntryId::Service(id), name, retired));
        self.items.into_iter().for_each(|(id, name, retired)| enter(EntryId::Item(id), name, retired));
        Catalogue {
            settings: self.settings,
            categories: self.categories.into_iter().collect(),
            audiences: self.audiences.into_iter().collect(),
            directory,
            services: self.services.into_iter().collect(),
        }
    }
}
