//! On an incident's page: which agreements govern its clocks, how each group kept its own, and what other tools would say.

use chrono::{DateTime, Utc};
use itsm::IncidentId;
use itsm::promise::{applying, escalates_at, handovers};
use itsm::service_level::policies::{Rules, Settings, Ticket, compare};
use itsm::service_level::{Outcome, Reading, Standing};
use leptos::prelude::*;
use workspace::Workspace;

use super::compare::{counted, journal, link};
use crate::route::Practice;
use crate::session::{Session, Zone};
use crate::ui::{Badge, Picture, Tone};
use crate::views::words;

/// An agreement that governs.
#[derive(Clone, PartialEq)]
struct Governs {
    number: String,
    href: String,
    text: String,
    wins: bool,
}

/// A stretch in which a group had it.
#[derive(Clone, PartialEq)]
struct Stay {
    group: String,
    text: String,
    mark: Option<(Tone, Picture, &'static str)>,
    agreement: Option<(String, String)>,
}

#[derive(Clone, PartialEq)]
struct Said {
    governs: Vec<Governs>,
    stays: Vec<Stay>,
    tools: String,
    compare: String,
}

fn verdict(reading: &Reading) -> Option<(Tone, Picture, &'static str)> {
    let outcome = reading.verdict?.outcome;
    Some(match (reading.standing, outcome) {
        (Standing::Stopped, Outcome::Met) => (Tone::Ok, Picture::Met, "Kept"),
        (_, Outcome::Breached) => (Tone::Bad, Picture::Breached, "Missed"),
        (Standing::Paused(_), Outcome::Met) => (Tone::Slate, Picture::Paused, "Paused"),
        (_, Outcome::Met) => (Tone::Slate, Picture::Running, "In time"),
    })
}

fn said(workspace: &Workspace, id: IncidentId, now: DateTime<Utc>, zone: Zone) -> Option<Said> {
    let desk = workspace.desk();
    let incident = desk.incident(id).ok()?;
    let number = |id| {
        let number = desk.promises().number(id);
        (number.clone(), Practice::Levels.at(number).href())
    };
    let shortest = desk.clocks(incident, now).resolution.target;
    let own = itsm::service_level::clocks(incident, desk.matrix(), desk.agreement(), now).resolution.target;
    let is_shorter =
        |target: Option<chrono::TimeDelta>| own.is_none_or(|own| target.is_some_and(|target| target < own));
    let governs = applying(desk, incident, desk.matrix(), now).into_iter().map(|one| {
        let reading = one.clocks.resolution;
        let mut text = one.version.terms.title().to_owned();
        if let Some(target) = reading.target {
            text = [&text, ", ", &words::business_span(target)].concat();
        }
        let warns = one.version.terms.escalation.as_ref().and_then(|escalation| {
            let at = escalates_at(&reading, one.compiled, escalation)?;
            Some([". ", &escalation.tell, " is told ", &words::date_time(zone.local(at))].concat())
        });
        text.push_str(&warns.unwrap_or_default());
        let (number, href) = number(one.id);
        Governs {
            number,
            href,
            text,
            wins: reading.target.is_some() && reading.target == shortest && is_shorter(reading.target),
        }
    });
    let told = journal(workspace, id);
    let stays = handovers(desk, incident, told.iter().copied(), now).into_iter().map(|stay| {
        let until = stay.until.map_or_else(|| "now".to_owned(), |at| words::date_time(zone.local(at)));
        let mut text = [&words::date_time(zone.local(stay.from)), " to ", &until].concat();
        if let Some((_, reading)) = &stay.kept {
            let target = reading.target.map(words::business_span).unwrap_or_default();
            text = [&text, ": ", &words::business_span(reading.elapsed), " of ", &target].concat();
        }
        Stay {
            group: desk.directory().group(stay.group).to_owned(),
            text,
            mark: stay.kept.as_ref().and_then(|(_, reading)| verdict(reading)),
            agreement: stay.kept.map(|(id, _)| number(id)),
        }
    });
    let (governs, stays) = (governs.collect(), stays.collect());
    let ticket = Ticket::of(incident, told);
    let around = itsm::calendar::Calendar::around_the_clock();
    let agreement = desk.agreement();
    let rules = Rules {
        target: shortest.unwrap_or_else(|| chrono::TimeDelta::hours(4)),
        calendar: agreement.calendar(),
        around_the_clock: &around,
        pauses: &agreement.agreement().pause_on.reasons,
        settings: Settings { itop_around_the_clock: true, ..Settings::default() },
    };
    let tools = counted(compare(&ticket, &rules, now).into_iter().map(|(_, run)| run.outcome));
    let compare = link(&desk.incident_number(id)).href();
    Some(Said { governs, stays, tools, compare })
}

/// The panel.
#[component]
pub fn LevelsPanel(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let said = Memo::new(move |_| {
        let now = session.now.get();
        session.read(|workspace| said(workspace, id, now, zone)).flatten()
    });
    let governs = |one: Governs| {
        view! {
            <li>
                <a href=one.href>{one.number}</a>" "{one.text}
                {one.wins.then(|| view! { " "<Badge tone=Tone::Slate picture=Some(Picture::Info) label="Shortest: it counts" /> })}
            </li>
        }
    };
    let stay = |one: Stay| {
        view! {
            <li class="levels-stay">
                <span><strong>{one.group}</strong>" "{one.mark.map(|(tone, picture, label)| view! { <Badge tone picture=Some(picture) label /> })}</span>
                <span class="hint">{one.text}{one.agreement.map(|(number, href)| view! { ", "<a href=href>{number}</a> })}</span>
            </li>
        }
    };
    let body = move || {
        let Said { governs: agreements, stays, tools, compare } = said.get()?;
        Some(view! {
            {(!agreements.is_empty()).then(|| view! {
                <h3>"Agreements that apply"</h3>
                <ul class="plain">{agreements.into_iter().map(governs).collect_view()}</ul>
            })}
            {(!stays.is_empty()).then(|| view! {
                <h3>"Who had it"</h3>
                <ul class="plain">{stays.into_iter().map(stay).collect_view()}</ul>
                <p class="hint">"A group’s clock begins when it gets the ticket, the customer’s when the ticket is opened."</p>
            })}
            <h3>"In other tools"</h3>
            <p>"Of ten clocks in nine tools: "{tools}". "<a href=compare>"Compare them"</a></p>
        })
    };
    view! {
        <section class="panel levels-panel" aria-labelledby="levels-panel">
            <h2 id="levels-panel">"Agreements and handovers"</h2>
            {body}
        </section>
    }
    .into_any()
}
