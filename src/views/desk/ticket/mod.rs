//! One incident: what is wrong, what was said and done, its clocks, and what can be done next.

mod actions;
mod clocks;
mod composer;
mod facts;
mod forms;
pub mod history;
mod move_dialog;
mod rating;
mod related;
mod to_request;

use itsm::{IncidentId, RecordId, Role};
use leptos::prelude::*;

use crate::route::{Route, Rules};
use crate::session::Session;
use crate::ui::{Badge, EmptyState, LinkButton, PriorityBars};
use crate::views::configuration::fails::FailsWith;
use crate::views::desk::badges;
use crate::views::desk::gate::WithDesk;
use crate::views::major::panel::MajorPanel;
use crate::views::page;
use crate::views::part::{NotYours, OTHERS};
use crate::views::record;
use crate::views::words;

use actions::Actions;
use clocks::ClockPanel;
use composer::Composer;
use facts::Facts;
use history::History;
use related::Related;

/// The page of the incident of that number.
#[component]
pub fn TicketPage(
    /// The number, as it stands in the address.
    number: String,
) -> impl IntoView {
    let number = StoredValue::new(number);
    view! {
        <WithDesk>
            {move || {
                let number = number.get_value();
                let session = expect_context::<Session>();
                match session.peek(|workspace| workspace.find_incident(&number)).flatten() {
                    Some(id) if !session.sees_record(RecordId::Incident(id)) => {
                        view! { <NotYours what="An incident of somebody else" text=OTHERS /> }.into_any()
                    }
                    Some(id) => view! { <Ticket id /> }.into_any(),
                    None => view! { <NoSuchTicket number /> }.into_any(),
                }
            }}
        </WithDesk>
    }
    .into_any()
}

#[component]
fn NoSuchTicket(number: String) -> impl IntoView {
    page::title(|| "No such incident".to_owned());
    page::announce();
    let text = "The link may be from another workspace, or the number mistyped. Look for it in the queue.";
    view! {
        <div class="page page-narrow">
            <header class="page-head"><h1>{number}" is not in this workspace"</h1></header>
            <EmptyState title="No such incident" text=text>
                <LinkButton label="Go to the desk" href=Route::Desk(String::new()).href() />
            </EmptyState>
        </div>
    }
    .into_any()
}

/// The head of the page, as far as it can change.
#[derive(Clone, PartialEq)]
struct Head {
    number: String,
    title: String,
    priority: u8,
    why_priority: String,
    state: itsm::incident::State,
    opened: String,
}

fn head(session: Session, id: IncidentId) -> Option<Head> {
    let zone = session.zone();
    session.read(|workspace| {
        let desk = workspace.desk();
        let incident = desk.incident(id).ok()?;
        let priority = incident.priority(desk.matrix()).0;
        Some(Head {
            number: desk.incident_number(id),
            title: workspace::title::title(workspace, id),
            priority,
            why_priority: badges::why_priority(incident, desk),
            state: incident.state,
            opened: words::date_time(zone.local(incident.opened_at)),
        })
    })?
}

#[component]
fn Ticket(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let head = Memo::new(move |_| head(session, id));
    let withdrawn = Memo::new(move |_| session.read(|workspace| workspace.is_withdrawn(id)).unwrap_or_default());
    page::title(move || head.get().map_or_else(String::new, |head| head.number + " " + &head.title));
    page::announce();
    let line = move |head: Head| {
        view! {
            <div class="ticket-line">
                <Badge tone=badges::state_tone(head.state) picture=Some(badges::state_picture(head.state)) label=workspace::say::state(head.state) />
                <PriorityBars level=head.priority />
                <a class="ticket-why" href=Route::Rules(Rules::Priorities).href()>{head.why_priority}</a>
                <span class="ticket-opened">"Opened "{head.opened}</span>
            </div>
        }
    };
    let item = Signal::derive(move || session.read(|w| w.desk().incident(id).ok()?.item).flatten());
    let ticket = move || {
        view! {
            <article class="page ticket">
                <nav class="crumbs" aria-label="Where you are">
                    {move || match session.role() {
                        Role::Requester => view! { <a href=Route::Home.href()>"Home"</a> }.into_any(),
                        _ => view! { <a href=move || session.queue_link()>"Desk"</a> }.into_any(),
                    }}
                    <span aria-hidden="true">"/"</span>
                    <span>{move || head.get().map(|head| head.number)}</span>
                </nav>
                <header class="ticket-head">
                    <h1>{move || head.get().map(|head| head.title)}</h1>
                    {move || head.get().map(line)}
                </header>
                <div class="ticket-body">
                    <div class="ticket-main">
                        <Actions id />
                        <Composer id />
                        <rating::CallerRating id />
                        <History record=RecordId::Incident(id) />
                    </div>
                    <aside class="ticket-side" aria-label="About this incident">
                        <ClockPanel id />
                        <crate::views::levels::incident::LevelsPanel id />
                        <MajorPanel id />
                        <Facts id />
                        // What it hangs on is for those who work on it.
                        {move || (session.role() != Role::Requester).then(|| view! {
                            <FailsWith item />
                            <Related id />
                            <record::Related record=RecordId::Incident(id) />
                        })}
                    </aside>
                </div>
            </article>
        }
    };
    let number = StoredValue::new(session.peek(|w| w.desk().incident_number(id)).unwrap_or_default());
    let page = move || match withdrawn.get() {
        false => ticket().into_any(),
        true => view! { <Withdrawn number=number.get_value() /> }.into_any(),
    };
    page.into_any()
}

/// What stands in the place of an incident whose logging was taken back.
#[component]
fn Withdrawn(number: String) -> impl IntoView {
    let text = "That it was logged is taken back, so it is not on the desk. Its number is never given again, and the history still has it: redo it there, or with Ctrl Shift Z.";
    view! {
        <div class="page page-narrow">
            <header class="page-head"><h1>{number}" is taken back"</h1></header>
            <EmptyState title="Not logged after all" text>
                <LinkButton label="Go to the history" href=Route::History.href() />
            </EmptyState>
        </div>
    }
    .into_any()
}
