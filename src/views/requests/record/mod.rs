//! One request: who is asked, what is done for it, what was said.

mod actions;
mod approvals;
mod forms;
mod items;
mod side;
mod talk;

use itsm::request::{Command as Ask, State, why_not_rate};
use itsm::{Command, RecordId, RequestId};
use leptos::prelude::*;

use super::badges;
use crate::route::{Practice, Route, Spot};
use crate::session::Session;
use crate::ui::{Badge, LinkButton, Picture, Tone};
use crate::views::desk::ticket::history::History;
use crate::views::record::{RatingPanel, RecordFrame, Related};
use crate::views::requests::ordered::Ordered;
use crate::views::words;

use actions::Actions;
use approvals::Approvals;
use forms::{RequestDialog, Wanted};
use items::Items;
use side::Facts;
use talk::Composer;

/// The head of the page, as far as it can change.
#[derive(Clone, Default, PartialEq)]
struct Head {
    number: String,
    summary: String,
    state: Option<State>,
    awaits: String,
    promise: String,
    is_late: bool,
    opened: String,
    /// It was re-routed to a change that nobody has raised yet.
    wants_change: bool,
}

fn head(session: Session, id: RequestId) -> Head {
    let zone = session.zone();
    let now = session.now.get();
    let read = |workspace: &workspace::Workspace| {
        let desk = workspace.desk();
        let request = desk.requests().get(id).ok()?;
        let state = request.state();
        let awaits = request.asked().map(|(_, round, since)| {
            let names: Vec<&str> = round.waiting().map(|person| desk.directory().person(person)).collect();
            let since = words::date_time(zone.local(since));
            ["Awaiting approval from ", &names.join(", "), " since ", &since].concat()
        });
        let promise = desk.promise_of(request, now);
        let by = promise.map(|standing| words::date_time(zone.local(standing.by)));
        let to_change = itsm::request::Destination::Change;
        let rerouted = matches!(&request.ending, Some(itsm::request::Ending::Rerouted { to, .. }) if *to == to_change);
        let led_to_change = desk.links().from(RecordId::Request(id)).any(|link| matches!(link.to, RecordId::Change(_)));
        Some(Head {
            number: desk.requests().number(id),
            summary: request.summary.to_string(),
            state: Some(state),
            awaits: awaits.unwrap_or_default(),
            promise: by.map(|by| "Promised by ".to_owned() + &by).unwrap_or_default(),
            is_late: promise.is_some_and(|standing| standing.is_late),
            opened: words::date_time(zone.local(request.opened_at)),
            wants_change: rerouted && !led_to_change,
        })
    };
    session.read(read).flatten().unwrap_or_default()
}

/// The page.
#[component]
pub fn RequestPage(id: RequestId) -> impl IntoView {
    let session = expect_context::<Session>();
    let head = Memo::new(move |_| head(session, id));
    let open = RwSignal::new(None::<Wanted>);
    let changing_line = move || {
        let head = head.get();
        let badge = head.state.map(|state| {
            let (tone, picture) = badges::of_request(state);
            view! { <Badge tone picture=Some(picture) label=state.word() /> }
        });
        let late = head.is_late.then(|| {
            let label = if head.state.is_some_and(State::is_open) { "Overdue" } else { "Later than promised" };
            view! { <Badge tone=Tone::Bad picture=Some(Picture::Breached) label /> }
        });
        view! {
            {badge}
            {late}
            {(!head.promise.is_empty()).then(|| view! { <span>{head.promise}</span> })}
            <span class="ticket-opened">"Logged "{head.opened}</span>
        }
        .into_any()
    };
    let awaits = move || {
        let awaits = head.with(|head| head.awaits.clone());
        (!awaits.is_empty()).then(|| view! { <p class="request-awaits">{awaits}</p> })
    };
    let to_change = move || {
        let (wants, number) = head.with(|head| (head.wants_change, head.number.clone()));
        wants.then(|| {
            let href = Route::Practice(Practice::Changes, Spot::New("from=".to_owned() + &number)).href();
            view! {
                <div class="banner">
                    <p>"This is really a change, and none is raised from it yet."</p>
                    <LinkButton label="Raise the change" href />
                </div>
            }
        })
    };
    let judged = Memo::new(move |_| {
        let read = |workspace: &workspace::Workspace| {
            let request = workspace.desk().requests().get(id).ok()?;
            (request.state() == State::Done).then(|| request.rating.clone())
        };
        session.read(read).flatten()
    });
    let why_not = Signal::derive(move || {
        let now = session.now.get();
        session.read(|workspace| why_not_rate(workspace.desk(), id, now).map(|why| why.sentence())).flatten()
    });
    let make = move |score, words| Command::Request(Ask::Rate { request: id, score, words });
    view! {
        <RecordFrame
            practice="Requests"
            list=Practice::Requests.list()
            number=Signal::derive(move || head.with(|head| head.number.clone()))
            title=Signal::derive(move || head.with(|head| head.summary.clone()))
            line=move || changing_line.into_any()
            side=move || view! { <Facts id /><Related record=RecordId::Request(id) /> }
            about="About this request"
        >
            {awaits}
            {to_change}
            <Actions id open />
            <Ordered id />
            <Approvals id open />
            <Items id open />
            <Composer id />
            <RatingPanel who="requester" judged why_not make />
            <History record=RecordId::Request(id) />
            <RequestDialog id open />
        </RecordFrame>
    }
    .into_any()
}
