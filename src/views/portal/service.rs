//! A service as its customers see it: what you get, who it is for, how to ask, what can be ordered. What only colleagues
//! read is never here.

use itsm::ServiceId;
use itsm::catalogue::{Content, Offering, TargetLevel};
use leptos::prelude::*;
use workspace::catalogue::find::Order;
use workspace::catalogue::offer::Standing;

use super::{Portal, Shown, articles, category, compare, offering, parameters, states};
use crate::route::Counter;
use crate::session::offered;
use crate::ui::{Icon, Picture};
use crate::views::knowledge::ArticleText;
use crate::views::{page, words};

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
    let text = |title: &'static str, text: &str| {
        (!text.is_empty())
            .then(|| view! { <section class="portal-part"><h2>{title}</h2><p>{text.to_owned()}</p></section> })
    };
    let outcomes = (!content.outcomes.is_empty()).then(|| {
        let line = |outcome: &std::sync::Arc<str>| view! { <li><Icon picture=Picture::Check /><span>{outcome.to_string()}</span></li> };
        view! {
            <section class="portal-part">
                <h2>"What you can do with it"</h2>
                <ul class="portal-outcomes">{content.outcomes.iter().map(line).collect_view()}</ul>
            </section>
        }
    });
    let description = content.description.to_string();
    let more = (!description.is_empty()).then(|| {
        view! {
            <section class="portal-part"><h2>"More about it"</h2><ArticleText body=description under=2 /></section>
        }
    });
    let single = content.offerings.len() == 1;
    let cards = content.offerings.iter().map(|one| offering::card(shown, id, one, single)).collect_view();
    let offerings = match content.offerings.len() {
        0 => view! { <p class="portal-part muted">"There is nothing to order here; the text beside says how to ask."</p> }.into_any(),
        many => view! {
            <section class="portal-part" aria-labelledby="portal-offerings">
                <h2 id="portal-offerings">{match many {
                    1 if content.offerings.iter().any(Offering::opens_incident) => "What you can report",
                    1 => "What you can order",
                    _ => "Choose what you need",
                }}</h2>
                <ul class="portal-offerings">{cards}</ul>
            </section>
        }
        .into_any(),
    };
    view! {
        <div class="page portal-page">
            {category::crumbs(shown, content.categories.first().copied(), true)}
            <h1>{content.name.to_string()}</h1>
            <p class="portal-lead">{content.summary.to_string()}</p>
            <div class="portal-columns">
                <div class="portal-main">
                    {offerings}
                    {outcomes}
                    {text("What it is for", &content.purpose)}
                    {text("What it does", &content.utility)}
                    {text("How well it does it", &content.warranty)}
                    {more}
                </div>
                <div class="portal-aside">{facts(content)}{targets(content)}{documents(content)}{articles::about(portal, id, "Read more")}{related(shown, id, content)}</div>
            </div>
            {compare::tray(portal)}
        </div>
    }
    .into_any()
}

fn facts(content: &Content) -> AnyView {
    let channels: Vec<&str> = content.channels.iter().map(|channel| &**channel).collect();
    let facts = [
        ("Who it is for", content.for_whom.to_string()),
        ("What you need for it", content.entitlement.to_string()),
        ("How to ask", content.how_to_ask.to_string()),
        ("Hours", content.hours.to_string()),
        ("Help", channels.join(", ")),
    ];
    let fact = |(what, text): (&'static str, String)| {
        (!text.is_empty()).then(|| view! { <div><dt>{what}</dt><dd>{text}</dd></div> })
    };
    let facts: Vec<_> = facts.into_iter().filter_map(fact).collect();
    if facts.is_empty() {
        return ().into_any();
    }
    view! { <section class="portal-side" aria-labelledby="portal-facts"><h2 id="portal-facts">"Good to know"</h2><dl class="portal-facts">{facts}</dl></section> }
        .into_any()
}

fn targets(content: &Content) -> AnyView {
    if content.targets.is_empty() {
        return ().into_any();
    }
    let line = |target: &itsm::catalogue::Target| {
        let level = match &target.level {
            TargetLevel::Share(thousandths) => share(*thousandths),
            TargetLevel::Time(span) => "Within ".to_owned() + &words::business_span(*span),
            TargetLevel::Words(text) => text.to_string(),
        };
        let within =
            (!target.within.is_empty()).then(|| view! { <span class="muted">" "{target.within.to_string()}</span> });
        view! { <div><dt>{target.what.to_string()}</dt><dd>{level}{within}</dd></div> }
    };
    view! {
        <section class="portal-side" aria-labelledby="portal-targets">
            <h2 id="portal-targets">"What is promised"</h2>
            <dl class="portal-facts">{content.targets.iter().map(line).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Thousandths of a per cent as people read them: `99.5 %`.
fn share(thousandths: u32) -> String {
    let rest = (thousandths % 1000 + 1000).to_string();
    let machine = [&(thousandths / 1000).to_string(), ".", rest.get(1..).unwrap_or_default()].concat();
    words::decimal(machine.trim_end_matches('0').trim_end_matches('.')) + " %"
}

fn documents(content: &Content) -> AnyView {
    if content.documents.is_empty() {
        return ().into_any();
    }
    let line = |document: &itsm::catalogue::Document| {
        let (title, href) = (document.title.to_string(), document.link.to_string());
        let is_safe = ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme));
        let link = if is_safe {
            view! { <a href=href target="_blank" rel="noopener noreferrer external">{title}</a> }.into_any()
        } else {
            title.into_any()
        };
        view! { <li>{link}</li> }
    };
    view! {
        <section class="portal-side" aria-labelledby="portal-documents">
            <h2 id="portal-documents">"Documents"</h2>
            <ul class="portal-links">{content.documents.iter().map(line).collect_view()}</ul>
        </section>
    }
    .into_any()
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
