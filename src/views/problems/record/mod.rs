//! One problem: what is known, what it explains, and what can be done next.

mod actions;
mod facts;
mod findings;
mod forms;
mod incidents;

use itsm::problem::Command as Ask;
use itsm::{Command, ProblemId, RecordId};
use leptos::prelude::*;

use super::badges;
use super::boards::Boards;
use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::PriorityBars;
use crate::views::changes::RaiseChange;
use crate::views::desk::ticket::history::History;
use crate::views::record::{FactsPanel, Mark, NoteForm, RecordAt, RecordFrame, Related};
use crate::views::words;

use actions::Actions;
use findings::Findings;
use incidents::Incidents;

/// The page of the problem of that number.
#[component]
pub fn ProblemPage(
    /// The number, as it stands in the address.
    number: String,
) -> impl IntoView {
    let page = |id| view! { <Record id /> }.into_any();
    view! { <RecordAt number what="problem" list=Route::Problems find=|desk, number| desk.find_problem(number) page /> }
        .into_any()
}

/// The head of the page, as far as it can change.
#[derive(Clone, Default, PartialEq)]
struct Head {
    number: String,
    summary: String,
    priority: u8,
    marks: Vec<Mark>,
    raised: String,
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
            marks: badges::marks(problem),
            raised: words::date_time(zone.local(problem.opened_at)),
        })
    })?
}

#[component]
fn Record(id: ProblemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let head = Memo::new(move |_| head(session, id).unwrap_or_default());
    let line = move || {
        let head = head.get();
        view! {
            {head.marks.into_iter().map(Mark::show).collect_view()}
            <PriorityBars level=head.priority />
            <span class="ticket-opened">"Raised "{head.raised}</span>
        }
        .into_any()
    };
    let side = move || {
        let lines = move |workspace: &workspace::Workspace| {
            let problem = workspace.desk().problem(id).ok();
            problem.map(|problem| facts::lines(workspace, problem, zone)).unwrap_or_default()
        };
        view! {
            <Incidents id />
            <RaiseChange record=RecordId::Problem(id) />
            <Related record=RecordId::Problem(id) />
            <FactsPanel lines />
            <p><a href=move || write_from(session, id)>"Write an article from this"</a></p>
        }
        .into_any()
    };
    let note = move |text| Command::Problem(Ask::Note { problem: id, text });
    view! {
        <RecordFrame practice="Problems" list=Route::Problems about="About this problem" line=move || line side
            number=Signal::derive(move || head.with(|head| head.number.clone()))
            title=Signal::derive(move || head.with(|head| head.summary.clone()))>
            <Actions id />
            <Findings id />
            <Boards id />
            <NoteForm draft=workspace::query::key_text(id.0) make=note />
            <History record=RecordId::Problem(id) />
        </RecordFrame>
    }
    .into_any()
}

/// Where an article is written from what was found.
fn write_from(session: Session, id: ProblemId) -> String {
    let number = session.peek(|workspace| workspace.desk().problem_number(id)).unwrap_or_default();
    Practice::Knowledge.from_record(&number).href()
}
