//! What an incident is linked to, both ways.

use itsm::incident::Incident;
use itsm::{Desk, IncidentId};
use leptos::prelude::*;
use workspace::Workspace;

use crate::route::Route;
use crate::session::Session;
use crate::ui::Badge;
use crate::views::changes::RaiseChange;
use crate::views::desk::badges;

/// A linked incident.
#[derive(Clone, PartialEq)]
struct Linked {
    how: &'static str,
    number: String,
    title: String,
    state: itsm::incident::State,
}

fn linked(workspace: &Workspace, how: &'static str, id: IncidentId) -> Option<Linked> {
    let incident = workspace.desk().incident(id).ok()?;
    Some(Linked {
        how,
        number: workspace.desk().incident_number(id),
        title: workspace::title::title(workspace, id),
        state: incident.state,
    })
}

/// The incidents that take this closed one up again.
fn followers(desk: &Desk, of: &Incident) -> Vec<IncidentId> {
    // Only what ended for good is followed, and a caller's reply is what makes a follower.
    if of.state.is_open() {
        return vec![];
    }
    desk.incidents().filter(|other| other.follows == Some(of.id)).map(|other| other.id).collect()
}

fn all(workspace: &Workspace, id: IncidentId) -> Vec<Linked> {
    let desk = workspace.desk();
    let Ok(incident) = desk.incident(id) else { return vec![] };
    let mut found: Vec<Option<Linked>> = vec![];
    found.extend(incident.parent.map(|other| linked(workspace, "Consequence of", other)));
    found.extend(incident.duplicate_of.map(|other| linked(workspace, "Duplicate of", other)));
    found.extend(incident.follows.map(|other| linked(workspace, "Takes up", other)));
    found.extend(desk.dependants(id).map(|other| {
        linked(workspace, if other.duplicate_of == Some(id) { "Its duplicate" } else { "Its child" }, other.id)
    }));
    found.extend(followers(desk, incident).into_iter().map(|other| linked(workspace, "Taken up by", other)));
    found.into_iter().flatten().collect()
}

/// The problem that causes it: number and summary.
fn cause(workspace: &Workspace, id: IncidentId) -> Option<(String, String)> {
    let desk = workspace.desk();
    let problem = desk.problem(desk.incident(id).ok()?.problem?).ok()?;
    Some((desk.problem_number(problem.id), problem.summary.to_string()))
}

/// The panels.
#[component]
pub fn Related(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let found = Memo::new(move |_| session.read(|workspace| all(workspace, id)).unwrap_or_default());
    let row = |linked: Linked| {
        let href = Route::Incident(linked.number.clone()).href();
        view! {
            <li>
                <span class="related-how">{linked.how}</span>
                <a href=href>{linked.number}" "{linked.title}</a>
                <Badge tone=badges::state_tone(linked.state) picture=Some(badges::state_picture(linked.state)) label=workspace::say::state(linked.state) />
            </li>
        }
    };
    let cause = Memo::new(move |_| session.read(|workspace| cause(workspace, id)).flatten());
    let number = StoredValue::new(session.peek(|w| w.desk().incident_number(id)).unwrap_or_default());
    let problem = move || {
        match cause.get() {
        Some((number, summary)) => {
            let href = Route::Problem(number.clone()).href();
            view! {
                <p class="related-cause">
                    <span class="related-how">"Caused by"</span>
                    <a href=href>{number}" "{summary}</a>
                </p>
            }
            .into_any()
        }
        None => view! {
            <p class="related-cause"><a href=Route::NewProblem(number.get_value()).href()>"Raise a problem from this"</a></p>
        }
        .into_any(),
    }
    };
    view! {
        <section class="panel" aria-labelledby="problem">
            <h2 id="problem">"Problem"</h2>
            {problem}
            <RaiseChange record=itsm::RecordId::Incident(id) />
        </section>
        <section class="panel" aria-labelledby="related">
            <h2 id="related">"Related incidents"</h2>
            {move || if found.with(Vec::is_empty) {
                view! { <p class="hint">"None. Link it to a parent or to an earlier report with “Link”."</p> }.into_any()
            } else {
                view! { <ul class="related">{found.get().into_iter().map(row).collect_view()}</ul> }.into_any()
            }}
        </section>
    }
    .into_any()
}
