//! One alert: what one cause has sent, what was done with each, and what can be done now.

use itsm::monitoring::{Action, Command as Ask, Raise};
use itsm::{AlertId, CategoryId, Command, GroupId, Level, RecordId, ServiceId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::query::key_of;
use workspace::signals;

use super::{badges, rules_page};
use crate::route::Practice;
use crate::session::{Session, Zone};
use crate::ui::{Badge, ComboBox, Field, Panel, RadioGroup, TextArea};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;
use crate::views::desk::ticket::history::History;
use crate::views::record::{Act, ActionRow, FactsPanel, FormDialog, NoteForm, RecordAt, RecordFrame, Related};
use crate::views::words;

/// The page.
#[component]
pub fn AlertPage(
    /// Its number, as it stands in the address.
    number: String,
) -> impl IntoView {
    view! {
        <RecordAt number what="event" list=Practice::Events.list() find=|desk, number| desk.alerts().find(number)
            page=|id| view! { <Record id /> }.into_any() />
    }
    .into_any()
}

/// What a dialog is about.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    Close,
    Raise,
}

fn facts(workspace: &Workspace, id: AlertId, zone: Zone) -> Option<Vec<(&'static str, String)>> {
    let desk = workspace.desk();
    let alert = desk.alerts().get(id).ok()?;
    let when = |at| words::date_time(zone.local(at));
    Some(vec![
        ("Source", alert.source.to_string()),
        ("Configuration item", alert.item.map(|id| desk.directory().item(id).to_owned()).unwrap_or_default()),
        ("First seen", when(alert.first_at)),
        ("Last seen", when(alert.last_at)),
        ("Came in", words::count(alert.count as usize, "time", "times")),
        ("Came and went", came_and_went(alert.flips.len())),
        ("Acknowledged by", alert.acknowledged_by.map(|id| desk.directory().person(id).to_owned()).unwrap_or_default()),
        ("Correlation key", alert.key.to_string()),
    ])
}

/// Nothing where it never did.
fn came_and_went(times: usize) -> String {
    if times == 0 { String::new() } else { words::count(times, "time", "times") }
}

#[component]
fn Record(id: AlertId) -> impl IntoView {
    let session = expect_context::<Session>();
    let number = session.peek(|w| w.desk().alerts().number(id)).unwrap_or_default();
    let alert = Memo::new(move |_| session.read(|w| w.desk().alerts().get(id).ok().cloned()).flatten());
    let open = RwSignal::new(None::<Wanted>);
    let line = move || {
        alert.get().map(|alert| {
            view! {
                <Badge tone=badges::tone(alert.severity) picture=Some(badges::picture(alert.severity)) label=alert.severity.word() />
                <Badge tone=badges::state_tone(alert.state) picture=Some(badges::state_picture(alert.state)) label=alert.state.word() />
                <span>{words::count(alert.count as usize, "time", "times")}</span>
            }
        })
    };
    let acts = move || {
        alert.track();
        let refusal = |action: Action| session.refuses(id, action);
        let acknowledge = Command::Alert(Ask::Acknowledge(id));
        vec![
            Act::now("Acknowledge", refusal(Action::Acknowledge), acknowledge, "Acknowledged").primary(),
            Act::asks("Raise an incident", refusal(Action::Raise), open, Wanted::Raise),
            Act::asks("Close", refusal(Action::Close), open, Wanted::Close),
        ]
    };
    let form = move |wanted, asking: Asking| match wanted {
        Wanted::Close => view! { <CloseForm id asking /> }.into_any(),
        Wanted::Raise => view! { <RaiseForm id asking /> }.into_any(),
    };
    let title = |wanted| match wanted {
        Wanted::Close => "Close this event",
        Wanted::Raise => "Raise an incident",
    };
    let side = move || {
        let lines = move |workspace: &Workspace| facts(workspace, id, session.zone()).unwrap_or_default();
        view! {
            <FactsPanel lines />
            <Related record=RecordId::Alert(id) />
        }
    };
    let draft = number.clone();
    view! {
        <RecordFrame practice="Events" list=Practice::Events.list() about="About this event"
            number=Signal::stored(number)
            title=Signal::derive(move || alert.with(|alert| alert.as_ref().map(|alert| alert.message.to_string()).unwrap_or_default()))
            line=move || line side=side>
            <ActionRow acts />
            <FormDialog open title form />
            <Sightings id />
            <NoteForm draft make=move |text| Command::Alert(Ask::Note { alert: id, text }) />
            <History record=RecordId::Alert(id) />
        </RecordFrame>
    }
    .into_any()
}

