//! The page of a category: what stands on this shelf and on those within it.

use itsm::catalogue::ServiceCategoryId;
use maud::html;

use super::index::{list, shelves};
use super::layout::{self, Page};
use super::{Site, below};

pub(super) fn page(site: &Site<'_>, id: ServiceCategoryId) -> String {
    let (name, summary) = site.catalogue.categories.get(&id).map_or(("", ""), |one| (&*one.name, &*one.summary));
    let services = site.by_name(below(site.catalogue, id, 0));
    let main = html! {
        h1 { (name) }
        @if !summary.is_empty() { p.lead { (summary) } }
        @if !site.shelves(Some(id)).is_empty() {
            nav aria-labelledby="shelves" { h2 id="shelves" { "Within it" } (shelves(site, Some(id), "../", 0)) }
        }
        section aria-labelledby="all" { h2 id="all" { "Services, A to Z" } (list(site, &services, "../")) }
    };
    let path = ["categories/", site.categories.get(&id).map_or("", |slug| slug), ".html"].concat();
    let mut trail = trail(site, id);
    trail.pop();
    layout::page(site, Page { title: name, about: summary, up: "../", path: &path, trail, ld: None }, main)
}

/// The first page and the categories down to this one, as links from a page one folder down.
pub(super) fn trail(site: &Site<'_>, id: ServiceCategoryId) -> Vec<(String, String)> {
    let shelves = site.trail(id).into_iter().filter_map(|(id, name)| {
        Some((name.to_owned(), ["../categories/", site.categories.get(&id)?, ".html"].concat()))
    });
    std::iter::once(home()).chain(shelves).collect()
}

/// The first page, from a page one folder down.
pub(super) fn home() -> (String, String) {
    ("Service catalogue".to_owned(), "../index.html".to_owned())
}
