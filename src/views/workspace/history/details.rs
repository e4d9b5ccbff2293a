//! One command in full, beside the list, with Undo, or why it cannot be undone.

use chrono::{DateTime, Utc};
use itsm::IncidentId;
use journal::Stamp;
use leptos::prelude::*;
use workspace::Workspace;
use workspace::say;

use super::line::mark;
use crate::route::Route;
use crate::session::{Session, Zone};
use crate::ui::{CommandButton, Fact, Facts, Kind, Sheet, Toaster, open_while};
use crate::views::{undo, words};

/// How many incidents of one command are listed; the rest is counted.
const LISTED: usize = 60;

#[derive(Clone, PartialEq)]
struct Told {
    heading: String,
    who: String,
    at: String,
    /// The wall's time, where the desk lives on another.
    wall: Option<String>,
    why: Option<String>,
    mark: &'static str,
    /// Who took it back and when.
    undone: Option<String>,
    flags: Vec<String>,
    /// Number, and whether there is a page of it.
    incidents: Vec<(String, bool)>,
    more: usize,
    /// What the button undoes: the command, or what took it back.
    target: Stamp,
    /// Whether that brings something back.
    redoes: bool,
    refusal: Option<String>,
    is_public: bool,
}

fn told(workspace: &Workspace, stamp: Stamp, zone: Zone, shifted: bool) -> Option<Told> {
    let done = workspace.command(stamp)?;
    let said = say::command(workspace, &done);
    let target = done.taken_by.unwrap_or(stamp);
    let desk = workspace.desk();
    let time = |at: DateTime<Utc>| words::date_time(zone.local(at));
    let wall = i64::try_from(stamp.millis).ok().and_then(DateTime::from_timestamp_millis).map(time);
    let incident = |id: &IncidentId| (desk.incident_number(*id), desk.incident(*id).is_ok());
    Some(Told {
        who: desk.directory().person(done.by).to_owned(),
        at: time(done.at),
        wall: wall.filter(|_| shifted),
        why: said.why.map(|why| why.to_string()),
        mark: mark(&done).0,
        undone: done.undone.map(|undone| desk.directory().person(undone.by).to_owned() + ", " + &time(undone.at)),
        flags: done.flags.iter().map(|refusal| refusal.sentence()).collect(),
        incidents: said.incidents.iter().take(LISTED).map(incident).collect(),
        more: said.incidents.len().saturating_sub(LISTED),
        redoes: done.taken_by.is_some() || (done.undo.is_some() && !said.is_redo),
        target,
        refusal: None,
        is_public: said.is_public,
        heading: said.heading,
    })
}

/// The panel; open while a command is chosen.
#[component]
pub fn Details(shown: RwSignal<Option<Stamp>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let open = open_while(shown);
    let (zone, shifted) = (session.zone(), session.is_shifted());
    let told = Memo::new(move |_| {
        let stamp = shown.get()?;
        let told = session.read(|workspace| told(workspace, stamp, zone, shifted)).flatten()?;
        let refusal = session.why_not_undo(told.target);
        Some(Told { refusal, ..told })
    });
    let title =
        Signal::derive(move || told.with(|told| told.as_ref().map(|told| told.heading.clone()).unwrap_or_default()));
    let body = move || told.get().map(|told| body(told, shown));
    view! { <Sheet title open>{body}</Sheet> }.into_any()
}

fn body(told: Told, shown: RwSignal<Option<Stamp>>) -> AnyView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let when = if told.wall.is_some() { "Desk time" } else { "When" };
    let incidents = told.incidents.into_iter().map(|(number, is_here)| {
        let href = Route::Incident(number.clone()).href();
        if is_here {
            view! { <li><a href=href>{number}</a></li> }.into_any()
        } else {
            view! { <li>{number}" (taken back)"</li> }.into_any()
        }
    });
    let target = told.target;
    let label = if told.redoes { "Redo" } else { "Undo" };
    let press = move |()| {
        shown.set(None);
        undo::undo(session, toaster, target);
    };
    view! {
        <Facts>
            <Fact label="Who">{told.who}</Fact>
            <Fact label=when>{told.at}</Fact>
            {told.wall.map(|wall| view! { <Fact label="Wall time">{wall}</Fact> })}
            {told.why.map(|why| view! { <Fact label="Why, or what was written"><span class="change-why">{why}</span></Fact> })}
            {(!told.mark.is_empty() && told.undone.is_none()).then(|| view! { <Fact label="Standing">{told.mark}</Fact> })}
            {told.undone.map(|by| view! { <Fact label="Taken back">{by}</Fact> })}
            {told.flags.into_iter().map(|sentence| view! { <Fact label="Why it was not applied">{sentence}</Fact> }).collect_view()}
        </Facts>
        {told.is_public.then(|| view! { <p class="hint">"The caller has not seen this reply: nothing leaves this browser."</p> })}
        <div class="form-actions"><CommandButton label kind=Kind::Primary refusal=told.refusal on_press=press /></div>
        {(incidents.len() > 0).then(|| view! {
            <h3 class="change-incidents-title">"Incidents"</h3>
            <ul class="change-incidents">
                {incidents.collect_view()}
                {(told.more > 0).then(|| view! { <li>"and "{words::number(told.more)}" more"</li> })}
            </ul>
        })}
    }
    .into_any()
}
