//! Raising a problem: from incidents, or before any has happened.

use std::sync::Arc;

use itsm::problem::{Command as Problem, Event as ProblemEvent, Statement};
use itsm::{CategoryId, Command, GroupId, Happening, IncidentId, ItemId, Key, Level, PersonId, ServiceId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};
use workspace::{Workspace, title};

use crate::browser::location::Location;
use crate::route::Route;
use crate::session::{Declined, Session};
use crate::ui::{Button, ComboBox, Field, Kind, LinkButton, RadioGroup, TextArea, TextInput, Toaster};
use crate::views::desk::choices;
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::undo;

/// The page. Its address names the incidents.
#[component]
pub fn RaisePage() -> impl IntoView {
    let location = expect_context::<Location>();
    let from = StoredValue::new(match location.route_untracked() {
        Route::NewProblem(from) => from,
        _ => String::new(),
    });
    view! { <WithDesk><Form from=from.get_value() /></WithDesk> }.into_any()
}

const FIELDS: &[&str] = &["summary", "impact", "urgency"];

/// What the form begins with: what all of the incidents have in common.
#[derive(Default)]
struct Beginning {
    summary: String,
    service: Option<Key>,
    item: Option<Key>,
    category: Option<Key>,
    impact: Option<Level>,
    urgency: Option<Level>,
}

/// The value that all have, if they have one.
fn same<T: PartialEq + Copy>(mut values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = values.next()??;
    values.all(|value| value == Some(first)).then_some(first)
}

fn beginning(workspace: &Workspace, from: &[IncidentId]) -> Beginning {
    let incidents: Vec<_> = from.iter().filter_map(|id| workspace.desk().incident(*id).ok()).collect();
    let Some(last) = incidents.last() else { return Beginning::default() };
    Beginning {
        // One cause of several incidents has to be put into words of its own.
        summary: if incidents.len() == 1 { title(workspace, last.id) } else { String::new() },
        service: same(incidents.iter().map(|incident| incident.service.map(|id| id.0))),
        item: same(incidents.iter().map(|incident| incident.item.map(|id| id.0))),
        category: same(incidents.iter().map(|incident| incident.category.map(|id| id.0))),
        // As bad as the worst of them; the lower the level, the more is affected.
        impact: incidents.iter().map(|incident| incident.impact).min(),
        urgency: incidents.iter().map(|incident| incident.urgency).min(),
    }
}

