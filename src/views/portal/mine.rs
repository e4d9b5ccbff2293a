//! What the person at this browser ordered or reported: all of it, and one order to follow.

mod follow;
mod order;
mod said;

use itsm::incident::{Channel, Incident, Stage};
use itsm::request::{Request, State};
use itsm::{PersonId, RequestId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::catalogue::basket::Line;

use crate::route::{Counter, Route};
use crate::session::{Session, Zone};
use crate::ui::{Badge, EmptyState, Kind, LinkButton, Picture, Tone};
use crate::views::desk::gate::WithDesk;
use crate::views::page::{self, Page};
use crate::views::words;

/// All of them.
pub fn list() -> AnyView {
    view! { <WithDesk><List /></WithDesk> }.into_any()
}

/// One of them, by the number people call it.
pub fn one(number: String) -> AnyView {
    let number = StoredValue::new(number);
    view! { <WithDesk><One number=number.get_value() /></WithDesk> }.into_any()
}

/// What was ordered with a request, to be ordered again. Who decided then is asked anew: it may be somebody else now.
pub fn again(session: Session, number: &str) -> Option<Line> {
    let me = session.me();
    let read = |workspace: &Workspace| {
        let requests = workspace.desk().requests();
        let request = requests.get(requests.find(number)?).ok().filter(|request| request.requester == me)?;
        let order = request.order.as_deref()?;
        Some(Line {
            service: order.service,
            offering: order.offering,
            quantity: order.quantity,
            answers: order.answers.clone(),
            beneficiary: request.beneficiary,
            manager: None,
        })
    };
    session.peek(read).flatten()
}

/// Who looks, and whose part they play.
fn me(session: Session) -> PersonId {
    session.part.track();
    session.me()
}

/// The tone, the shape and the word of a state, as who ordered reads it.
fn state_of(state: State) -> (Tone, Picture, &'static str) {
    match state {
        State::AwaitingApproval => (Tone::Slate, Picture::Paused, "Waiting for approval"),
        State::InFulfilment => (Tone::Neutral, Picture::Running, "On its way"),
        State::Done => (Tone::Ok, Picture::Met, "Done"),
        State::Rejected => (Tone::Bad, Picture::Close, "Refused"),
        State::Cancelled => (Tone::Neutral, Picture::Close, "Cancelled"),
        State::Rerouted => (Tone::Neutral, Picture::Next, "Goes on elsewhere"),
    }
}

/// The same of a fault that they reported.
fn stage_of(stage: Stage) -> (Tone, Picture, &'static str) {
    match stage {
        Stage::New => (Tone::Neutral, Picture::New, "Reported"),
        Stage::InProgress => (Tone::Neutral, Picture::Running, "Being worked on"),
        Stage::OnHold => (Tone::Slate, Picture::Paused, "On hold"),
        Stage::Resolved => (Tone::Ok, Picture::Met, "Resolved"),
        Stage::Closed => (Tone::Ok, Picture::Met, "Closed"),
        Stage::Cancelled => (Tone::Neutral, Picture::Close, "Cancelled"),
    }
}

/// An order in the list, or a fault that was reported.
#[derive(Clone, PartialEq)]
struct Card {
    number: String,
    href: String,
    summary: String,
    is_open: bool,
    badge: (Tone, Picture, &'static str),
    next: String,
    since: String,
}

fn cards(session: Session) -> Vec<Card> {
    let (me, zone, now) = (me(session), session.zone(), session.now.get());
    let read = |workspace: &Workspace| {
        let desk = workspace.desk();
        let date = |at| words::date(zone.local(at));
        let order = |request: &Request| {
            let number = desk.requests().number(request.id);
            let card = Card {
                href: Route::Portal(Counter::Request(number.clone())).href(),
                number,
                summary: request.summary.to_string(),
                is_open: request.state().is_open(),
                badge: state_of(request.state()),
                next: follow::next(desk, request, now, zone),
                since: "ordered ".to_owned() + &date(request.opened_at),
            };
            (request.opened_at, card)
        };
        let report = |incident: &Incident| {
            let (number, stage) = (desk.incident_number(incident.id), incident.state.stage());
            let card = Card {
                href: Route::Incident(number.clone()).href(),
                number,
                summary: incident.summary.to_string(),
                is_open: !matches!(stage, Stage::Resolved | Stage::Closed | Stage::Cancelled),
                badge: stage_of(stage),
                next: String::new(),
                since: "reported ".to_owned() + &date(incident.opened_at),
            };
            (incident.opened_at, card)
        };
        let orders = desk.requests().all().filter(|request| request.requester == me).map(order);
        let is_mine = |incident: &&Incident| incident.caller == Some(me) && incident.channel == Channel::Portal;
        let mut mine: Vec<_> = orders.chain(desk.incidents().filter(is_mine).map(report)).collect();
        mine.sort_by_key(|(at, card)| (!card.is_open, std::cmp::Reverse(*at)));
        mine.into_iter().map(|(_, card)| card).collect()
    };
    session.read(read).unwrap_or_default()
}

#[component]
fn List() -> impl IntoView {
    let session = expect_context::<Session>();
    let cards = Memo::new(move |_| cards(session));
    let card = |card: Card| {
        let (tone, picture, label) = card.badge;
        view! {
            <li class="mine-card" data-open=card.is_open.then_some("yes")>
                <div class="mine-card-head">
                    <a href=card.href>{card.summary}</a>
                    <Badge tone picture=Some(picture) label />
                </div>
                {(!card.next.is_empty()).then(|| view! { <p>{card.next}</p> })}
                <p class="hint">{card.number}" · "{card.since}</p>
            </li>
        }
    };
    let body = move || {
        let cards = cards.get();
        if cards.is_empty() {
            view! {
                <EmptyState title="Nothing ordered yet" text="What you order is followed here: who is asked, what is done, and by when it is promised." picture=Picture::Catalogue>
                    <LinkButton label="See what there is" kind=Kind::Primary href=Counter::front().href() />
                </EmptyState>
            }
            .into_any()
        } else {
            view! { <ul class="mine-cards">{cards.into_iter().map(card).collect_view()}</ul> }.into_any()
        }
    };
    view! { <Page title="My requests" class="page-narrow portal-page">{body}</Page> }.into_any()
}

#[component]
fn One(number: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let number = StoredValue::new(number);
    let found = Memo::new(move |_| {
        let me = me(session);
        let read = |workspace: &Workspace| {
            let requests = workspace.desk().requests();
            let id: RequestId = number.with_value(|number| requests.find(number))?;
            requests.get(id).ok().filter(|request| request.requester == me).map(|request| request.id)
        };
        session.read(read).flatten()
    });
    move || match found.get() {
        Some(id) => view! { <order::OrderPage id /> }.into_any(),
        None => gone(number.get_value()),
    }
}

fn gone(number: String) -> AnyView {
    page::title(|| "Not your request".to_owned());
    page::announce();
    view! {
        <div class="page page-narrow portal-page">
            <header class="page-head"><h1>{number}" is not one of your requests"</h1></header>
            <EmptyState title="Not here" text="Somebody else may have ordered it, or its order was undone.">
                <LinkButton label="My requests" href=Route::Portal(Counter::Requests).href() />
            </EmptyState>
        </div>
    }
    .into_any()
}

/// The instant as people read it.
fn when(zone: Zone, at: chrono::DateTime<chrono::Utc>) -> String {
    words::date_time(zone.local(at))
}
