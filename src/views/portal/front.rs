//! The front page: one field to search in, what is needed often, and a shelf for each category.

use std::sync::Arc;

use itsm::ServiceId;
use itsm::catalogue::{ServiceCategory, ServiceCategoryId};
use leptos::prelude::*;
use workspace::catalogue::find::Order;

use super::card::{self, Asked};
use super::{Portal, Shown, parameters, states};
use crate::browser::clock;
use crate::route::{Counter, Route, Shelf};
use crate::session::offered::{self, Source};
use crate::ui::{EmptyState, Kind, LinkButton, Picture, SearchInput};
use crate::views::page;
use crate::views::words;

/// So many of a shelf are shown; the rest stands in its category.
const ON_SHELF: usize = 4;
/// So many are needed often.
const OFTEN: usize = 4;
/// The address follows what is typed after this pause, in milliseconds.
const PAUSE_MILLIS: u32 = 300;

/// The page, with the parameters of its address.
pub fn page(parameters: &str) -> AnyView {
    offered::enter(parameters);
    let query = parameters::value(parameters, "q").unwrap_or_default();
    states::with_catalogue(move |portal, shown| front(portal, &shown, query.clone()))
}

fn front(portal: Portal, shown: &Shown, query: String) -> AnyView {
    page::title(move || "Services".to_owned());
    page::announce();
    if shown.listed.services.is_empty() {
        return empty(shown.offered.from);
    }
    let query = RwSignal::new(query);
    let asked = Asked { query, order: RwSignal::new(Order::Relevance.code().to_owned()), category: None };
    follow(portal, query);
    let searching = Memo::new(move |_| query.with(|query| !query.trim().is_empty()));
    let body = move || {
        if searching.get() {
            return card::results(portal, asked);
        }
        portal.shown.with(|shown| shown.as_ref().map(shelves)).into_any()
    };
    view! {
        <div class="page portal-page portal-front">
            <div class="portal-ask">
                <h1>"What do you need?"</h1>
                <SearchInput label="Search services" value=query id="portal-search" />
            </div>
            {body}
        </div>
    }
    .into_any()
}

/// Keeps the address with what is typed, so that a reload and a link find it again.
fn follow(portal: Portal, query: RwSignal<String>) {
    let typed = StoredValue::new(0_u32);
    let mut first = true;
    Effect::new(move |_| {
        let query = query.get();
        if std::mem::take(&mut first) {
            return;
        }
        typed.update_value(|count| *count += 1);
        let mine = typed.get_value();
        clock::after(PAUSE_MILLIS, move || {
            if typed.try_get_value() == Some(mine) {
                let preview = if offered::is_preview() { "preview&" } else { "" };
                let parameters = [preview, &parameters::write(&[("q", &query)])].concat();
                portal.location.replace(&Route::Portal(Counter::Front(parameters.trim_end_matches('&').to_owned())));
            }
        });
    });
}

fn shelves(shown: &Arc<Shown>) -> AnyView {
    let audience = offered::seen_as();
    let on = |category: Option<ServiceCategoryId>| shown.index.find("", category, audience, Order::Relevance);
    let all = on(None);
    if all.is_empty() {
        return view! {
            <EmptyState title="No services for this audience" text="All services are for others. Choose another audience under “Seen as” at the foot of the page." picture=Picture::Catalogue />
        }
        .into_any();
    }
    let is_often =
        |id: &ServiceId| shown.index.orders(*id) > 0 || shown.content(*id).is_some_and(|content| content.pinned);
    let often: Vec<ServiceId> = all.iter().copied().filter(is_often).take(OFTEN).collect();
    let often = (!often.is_empty() && all.len() > OFTEN).then(|| {
        view! {
            <section class="portal-shelf" aria-labelledby="portal-often">
                <div class="portal-shelf-head"><h2 id="portal-often">"Often needed"</h2></div>
                {card::cards(shown, &often, 3)}
            </section>
        }
    });
    let top: Vec<_> =
        shown.listed.within(None).into_iter().map(|(id, category)| (id, category, on(Some(id)))).collect();
    let top: Vec<_> = top.into_iter().filter(|(_, _, services)| !services.is_empty()).collect();
    let stands = |id: &ServiceId| top.iter().any(|(_, _, services)| services.contains(id));
    let rest: Vec<ServiceId> = all.iter().copied().filter(|id| !stands(id)).collect();
    let jump = (top.len() > 2).then(|| {
        let link = |(id, category, services): &(ServiceCategoryId, &ServiceCategory, Vec<ServiceId>)| view! {
            <li><a href=Counter::category(*id).href()>{category.name.to_string()}<span class="portal-count-quiet">{services.len()}</span></a></li>
        };
        view! { <nav aria-label="Categories"><ul class="portal-jump">{top.iter().map(link).collect_view()}</ul></nav> }
    });
    let heading = if top.is_empty() { "All services" } else { "More services" };
    let rest = (!rest.is_empty()).then(|| {
        view! {
            <section class="portal-shelf" aria-labelledby="portal-rest">
                <div class="portal-shelf-head"><h2 id="portal-rest">{heading}</h2></div>
                {card::cards(shown, &rest, 3)}
            </section>
        }
    });
    let shelf = |(id, category, services): &(ServiceCategoryId, &ServiceCategory, Vec<ServiceId>)| {
        shelf(shown, *id, category, services)
    };
    view! { {jump}{often}{top.iter().map(shelf).collect_view()}{rest} }.into_any()
}

fn shelf(shown: &Shown, id: ServiceCategoryId, category: &ServiceCategory, services: &[ServiceId]) -> AnyView {
    let first = services.get(..ON_SHELF).unwrap_or(services);
    let more = (services.len() > first.len()).then(|| "All ".to_owned() + &words::number(services.len()));
    let heading = "shelf-".to_owned() + &workspace::query::key_text(id.0);
    let labelled_by = heading.clone();
    let href = Counter::category(id).href();
    let more = more.map(|more| {
        let label = [&more, " in ", &category.name].concat();
        view! { <a class="portal-more" href=href.clone() aria-label=label>{more}</a> }
    });
    view! {
        <section class="portal-shelf" aria-labelledby=labelled_by>
            <div class="portal-shelf-head">
                <h2 id=heading><a href=href.clone()>{category.name.to_string()}</a></h2>
                {more}
                <p>{category.summary.to_string()}</p>
            </div>
            {card::cards(shown, first, 3)}
        </section>
    }
    .into_any()
}

fn empty(from: Source) -> AnyView {
    let (text, label, to) = match from {
        Source::Workspace => (
            "Your services are still being written. Look at the drafts as your customers will, or publish the first one.",
            "Look at the drafts",
            Route::Portal(Counter::Front("preview".to_owned())),
        ),
        Source::Preview => (
            "Nothing is written yet. Describe the first service.",
            "Go to the catalogue",
            Route::Catalogue(Shelf::List),
        ),
        Source::Beside | Source::Shared => {
            ("There is no service in this catalogue that is offered now.", "Go to the front page", Route::Home)
        }
    };
    view! {
        <div class="page portal-page page-narrow">
            <h1>"Services"</h1>
            <EmptyState title="Nothing is offered yet" text picture=Picture::Catalogue>
                <LinkButton label kind=Kind::Primary href=to.href() />
            </EmptyState>
        </div>
    }
    .into_any()
}
