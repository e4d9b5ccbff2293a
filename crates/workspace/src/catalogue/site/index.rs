//! The first page: the shelves, what stands first, and every service with what one gets.

use itsm::ServiceId;
use itsm::catalogue::{Content, Price, ServiceCategoryId};
use maud::{Markup, html};

use super::layout::{self, Page};
use super::{DEEPEST, Site, below, ld};
use crate::catalogue::page as words;

pub(super) fn page(site: &Site<'_>) -> String {
    let all = site.by_name(site.catalogue.services.keys().copied().collect());
    let pinned: Vec<_> = all.iter().filter(|(_, content)| content.pinned).copied().collect();
    let main = html! {
        h1 { "Service catalogue" }
        p.lead {
            "What " (site.organisation()) " offers, what you get, and how to ask for it."
        }
        @if all.is_empty() { p { "Nothing is offered yet." } }
        @if !site.shelves(None).is_empty() {
            nav aria-labelledby="shelves" { h2 id="shelves" { "Categories" } (shelves(site, None, "", 0)) }
        }
        @if !pinned.is_empty() {
            section aria-labelledby="first" { h2 id="first" { "Asked for most" } (list(site, &pinned, "")) }
        }
        @if !all.is_empty() {
            section aria-labelledby="all" {
                h2 id="all" { "All services, A to Z" }
                (list(site, &all, ""))
            }
        }
    };
    let about = ["The services of ", site.organisation(), ": what you get, and how to ask for it."].concat();
    let place = Page {
        title: "Service catalogue",
        about: &about,
        up: "",
        path: "index.html",
        trail: vec![],
        ld: Some(ld::catalogue(site, &all)),
    };
    layout::page(site, place, main)
}

/// Categories as a tree of links, each with how many services it has.
pub(super) fn shelves(site: &Site<'_>, parent: Option<ServiceCategoryId>, up: &str, depth: usize) -> Markup {
    let within = site.shelves(parent);
    html! {
        @if !within.is_empty() && depth < DEEPEST {
            ul.shelves {
                @for (id, name, _) in within {
                    li {
                        @if let Some(slug) = site.categories.get(&id) {
                            a href={ (up) "categories/" (slug) ".html" } { (name) }
                        }
                        " " span.count { "(" (below(site.catalogue, id, 0).len()) ")" }
                        (shelves(site, Some(id), up, depth + 1))
                    }
                }
            }
        }
    }
}

/// Services with what one gets and from which price on.
pub(super) fn list(site: &Site<'_>, services: &[(ServiceId, &Content)], up: &str) -> Markup {
    html! {
        ul.services {
            @for (id, content) in services {
                @if let Some(slug) = site.services.get(id) {
                    li {
                        a href={ (up) "services/" (slug) ".html" } { (content.name) }
                        @if !content.summary.is_empty() { p { (content.summary) } }
                        @if let Some(price) = from(site, content) { p.price { (price) } }
                    }
                }
            }
        }
    }
}

/// What the service costs at least; nothing where nobody has said.
fn from(site: &Site<'_>, content: &Content) -> Option<String> {
    let stated = content.offerings.iter().map(|offering| &offering.price).filter(|price| **price != Price::Unsaid);
    let prices: Vec<&Price> = stated.collect();
    match prices.as_slice() {
        [] => None,
        [only] => Some(words::price(only, site.currency())),
        all if all.iter().all(|price| **price == Price::Free) => Some(words::price(&Price::Free, site.currency())),
        // Prices of one kind can be compared; a month and a piece cannot.
        [first, rest @ ..] if rest.iter().all(|price| is_alike(first, price)) => {
            let least = prices.iter().min_by_key(|price| price.first())?;
            Some(["From ", &words::price(least, site.currency())].concat())
        }
        all => Some(format!("{} prices", all.len())),
    }
}

fn is_alike(one: &Price, other: &Price) -> bool {
    match (one, other) {
        (Price::Subscription { period: one, .. }, Price::Subscription { period: other, .. }) => one == other,
        (Price::PerUnit { unit: one, .. }, Price::PerUnit { unit: other, .. }) => one == other,
        (Price::Fixed(_), Price::Fixed(_)) => true,
        _ => false,
    }
}
