//! One problem: what is known, what it explains, and what can be done next.

mod actions;
mod facts;
mod findings;
mod forms;
mod incidents;
mod note;

use itsm::problem::State;
use itsm::{ProblemId, RecordId};
use leptos::prelude::*;

use super::badges;
use super::boards::Boards;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Badge, EmptyState, LinkButton, Picture, PriorityBars, Tone};
use crate::views::desk::gate::WithDesk;
use crate::views::desk::ticket::history::History;
use crate::views::page;
use crate::views::rosetta::InOtherWords;
use crate::views::words;

use actions::Actions;
use facts::Facts;
use findings::Findings;
use incidents::Incidents;
use note::NoteForm;

/// The page of the problem of that number.
#[component]
pub fn ProblemPage(
    /// The number, as it stands in the address.
    number: String,
) -> impl IntoView {
    let number = StoredValue::new(number);
    view! { <WithDesk><Found number=number.get_value() /></WithDesk> }.into_any()
}

#[component]
fn Found(number: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let number = StoredValue::new(number);
    // Undoing its raising takes it off the desk, redoing brings it back.
    let found = Memo::new(move |_| {
        session.read(|workspace| number.with_value(|number| workspace.desk().find_problem(number))).flatten()
    });
    move || match found.get() {
        Some(id) => view! { <Record id /> }.into_any(),
        None => view! { <NoSuchProblem number=number.get_value() /> }.into_any(),
    }
}

#[component]
fn NoSuchProblem(number: String) -> impl IntoView {
    page::title(|| "No such problem".to_owned());
    page::announce();
    let text = "It may be of another workspace, or its raising was undone: then the history brings it back.";
    view! {
        <div class="page page-narrow">
            <header class="page-head"><h1>{number}" is not in this workspace"</h1></header>
            <EmptyState title="No such problem" text>
                <LinkButton label="All problems" href=Route::Problems.href() />
                <LinkButton label="Go to the history" href=Route::History.href() />
            </EmptyState>
        </div>
    }
    .into_any()
}

/// The head of the page, as far as it can change.
#[derive(Clone, PartialEq)]
struct Head {
    number: String,
    summary: String,
    priority: u8,
    state: State,
    label: String,
    known_error: bool,
    opened: String,
}

fn head(session: Session, id: ProblemId) -> Option<Head> {
    let zone = session.zone();
    session.read(|workspace| {
        let desk = workspace.desk();
        let problem = desk.problem(id).ok()?;
        Some(Head {
            number: desk.problem_number(id),
            summary: problem.summary.to_string(),
            priority: problem.priority(desk.matrix()).0,
            state: problem.state,
            label: badges::label(problem),
            known_error: problem.is_known_error(),
            opened: words::date_time(zone.local(problem.opened_at)),
        })
    })?
}

#[component]
fn Record(id: ProblemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let head = Memo::new(move |_| head(session, id));
    page::title(move || head.get().map_or_else(String::new, |head| head.number + " " + &head.summary));
    page::announce();
    let line = move |head: Head| {
        view! {
            <div class="ticket-line">
                <Badge tone=badges::tone(head.state) picture=Some(badges::picture(head.state)) label=head.label />
                {head.known_error.then(|| view! { <Badge tone=Tone::Slate picture=Some(Picture::Info) label="Known error" /> })}
                <PriorityBars level=head.priority />
                <span class="ticket-opened">"Raised "{head.opened}</span>
            </div>
        }
    };
    view! {
        <article class="page ticket">
            <nav class="crumbs" aria-label="Where you are">
                <a href=Route::Problems.href()>"Problems"</a>
                <span aria-hidden="true">"/"</span>
                <span>{move || head.get().map(|head| head.number)}</span>
            </nav>
            <header class="ticket-head">
                <h1>{move || head.get().map(|head| head.summary)}</h1>
                {move || head.get().map(line)}
            </header>
            <div class="ticket-body">
                <div class="ticket-main">
                    <Actions id />
                    <Findings id />
                    <Boards id />
                    <NoteForm id />
                    <History record=RecordId::Problem(id) />
                </div>
                <aside class="ticket-side" aria-label="About this problem">
                    <Incidents id />
                    <Facts id />
                    <InOtherWords id=RecordId::Problem(id) />
                </aside>
            </div>
        </article>
    }
    .into_any()
}
