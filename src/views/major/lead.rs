//! The page that a major incident is led from: who does what, who is told what and when, what was found and done.

use chrono::{DateTime, Utc};
use itsm::IncidentId;
use itsm::major::{Hints, Part, Standing, Status, hints, standing};
use leptos::prelude::*;
use workspace::{Workspace, title};

use super::acts::Acts;
use super::communication::Communication;
use super::moments::Moments;
use super::panel::criteria;
use super::shown;
use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Fact, Facts, Panel, PriorityBars};
use crate::views::record::{RecordFrame, Related};
use crate::views::words;

/// The page.
pub fn page(id: IncidentId) -> AnyView {
    view! { <Lead id /> }.into_any()
}

#[derive(Clone, PartialEq)]
struct Head {
    number: String,
    title: String,
    priority: u8,
    standing: Option<Standing>,
    state: String,
}

fn head(workspace: &Workspace, id: IncidentId) -> Option<Head> {
    let desk = workspace.desk();
    let incident = desk.incident(id).ok()?;
    Some(Head {
        number: desk.incident_number(id),
        title: title::title(workspace, id),
        priority: incident.priority(desk.matrix()).0,
        standing: standing(desk, id),
        state: workspace::say::state(incident.state),
    })
}

#[component]
fn Lead(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let head = Memo::new(move |_| session.read(|workspace| head(workspace, id)).flatten());
    let number = Signal::derive(move || head.get().map(|head| head.number).unwrap_or_default());
    let title = Signal::derive(move || head.get().map(|head| head.title).unwrap_or_default());
    let badges = move |head: Head| {
        view! {
            {head.standing.map(shown::badge)}
            <PriorityBars level=head.priority />
            <span class="ticket-opened">"Incident: "{head.state}</span>
        }
    };
    let is_led = Memo::new(move |_| {
        head.with(|head| {
            head.as_ref().is_some_and(|head| matches!(head.standing, Some(Standing::Running | Standing::Ended)))
        })
    });
    let main = move || {
        if is_led.get() {
            view! { <Communication id /><Moments id /> }.into_any()
        } else {
            view! { <Criteria id /> }.into_any()
        }
    };
    let line = move || view! { {move || head.get().map(badges)} }.into_any();
    let side = move || {
        view! {
            <Pages id />
            {move || is_led.get().then(|| view! { <Parts id /><Impact id /> })}
            <Related record=itsm::RecordId::Incident(id) />
        }
        .into_any()
    };
    view! {
        <RecordFrame practice="Major incidents" list=Practice::Major.list() number title line side about="About this major incident">
            <Acts id />
            {main}
        </RecordFrame>
    }
    .into_any()
}

/// What was said for and against it: of what kind, and the words.
type Reasons = Vec<(&'static str, String)>;

/// Why it may be one, why it is none, and what speaks for it.
#[component]
fn Criteria(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let known: Memo<Option<(Hints, Reasons)>> = Memo::new(move |_| {
        session.read(|workspace| {
            let desk = workspace.desk();
            let major = desk.majors().get(&id);
            let mut reasons = vec![];
            if let Some(major) = major {
                reasons.push(("Proposed because", major.because.to_string()));
                match &major.status {
                    Status::Rejected(because) => reasons.push(("Rejected because", because.to_string())),
                    Status::Demoted(because) => reasons.push(("Demoted because", because.to_string())),
                    Status::Candidate | Status::Accepted => {}
                }
            }
            (hints(desk, id), reasons)
        })
    });
    let shown = move || {
        let (hints, reasons) = known.get()?;
        let fact = |(label, value): (&'static str, String)| view! { <Fact label>{value}</Fact> };
        Some(view! {
            <Facts>{reasons.into_iter().map(fact).collect_view()}</Facts>
            <p>"Hints, no more: the criteria are agreed beforehand, and a person decides."</p>
            {criteria(hints)}
        })
    };
    view! { <Panel title="Is it a major incident?">{shown}</Panel> }.into_any()
}

/// The other pages of it.
#[component]
fn Pages(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let number = shown::number(session, id);
    let incident = Route::Incident(number.clone()).href();
    let (status, report) = (shown::status(&number).href(), shown::report(&number).href());
    let improve = Route::Practice(Practice::Improvement, crate::route::Spot::New("from=".to_owned() + &number)).href();
    let problem = Route::NewProblem(number).href();
    let is_led =
        Memo::new(move |_| session.read(|workspace| workspace.desk().majors().contains_key(&id)).unwrap_or(false));
    view! {
        <Panel title="Go on at">
            <ul class="plain">
                <li><a href=incident>"The incident"</a></li>
                {move || is_led.get().then(|| view! {
                    <li><a href=status.clone()>"What users see"</a></li>
                    <li><a href=report.clone()>"The post-incident report"</a></li>
                    <li><a href=problem.clone()>"Raise a problem from it"</a></li>
                    <li><a href=improve.clone()>"Register an improvement from it"</a></li>
                })}
            </ul>
        </Panel>
    }
    .into_any()
}

/// Who plays which part.
#[component]
fn Parts(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = Memo::new(move |_| {
        session
            .read(|workspace| {
                let desk = workspace.desk();
                let major = desk.majors().get(&id)?;
                let name =
                    |part: Part| major.who(part).map_or("Nobody yet", |who| desk.directory().person(who)).to_owned();
                Some(Part::ALL.map(|part| (part.word(), name(part))))
            })
            .flatten()
    });
    let fact = |(label, value): (&'static str, String)| view! { <Fact label>{value}</Fact> };
    let shown = move || known.get().map(|parts| view! { <Facts>{parts.map(fact).collect_view()}</Facts> });
    view! { <Panel title="Who does what" class="major-parts">{shown}</Panel> }.into_any()
}

/// Whom it hits, and for how long.
#[component]
fn Impact(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let facts = move |now: DateTime<Utc>| {
        let zone = session.zone();
        session
            .read(|workspace| {
                let hit = workspace::major::impact(workspace, id, now)?;
                let mut facts = vec![
                    ("Incidents", words::number(hit.incidents)),
                    ("People who reported it", words::number(hit.users)),
                    ("Began", words::date_time(zone.local(hit.began))),
                    (if hit.restored.is_some() { "Lasted" } else { "Lasts for" }, words::span(hit.lasted)),
                    ("In business hours", words::business_span(hit.lasted_business)),
                ];
                let services = workspace::major::services(workspace, id);
                if !services.is_empty() {
                    facts.push(("Services", services.join(", ")));
                }
                Some(facts)
            })
            .flatten()
            .unwrap_or_default()
    };
    let known = Memo::new(move |_| facts(session.now.get()));
    let fact = |(label, value): (&'static str, String)| view! { <Fact label>{value}</Fact> };
    let shown = move || view! { <Facts>{known.get().into_iter().map(fact).collect_view()}</Facts> };
    view! { <Panel title="Impact">{shown}</Panel> }.into_any()
}
