//! How each service stands: what a report would show, and what customers live with.

use itsm::ServiceId;
use leptos::prelude::*;
use workspace::Workspace;
use workspace::query::key_text;
use workspace::watermelon::{self, Look, Verdict};

use super::list::present;
use super::words;
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Badge, Fact, Facts, Picture, Tone};
use crate::views::words as plain;

/// A look in words.
#[derive(Clone, PartialEq)]
pub struct Said {
    /// Which service.
    pub service: ServiceId,
    name: String,
    href: String,
    verdict: (&'static str, Tone, Picture),
    reasons: Vec<String>,
    outside: Vec<(&'static str, String)>,
    inside: Vec<(&'static str, String)>,
}

/// A look, in words.
pub fn said(workspace: &Workspace, look: &Look) -> Said {
    let none = |text: Option<String>| text.unwrap_or_else(|| "Nothing yet".to_owned());
    let verdict = look.verdict();
    let reasons = match &verdict {
        Verdict::Watermelon(reasons) => reasons.iter().map(words::reason).collect(),
        _ => vec![],
    };
    let available = look.measures.availability().map(plain::percent);
    let available = match (look.target, available) {
        (Some(target), Some(share)) => [&share, ", ", &words::target(Some(target)), " promised"].concat(),
        (None, Some(share)) => share + ", no target",
        (_, None) => "No service time yet".to_owned(),
    };
    Said {
        service: look.service,
        name: workspace.desk().directory().service(look.service).to_owned(),
        href: Practice::Levels.at(["services/", &key_text(look.service.0)].concat()).href(),
        verdict: words::verdict(&verdict),
        reasons,
        outside: vec![("Resolution targets met", none(words::share(look.attainment))), ("Available", available)],
        inside: vec![
            (
                "Satisfied",
                look.satisfaction.and_then(words::share).unwrap_or_else(|| "Nobody has answered yet".to_owned()),
            ),
            ("Came back", none(words::share(look.reopened))),
            (
                "Business outcome",
                look.outcome.map_or_else(|| "No review says".to_owned(), |health| health.word().to_owned()),
            ),
        ],
    }
}

/// The cards of all services.
#[component]
pub fn Services() -> impl IntoView {
    let session = expect_context::<Session>();
    let all = Memo::new(move |_| {
        let now = present(session);
        session
            .read(|workspace| {
                let looks = watermelon::looks(workspace, now);
                // What nothing is promised or known of would only be in the way.
                let known =
                    looks.iter().filter(|look| look.target.is_some() || look.by.is_some() || look.attainment.whole > 0);
                known.map(|look| said(workspace, look)).collect::<Vec<Said>>()
            })
            .unwrap_or_default()
    });
    let cards = move || {
        let all = all.get();
        if all.is_empty() {
            let text = "Once an agreement covers a service, or incidents name one, it is looked at here: from outside by its targets, from inside by what its users live with.";
            return view! { <p class="hint">{text}</p> }.into_any();
        }
        view! { <ul class="looks">{all.into_iter().map(|said| view! { <li><Card said linked=true /></li> }).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <section class="levels-services" aria-labelledby="levels-services">
            <h2 id="levels-services">"Services, this period"</h2>
            {cards}
        </section>
    }
    .into_any()
}

/// One card.
#[component]
pub fn Card(said: Said, linked: bool) -> impl IntoView {
    let Said { name, href, verdict: (label, tone, picture), reasons, outside, inside, .. } = said;
    let facts = |facts: Vec<(&'static str, String)>| {
        let fact = |(name, value): (&'static str, String)| view! { <Fact label=name>{value}</Fact> };
        view! { <Facts>{facts.into_iter().map(fact).collect_view()}</Facts> }.into_any()
    };
    let reason = |text: String| view! { <li>{text}</li> };
    let heading = if linked {
        view! { <h3><a href=href>{name}</a></h3> }.into_any()
    } else {
        view! { <p class="look-side">"Outside and inside"</p> }.into_any()
    };
    view! {
        <article class="look" data-tone=tone.name()>
            <div class="look-head">{heading}<Badge tone picture=Some(picture) label /></div>
            {(!reasons.is_empty()).then(|| view! { <ul class="look-reasons">{reasons.into_iter().map(reason).collect_view()}</ul> })}
            <div class="look-sides">
                <div><p class="look-side">"Outside"</p>{facts(outside)}</div>
                <div><p class="look-side">"Inside"</p>{facts(inside)}</div>
            </div>
        </article>
    }
    .into_any()
}
