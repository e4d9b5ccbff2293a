//! The page of a service.

use itsm::ServiceId;
use itsm::catalogue::form::{DescribedChoice, DescribedSection, describe};
use itsm::catalogue::{Content, Listed, Offering};
use maud::{Markup, html};

use super::layout::{self, Page};
use super::prose::prose;
use super::{Site, category, ld};
use crate::catalogue::page::{self, Ordering};

pub(super) fn page(site: &Site<'_>, id: ServiceId, listed: &Listed) -> String {
    let content = &listed.content;
    let path = ["services/", site.services.get(&id).map_or("", |slug| slug), ".html"].concat();
    let main = html! {
        h1 { (content.name) }
        @if !content.summary.is_empty() { p.lead { (content.summary) } }
        (facts(site, content))
        @if !content.description.trim().is_empty() {
            section aria-labelledby="about" { h2 id="about" { "About it" } (prose(&content.description)) }
        }
        (worth(content))
        @if !content.offerings.is_empty() {
            section aria-labelledby="order" {
                h2 id="order" { "What you can ask for" }
                @for (place, offering) in content.offerings.iter().enumerate() {
                    (self::offering(site, content, offering, place))
                }
            }
        }
        (targets(content))
        (documents(content))
        (log(listed))
    };
    let trail = match content.categories.first() {
        Some(first) => category::trail(site, *first),
        None => vec![category::home()],
    };
    let ld = Some(ld::service(site, &path, content));
    layout::page(site, Page { title: &content.name, about: &content.summary, up: "../", path: &path, trail, ld }, main)
}

fn facts(site: &Site<'_>, content: &Content) -> Markup {
    let audiences: Vec<&str> =
        content.audiences.iter().filter_map(|id| site.catalogue.audiences.get(id).map(|name| &**name)).collect();
    let owner = content.owner.and_then(|owner| site.catalogue.directory.people.get(&owner)).map_or("", |name| name);
    let support = content.support.and_then(|id| site.catalogue.directory.groups.get(&id)).map_or("", |name| name);
    let from = content.valid_from.map(page::date).unwrap_or_default();
    let until = content.valid_to.map(page::date).unwrap_or_default();
    let facts = [
        ("Who it is for", &*content.for_whom),
        ("Audience", &audiences.join(", ")),
        ("Entitlement", &content.entitlement),
        ("How to ask for it", &content.how_to_ask),
        ("Hours", &content.hours),
        ("Channels", &content.channels.iter().map(|channel| &**channel).collect::<Vec<_>>().join(", ")),
        ("Supported by", support),
        ("Owner", owner),
        ("Offered from", &from),
        ("Offered until", &until),
    ];
    html! {
        @if facts.iter().any(|(_, value)| !value.is_empty()) {
            dl.facts {
                @for (name, value) in facts {
                    @if !value.is_empty() { div { dt { (name) } dd { (value) } } }
                }
            }
        }
    }
}

/// What it is worth: purpose, outcomes, utility and warranty.
fn worth(content: &Content) -> Markup {
    let says = [&content.purpose, &content.utility, &content.warranty].iter().any(|text| !text.is_empty());
    html! {
        @if says || !content.outcomes.is_empty() {
            section aria-labelledby="worth" {
                h2 id="worth" { "What it does for you" }
                @if !content.purpose.is_empty() { p { (content.purpose) } }
                @if !content.outcomes.is_empty() {
                    h3 { "With it you can" }
                    ul { @for outcome in &content.outcomes { li { (outcome) } } }
                }
                @if !content.utility.is_empty() { h3 { "What it does (utility)" } p { (content.utility) } }
                @if !content.warranty.is_empty() { h3 { "How well it does it (warranty)" } p { (content.warranty) } }
            }
        }
    }
}

fn offering(site: &Site<'_>, content: &Content, offering: &Offering, place: usize) -> Markup {
    let catalogue = site.catalogue;
    let included = offering.includes.iter().filter_map(|(service, key)| {
        let slug = site.services.get(service)?;
        let name = &catalogue.offering(*service, *key)?.name;
        Some((["../services/", slug, ".html"].concat(), catalogue.directory.service(*service).to_owned(), name.clone()))
    });
    let included: Vec<_> = included.collect();
    let asked: Vec<_> = describe(&offering.form).into_iter().filter(|section| !section.questions.is_empty()).collect();
    html! {
        article.offering aria-labelledby={ "offering-" (place + 1) } {
            h3 id={ "offering-" (place + 1) } { (offering.name) }
            @if !offering.summary.is_empty() { p { (offering.summary) } }
            dl.facts {
                div { dt { "What it is" } dd { (offering.kind.word()) } }
                @if !offering.opens_incident() {
                    div { dt { "Price" } dd { (page::price(&offering.price, site.currency())) } }
                }
                @if let Some(promise) = page::promise(offering) { div { dt { "Fulfilled" } dd { (promise) } } }
            }
            @if !included.is_empty() {
                h4 { "It includes" }
                ul { @for (href, service, name) in &included { li { a href=(href) { (service) } ": " (name) } } }
            }
            @if !asked.is_empty() { (questions(&asked, site.currency())) }
            h4 { "What happens then" }
            ol { @for sentence in page::happens(catalogue, content, offering) { li { (sentence) } } }
            (order(&page::ordering(catalogue, &content.name, offering), offering))
        }
    }
}

