//! The page of a service: what is written of it, with the ways to order it, to compare it, and on to others.

use itsm::ServiceId;
use itsm::catalogue::{Content, Offering, OrderBy};
use leptos::prelude::*;
use workspace::catalogue::find::Order;
use workspace::catalogue::offer::Standing;

use super::{Portal, Shown, articles, category, compare, parameters, states};
use crate::route::Counter;
use crate::session::offered::{self, Source};
use crate::ui::FilterChip;
use crate::views::page;
use crate::views::service_page::{self, Mode, Ways};

/// So many of the same shelf are named.
const RELATED: usize = 4;

/// The page of the service with this key.
pub fn page(key: &str) -> AnyView {
    let id = parameters::key::<ServiceId>(key);
    states::with_catalogue(move |portal, shown| {
        let id = id.unwrap_or_default();
        let title = shown.name(id);
        page::title(move || if title.is_empty() { "Service".to_owned() } else { title.clone() });
        page::announce();
        // Who looks as somebody else sees another page.
        let body = move || {
            portal.shown.with(|shown| {
                let shown = shown.as_ref()?;
                Some(match (shown.standing(id), shown.content(id)) {
                    (Standing::Offered, Some(content)) => service(portal, shown, id, content),
                    (standing, _) => states::not_offered(portal, shown, shown.name(id), standing),
                })
            })
        };
        body.into_any()
    })
}

fn service(portal: Portal, shown: &Shown, id: ServiceId, content: &Content) -> AnyView {
    let here = Here { portal, shown, id, content };
    view! {
        <div class="page portal-page">
            {category::crumbs(shown, content.categories.first().copied(), true)}
            {service_page::body(&shown.offered.catalogue, id, content, Mode::Live(&here))}
            {compare::tray(portal)}
        </div>
    }
    .into_any()
}

/// What leads on from the page.
struct Here<'a> {
    portal: Portal,
    shown: &'a Shown,
    id: ServiceId,
    content: &'a Content,
}

impl Ways for Here<'_> {
    fn order_label(&self, offering: &Offering) -> &'static str {
        order_label(self.shown.offered.from, offering)
    }

    fn takes_orders(&self) -> bool {
        self.shown.offered.from.takes_orders()
    }

    fn acts(&self, offering: &Offering) -> AnyView {
        let key = (self.id, offering.key);
        let compared = Signal::derive(move || compare::chosen().contains(&key));
        let full = move || compare::chosen().len() >= compare::MOST && !compared.get();
        view! {
            <Show when=move || !full()>
                <FilterChip label="Compare" pressed=compared on_toggle=move |()| compare::toggle(key) />
            </Show>
        }
        .into_any()
    }

    fn leads_to(&self, service: ServiceId) -> bool {
        self.shown.content(service).is_some()
    }

    fn beside(&self) -> AnyView {
        let Self { portal, shown, id, content } = *self;
        view! { {articles::about(portal, id, "Read more")}{related(shown, id, content)} }.into_any()
    }
}

/// What the button that leads to the form says: nobody is promised an order that nobody receives.
pub fn order_label(from: Source, offering: &Offering) -> &'static str {
    if offering.opens_incident() {
        return match (from, &offering.order_by) {
            (Source::Workspace, _) => "Report it",
            (Source::Preview, _) => "Try the form",
            (Source::Beside | Source::Shared, OrderBy::Email(_)) => "Report by e-mail",
            (Source::Beside | Source::Shared, OrderBy::Link(_)) => "How to report it",
            (Source::Beside | Source::Shared, OrderBy::Information) => "What will be asked",
        };
    }
    match (from, &offering.order_by) {
        (Source::Workspace, _) => "Order",
        (Source::Preview, _) => "Try the form",
        (Source::Beside | Source::Shared, OrderBy::Email(_)) => "Order by e-mail",
        (Source::Beside | Source::Shared, OrderBy::Link(_)) => "How to order",
        (Source::Beside | Source::Shared, OrderBy::Information) => "What will be asked",
    }
}

/// What stands on the same shelf, and bundles that bring it.
fn related(shown: &Shown, id: ServiceId, content: &Content) -> AnyView {
    let brings = |other: &Content| {
        other.offerings.iter().any(|offering| offering.includes.iter().any(|(service, _)| *service == id))
    };
    let bundles = shown.listed.services.iter().filter(|(_, listed)| brings(&listed.content)).map(|(id, _)| *id);
    let beside = content
        .categories
        .first()
        .map(|shelf| shown.index.find("", Some(*shelf), offered::seen_as(), Order::Popularity));
    let mut related: Vec<ServiceId> = Vec::new();
    for other in bundles.chain(beside.into_iter().flatten()) {
        if other != id && !related.contains(&other) && shown.standing(other) == Standing::Offered {
            related.push(other);
        }
    }
    if related.is_empty() {
        return ().into_any();
    }
    let line = |other: &ServiceId| {
        shown.content(*other).map(|content| {
            let note = if brings(content) { " (brings this, too)" } else { "" };
            view! { <li><a href=Counter::service(*other).href()>{content.name.to_string()}</a>{note}</li> }
        })
    };
    view! {
        <section class="portal-side" aria-labelledby="portal-related">
            <h2 id="portal-related">"Related services"</h2>
            <ul class="portal-links">{related.iter().take(RELATED).filter_map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
}
