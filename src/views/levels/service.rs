//! One service: what is promised of it, when it was gone, what follows from that, and what is inside.

use itsm::promise::{Kind, Standing};
use itsm::{EntryId, RecordId, ServiceId};
use leptos::prelude::*;
use workspace::query::key_of;
use workspace::watermelon;

use super::list::present;
use super::look::{Card, said};
use super::outages::{Outages, Wanted, dialog};
use super::words;
use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Fact, Facts, Panel, Term};
use crate::views::desk::ticket::history::History;
use crate::views::record::{Act, ActionRow, FormDialog, RecordAt, RecordFrame, Related};
use crate::views::words as plain;

/// The page of the service with that key.
#[component]
pub fn ServicePage(key: String) -> impl IntoView {
    let find = |desk: &itsm::Desk, key: &str| {
        let id = ServiceId(key_of(key)?);
        desk.directory().name(EntryId::Service(id)).map(|_| id)
    };
    let page = |id: ServiceId| view! { <Service id /> }.into_any();
    view! { <RecordAt number=key what="service" list=Practice::Levels.list() find page /> }.into_any()
}

#[component]
fn Service(id: ServiceId) -> impl IntoView {
    let session = expect_context::<Session>();
    let name = Memo::new(move |_| {
        session.read(|workspace| workspace.desk().directory().service(id).to_owned()).unwrap_or_default()
    });
    let open = RwSignal::new(None::<Wanted>);
    let acts = move || {
        vec![
            Act::asks("Note an outage", None, open, Wanted::Outage(None)).primary(),
            Act::asks("Note maintenance", None, open, Wanted::Maintenance),
            Act::asks("Set its own target", None, open, Wanted::Target).quiet(),
        ]
    };
    let look = Memo::new(move |_| {
        let now = present(session);
        let read = session.read(|workspace| watermelon::look(workspace, id, now).map(|look| said(workspace, &look)));
        read.flatten()
    });
    let card = move || look.get().map(|said| view! { <Card said linked=false /> });
    let side = move || {
        view! {
            <Agreements id />
            <Related record=RecordId::Service(id) />
        }
        .into_any()
    };
    let line = || view! { <span>"Service"</span> }.into_any();
    let title_of = |wanted: Wanted| wanted.title();
    view! {
        <RecordFrame practice="Service levels" list=Practice::Levels.list() number=name title=name line side about="About this service">
            <ActionRow acts />
            <FormDialog open title=title_of form=move |wanted, asking| dialog(id, wanted, asking) />
            <section class="levels-look">{card}</section>
            <Measured id />
            <Outages id open />
            <History record=RecordId::Service(id) />
        </RecordFrame>
    }
    .into_any()
}

/// The measures in words.
#[derive(Clone, Default, PartialEq)]
struct Said {
    period: String,
    facts: Vec<(&'static str, &'static str, String)>,
}

#[component]
fn Measured(id: ServiceId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let said = Memo::new(move |_| {
        let now = present(session);
        let look = session.read(|workspace| watermelon::look(workspace, id, now)).flatten();
        let Some(look) = look else { return Said::default() };
        let measures = look.measures;
        let none = |text: Option<String>| text.unwrap_or_else(|| "Too few failures".to_owned());
        let planned = if measures.planned.is_zero() {
            "None".to_owned()
        } else {
            plain::business_span(measures.planned) + ", taken out"
        };
        let kept = match look.available {
            Some(true) => "Kept so far",
            Some(false) => "Missed",
            None => "No target",
        };
        Said {
            period: [
                &plain::date(zone.local(look.span.from)),
                " to ",
                &words::last_day(zone, look.span.until),
                ", as far as it has passed",
            ]
            .concat(),
            facts: vec![
                (
                    "Agreed service time",
                    "The hours in which the service is promised, without planned maintenance.",
                    plain::business_span(measures.agreed),
                ),
                (
                    "Planned maintenance",
                    "Inside agreed windows; it counts neither as downtime nor as service time.",
                    planned,
                ),
                (
                    "Downtime",
                    "How much of the agreed service time the service was gone.",
                    plain::business_span(measures.downtime),
                ),
                (
                    "Availability",
                    "(Agreed service time − downtime) ÷ agreed service time.",
                    none(measures.availability().map(plain::percent)),
                ),
                ("Target", "What is promised, and whether it is kept.", words::target(look.target) + ": " + kept),
                ("Failures", "How often the service failed in the period.", plain::number(measures.failures)),
                (
                    "MTRS",
                    "Mean time to restore service: from a failure until the service is restored. By the wall clock.",
                    none(measures.mtrs.map(plain::span)),
                ),
                (
                    "MTBF",
                    "Mean time between failures: from the service being restored until the next failure. By the wall clock.",
                    none(measures.mtbf.map(plain::span)),
                ),
                (
                    "MTBSI",
                    "Mean time between service incidents: MTBF and MTRS together, from one failure to the next.",
                    none(measures.mtbsi().map(plain::span)),
                ),
            ],
        }
    });
    let fact = |(name, meaning, value): (&'static str, &'static str, String)| {
        let value = StoredValue::new(value);
        view! {
            <div class="fact"><dt><Term word=name meaning=meaning /></dt><dd>{value.get_value()}</dd></div>
        }
    };
    let body = move || {
        let said = said.get();
        view! {
            <p class="hint">{said.period}</p>
            <dl class="facts">{said.facts.into_iter().map(fact).collect_view()}</dl>
        }
        .into_any()
    };
    view! { <Panel title="Availability">{body}</Panel> }.into_any()
}

#[component]
fn Agreements(id: ServiceId) -> impl IntoView {
    let session = expect_context::<Session>();
    let all = Memo::new(move |_| {
        let now = present(session);
        let read = session.read(|workspace| {
            let desk = workspace.desk();
            let covering = desk.promises().all().filter(|promise| {
                promise.standing(now) != Standing::Ended
                    && promise.latest().is_some_and(|version| version.terms.covers(id))
            });
            let mut all: Vec<(Kind, String, String, String)> = covering
                .filter_map(|promise| {
                    let card = desk.card(RecordId::Promise(promise.id))?;
                    let text = [promise.title(), ", ", promise.standing(now).word()].concat();
                    Some((promise.kind(), card.number.clone(), text, Route::record(&card).href()))
                })
                .collect();
            all.sort();
            all
        });
        read.unwrap_or_default()
    });
    let line = move |(kind, number, text, href): (Kind, String, String, String)| {
        let short = words::lesson(kind).short(words::edition(session));
        view! { <Fact label=short><a href=href>{number}</a>" "{text}</Fact> }
    };
    let body = move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <p class="hint">"No agreement covers it yet."</p> }.into_any();
        }
        view! { <Facts>{all.into_iter().map(line).collect_view()}</Facts> }.into_any()
    };
    view! { <Panel title="Agreements">{body}</Panel> }.into_any()
}
