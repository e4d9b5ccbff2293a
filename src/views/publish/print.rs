//! All services on paper, or as PDF by the browser's own dialog.

use std::sync::Arc;

use itsm::catalogue::form::describe;
use itsm::catalogue::{Catalogue, Content, Offering};
use leptos::prelude::*;
use workspace::catalogue::page::{Ordering, happens, level, ordering, price, promise, within};

use super::published;
use crate::browser::page;
use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{Button, EmptyState, Fact, Facts, Kind, LinkButton};
use crate::views::catalogue::gate::WithCatalogue;
use crate::views::page::Page;

/// The page.
#[component]
pub fn PrintPage() -> impl IntoView {
    let session = expect_context::<Session>();
    let inside = move || {
        let catalogue = published(session);
        let title = Signal::derive(move || {
            catalogue.with(|catalogue| match catalogue.settings.organisation.trim() {
                "" => "Service catalogue".to_owned(),
                name => [name, ": service catalogue"].concat(),
            })
        });
        let services = move || {
            let catalogue = catalogue.get();
            if catalogue.services.is_empty() {
                return view! {
                    <EmptyState title="Nothing is published yet" text="There is nothing to print until a service is launched and published.">
                        <LinkButton label="Go to the portfolio" href=Route::Catalogue(Shelf::Portfolio).href() />
                    </EmptyState>
                }
                .into_any();
            }
            let mut all: Vec<&Content> = catalogue.services.values().map(|listed| &listed.content).collect();
            all.sort_by_cached_key(|content| content.name.to_lowercase());
            all.into_iter().map(|content| service(&catalogue, content)).collect_view().into_any()
        };
        view! {
            <Page title class="print-all">
                <div class="form-actions print-hidden">
                    <Button label="Print or save as PDF" kind=Kind::Primary on_press=move |()| page::print() />
                    <LinkButton label="Back to publishing" href=Route::Catalogue(Shelf::Publish).href() />
                </div>
                {services}
            </Page>
        }
        .into_any()
    };
    view! { <WithCatalogue>{inside()}</WithCatalogue> }.into_any()
}

fn service(catalogue: &Arc<Catalogue>, content: &Content) -> AnyView {
    let facts = [
        ("Who it is for", content.for_whom.to_string()),
        ("How to ask for it", content.how_to_ask.to_string()),
        ("Entitlement", content.entitlement.to_string()),
        ("Hours", content.hours.to_string()),
        ("Channels", content.channels.join(", ")),
        ("Utility: what it does", content.utility.to_string()),
        ("Warranty: how well it does it", content.warranty.to_string()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = facts.map(|(label, value)| view! { <Fact label>{value}</Fact> }).collect_view();
    let targets = content.targets.iter().map(|target| {
        let line = [&*target.what, ": ", &level(&target.level), " (measured within: ", within(target), ")"].concat();
        view! { <li>{line}</li> }
    });
    let targets = targets.collect_view();
    let offerings = content.offerings.iter().map(|one| offering(catalogue, content, one)).collect_view();
    view! {
        <article class="print-service">
            <h2>{content.name.to_string()}</h2>
            <p>{content.summary.to_string()}</p>
            <Facts>{facts}</Facts>
            {(!content.targets.is_empty()).then(|| view! { <h3>"What we promise"</h3><ul>{targets}</ul> })}
            {offerings}
        </article>
    }
    .into_any()
}

fn offering(catalogue: &Catalogue, content: &Content, offering: &Offering) -> AnyView {
    let order = match ordering(catalogue, &content.name, offering) {
        Ordering::Email { address, .. } => "Ask by e-mail: ".to_owned() + &address,
        Ordering::Link(link) => "Order at ".to_owned() + &link,
        Ordering::Information { .. } => String::new(),
    };
    let questions = describe(&offering.form).into_iter().flat_map(|section| section.questions);
    let questions: Vec<String> = questions.map(|question| question.label.to_string()).collect();
    let steps = happens(catalogue, content, offering).into_iter().map(|step| view! { <li>{step}</li> }).collect_view();
    let promise = promise(offering).map(|promise| view! { <Fact label="Fulfilled">{promise}</Fact> });
    let price = price(&offering.price, &catalogue.settings.currency);
    view! {
        <section class="print-offering">
            <h3>{offering.name.to_string()}</h3>
            <p>{offering.summary.to_string()}</p>
            <Facts>
                <Fact label="Price">{price}</Fact>
                {promise}
                {(!questions.is_empty()).then(|| view! { <Fact label="What we will ask you">{questions.join(", ")}</Fact> })}
                {(!order.is_empty()).then(|| view! { <Fact label="How to order">{order}</Fact> })}
            </Facts>
            <h4>"What happens then"</h4>
            <ol>{steps}</ol>
        </section>
    }
    .into_any()
}
