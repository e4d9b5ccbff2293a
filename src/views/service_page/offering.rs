//! An offering on its service's page: what one gets, what it costs, by when, which options there are, and the way to it.

use itsm::ServiceId;
use itsm::catalogue::form::{Choice, Field, FieldKind};
use itsm::catalogue::{Catalogue, Offering, OfferingKey};
use leptos::prelude::*;
use workspace::catalogue::price::{price_words, surcharge_words};

use super::Mode;
use crate::route::Counter;
use crate::ui::{Kind, LinkButton};
use crate::views::heading::heading;
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

/// The card of an offering.
pub fn card(catalogue: &Catalogue, service: ServiceId, offering: &Offering, main: bool, mode: Mode<'_>) -> AnyView {
    let currency = &*catalogue.settings.currency;
    let small = |title: AnyView| heading(mode.level(3), None, title);
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
                {small(label.into_any())}
                <ul class="portal-options-list">{lines.into_iter().take(CHOICES).map(line).collect_view()}{more}</ul>
            </div>
        }
    };
    let is_report = offering.opens_incident();
    let included = included(catalogue, offering, &|service| mode.leads_to(service))
        .filter(|_| !is_report)
        .map(|list| view! { <div class="portal-options">{small("Comes with".into_any())}{list}</div> });
    // On one's own desk, the priority of the incident says by when.
    let target = offering.target.filter(|_| !(is_report && mode.takes_orders()));
    let within = target.map(|target| view! { <span>"Within "{words::business_span(target)}" of working time"</span> });
    let kind = if main { Kind::Primary } else { Kind::Plain };
    let (label, acts) = match mode {
        Mode::Live(ways) => (ways.order_label(offering), Some(ways.acts(offering))),
        Mode::Preview if is_report => ("Report it", None),
        Mode::Preview => ("Order", None),
    };
    let label = [label, ": ", &offering.name].concat();
    view! {
        <li class="portal-offering">
            <div class="portal-offering-head">
                {heading(mode.level(2), None, offering.name.to_string().into_any())}
                {(!is_report).then(|| view! { <p class="portal-price">{price_words(&offering.price, currency)}</p> })}
            </div>
            <p>{offering.summary.to_string()}</p>
            <p class="portal-card-facts"><span>{offering.kind.word()}</span>{within}</p>
            {included}
            {(!is_report).then(|| options(offering, currency).into_iter().map(group).collect_view())}
            <div class="portal-offering-actions" inert=mode.is_preview()>
                <LinkButton label kind href=Counter::order(service, offering.key).href() />
                {acts}
            </div>
        </li>
    }
    .into_any()
}

/// What comes with a bundle, as a list; nothing where nothing does. What customers can open is a link.
pub fn included(catalogue: &Catalogue, offering: &Offering, leads_to: &dyn Fn(ServiceId) -> bool) -> Option<AnyView> {
    let line = |(service, key): &(ServiceId, OfferingKey)| {
        let name = match catalogue.offering(*service, *key) {
            Some(offering) => offering.name.to_string(),
            None => super::name(catalogue, *service),
        };
        let view = if leads_to(*service) {
            view! { <a href=Counter::service(*service).href()>{name}</a> }.into_any()
        } else {
            name.into_any()
        };
        view! { <li>{view}</li> }
    };
    let lines = offering.includes.iter().map(line).collect_view();
    (!offering.includes.is_empty()).then(|| view! { <ul class="portal-links">{lines}</ul> }.into_any())
}
