//! One ticket under the pause and reopen rules of nine tools: the same target, the same calendar, other verdicts.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::calendar::Calendar;
use itsm::incident::Incident;
use itsm::service_level::policies::{Outcome, Rules, Run, Settings, Step, Ticket, compare};
use itsm::{Event, IncidentId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::rules::duration;

use super::timeline::{Picture, Strip, drawn};
use crate::browser::location::Location;
use crate::route::{Practice, Route, Spot};
use crate::session::{Session, Zone};
use crate::ui::{Badge, Checkbox, Choice, Field, Panel, Picture as Icon, Select, TextInput, Tone};
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::words;

/// The page. Its address names the incident.
#[component]
pub fn ComparePage() -> impl IntoView {
    let location = expect_context::<Location>();
    let of = match location.route_untracked() {
        Route::Practice(Practice::Levels, Spot::At(place)) => place.split_once("of=").map(|(_, of)| of.to_owned()),
        _ => None,
    };
    let of = StoredValue::new(of.unwrap_or_default());
    view! { <WithDesk><Compare of=of.get_value() /></WithDesk> }.into_any()
}

/// The link to the comparison of an incident.
pub fn link(number: &str) -> Route {
    Practice::Levels.at(["compare?of=", number].concat())
}

/// An incident's own events, oldest first.
pub fn journal(workspace: &Workspace, id: IncidentId) -> Vec<&Event> {
    workspace.timeline(id).into_iter().map(|recorded| recorded.event).collect()
}

#[component]
fn Compare(of: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let number = RwSignal::new(of);
    let found = Memo::new(move |_| {
        let number = number.get();
        session.read(|workspace| workspace.find_incident(&number).filter(|_| !number.trim().is_empty())).flatten()
    });
    let title = move || {
        let id = found.get()?;
        let title = session.read(|workspace| workspace::title(workspace, id))?;
        Some(
            view! { <p class="page-note"><a href=Route::Incident(number.get()).href()>{number.get()}</a>" "{title}</p> },
        )
    };
    let body = move || match found.get() {
        Some(id) => view! { <Comparison id /> }.into_any(),
        None => {
            let text = "Write the number of an incident that was on hold or came back: there the tools differ most.";
            view! { <p class="hint">{text}</p> }.into_any()
        }
    };
    view! {
        <Page title="One ticket, nine tools" note="Every tool has rules of its own for when a clock pauses and what a reopening does. With the same target and the same calendar, they judge the same ticket differently.">
            {title}
            <div class="levels-ask"><Field label="Incident" hint="Its number, like INC0000012."><TextInput value=number /></Field></div>
            {body}
        </Page>
    }
    .into_any()
}

/// What can be chosen.
#[derive(Clone, Copy)]
struct Options {
    target: RwSignal<String>,
    hours: RwSignal<String>,
    itop: RwSignal<bool>,
    request_tracker: RwSignal<bool>,
    freeitsm: RwSignal<bool>,
}

/// A run in words and strips.
#[derive(Clone, PartialEq)]
struct Row {
    strip: Strip,
    why: &'static str,
    elapsed: String,
    due: String,
}

#[derive(Clone, PartialEq)]
struct Seen {
    rows: Vec<Row>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    marks: Vec<(f64, &'static str)>,
}

fn share(from: DateTime<Utc>, to: DateTime<Utc>, at: DateTime<Utc>) -> f64 {
    let whole = (to - from).as_seconds_f64();
    if whole > 0.0 { (at - from).as_seconds_f64() / whole } else { 0.0 }
}

fn strip(from: DateTime<Utc>, to: DateTime<Utc>, name: &'static str, run: &Run) -> Strip {
    let place = |at| share(from, to, at);
    Strip {
        name,
        parts: run.stretches.iter().map(|one| (place(one.from), place(one.to), one.what)).collect(),
        due: run.due_at.map(place).filter(|due| (0.0..=1.0).contains(due)),
        outcome: run.outcome,
    }
}

/// When the ticket's picture ends: a little after its last step, or now while it is open.
fn ends(ticket: &Ticket, incident: &Incident, now: DateTime<Utc>) -> DateTime<Utc> {
    let last = ticket.moments.last().map_or(ticket.opened_at, |moment| moment.at);
    if incident.state.is_open() {
        return now.max(last);
    }
    let tail = (last - ticket.opened_at) / 20;
    (last + tail.max(TimeDelta::minutes(5))).min(now.max(last))
}

fn see(
    workspace: &Workspace,
    id: IncidentId,
    target: TimeDelta,
    always: bool,
    settings: Settings,
    zone: Zone,
) -> Option<Seen> {
    let desk = workspace.desk();
    let incident = desk.incident(id).ok()?;
    let ticket = Ticket::of(incident, journal(workspace, id));
    let now = workspace.now()?;
    let to = ends(&ticket, incident, now);
    let around = Calendar::around_the_clock();
    let agreement = desk.agreement();
    let calendar = if always { &around } else { agreement.calendar() };
    let pauses = &agreement.agreement().pause_on.reasons;
    let rules = Rules { target, calendar, around_the_clock: &around, pauses, settings };
    let from = ticket.opened_at;
    let row = |(engine, run): (itsm::service_level::policies::Engine, Run)| Row {
        strip: strip(from, to, engine.word(), &run),
        why: engine.why(&ticket, &rules),
        elapsed: words::business_span(run.elapsed),
        due: run.due_at.map_or_else(|| "Nothing is due".to_owned(), |due| words::date_time(zone.local(due))),
    };
    let moves = ticket.moments.iter().filter(|moment| !moment.step.is_said() || moment.step == Step::CustomerReplied);
    Some(Seen {
        rows: compare(&ticket, &rules, to).into_iter().map(row).collect(),
        from,
        to,
        marks: moves.map(|moment| (share(from, to, moment.at), moment.step.word())).collect(),
    })
}

fn verdict(outcome: Outcome) -> AnyView {
    let (tone, picture) = match outcome {
        Outcome::Met => (Tone::Ok, Icon::Met),
        Outcome::Missed => (Tone::Bad, Icon::Breached),
        Outcome::InTime => (Tone::Slate, Icon::Running),
        Outcome::NoClock => (Tone::Neutral, Icon::Close),
    };
    view! { <Badge tone picture=Some(picture) label=outcome.word() /> }.into_any()
}

/// "6 met, 4 missed": the verdicts, counted.
pub fn counted(outcomes: impl Iterator<Item = Outcome>) -> String {
    let mut counts: Vec<(Outcome, usize)> = vec![];
    for outcome in outcomes {
        match counts.iter_mut().find(|(one, _)| *one == outcome) {
            Some((_, count)) => *count += 1,
            None => counts.push((outcome, 1)),
        }
    }
    let said: Vec<String> = counts
        .into_iter()
        .map(|(outcome, count)| words::number(count) + " " + &outcome.word().to_lowercase())
        .collect();
    said.join(", ")
}

/// How long the incident may take by the clock that governs it; four hours where none does.
fn usual_target(workspace: &Workspace, id: IncidentId) -> TimeDelta {
    let target = workspace.desk().incident(id).ok().and_then(|incident| {
        let now = workspace.now().unwrap_or(incident.changed_at);
        workspace.desk().clocks(incident, now).resolution.target
    });
    target.unwrap_or_else(|| TimeDelta::hours(4))
}

#[component]
fn Comparison(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let usual = session.peek(|workspace| usual_target(workspace, id)).unwrap_or_else(|| TimeDelta::hours(4));
    let options = Options {
        target: RwSignal::new(duration::write(usual)),
        hours: RwSignal::new("desk".to_owned()),
        itop: RwSignal::new(true),
        request_tracker: RwSignal::new(false),
        freeitsm: RwSignal::new(false),
    };
    let target = Memo::new(move |_| {
        let working_day = session.read(|workspace| workspace.desk().agreement().agreement().calendar.working_day());
        options.target.with(|text| duration::read(text, working_day.unwrap_or_default()))
    });
    let wrong = Signal::derive(move || match target.get() {
        Ok(Some(_)) => None,
        Ok(None) => Some("Write a target such as 8 h.".to_owned()),
        Err(sentence) => Some(sentence.to_owned()),
    });
    let seen = Memo::new(move |_| {
        let target = target.get().ok().flatten()?;
        let settings = Settings {
            itop_around_the_clock: options.itop.get(),
            request_tracker_excludes: options.request_tracker.get(),
            freeitsm_resets: options.freeitsm.get(),
        };
        let always = options.hours.with(|hours| hours == "always");
        session.read(|workspace| see(workspace, id, target, always, settings, zone)).flatten()
    });
    let hours = vec![Choice::new("desk", "The desk’s working time"), Choice::new("always", "Day and night")];
    let row = |row: Row| {
        view! {
            <tr>
                <th scope="row">{row.strip.name}</th>
                <td>{verdict(row.strip.outcome)}</td>
                <td class="number"><span class="run-cell" aria-hidden="true">"Elapsed "</span>{row.elapsed}</td>
                <td><span class="run-cell" aria-hidden="true">"Due "</span>{row.due}</td>
                <td class="run-why">{row.why}</td>
            </tr>
        }
    };
    let shown = move || {
        let Seen { rows, from, to, marks } = seen.get()?;
        let says = counted(rows.iter().map(|row| row.strip.outcome));
        let picture = Picture { from, to, strips: rows.iter().map(|row| row.strip.clone()).collect(), marks };
        Some(view! {
            <p class="run-says" role="status">"The same ticket: "{says}"."</p>
            {drawn(picture, zone)}
            <table class="levels-table run-table">
                <caption class="visually-hidden">"What each tool makes of it"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Tool"</th><th scope="col">"Verdict"</th><th scope="col" class="number">"Elapsed"</th>
                        <th scope="col">"Due"</th><th scope="col">"Why"</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        })
    };
    view! {
        <Panel title="The same for all" class="levels-options">
            <div class="form-row">
                <Field label="Target until the resolution" required=true error=wrong><TextInput value=options.target /></Field>
                <Field label="Hours"><Select choices=hours value=options.hours /></Field>
            </div>
            <div class="levels-settings">
                <Checkbox label="iTop without a calendar" detail="As it comes: its clock counts day and night." value=options.itop />
                <Checkbox label="Request Tracker takes ignored time out" detail="By a setting; as it comes, that time counts on return." value=options.request_tracker />
                <Checkbox label="FreeITSM begins anew" detail="By a setting; otherwise a reopened ticket goes on." value=options.freeitsm />
            </div>
            <p class="hint">"Only the resolution clock is compared. What pauses is what pauses the desk’s own; the tools’ rules are as their documentation and sources tell them."</p>
        </Panel>
        <Panel title="What each makes of it">{move || shown().into_any()}</Panel>
    }
    .into_any()
}