fn questions(asked: &[DescribedSection], currency: &str) -> Markup {
    html! {
        h4 { "What we will ask you" }
        @for section in asked {
            @if !section.title.is_empty() { h5 { (section.title) } }
            @if let Some(only_if) = &section.only_if { p.note { (only_if) } }
            @if !section.help.is_empty() { p { (section.help) } }
            div.wide tabindex="0" role="group" aria-label="Questions" {
                table {
                    thead { tr { th scope="col" { "Question" } th scope="col" { "Answer" } th scope="col" { "Needed" } } }
                    tbody {
                        @for question in &section.questions {
                            tr {
                                th scope="row" {
                                    (question.label)
                                    @if !question.help.is_empty() { p.note { (question.help) } }
                                    @if let Some(only_if) = &question.only_if { p.note { (only_if) } }
                                }
                                td {
                                    (question.kind)
                                    @if question.each != 0 { p.note { (page::surcharge(question.each, currency)) " for each" } }
                                    @if !question.choices.is_empty() {
                                        ul { @for choice in &question.choices { li { (self::choice(choice, currency)) } } }
                                    }
                                }
                                td { @if question.required { "yes" } @else { "no" } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn choice(choice: &DescribedChoice, currency: &str) -> Markup {
    html! {
        (choice.label)
        @if choice.price != 0 { " (" (page::surcharge(choice.price, currency)) ")" }
        @if let Some(only_if) = &choice.only_if { span.note { " " (only_if) } }
    }
}

/// Where an order goes. A page has nobody behind it, so it never says that something was ordered.
fn order(ordering: &Ordering, offering: &Offering) -> Markup {
    let name = &offering.name;
    let (ask, done, act) = if offering.opens_incident() {
        ("Report it: ", "reported", "report")
    } else {
        ("Ask for ", "ordered", "order")
    };
    html! {
        @match ordering {
            Ordering::Email { address, href } => {
                p.order { a.action href=(href) { (ask) (name) " by e-mail" } }
                p.note { "Your e-mail program opens with the questions filled in. Nothing is " (done) " until you send the e-mail to " (address) "." }
            }
            Ordering::Link(link) => {
                p.order { a.action href=(link) rel="noreferrer" { (ask) (name) } }
                p.note { "This opens another page, where you " (act) ": " (host(link)) }
            }
            Ordering::Information { ask: question } => {
                p.note {
                    "This page only informs; nothing can be " (done) " here."
                    @if let Some(href) = question { " " a href=(href) { "Ask a question about " (name) } }
                }
            }
        }
    }
}

fn host(link: &str) -> &str {
    link.split('/').nth(2).unwrap_or(link)
}

fn targets(content: &Content) -> Markup {
    html! {
        @if !content.targets.is_empty() {
            section aria-labelledby="targets" {
                h2 id="targets" { "What we promise" }
                div.wide tabindex="0" role="region" aria-label="Targets" {
                    table {
                        thead { tr { th scope="col" { "What" } th scope="col" { "How much" } th scope="col" { "Measured within" } } }
                        tbody {
                            @for target in &content.targets {
                                tr {
                                    th scope="row" { (target.what) }
                                    td { (page::level(&target.level)) }
                                    td { (page::within(target)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn documents(content: &Content) -> Markup {
    let all: Vec<_> = content.documents.iter().filter(|document| page::is_document_link(&document.link)).collect();
    html! {
        @if !all.is_empty() {
            section aria-labelledby="documents" {
                h2 id="documents" { "To read" }
                ul {
                    @for document in all {
                        li { a href=(document.link) rel="noreferrer" { @if document.title.is_empty() { (document.link) } @else { (document.title) } } }
                    }
                }
            }
        }
    }
}

fn log(listed: &Listed) -> Markup {
    html! {
        @if !listed.log.is_empty() {
            section aria-labelledby="changes" {
                h2 id="changes" { "Changes" }
                ul.log {
                    @for line in listed.log.iter().rev() {
                        li {
                            time datetime=(line.from.date_naive()) { (page::date(line.from.date_naive())) }
                            ": version " (line.version)
                            @if !line.note.is_empty() { ", " (line.note) }
                        }
                    }
                }
            }
        }
    }
}
