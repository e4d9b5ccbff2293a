//! Logging an incident.

use itsm::incident::{Channel, Command as Incident, Event as What};
use itsm::{Command, Directory, Entry, Event, Happening, Key, PersonId, Role};
use leptos::prelude::*;
use workspace::query::key_text;

use super::beside_log::Beside;
use super::choices;
use super::draft::Draft;
use super::gate::WithDesk;
use super::report_fields::ReportFields;
use super::templates::{Templates, UseTemplate};
use crate::browser::location::Location;
use crate::route::Route;
use crate::session::{Declined, Session};
use crate::ui::{Button, ComboBox, Field, Kind, LinkButton, Toaster};
use crate::views::page::Page;
use crate::views::undo;

/// The page.
#[component]
pub fn NewIncidentPage() -> impl IntoView {
    view! { <WithDesk><Form /></WithDesk> }.into_any()
}

const FIELDS: &[&str] = &["summary", "caller", "impact", "urgency", "group"];

/// The person of this name, entered into the directory if nobody has it yet.
fn caller_named(session: Session, name: &str) -> Result<PersonId, Declined> {
    let same = |directory: &Directory| {
        let found = directory.people.iter().find(|(_, known)| known.eq_ignore_ascii_case(name));
        let highest = directory.people.keys().map(|id| id.0.number).max().unwrap_or(0);
        found.map(|(id, _)| *id).ok_or(highest)
    };
    match session.peek(|workspace| same(workspace.desk().directory())).unwrap_or(Err(0)) {
        Ok(known) => Ok(known),
        Err(highest) => {
            let id = PersonId(Key { number: highest.saturating_add(1), tag: session.tag() });
            session.give(Command::Enter(Entry::Person(id, name.into())))?;
            Ok(id)
        }
    }
}

fn logged(events: &[Event]) -> Option<itsm::IncidentId> {
    events.iter().find_map(|event| match &event.what {
        Happening::Incident(id, What::Logged(_)) => Some(*id),
        _ => None,
    })
}

#[component]
fn Form() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let draft = Draft::blank();
    let new_caller = RwSignal::new(String::new());
    let mut fields = draft.fields();
    fields.push(("new caller", new_caller));
    // Whoever reports for themselves is the caller, and leaves the team to the desk.
    let hands_out = matches!(session.part.with_untracked(|part| part.role), Role::Everyone | Role::Agent);
    if !hands_out {
        draft.caller.set(key_text(session.me().0));
        draft.channel.set(Channel::Portal.word().to_owned());
    }
    let templates = Templates::closed(session);
    let kept = session.keep_draft(if hands_out { "log" } else { "report" }, fields, None);
    let refusal = RwSignal::new(None::<Declined>);
    let error_of = move |name: &'static str| {
        Signal::derive(move || {
            refusal.get().filter(|declined| declined.is_about(&[name])).map(|declined| declined.sentence())
        })
    };
    let general =
        move || refusal.get().filter(|declined| !declined.is_about(FIELDS)).map(|declined| declined.sentence());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut report = draft.report();
        let name = new_caller.with_untracked(|name| name.trim().to_owned());
        let result = (|| {
            // Decided first without the new name, so that a refused form leaves nothing behind.
            if !name.is_empty() {
                let mut trial = report.clone();
                trial.caller = Some(session.me());
                session.would(Command::Incident(Incident::Log(Box::new(trial))))?;
                report.caller = Some(caller_named(session, &name)?);
            }
            session.give(Command::Incident(Incident::Log(Box::new(report.clone()))))
        })();
        match result {
            Ok(events) => {
                let id = logged(&events);
                let number = id
                    .and_then(|id| session.peek(|workspace| workspace.desk().incident_number(id)))
                    .unwrap_or_default();
                kept.forget();
                undo::confirm(session, toaster, number.clone() + " is logged");
                location.go(&Route::Incident(number));
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    view! {
        <Page title="Log an incident" note="Take down what the caller tells you. Priority follows from impact and urgency." class="page-beside">
            <Show when=move || kept.restored.get()>
                <div class="banner" role="status">
                    <p>"What you had typed is back."</p>
                    <Button label="Begin anew" kind=Kind::Quiet on_press=move |()| kept.forget() />
                </div>
            </Show>
            <div class="beside">
            <form class="form" novalidate on:submit=submit>
                {hands_out.then(|| view! { <UseTemplate draft templates /> })}
                <ReportFields draft error_of new_caller />
                {hands_out.then(|| view! { <div class="form-row">
                    <Field label="Assignment group" error=error_of("group")>
                        <ComboBox choices=choices::groups(session, draft.group) list_label="Groups" value=draft.group />
                    </Field>
                    <Field label="Person">
                        <ComboBox choices=choices::people(session, draft.assignee) list_label="People" value=draft.assignee />
                    </Field>
                </div> })}
                <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Log incident"</button>
                    {hands_out.then(|| view! {
                        <Button label="Save as template" kind=Kind::Quiet on_press=move |()| templates.save_new(draft.fill()) />
                    })}
                    {if session.sees(&Route::Desk(String::new())) {
                        view! { <LinkButton label="Back to the desk" kind=Kind::Quiet href=Signal::derive(move || session.queue_link()) /> }.into_any()
                    } else {
                        view! { <LinkButton label="Back to the front page" kind=Kind::Quiet href=Route::Home.href() /> }.into_any()
                    }}
                </div>
            </form>
            <Beside draft />
            </div>
            {templates.sheet()}
        </Page>
    }
    .into_any()
}