/// So many of the latest are shown.
const SHOWN: usize = 8;

/// Each event with what was done with it: why there is an incident, or none.
#[component]
fn Sightings(id: AlertId) -> impl IntoView {
    let session = expect_context::<Session>();
    let all = Memo::new(move |_| {
        let zone = session.zone();
        let read = session.read(|workspace| {
            let mut heard = signals::of_alert(workspace, id);
            heard.reverse();
            let line = |one: signals::Heard| {
                let sighting = one.sighting;
                let severity = if sighting.recovers { "Recovery" } else { sighting.counts_as.word() };
                (
                    words::date_time(zone.local(sighting.at)),
                    severity,
                    sighting.message.to_string(),
                    sighting.verdict.sentence(),
                )
            };
            (heard.len(), heard.into_iter().take(SHOWN).map(line).collect::<Vec<_>>())
        });
        read.unwrap_or_default()
    });
    let row = |(at, severity, message, done): (String, &'static str, String, String)| {
        view! { <tr><td class="events-at">{at}</td><td class="events-at">{severity}</td><td>{message}</td><td>{done}</td></tr> }
    };
    let rows = move || all.with(|(_, lines)| lines.clone()).into_iter().map(row).collect_view();
    let earlier = move || all.with(|(count, lines)| count.saturating_sub(lines.len()));
    view! {
        <Panel title="What came, and what was done">
            <div class="events-table" tabindex="0" role="group" aria-label="What came, and what was done">
                <table>
                    <thead><tr><th scope="col">"Happened"</th><th scope="col">"Severity"</th><th scope="col">"Message"</th><th scope="col">"What was done"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="hint">
                {move || (earlier() > 0).then(|| words::count(earlier(), "earlier one is", "earlier ones are") + " in the history below. ")}
                <a href=rules_page().href()>"The rules"</a>" decide it; a later change of them does not rewrite it."
            </p>
        </Panel>
    }
    .into_any()
}

#[component]
fn CloseForm(id: AlertId, asking: Asking) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let submit = move || {
        asking.give(Command::Alert(Ask::Close { alert: id, because: reason.get_untracked().into() }), "Closed");
    };
    view! {
        <FormFrame form=asking label="Close this event" error=asking.error_beside(&["reason"]) submit>
            <p class="form-note">"It opens again by itself if its cause sends more."</p>
            <Field label="Reason" hint="What was done, or why nothing has to be." required=true error=asking.error_of("reason")>
                <TextArea value=reason rows=3 />
            </Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn RaiseForm(id: AlertId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let text = || RwSignal::new(String::new());
    let (impact, urgency, group, service, category) = (text(), text(), text(), text(), text());
    let submit = move || {
        let key = |signal: RwSignal<String>| signal.with_untracked(|text| key_of(text));
        let level = |signal: RwSignal<String>| Level(signal.with_untracked(|text| text.parse().unwrap_or(0)));
        let like = Raise {
            group: key(group).map(GroupId),
            service: key(service).map(ServiceId),
            category: key(category).map(CategoryId),
            impact: level(impact),
            urgency: level(urgency),
        };
        asking.give(Command::Alert(Ask::Raise { alert: id, like }), "An incident is raised");
    };
    view! {
        <FormFrame form=asking label="Raise an incident" error=asking.error_beside(&["impact", "urgency"]) submit>
            <p class="form-note">"Its message becomes the summary. While that incident is open, the same cause raises no other."</p>
            <Field label="Impact" group=true required=true error=asking.error_of("impact")>
                <RadioGroup choices=choices::levels(session) value=impact beside=true />
            </Field>
            <Field label="Urgency" group=true required=true error=asking.error_of("urgency")>
                <RadioGroup choices=choices::levels(session) value=urgency beside=true />
            </Field>
            <Field label="Assignment group"><ComboBox choices=choices::groups(session, group) list_label="Groups" value=group /></Field>
            <Field label="Service"><ComboBox choices=choices::services(session, service) list_label="Services" value=service /></Field>
            <Field label="Category"><ComboBox choices=choices::categories(session, category) list_label="Categories" value=category /></Field>
        </FormFrame>
    }
    .into_any()
}
