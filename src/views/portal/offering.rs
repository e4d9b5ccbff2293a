//! An offering on its service's page: what one gets, what it costs, by when, which options there are, and the way to it.

use itsm::ServiceId;
use itsm::catalogue::form::{Choice, Field, FieldKind};
use itsm::catalogue::{Offering, OrderBy};
use leptos::prelude::*;
use workspace::catalogue::price::{price_words, surcharge_words};

use super::{Shown, compare};
use crate::route::Counter;
use crate::session::offered::Source;
use crate::ui::{FilterChip, Kind, LinkButton};
use crate::views::words;

/// More choices of one field are counted and seen on the form.
const CHOICES: usize = 6;

/// A priced option: what it is called, and what it adds.
pub fn options(offering: &Offering, currency: &str) -> Vec<(String, Vec<(String, String)>)> {
    let priced = |field: &Field| {
        let choice = |choice: &Choice| (choice.label.to_string(), surcharge_words(choice.price, currency));
        let lines: Vec<(String, String)> = match &field.kind {
            FieldKind::Number { each, unit, .. } if *each != 0 => {
                let unit = if unit.is_empty() { "Each" } else { unit };
                vec![(unit.to_owned(), surcharge_words(*each, currency))]
            }
            kind if kind.choices().iter().any(|choice| choice.price != 0) => {
                kind.choices().iter().map(choice).collect()
            }
            _ => Vec::new(),
        };
        (!lines.is_empty()).then(|| (field.label.to_string(), lines))
    };
    offering.form.fields().filter_map(priced).collect()
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

/// The card of an offering.
pub fn card(shown: &Shown, service: ServiceId, offering: &Offering, main: bool) -> AnyView {
    let currency = shown.currency();
    let group = |(label, lines): (String, Vec<(String, String)>)| {
        let count = lines.len();
        let line = |(label, price): (String, String)| {
            view! {
                <li><span>{label}</span><span class="portal-price-small">{price}</span></li>
            }
        };
        let more = (count > CHOICES).then(|| view! { <li class="muted">"and "{count - CHOICES}" more"</li> });
        view! {
            <div class="portal-options">
                <h4>{label}</h4>
                <ul class="portal-options-list">{lines.into_iter().take(CHOICES).map(line).collect_view()}{more}</ul>
            </div>
        }
    };
    let is_report = offering.opens_incident();
    let included = included(shown, offering).filter(|_| !is_report);
    // On one's own desk, the priority of the incident says by when.
    let target = offering.target.filter(|_| !(is_report && shown.offered.from.takes_orders()));
    let within = target.map(|target| view! { <span>"Within "{words::business_span(target)}" of working time"</span> });
    let key = (service, offering.key);
    let compared = Signal::derive(move || compare::chosen().contains(&key));
    let full = move || compare::chosen().len() >= compare::MOST && !compared.get();
    let kind = if main { Kind::Primary } else { Kind::Plain };
    let label = [order_label(shown.offered.from, offering), ": ", &offering.name].concat();
    view! {
        <li class="portal-offering">
            <div class="portal-offering-head">
                <h3>{offering.name.to_string()}</h3>
                {(!is_report).then(|| view! { <p class="portal-price">{price_words(&offering.price, currency)}</p> })}
            </div>
            <p>{offering.summary.to_string()}</p>
            <p class="portal-card-facts"><span>{offering.kind.word()}</span>{within}</p>
            {included.map(|list| view! { <div class="portal-options"><h4>"Comes with"</h4>{list}</div> })}
            {(!is_report).then(|| options(offering, currency).into_iter().map(group).collect_view())}
            <div class="portal-offering-actions">
                <LinkButton label kind href=Counter::order(service, offering.key).href() />
                <Show when=move || !full()>
                    <FilterChip label="Compare" pressed=compared on_toggle=move |()| compare::toggle(key) />
                </Show>
            </div>
        </li>
    }
    .into_any()
}

/// What comes with a bundle, as a list; nothing where nothing does.
pub fn included(shown: &Shown, offering: &Offering) -> Option<AnyView> {
    let line = |(service, key): &(ServiceId, itsm::catalogue::OfferingKey)| {
        let name = match shown.offered.catalogue.offering(*service, *key) {
            Some(offering) => offering.name.to_string(),
            None => shown.name(*service),
        };
        let view = match shown.content(*service) {
            Some(_) => view! { <a href=Counter::service(*service).href()>{name}</a> }.into_any(),
            None => name.into_any(),
        };
        view! { <li>{view}</li> }
    };
    let lines = offering.includes.iter().map(line).collect_view();
    (!offering.includes.is_empty()).then(|| view! { <ul class="portal-links">{lines}</ul> }.into_any())
}
