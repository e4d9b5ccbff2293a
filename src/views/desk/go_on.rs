//! The front page of who comes back: where to go on.

use itsm::Role;
use itsm::incident::Stage;
use leptos::prelude::*;
use workspace::Workspace;
use workspace::query::{self, Query};
use workspace::standing::Breach;

use super::own::{Awaiting, RequesterHome};
use crate::route::{Route, Stand};
use crate::session::queue_query;
use crate::session::{Session, Status};
use crate::ui::{Kind, LinkButton, Skeleton};
use crate::views::page::{self, Page};
use crate::views::words;

/// What there is to go on with.
#[derive(Clone, PartialEq)]
struct Continue {
    open: usize,
    breached: usize,
    next: Option<Next>,
}

/// The incident to take up next, and why.
#[derive(Clone, PartialEq)]
struct Next {
    number: String,
    title: String,
    why: String,
}

fn next(workspace: &Workspace, now: chrono::DateTime<chrono::Utc>) -> Option<Next> {
    let open = Query { stages: [Stage::New, Stage::InProgress].into(), ..queue_query::worst_first() };
    let id = *query::run(workspace, &open, now).first()?;
    let incident = workspace.desk().incident(id).ok()?;
    let mut why = "P".to_owned() + &incident.priority(workspace.desk().matrix()).0.to_string();
    why.push_str(match workspace.standing(id).at(now) {
        Breach::Breached => " and beyond its target",
        Breach::DueSoon => " and due soon",
        _ => " and open the longest",
    });
    Some(Next { number: workspace.desk().incident_number(id), title: workspace::title::title(workspace, id), why })
}

/// The page.
#[component]
pub fn GoOn() -> impl IntoView {
    let session = expect_context::<Session>();
    move || match session.status.get() {
        Status::Opening => {
            view! { <Page title="Service Dojo"><Skeleton lines=4 label="Looking for your work" /></Page> }.into_any()
        }
        Status::Open { .. } if session.role() == Role::Requester => view! { <RequesterHome /> }.into_any(),
        Status::Open { name, .. } => view! { <Returning name /> }.into_any(),
        // Then the first visit's page stands here instead.
        Status::Empty | Status::Damaged { .. } => ().into_any(),
    }
}

#[component]
fn Returning(name: String) -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "Continue".to_owned());
    page::announce();
    let now = session.now;
    let work = Memo::new(move |_| {
        let now = now.get();
        session.read(|workspace| {
            let open = Query { stages: queue_query::open_stages(), ..Query::default() };
            let counts = query::counts(workspace, &open, now);
            Continue {
                open: counts.matching,
                breached: counts.breaches.get(&Breach::Breached).copied().unwrap_or(0),
                next: next(workspace, now),
            }
        })
    });
    let breached_link = Route::Desk(queue_query::breached().to_params()).href();
    let step = move |next: Next| {
        let href = Route::Incident(next.number.clone()).href();
        view! {
            <section class="panel home-next" aria-labelledby="next-step">
                <h2 id="next-step">"Next step"</h2>
                <p><a href=href>{next.number}" "{next.title}</a></p>
                <p class="hint">"Because it is "{next.why}"."</p>
            </section>
        }
    };
    view! {
        <div class="page page-narrow home">
            <h1>"Continue with "{name}</h1>
            {move || work.get().map(|work| {
                let breached_link = breached_link.clone();
                view! {
                    <p class="home-counts">
                        <a href=Route::Desk(queue_query::open().to_params()).href()>{words::count(work.open, "open incident", "open incidents")}</a>
                        ", "
                        <a href=breached_link>{words::number(work.breached)}" beyond their target"</a>
                        "."
                    </p>
                    {work.next.map(step)}
                }
            })}
            <Awaiting />
            <div class="form-actions">
                <LinkButton label="Go to the desk" kind=Kind::Primary href=Signal::derive(move || session.queue_link()) />
                <LinkButton label="Log an incident" href=Route::NewIncident.href() />
                <LinkButton label="Practise on a shift" href=Route::Shift(Stand::Library(String::new())).href() />
                <LinkButton label="Workspaces" kind=Kind::Quiet href=Route::Workspace.href() />
            </div>
        </div>
    }
    .into_any()
}
