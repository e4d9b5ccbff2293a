//! What stands beside the text of a service: facts, promises, documents.

use itsm::catalogue::{Content, Document, Target, TargetLevel};
use leptos::prelude::*;
use workspace::catalogue::typed;

use super::{Mode, labelled};
use crate::views::words;

/// Everything beside the text.
pub fn written(content: &Content, mode: Mode<'_>) -> AnyView {
    let around = match mode {
        Mode::Live(ways) => Some(ways.beside()),
        Mode::Preview => None,
    };
    view! { {facts(content, mode)}{targets(content, mode)}{documents(content, mode)}{around} }.into_any()
}

fn side(mode: Mode<'_>, title: &'static str, inside: AnyView) -> AnyView {
    let (label, title) = labelled(mode, title);
    view! { <section class="portal-side" aria-labelledby=label>{title}{inside}</section> }.into_any()
}

fn facts(content: &Content, mode: Mode<'_>) -> Option<AnyView> {
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
    (!facts.is_empty()).then(|| side(mode, "Good to know", view! { <dl class="portal-facts">{facts}</dl> }.into_any()))
}

fn targets(content: &Content, mode: Mode<'_>) -> Option<AnyView> {
    let line = |target: &Target| {
        let level = match &target.level {
            TargetLevel::Share(share) => words::decimal(&typed::share_text(*share)) + " %",
            TargetLevel::Time(span) => "Within ".to_owned() + &words::business_span(*span),
            TargetLevel::Words(text) => text.to_string(),
        };
        let within =
            (!target.within.is_empty()).then(|| view! { <span class="muted">" "{target.within.to_string()}</span> });
        view! { <div><dt>{target.what.to_string()}</dt><dd>{level}{within}</dd></div> }
    };
    (!content.targets.is_empty()).then(|| {
        let lines = content.targets.iter().map(line).collect_view();
        side(mode, "What is promised", view! { <dl class="portal-facts">{lines}</dl> }.into_any())
    })
}

/// Documents are opened from a preview, too: in a window of their own, by whom wants to see whether the link is right.
fn documents(content: &Content, mode: Mode<'_>) -> Option<AnyView> {
    let line = |document: &Document| {
        let (title, href) = (document.title.to_string(), document.link.to_string());
        let is_safe = ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme));
        let link = if is_safe {
            view! { <a href=href target="_blank" rel="noopener noreferrer external">{title}</a> }.into_any()
        } else {
            title.into_any()
        };
        view! { <li>{link}</li> }
    };
    (!content.documents.is_empty()).then(|| {
        let lines = content.documents.iter().map(line).collect_view();
        side(mode, "Documents", view! { <ul class="portal-links">{lines}</ul> }.into_any())
    })
}
