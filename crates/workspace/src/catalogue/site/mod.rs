//! A catalogue as a static site: plain files for any host, which work from any folder and without any script.
//!
//! The same catalogue at the same instant gives the same bytes. HTML is written by `maud`, which escapes whatever stands
//! in a catalogue; [`ld`] alone writes something else into a page, and says why that is safe.

mod archive;
mod category;
mod feed;
mod index;
mod layout;
mod ld;
mod prose;
mod service;
mod slug;
mod texts;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use itsm::ServiceId;
use itsm::catalogue::{Catalogue, Content, ServiceCategoryId};

use super::page::{for_customers, is_https};

pub use archive::archive;
pub(super) use slug::slugs;

/// A file of the site: where it stands, and what it says.
pub type File = (String, Vec<u8>);

/// Every file of the site of a catalogue, as of an instant, in the order of their paths. Only what customers may see is
/// in it ([`for_customers`]).
pub fn site(catalogue: &Catalogue, at: DateTime<Utc>) -> Vec<File> {
    let catalogue = for_customers(catalogue);
    let site = Site::of(&catalogue, at);
    let mut files: Vec<File> = vec![
        ("404.html".to_owned(), texts::missing(&site).into_bytes()),
        ("README.txt".to_owned(), texts::readme(&site).into_bytes()),
        ("catalogue.json".to_owned(), data(&catalogue).into_bytes()),
        ("feed.xml".to_owned(), feed::feed(&site).into_bytes()),
        ("index.html".to_owned(), index::page(&site).into_bytes()),
        ("robots.txt".to_owned(), texts::robots(&site).into_bytes()),
        ("style.css".to_owned(), include_bytes!("style.css").to_vec()),
    ];
    files.extend(
        site.categories
            .iter()
            .map(|(id, slug)| (["categories/", slug, ".html"].concat(), category::page(&site, *id).into_bytes())),
    );
    files.extend(site.services.iter().filter_map(|(id, slug)| {
        Some((
            ["services/", slug, ".html"].concat(),
            service::page(&site, *id, catalogue.services.get(id)?).into_bytes(),
        ))
    }));
    if let Some(map) = texts::sitemap(&site) {
        files.push(("sitemap.xml".to_owned(), map.into_bytes()));
    }
    files.sort();
    files
}

/// The data of the catalogue, to be put beside the app or read by other programs.
pub fn data(catalogue: &Catalogue) -> String {
    super::file::to_text(&for_customers(catalogue))
}

/// A catalogue while its site is written: what stands where.
struct Site<'a> {
    catalogue: &'a Catalogue,
    at: DateTime<Utc>,
    /// The name of each service's file, without its ending.
    services: BTreeMap<ServiceId, String>,
    /// The name of each category's file, without its ending; only categories with something in them.
    categories: BTreeMap<ServiceCategoryId, String>,
    /// The address it is published at, ending in a slash, if it is known.
    address: Option<String>,
}

impl<'a> Site<'a> {
    fn of(catalogue: &'a Catalogue, at: DateTime<Utc>) -> Self {
        let address = catalogue.settings.site.trim();
        let address = is_https(address).then(|| {
            let address = address.split(['?', '#']).next().unwrap_or_default();
            [address.trim_end_matches('/'), "/"].concat()
        });
        let name = |id: &ServiceId, content: &'a Content| (id.0, &*content.name);
        let services = catalogue.services.iter().map(|(id, listed)| name(id, &listed.content));
        let used: Vec<_> =
            catalogue.categories.keys().copied().filter(|id| !below(catalogue, *id, 0).is_empty()).collect();
        let shelves = used.iter().filter_map(|id| Some((id.0, &*catalogue.categories.get(id)?.name)));
        Self {
            at,
            services: slug::slugs(services).into_iter().map(|(key, slug)| (ServiceId(key), slug)).collect(),
            categories: slug::slugs(shelves).into_iter().map(|(key, slug)| (ServiceCategoryId(key), slug)).collect(),
            address,
            catalogue,
        }
    }

    /// Whose catalogue it is, for titles.
    fn organisation(&self) -> &str {
        let name = self.catalogue.settings.organisation.trim();
        if name.is_empty() { "Our organisation" } else { name }
    }

    fn currency(&self) -> &str {
        &self.catalogue.settings.currency
    }

    /// Every service, by name.
    fn by_name(&self, mut ids: Vec<ServiceId>) -> Vec<(ServiceId, &'a Content)> {
        ids.sort_unstable();
        ids.dedup();
        let mut services: Vec<_> = ids.into_iter().filter_map(|id| Some((id, self.catalogue.content(id)?))).collect();
        services.sort_by_cached_key(|(_, content)| content.name.to_lowercase());
        services
    }

    /// The categories within one that have something in them, in their order.
    fn shelves(&self, parent: Option<ServiceCategoryId>) -> Vec<(ServiceCategoryId, &'a str, &'a str)> {
        let within = self.catalogue.within(parent).into_iter();
        within
            .filter_map(|(id, category)| Some((id, &*category.name, self.categories.get(&id)?)))
            .map(|(id, name, _)| {
                (id, name, self.catalogue.categories.get(&id).map_or("", |category| &*category.summary))
            })
            .collect()
    }

    /// A category and those it is part of, the highest first.
    fn trail(&self, id: ServiceCategoryId) -> Vec<(ServiceCategoryId, &'a str)> {
        let mut trail = vec![];
        let mut next = Some(id);
        while let Some((id, category)) = next.and_then(|id| Some((id, self.catalogue.categories.get(&id)?))) {
            if trail.len() >= DEEPEST || trail.iter().any(|(known, _)| *known == id) {
                break;
            }
            trail.push((id, &*category.name));
            next = category.parent;
        }
        trail.reverse();
        trail
    }
}

/// Deeper categories are left out: a circle of categories must not go round for ever.
const DEEPEST: usize = 8;

/// The services of a category and of those within it.
fn below(catalogue: &Catalogue, id: ServiceCategoryId, depth: usize) -> Vec<ServiceId> {
    if depth >= DEEPEST {
        return vec![];
    }
    let own =
        catalogue.services.iter().filter(|(_, listed)| listed.content.categories.contains(&id)).map(|(id, _)| *id);
    let deeper = catalogue.within(Some(id)).into_iter().flat_map(|(inner, _)| below(catalogue, inner, depth + 1));
    let mut all: Vec<ServiceId> = own.chain(deeper).collect();
    all.sort_unstable();
    all.dedup();
    all
}
