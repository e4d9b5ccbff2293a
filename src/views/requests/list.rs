//! All requests: what waits for whom, what is late.

use itsm::RecordId;
use itsm::request::{Request, State};
use leptos::prelude::*;
use workspace::Workspace;

use super::badges;
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Picture, Tone};
use crate::views::record::{Line, Mark, RecordList};
use crate::views::words;

const CHIPS: &[&str] = &["Open", "Awaiting approval", "Overdue", "Done", "All"];

/// The page.
#[component]
pub fn RequestsPage() -> impl IntoView {
    let actions = || Line::begin("Log a request", Practice::Requests.form());
    view! {
        <RecordList title="Requests" lines chips=CHIPS actions
            empty=("No requests yet", "A request asks for something that is provided as usual: a monitor, access, an answer. What is broken is an incident.") />
    }
    .into_any()
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    // Read again with the clock: what is late becomes so by itself.
    let now = expect_context::<Session>().now.get();
    let mut requests: Vec<&Request> = workspace.desk().requests().all().collect();
    // What is open first, then the latest.
    requests.sort_by_key(|request| (!request.state().is_open(), std::cmp::Reverse(request.id)));
    requests.into_iter().map(|request| line(workspace, request, now)).collect()
}

fn line(workspace: &Workspace, request: &Request, now: chrono::DateTime<chrono::Utc>) -> Line {
    let desk = workspace.desk();
    let directory = desk.directory();
    let state = request.state();
    let promise = desk.promise_of(request, now);
    let is_late = state.is_open() && promise.is_some_and(|standing| standing.is_late);
    let (tone, picture) = badges::of_request(state);
    let mut marks = vec![Mark { tone, picture: Some(picture), label: state.word().to_owned() }];
    if is_late {
        marks.push(Mark { tone: Tone::Bad, picture: Some(Picture::Breached), label: "Overdue".to_owned() });
    }
    let asked = request.asked().map(|(_, round, _)| {
        let names: Vec<&str> = round.waiting().map(|person| directory.person(person)).collect();
        "Awaits ".to_owned() + &names.join(", ")
    });
    let done = request.items.iter().filter(|item| !request.item_state(item).is_open()).count();
    let items = match request.items.len() {
        1 => String::new(),
        all => [&words::number(done), " of ", &words::count(all, "item", "items"), " closed"].concat(),
    };
    let whom = match request.beneficiary {
        Some(other) => [directory.person(request.requester), " for ", directory.person(other)].concat(),
        None => directory.person(request.requester).to_owned(),
    };
    Line {
        id: RecordId::Request(request.id),
        number: desk.requests().number(request.id),
        title: request.summary.to_string(),
        href: Practice::Requests.at(desk.requests().number(request.id)).href(),
        priority: None,
        marks,
        texts: vec![request.kind.word().to_owned(), whom, items, asked.unwrap_or_default()],
        shown_by: vec![state.is_open(), state == State::AwaitingApproval, is_late, state == State::Done, true],
    }
}
