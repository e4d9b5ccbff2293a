//! Logging a request: what is asked for, how it is fulfilled, who is asked first.

mod approvals;
mod items;

use std::sync::Arc;

use chrono::TimeDelta;
use itsm::incident::Channel;
use itsm::request::{Command as Ask, Event as What, Form as Filled, Kind, Origin};
use itsm::{Command, Event, Happening, IncidentId, PersonId, RequestId, ServiceId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};
use workspace::title;

use crate::browser::location::Location;
use crate::route::{Practice, Route, Spot};
use crate::session::{Declined, Session};
use crate::ui::{
    Button, Choice, ComboBox, Field, Kind as ButtonKind, LinkButton, RadioGroup, Select, TextArea, TextInput, Toaster,
};
use crate::views::desk::choices;
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::person::PersonBox;
use crate::views::undo;

use approvals::{Approvals, StepDraft};
use items::{ItemDraft, Items};

/// The page. Its address may name the incident that is really a request.
#[component]
pub fn NewRequestPage() -> impl IntoView {
    let location = expect_context::<Location>();
    let parameters = StoredValue::new(match location.route_untracked() {
        Route::Practice(_, Spot::New(parameters)) => parameters,
        _ => String::new(),
    });
    view! { <WithDesk><Form parameters=parameters.get_value() /></WithDesk> }.into_any()
}

const FIELDS: &[&str] = &["summary", "requester", "promised within", "for whom", "reason"];

/// What the form begins with, from the incident that is really a request.
struct Beginning {
    incident: IncidentId,
    number: String,
    summary: String,
    description: String,
    requester: String,
    service: String,
    channel: Channel,
}

fn beginning(session: Session, parameters: &str) -> Option<Beginning> {
    let number = parameters.split('&').find_map(|one| one.strip_prefix("from="))?;
    session.peek(|workspace| {
        let desk = workspace.desk();
        let incident = desk.incident(desk.find_incident(number)?).ok()?;
        Some(Beginning {
            incident: incident.id,
            number: desk.incident_number(incident.id),
            summary: title(workspace, incident.id),
            description: incident.description.to_string(),
            requester: incident.caller.map(|id| key_text(id.0)).unwrap_or_default(),
            service: incident.service.map(|id| key_text(id.0)).unwrap_or_default(),
            channel: incident.channel,
        })
    })?
}

/// What kinds there are, with what belongs to each.
pub fn kinds() -> Vec<Choice> {
    let detail = |kind| match kind {
        Kind::Resource => "A device, an application, a mailbox.",
        Kind::Access => "Access to what is there already.",
        Kind::Action => "That something be done.",
        Kind::Information => "To know something.",
        Kind::Feedback => "What was good, what was not.",
    };
    Kind::ALL.into_iter().map(|kind| Choice::new(kind.word(), kind.word()).with_detail(detail(kind))).collect()
}

/// The kind of that name.
pub fn kind_of(word: &str) -> Kind {
    Kind::ALL.into_iter().find(|kind| kind.word() == word).unwrap_or(Kind::Resource)
}

/// Working hours as they are typed: empty for no promise. What is no number promises something impossible, so that it is
/// refused in words.
pub fn target_of(text: &str) -> Option<TimeDelta> {
    let text = text.trim();
    (!text.is_empty()).then(|| {
        let hours = text.replace(',', ".").parse::<f64>().ok().filter(|hours| hours.is_finite());
        TimeDelta::minutes(hours.map_or(0, |hours| (hours.clamp(-1.0e6, 1.0e6) * 60.0).round() as i64))
    })
}

fn logged(events: &[Event]) -> Option<RequestId> {
    events.iter().find_map(|event| match event.what {
        Happening::Request(id, What::Logged(_)) => Some(id),
        _ => None,
    })
}