#[component]
fn Form(from: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let found = session.peek(|workspace| {
        let numbers = from.split(',').filter(|number| !number.is_empty());
        let ids: Vec<IncidentId> = numbers.filter_map(|number| workspace.desk().find_incident(number)).collect();
        let titles = ids.iter().map(|id| (workspace.desk().incident_number(*id), title(workspace, *id))).collect();
        (beginning(workspace, &ids), ids, titles)
    });
    let (beginning, ids, titles): (Beginning, Vec<IncidentId>, Vec<(String, String)>) = found.unwrap_or_default();
    let key = |key: Option<Key>| RwSignal::new(key.map(key_text).unwrap_or_default());
    let level = |level: Option<Level>| RwSignal::new(level.map(|level| level.0.to_string()).unwrap_or_default());
    let summary = RwSignal::new(beginning.summary);
    let description = RwSignal::new(String::new());
    let (service, item, category) = (key(beginning.service), key(beginning.item), key(beginning.category));
    let (impact, urgency) = (level(beginning.impact), level(beginning.urgency));
    let (group, lead) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let refusal = RwSignal::new(None::<Declined>);
    let error_of = move |name: &'static str| {
        Signal::derive(move || refusal.get().filter(|why| why.is_about(&[name])).map(|why| why.sentence()))
    };
    let general = move || refusal.get().filter(|why| !why.is_about(FIELDS)).map(|why| why.sentence());
    let chosen = move |signal: RwSignal<String>| signal.with_untracked(|text| key_of(text));
    let weighed = move |signal: RwSignal<String>| Level(signal.with_untracked(|text| text.parse().unwrap_or(0)));
    let words = move |signal: RwSignal<String>| -> Arc<str> { signal.get_untracked().into() };
    let kept = session.keep_draft(
        &("problem-".to_owned() + &from),
        vec![
            ("summary", summary),
            ("description", description),
            ("service", service),
            ("item", item),
            ("category", category),
            ("impact", impact),
            ("urgency", urgency),
            ("group", group),
            ("lead", lead),
        ],
        None,
    );
    let ids = StoredValue::new(ids);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let statement = Box::new(Statement {
            summary: words(summary),
            description: words(description),
            service: chosen(service).map(ServiceId),
            item: chosen(item).map(ItemId),
            category: chosen(category).map(CategoryId),
            impact: weighed(impact),
            urgency: weighed(urgency),
            group: chosen(group).map(GroupId),
            assignee: chosen(lead).map(PersonId),
        });
        match session.give(Command::Problem(Problem::Raise { statement, from: ids.get_value() })) {
            Ok(events) => {
                let raised = events.iter().find_map(|event| match event.what {
                    Happening::Problem(id, ProblemEvent::Raised(_)) => Some(id),
                    _ => None,
                });
                let number = raised.and_then(|id| session.peek(|workspace| workspace.desk().problem_number(id)));
                let number = number.unwrap_or_default();
                kept.forget();
                undo::confirm(session, toaster, number.clone() + " is raised");
                location.go(&Route::Problem(number));
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let linked = move |(number, title): (String, String)| {
        let href = Route::Incident(number.clone()).href();
        view! { <li><a href=href>{number}</a>" "{title}</li> }
    };
    view! {
        <Page title="Raise a problem" note="A problem is a cause, or possible cause, of incidents. Its work is to find out why, not to restore the service." class="page-narrow">
            <form class="form" novalidate on:submit=submit>
                {(!titles.is_empty()).then(|| view! {
                    <section class="panel" aria-labelledby="raised-from">
                        <h2 id="raised-from">"It may explain"</h2>
                        <ul class="plain">{titles.into_iter().map(linked).collect_view()}</ul>
                    </section>
                })}
                <Field label="Summary" hint="In one line, what happens again, or might?" required=true error=error_of("summary")>
                    <TextInput value=summary />
                </Field>
                <Field label="Description" hint="What is known: when, where, who, what the incidents have in common.">
                    <TextArea value=description rows=4 />
                </Field>
                <div class="form-row">
                    <Field label="Impact" group=true required=true error=error_of("impact")>
                        <RadioGroup choices=choices::levels(session) value=impact beside=true />
                    </Field>
                    <Field label="Urgency" group=true required=true error=error_of("urgency")>
                        <RadioGroup choices=choices::levels(session) value=urgency beside=true />
                    </Field>
                </div>
                <div class="form-row">
                    <Field label="Affected service">
                        <ComboBox choices=choices::services(session, service) list_label="Services" value=service />
                    </Field>
                    <Field label="Category">
                        <ComboBox choices=choices::categories(session, category) list_label="Categories" value=category />
                    </Field>
                </div>
                <Field label="Configuration item" hint="What is suspected, as far as you know.">
                    <ComboBox choices=choices::items(session, item) list_label="Configuration items" value=item />
                </Field>
                <div class="form-row">
                    <Field label="Group">
                        <ComboBox choices=choices::groups(session, group) list_label="Groups" value=group />
                    </Field>
                    <Field label="Lead" hint="Who sees to it that the cause is found.">
                        <ComboBox choices=choices::people(session, lead) list_label="People" value=lead />
                    </Field>
                </div>
                <Button label="I lead it" kind=Kind::Quiet on_press=move |()| lead.set(key_text(session.me().0)) />
                <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Raise problem"</button>
                    <LinkButton label="Back to the problems" kind=Kind::Quiet href=Route::Problems.href() />
                </div>
            </form>
        </Page>
    }
    .into_any()
}
