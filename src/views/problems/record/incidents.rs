//! The incidents that a problem explains, and linking one more.

use itsm::incident::Command as AskIncident;
use itsm::{Command, IncidentId, ProblemId};
use leptos::prelude::*;
use workspace::{Workspace, title};

use crate::route::Route;
use crate::session::Session;
use crate::ui::{Badge, Button, Field, Kind, TextInput, Toaster};
use crate::views::desk::badges;
use crate::views::undo;
use crate::views::words;

/// How many are listed before the rest is only counted.
const MOST: usize = 12;

#[derive(Clone, PartialEq)]
struct Linked {
    id: IncidentId,
    number: String,
    title: String,
    state: itsm::incident::State,
}

fn linked(workspace: &Workspace, id: ProblemId) -> Vec<Linked> {
    let desk = workspace.desk();
    let mut all: Vec<_> = desk.incidents_of_problem(id).collect();
    // Those that wait first, then the latest.
    all.sort_by_key(|incident| (!incident.state.is_open(), std::cmp::Reverse(incident.opened_at)));
    let line = |incident: &&itsm::incident::Incident| Linked {
        id: incident.id,
        number: desk.incident_number(incident.id),
        title: title(workspace, incident.id),
        state: incident.state,
    };
    all.iter().map(line).collect()
}

/// The panel.
#[component]
pub fn Incidents(id: ProblemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let found = Memo::new(move |_| session.read(|workspace| linked(workspace, id)).unwrap_or_default());
    let number = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let link = move |incident: IncidentId, problem: Option<ProblemId>, done: &'static str| match session
        .give(Command::Incident(AskIncident::LinkProblem { incident, problem }))
    {
        Ok(_) => {
            error.set(None);
            number.set(String::new());
            undo::confirm(session, toaster, done);
        }
        Err(refusal) => error.set(Some(refusal.sentence())),
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = number.get_untracked();
        match session.peek(|workspace| workspace.desk().find_incident(&text)).flatten() {
            Some(incident) => link(incident, Some(id), "Linked"),
            None => error.set(Some("There is no incident of this number here. Write it like INC0000045.".to_owned())),
        }
    };
    let row = move |linked: Linked| {
        let take_away = linked.id;
        let href = Route::Incident(linked.number.clone()).href();
        let label = "Unlink ".to_owned() + &linked.number;
        view! {
            <li>
                <a href=href>{linked.number}" "{linked.title}</a>
                <span class="related-line">
                    <Badge tone=badges::state_tone(linked.state) picture=Some(badges::state_picture(linked.state)) label=workspace::say::state(linked.state) />
                    <Button label kind=Kind::Quiet picture=crate::ui::Picture::Close icon_only=true on_press=move |()| link(take_away, None, "Unlinked") />
                </span>
            </li>
        }
    };
    let list = move || {
        let mut found = found.get();
        let rest = found.len().saturating_sub(MOST);
        found.truncate(MOST);
        if found.is_empty() {
            view! { <p class="hint">"None yet. A problem may be looked into before it has hurt anybody."</p> }
                .into_any()
        } else {
            view! {
                <ul class="related">{found.into_iter().map(row).collect_view()}</ul>
                {(rest > 0).then(|| view! { <p class="hint">"and "{words::count(rest, "more", "more")}</p> })}
            }
            .into_any()
        }
    };
    view! {
        <section class="panel" aria-labelledby="incidents">
            <h2 id="incidents">"Incidents it explains "<span class="count">{move || words::number(found.with(Vec::len))}</span></h2>
            {list}
            <form class="related-add" novalidate on:submit=submit>
                <Field label="Link an incident" hint="Its number, like INC0000045." error>
                    <TextInput value=number />
                </Field>
                <button type="submit" class="button">"Link"</button>
            </form>
        </section>
    }
    .into_any()
}