#[component]
fn Form(parameters: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let from = beginning(session, &parameters);
    let text = |read: fn(&Beginning) -> String| RwSignal::new(from.as_ref().map(read).unwrap_or_default());
    let summary = text(|from| from.summary.clone());
    let description = text(|from| from.description.clone());
    let requester = text(|from| from.requester.clone());
    let service = text(|from| from.service.clone());
    let channel = RwSignal::new(from.as_ref().map_or(Channel::Portal, |from| from.channel).word().to_owned());
    let [beneficiary, because] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let within = RwSignal::new(String::new());
    let kind = RwSignal::new(Kind::Resource.word().to_owned());
    // Lists are kept as text, so that a draft of them survives like any other field.
    let (items_text, steps_text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let kept = session.keep_draft(
        &("request-".to_owned() + &parameters),
        vec![
            ("summary", summary),
            ("description", description),
            ("requester", requester),
            ("beneficiary", beneficiary),
            ("service", service),
            ("channel", channel),
            ("kind", kind),
            ("within", within),
            ("because", because),
            ("items", items_text),
            ("steps", steps_text),
        ],
        None,
    );
    let items = RwSignal::new(ItemDraft::read(&items_text.get_untracked()));
    let steps = RwSignal::new(StepDraft::read(&steps_text.get_untracked()));
    Effect::new(move |_| {
        let text = items.with(|items| ItemDraft::write(items));
        if items_text.with_untracked(|before| *before != text) {
            items_text.set(text);
        }
    });
    Effect::new(move |_| {
        let text = steps.with(|steps| StepDraft::write(steps));
        if steps_text.with_untracked(|before| *before != text) {
            steps_text.set(text);
        }
    });
    let begin_anew = move |()| {
        kept.forget();
        items.set(ItemDraft::read(""));
        steps.set(vec![]);
    };
    let refusal = RwSignal::new(None::<Declined>);
    let error_of = move |name: &'static str| {
        Signal::derive(move || refusal.get().filter(|why| why.is_about(&[name])).map(|why| why.sentence()))
    };
    let general = move || refusal.get().filter(|why| !why.is_about(FIELDS)).map(|why| why.sentence());
    let key = move |signal: RwSignal<String>| signal.with_untracked(|text| key_of(text));
    let words = move |signal: RwSignal<String>| -> Arc<str> { signal.get_untracked().into() };
    let incident = from.as_ref().map(|from| from.incident);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let channel = channel.with_untracked(|word| Channel::ALL.into_iter().find(|one| one.word() == *word));
        let form = Box::new(Filled {
            summary: words(summary),
            description: words(description),
            kind: kind.with_untracked(|word| kind_of(word)),
            channel: channel.unwrap_or(Channel::Portal),
            requester: key(requester).map(PersonId),
            beneficiary: key(beneficiary).map(PersonId),
            service: key(service).map(ServiceId),
            target: within.with_untracked(|text| target_of(text)),
            approvals: steps.with_untracked(|steps| steps.iter().map(StepDraft::step).collect()),
            items: items.with_untracked(|items| items.iter().filter_map(ItemDraft::wanted).collect()),
            order: None,
        });
        let from = incident.map(|incident| Origin { incident, because: words(because) });
        match session.give(Command::Request(Ask::Log { form, from })) {
            Ok(events) => {
                let number =
                    logged(&events).and_then(|id| session.peek(|workspace| workspace.desk().requests().number(id)));
                let number = number.unwrap_or_default();
                kept.forget();
                undo::confirm(session, toaster, number.clone() + " is logged");
                location.go(&Practice::Requests.at(number));
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let number = from.map(|from| from.number);
    let origin = number.clone().map(|number| {
        let href = Route::Incident(number.clone()).href();
        view! {
            <section class="panel" aria-label="The incident that is really a request">
                <p class="form-from">
                    "Out of "<a href=href>{number}</a>
                    ". It will be cancelled with this reason and linked to the request, so that its caller finds the way."
                </p>
                <Field label="Why is it no incident?" hint="Its caller reads it: nothing is broken, something new is wanted." required=true error=error_of("reason")>
                    <TextInput value=because />
                </Field>
            </section>
        }
    });
    let back = match &number {
        Some(number) => Route::Incident(number.clone()),
        None => Practice::Requests.list(),
    };
    let back_label = if number.is_some() { "Back to the incident" } else { "Back to the requests" };
    view! {
        <Page title="Log a request" note="A request asks for something that is provided as usual. If something is broken, log an incident; if something has to be altered that may affect services, raise a change." class="page-narrow">
            <Show when=move || kept.restored.get()>
                <div class="banner" role="status">
                    <p>"What you had typed is back."</p>
                    <Button label="Begin anew" kind=ButtonKind::Quiet on_press=begin_anew />
                </div>
            </Show>
            <form class="form" novalidate on:submit=submit>
                {origin}
                <Field label="Summary" hint="In one line, what is wanted?" required=true error=error_of("summary")>
                    <TextInput value=summary />
                </Field>
                <Field label="Description" hint="What the requester told: what for, by when, where.">
                    <TextArea value=description rows=3 />
                </Field>
                <div class="form-row">
                    <Field label="Requester" hint="Who asks." required=true error=error_of("requester")>
                        <PersonBox value=requester />
                    </Field>
                    <Field label="For whom" hint="If it is for somebody else." error=error_of("for whom")>
                        <PersonBox value=beneficiary />
                    </Field>
                </div>
                <div class="request-kinds">
                    <Field label="Kind" group=true required=true><RadioGroup choices=kinds() value=kind /></Field>
                </div>
                <div class="form-row">
                    <Field label="Channel" required=true><Select choices=choices::channels() value=channel /></Field>
                    <Field label="Service">
                        <ComboBox choices=choices::services(session, service) list_label="Services" value=service />
                    </Field>
                </div>
                <Field label="Promised within, in working hours" hint="Counted in the desk’s hours from the approval on. Empty: nothing is promised." error=error_of("promised within")>
                    <TextInput value=within />
                </Field>
                <Items items />
                <Approvals steps />
                <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Log request"</button>
                    <LinkButton label=back_label kind=ButtonKind::Quiet href=back.href() />
                </div>
            </form>
        </Page>
    }
    .into_any()
}
