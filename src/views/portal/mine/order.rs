//! One order: how far it is, what was ordered, what was said.

use std::sync::Arc;

use itsm::request::{Action, Command as Ask, Request, State, why_not_rate};
use itsm::{Command, RequestId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::query::key_text;

use super::follow::{self, Far, Step};
use super::said::Conversation;
use super::{state_of, when};
use crate::route::{Counter, Route};
use crate::session::Session;
use crate::ui::{Badge, CommandButton, Field, Icon, Kind, LinkButton, Panel, Picture, TextArea, Tone};
use crate::views::asking::{Asking, FormFrame};
use crate::views::page;
use crate::views::record::{FormDialog, RatingPanel};
use crate::views::requests::ordered::Ordered;

/// What the page shows of an order.
#[derive(Clone, PartialEq)]
struct Shown {
    number: String,
    summary: String,
    state: State,
    is_late: bool,
    ordered: String,
    next: String,
    promise: String,
    steps: Vec<Step>,
    again: Option<String>,
}

fn shown(session: Session, id: RequestId) -> Option<Shown> {
    let (zone, now) = (session.zone(), session.now.get());
    let read = |workspace: &Workspace| {
        let desk = workspace.desk();
        let request: &Request = desk.requests().get(id).ok()?;
        let number = desk.requests().number(id);
        let again = request.order.as_deref().map(|order| {
            let parameters = "again=".to_owned() + &number;
            let place = Counter::Order(key_text(order.service.0), key_text(order.offering.0), parameters);
            Route::Portal(place).href()
        });
        Some(Shown {
            summary: request.summary.to_string(),
            state: request.state(),
            is_late: desk.promise_of(request, now).is_some_and(|standing| standing.is_late),
            ordered: when(zone, request.opened_at),
            next: follow::next(desk, request, now, zone),
            promise: follow::promise(desk, request, now, zone),
            steps: follow::steps(desk, request, now, zone),
            number,
            again,
        })
    };
    session.read(read).flatten()
}

/// The page.
#[component]
pub fn OrderPage(id: RequestId) -> impl IntoView {
    let session = expect_context::<Session>();
    let shown = Memo::new(move |_| shown(session, id));
    let open = RwSignal::new(None::<()>);
    let text =
        move |read: fn(&Shown) -> String| move || shown.with(|shown| shown.as_ref().map(read).unwrap_or_default());
    let summary = text(|shown| shown.summary.clone());
    page::title(summary);
    page::announce();
    let badges = move || {
        shown.with(|shown| {
            let shown = shown.as_ref()?;
            let (tone, picture, label) = state_of(shown.state);
            let late = (shown.is_late && shown.state.is_open())
                .then(|| view! { <Badge tone=Tone::Bad picture=Some(Picture::Breached) label="Overdue" /> });
            Some(view! { <Badge tone picture=Some(picture) label />{late} })
        })
    };
    let refusal = Signal::derive(move || session.refuses(id, Action::Cancel).map(|why| why.sentence()));
    let is_open = move || shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.state.is_open()));
    let actions = move || {
        let again = shown.with(|shown| shown.as_ref().and_then(|shown| shown.again.clone()));
        view! {
            <div class="form-actions mine-actions">
                {again.map(|href| view! { <LinkButton label="Order again" href /> })}
                {is_open().then(|| view! { <CommandButton label="Cancel the order" kind=Kind::Quiet refusal on_press=move |()| open.set(Some(())) /> })}
            </div>
        }
    };
    let next = move || {
        let (next, promise, is_open) = shown.with(|shown| {
            let read = |shown: &Shown| (shown.next.clone(), shown.promise.clone(), shown.state.is_open());
            shown.as_ref().map(read).unwrap_or_default()
        });
        let more = (!next.contains(&promise)).then_some(promise);
        is_open.then(|| {
            view! {
                <div class="mine-next">
                    {(!next.is_empty()).then(|| view! { <p><strong>"Now: "</strong>{next}</p> })}
                    {more.map(|promise| view! { <p>{promise}"."</p> })}
                </div>
            }
        })
    };
    let steps = move || {
        let steps = shown.with(|shown| shown.as_ref().map(|shown| shown.steps.clone()).unwrap_or_default());
        steps.into_iter().map(step).collect_view()
    };
    let judged = Memo::new(move |_| {
        let read = |workspace: &Workspace| {
            let request = workspace.desk().requests().get(id).ok()?;
            (request.state() == State::Done).then(|| request.rating.clone())
        };
        session.read(read).flatten()
    });
    let why_not = Signal::derive(move || {
        let now = session.now.get();
        session.read(|workspace| why_not_rate(workspace.desk(), id, now).map(|why| why.sentence())).flatten()
    });
    let make = move |score, words: Arc<str>| Command::Request(Ask::Rate { request: id, score, words });
    view! {
        <div class="page page-narrow portal-page mine">
            <header class="page-head"><h1>{summary}</h1></header>
            <p class="mine-line">{badges}<span>{text(|shown| shown.number.clone())}</span><span>"Ordered "{text(|shown| shown.ordered.clone())}</span></p>
            {next}
            <Panel title="How far it is" class="mine-panel"><ol class="mine-steps">{steps}</ol></Panel>
            <Ordered id portal=true />
            {actions}
            <RatingPanel who="requester" judged why_not make />
            <Conversation id />
            <FormDialog open title=|()| "Cancel the order" form=move |(), asking| view! { <CancelForm id asking /> }.into_any() />
        </div>
    }
    .into_any()
}

fn step(step: Step) -> AnyView {
    let picture = match step.far {
        Far::Done => Picture::Met,
        Far::Now => Picture::Running,
        Far::Later => Picture::New,
        Far::Stopped => Picture::Close,
    };
    view! {
        <li data-far=step.far.attribute() aria-current=(step.far == Far::Now).then_some("step")>
            <Icon picture />
            <div>
                <p class="mine-step"><span class="visually-hidden">{step.far.word()}": "</span>{step.title}</p>
                {(!step.detail.is_empty()).then(|| view! { <p class="hint">{step.detail}</p> })}
            </div>
        </li>
    }
    .into_any()
}

#[component]
fn CancelForm(id: RequestId, asking: Asking) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let submit = move || {
        let because: Arc<str> = text.get_untracked().into();
        asking.give(Command::Request(Ask::Cancel { request: id, because }), "Cancelled");
    };
    view! {
        <FormFrame form=asking label="Cancel the order" error=asking.error_beside(&["reason"]) submit>
            <Field label="Why?" hint="Whoever was asked reads it." required=true error=asking.error_of("reason")><TextArea value=text rows=3 /></Field>
        </FormFrame>
    }
    .into_any()
}
