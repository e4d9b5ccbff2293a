//! What to look at before customers do.

use std::sync::Arc;

use itsm::catalogue::{Catalogue, OrderBy, lint};
use leptos::prelude::*;

use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{Icon, Panel, Picture};
use crate::views::words;

/// A line of the list.
#[derive(Clone, PartialEq)]
struct Line {
    is_fine: bool,
    says: String,
    /// What leads to where it is mended.
    link: (&'static str, Shelf),
}

/// The list.
#[component]
pub fn Ready(
    /// What customers see.
    catalogue: Memo<Arc<Catalogue>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let today = move || super::now(session).date_naive();
    let edited = move || {
        let read = session.read(|workspace| {
            let listings = workspace.desk().portfolio().listings();
            listings.filter(|listing| !listing.versions.is_empty() && listing.differs()).count()
        });
        read.unwrap_or(0)
    };
    let lines = Memo::new(move |_| {
        catalogue.with(|catalogue| {
            let findings = lint::check(catalogue, today()).len();
            [
                services(catalogue),
                checked(findings),
                mended(edited()),
                named(catalogue),
                ordered(catalogue),
                addressed(catalogue),
            ]
        })
    });
    let line = |line: Line| {
        let (label, place) = line.link;
        let (picture, class) =
            if line.is_fine { (Picture::Met, "ready-fine") } else { (Picture::Problem, "ready-look") };
        let heard = if line.is_fine { "Done: " } else { "To look at: " };
        view! {
            <li class=class>
                <Icon picture />
                <span><span class="visually-hidden">{heard}</span>{line.says}" "<a href=Route::Catalogue(place).href()>{label}</a></span>
            </li>
        }
    };
    view! {
        <Panel title="Before you publish">
            <ul class="ready">{move || lines.get().into_iter().map(line).collect_view()}</ul>
        </Panel>
    }
    .into_any()
}

fn services(catalogue: &Catalogue) -> Line {
    let count = words::count(catalogue.services.len(), "service is", "services are");
    Line { is_fine: true, says: count + " launched and published.", link: ("See the portfolio", Shelf::Portfolio) }
}

fn checked(findings: usize) -> Line {
    let says = match findings {
        0 => "The check finds nothing in what is published.".to_owned(),
        some => ["The check finds ", &words::count(some, "thing", "things"), " in what is published."].concat(),
    };
    Line { is_fine: findings == 0, says, link: ("Open the check", Shelf::Check) }
}

fn mended(edited: usize) -> Line {
    let says = match edited {
        0 => "No draft says more than what is published.".to_owned(),
        some => {
            words::count(some, "draft says", "drafts say")
                + " something else than what is published; customers do not see it yet."
        }
    };
    Line { is_fine: edited == 0, says, link: ("See the services", Shelf::List) }
}

fn named(catalogue: &Catalogue) -> Line {
    let settings = &catalogue.settings;
    let has_contact = !settings.contact.trim().is_empty() || !settings.email.trim().is_empty();
    let is_fine = has_contact && !settings.organisation.trim().is_empty();
    let says = if is_fine {
        "The pages say whose catalogue it is and whom to ask."
    } else {
        "Say whose catalogue it is and whom to ask."
    };
    Line { is_fine, says: says.to_owned(), link: ("Open the settings", Shelf::Settings) }
}

fn ordered(catalogue: &Catalogue) -> Line {
    let offerings = catalogue.services.values().flat_map(|listed| &listed.content.offerings);
    let silent = offerings.filter(|offering| offering.order_by == OrderBy::Information).count();
    let says = match silent {
        0 => "Every offering says where an order goes.".to_owned(),
        some => {
            words::count(some, "offering only informs", "offerings only inform") + "; nothing can be ordered there."
        }
    };
    Line { is_fine: silent == 0, says, link: ("See the services", Shelf::List) }
}

fn addressed(catalogue: &Catalogue) -> Line {
    let is_fine = workspace::catalogue::page::is_https(catalogue.settings.site.trim());
    let says = if is_fine {
        "The address of the site is known, so the feed has links and search engines a map."
    } else {
        "Without the address of the site, the feed has no links and there is no map for search engines."
    };
    Line { is_fine, says: says.to_owned(), link: ("Open the settings", Shelf::Settings) }
}
