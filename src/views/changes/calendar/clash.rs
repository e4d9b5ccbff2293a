//! What speaks against a planned span, the next span that nothing speaks against, and which services it takes down.

use itsm::calendar::Zone;
use itsm::change::planned;
use itsm::schedule::{Conflict, Planned, Span, With as What, conflicts, outages, propose, sentence};
use leptos::prelude::*;

use super::{span_words, zone};
use crate::session::Session;
use crate::ui::{Badge, Button, Panel, Picture, Tone};
use crate::views::configuration::nodes;
use crate::views::words;

/// What is found.
#[derive(Clone, PartialEq)]
struct Found {
    has_items: bool,
    against: Vec<(Tone, &'static str, String)>,
    next: Option<Span>,
    outages: Vec<String>,
}

fn kind(conflict: &Conflict) -> (Tone, &'static str) {
    match conflict.with() {
        What::Freeze(_) => (Tone::Bad, "Freeze"),
        What::Window(_) => (Tone::Warn, "Window"),
        What::Change(_) => (Tone::Warn, "Change"),
    }
}

fn find(session: Session, asked: &Planned) -> Option<Found> {
    session.read(|workspace| {
        let desk = workspace.desk();
        let others = planned(desk);
        let found = conflicts(desk, asked, &others);
        let line = |conflict: &Conflict| {
            let (tone, word) = kind(conflict);
            (tone, word, sentence(desk, conflict, &others))
        };
        // What is past can no longer be chosen.
        let earliest = asked.span.start().max(session.now.get_untracked());
        let next = if found.is_empty() { None } else { propose(desk, asked, &others, earliest) };
        let (down, _) = outages(desk, asked);
        let outage = |one: &itsm::schedule::Outage| {
            let names: Vec<String> = one.chain.iter().skip(1).map(|node| nodes::name(desk, *node)).collect();
            let service = desk.directory().service(one.service);
            let time = if one.agreed_down.is_zero() {
                " is down, outside its agreed time: it needs ".to_owned()
            } else {
                [" is down for ", &words::business_span(one.agreed_down), " of its agreed time: it needs "].concat()
            };
            [service, &time, &names.join(", which needs "), "."].concat()
        };
        Found {
            has_items: !asked.items.is_empty(),
            against: found.iter().map(line).collect(),
            next,
            outages: down.iter().map(outage).collect(),
        }
    })
}

/// The panel. Stands on the page of a change, and below a span that is tried out.
#[component]
pub fn Clashes(
    /// What is planned, followed; nothing while there is no span.
    #[prop(into)]
    planned: Signal<Option<Planned>>,
    /// Takes the proposed span; without it, it is only shown.
    #[prop(optional, into)]
    on_take: Option<UnsyncCallback<Span>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone: Zone = zone(session);
    let found = Memo::new(move |_| planned.get().and_then(|asked| find(session, &asked)));
    let line = |(tone, word, text): (Tone, &'static str, String)| {
        view! { <li class="clash"><Badge tone picture=Some(Picture::DueSoon) label=word /><span>{text}</span></li> }
    };
    let next = move |found: &Found| {
        let proposal = found.next.map(|span| {
            let take = on_take.map(|on_take| {
                view! { <Button label="Take this span" on_press=move |()| on_take.run(span) /> }
            });
            view! { <div class="clash-next"><p><strong>"Next free span: "</strong>{span_words(zone, span)}</p>{take}</div> }.into_any()
        });
        proposal.unwrap_or_else(|| {
            view! { <p class="hint">"No span of this length is free within 60 days. Shorten the work, split it, or ask who may override."</p> }.into_any()
        })
    };
    let body = move |found: Found| {
        let clear = found.against.is_empty();
        let services = if !found.has_items {
            view! { <p class="hint">"Say which items are worked on, to see which services they take down meanwhile."</p> }.into_any()
        } else if found.outages.is_empty() {
            view! { <p>"No service fails while its items are down."</p> }.into_any()
        } else {
            let line = |text: String| view! { <li>{text}</li> };
            view! { <ul class="plain">{found.outages.clone().into_iter().map(line).collect_view()}</ul> }.into_any()
        };
        let against = if clear {
            view! { <p class="clash"><Badge tone=Tone::Ok picture=Some(Picture::Met) label="Free" /><span>"Nothing speaks against this span."</span></p> }.into_any()
        } else {
            let count = words::count(found.against.len(), "conflict", "conflicts");
            view! {
                <p class="visually-hidden" role="status">{count}</p>
                <ul class="plain">{found.against.clone().into_iter().map(line).collect_view()}</ul>
                {next(&found)}
            }
            .into_any()
        };
        view! {
            <Panel title="What speaks against this span" class="clashes">{against}</Panel>
            <Panel title="Projected availability" class="clashes">{services}</Panel>
        }
    };
    (move || found.get().map(body)).into_any()
}
