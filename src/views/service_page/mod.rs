//! A service as its customers see it: what you get, who it is for, how to ask, what can be ordered. The portal shows it
//! to them, and the editor to those who write it, by the same function. What only colleagues read is never here.

mod beside;
pub mod offering;

use std::sync::Arc;

use itsm::ServiceId;
use itsm::catalogue::{Catalogue, Content, Offering};
use leptos::prelude::*;

use crate::ui::{Icon, Picture};
use crate::views::heading::heading;
use crate::views::knowledge::ArticleText;

/// What a portal knows and a text alone does not: the ways on from a service.
pub trait Ways {
    /// What the button that leads to an offering's form says.
    fn order_label(&self, offering: &Offering) -> &'static str;

    /// Whether somebody receives on this desk what is ordered.
    fn takes_orders(&self) -> bool;

    /// What can be done with an offering besides.
    fn acts(&self, offering: &Offering) -> AnyView;

    /// Whether customers can open this service.
    fn leads_to(&self, service: ServiceId) -> bool;

    /// What stands beside the text and is not written of the service itself.
    fn beside(&self) -> AnyView;
}

/// For whom a service is shown.
#[derive(Clone, Copy)]
pub enum Mode<'a> {
    /// For customers, under no other heading.
    Live(&'a dyn Ways),
    /// For those who write it, under a heading of the second level. It leads nowhere, and says where a text is missing.
    Preview,
}

impl Mode<'_> {
    /// The level of a heading so deep under the service's name.
    fn level(self, below: u8) -> u8 {
        match self {
            Mode::Live(_) => 1 + below,
            Mode::Preview => 3 + below,
        }
    }

    fn takes_orders(self) -> bool {
        matches!(self, Mode::Live(ways) if ways.takes_orders())
    }

    fn is_preview(self) -> bool {
        matches!(self, Mode::Preview)
    }

    fn leads_to(self, service: ServiceId) -> bool {
        match self {
            Mode::Live(ways) => ways.leads_to(service),
            Mode::Preview => false,
        }
    }
}

/// What a service is called, also one of which nothing is written.
pub fn name(catalogue: &Catalogue, id: ServiceId) -> String {
    let written = catalogue.content(id).map(|content| &content.name);
    written.or_else(|| catalogue.directory.services.get(&id)).map(ToString::to_string).unwrap_or_default()
}

/// The body of its page. The catalogue is the one that it stands in, with everything that its text may name.
pub fn body(catalogue: &Catalogue, id: ServiceId, content: &Content, mode: Mode<'_>) -> AnyView {
    let part = |title: &'static str, inside: AnyView| {
        let title = heading(mode.level(1), None, title.into_any());
        view! { <section class="portal-part">{title}{inside}</section> }.into_any()
    };
    let text = |title: &'static str, text: &str| {
        (!text.is_empty()).then(|| part(title, view! { <p>{text.to_owned()}</p> }.into_any()))
    };
    let summary = match &*content.summary {
        "" if mode.is_preview() => "What you get stands here.",
        summary => summary,
    };
    let outcomes = (!content.outcomes.is_empty()).then(|| {
        let line =
            |outcome: &Arc<str>| view! { <li><Icon picture=Picture::Check /><span>{outcome.to_string()}</span></li> };
        let lines = content.outcomes.iter().map(line).collect_view();
        part("What you can do with it", view! { <ul class="portal-outcomes">{lines}</ul> }.into_any())
    });
    let description = content.description.to_string();
    let more = (!description.is_empty())
        .then(|| part("More about it", view! { <ArticleText body=description under=mode.level(1) /> }.into_any()));
    view! {
        {heading(mode.level(0), None, content.name.to_string().into_any())}
        {(!summary.is_empty()).then(|| view! { <p class="portal-lead">{summary.to_owned()}</p> })}
        <div class="portal-columns">
            <div class="portal-main">
                {offerings(catalogue, id, content, mode)}
                {outcomes}
                {text("What it is for", &content.purpose)}
                {text("What it does", &content.utility)}
                {text("How well it does it", &content.warranty)}
                {more}
            </div>
            <div class="portal-aside">{beside::written(content, mode)}</div>
        </div>
    }
    .into_any()
}

fn offerings(catalogue: &Catalogue, id: ServiceId, content: &Content, mode: Mode<'_>) -> AnyView {
    let title = match content.offerings.len() {
        0 => {
            let ask = (!content.how_to_ask.is_empty()).then_some(" “How to ask” says how to get it.");
            return view! { <p class="portal-part muted">"There is nothing to order here."{ask}</p> }.into_any();
        }
        1 if content.offerings.iter().any(Offering::opens_incident) => "What you can report",
        1 => "What you can order",
        _ => "Choose what you need",
    };
    let single = content.offerings.len() == 1;
    let cards = content.offerings.iter().map(|one| offering::card(catalogue, id, one, single, mode)).collect_view();
    let (label, title) = labelled(mode, title);
    view! {
        <section class="portal-part" aria-labelledby=label>
            {title}
            <ul class="portal-offerings">{cards}</ul>
        </section>
    }
    .into_any()
}

/// The heading of a part that is called by it, with its id.
fn labelled(mode: Mode<'_>, title: &'static str) -> (String, AnyView) {
    let id = crate::ui::id::fresh("part");
    let title = heading(mode.level(1), Some(id.clone()), title.into_any());
    (id, title)
}
