//! Raising a change: alone, from a template, or from the record that it comes of.

use itsm::change::template::ChangeTemplate;
use itsm::change::{Answers, ChangeType, Command as Ask, Event, Plans, Statement};
use itsm::{CategoryId, ChangeTemplateId, Command, GroupId, Happening, ItemId, Key, PersonId, RecordId, ServiceId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::query::{key_of, key_text};

use super::parts::{Several, Times, TimesFields, ids, joined};
use crate::browser::location::Location;
use crate::route::{Practice, Route, Spot};
use crate::session::{Declined, Session};
use crate::ui::{Button, Choice, ComboBox, Field, Kind, LinkButton, RadioGroup, TextArea, TextInput, Toaster};
use crate::views::desk::choices;
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::undo;

const FROM: &str = "from=";
const TEMPLATE: &str = "template=";

/// The form, for a change that comes of the record of this number.
pub fn from_route(number: &str) -> Route {
    Route::Practice(Practice::Changes, Spot::New(FROM.to_owned() + number))
}

/// The form, for a standard change from the template of this number.
pub fn template_route(number: &str) -> Route {
    Route::Practice(Practice::Changes, Spot::New(TEMPLATE.to_owned() + number))
}

/// A link on another record's page that raises a change from it.
#[component]
pub fn RaiseChange(record: RecordId) -> impl IntoView {
    let session = expect_context::<Session>();
    let number = session.peek(|w| w.desk().card(record).map(|card| card.number)).flatten().unwrap_or_default();
    view! { <p class="related-cause"><a href=from_route(&number).href()>"Raise a change from this"</a></p> }.into_any()
}

/// The page. Its address says what the change comes of, or which template it is made from.
#[component]
pub fn RaisePage() -> impl IntoView {
    let location = expect_context::<Location>();
    let parameters = StoredValue::new(match location.route_untracked() {
        Route::Practice(_, Spot::New(parameters)) => parameters,
        _ => String::new(),
    });
    view! { <WithDesk><Form parameters=parameters.get_value() /></WithDesk> }.into_any()
}

/// A parameter of an address.
fn parameter(parameters: &str, name: &str) -> Option<String> {
    parameters.split('&').find_map(|one| one.strip_prefix(name)).filter(|text| !text.is_empty()).map(str::to_owned)
}

const FIELDS: &[&str] = &["summary", "template", "planned start", "planned end"];

/// What the form begins with.
#[derive(Default)]
struct Beginning {
    from: Option<(RecordId, String, String)>,
    summary: String,
    description: String,
    services: Vec<ServiceId>,
    items: Vec<ItemId>,
    category: Option<CategoryId>,
    template: Option<ChangeTemplateId>,
}

fn beginning(workspace: &Workspace, parameters: &str) -> Beginning {
    let desk = workspace.desk();
    let template = parameter(parameters, TEMPLATE).and_then(|number| desk.change_templates().find(&number));
    let name = template.and_then(|id| desk.change_templates().get(id).ok()).map(|one| one.body.name.to_string());
    let begun = Beginning { template, summary: name.unwrap_or_default(), ..Beginning::default() };
    let from = parameter(parameters, FROM).and_then(|number| desk.find_record(&number));
    let Some(card) = from.and_then(|id| desk.card(id)) else { return begun };
    let (service, item, category) = match card.id {
        RecordId::Problem(id) => desk.problem(id).map(|one| (one.service, one.item, one.category)).unwrap_or_default(),
        RecordId::Incident(id) => {
            desk.incident(id).map(|one| (one.service, one.item, one.category)).unwrap_or_default()
        }
        _ => (None, None, None),
    };
    Beginning {
        from: Some((card.id, card.number, card.title)),
        services: service.into_iter().collect(),
        items: item.into_iter().collect(),
        category,
        ..begun
    }
}

const STANDARD: &str = "standard";
const NORMAL: &str = "normal";
const EMERGENCY: &str = "emergency";

fn kinds() -> Vec<Choice> {
    vec![
        Choice::new(NORMAL, "Normal").with_detail("Assessed, authorised and scheduled."),
        Choice::new(STANDARD, "Standard")
            .with_detail("Low risk, done before, from a template that was authorised once for every use."),
        Choice::new(EMERGENCY, "Emergency")
            .with_detail("It cannot wait for the usual way. Assessment and approval are expedited, not skipped."),
    ]
}

fn kind_of(text: &str) -> ChangeType {
    match text {
        STANDARD => ChangeType::Standard,
        EMERGENCY => ChangeType::Emergency,
        _ => ChangeType::Normal,
    }
}

/// Templates that are in force, by name.
fn templates(session: Session) -> Vec<Choice> {
    let choice = |template: &ChangeTemplate| Choice::new(key_text(template.id.0), &*template.body.name);
    let read = |workspace: &Workspace| {
        let all = workspace.desk().change_templates().all();
        let mut found: Vec<Choice> = all.filter(|one| one.is_in_force()).map(choice).collect();
        found.sort_by(|one, other| one.label.cmp(&other.label));
        found
    };
    session.read(read).unwrap_or_default()
}

#[component]
fn Form(parameters: String) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let location = expect_context::<Location>();
    let begun = session.peek(|workspace| beginning(workspace, &parameters)).unwrap_or_default();
    let key = |key: Option<Key>| RwSignal::new(key.map(key_text).unwrap_or_default());
    let kind = RwSignal::new(if begun.template.is_some() { STANDARD } else { NORMAL }.to_owned());
    let template = key(begun.template.map(|id| id.0));
    let (summary, description) = (RwSignal::new(begun.summary), RwSignal::new(begun.description));
    let requester = key(Some(session.me().0));
    let services = RwSignal::new(joined(begun.services.iter().map(|id| id.0)));
    let items = RwSignal::new(joined(begun.items.iter().map(|id| id.0)));
    let category = key(begun.category.map(|id| id.0));
    let (group, lead) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let times = Times::of(session, None);
    let refusal = RwSignal::new(None::<Declined>);
    let untimely = RwSignal::new(None::<String>);
    let kept = session.keep_draft(
        &("change-".to_owned() + &parameters),
        vec![
            ("kind", kind),
            ("template", template),
            ("summary", summary),
            ("description", description),
            ("requester", requester),
            ("services", services),
            ("items", items),
            ("category", category),
            ("group", group),
            ("lead", lead),
            ("start", times.start),
            ("end", times.end),
        ],
        None,
    );
    let error_of = move |name: &'static str| {
        Signal::derive(move || refusal.get().filter(|why| why.is_about(&[name])).map(|why| why.sentence()))
    };
    let general = move || {
        let refused = refusal.get().filter(|why| !why.is_about(FIELDS)).map(|why| why.sentence());
        refused.or_else(|| untimely.get())
    };
    let chosen = move |signal: RwSignal<String>| signal.with_untracked(|text| key_of(text));
    let from = StoredValue::new(begun.from.as_ref().map(|(id, ..)| *id));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        untimely.set(None);
        let planned = match times.span(session) {
            Ok(planned) => planned,
            Err(why) => return untimely.set(Some(why)),
        };
        let statement = Statement {
            summary: summary.get_untracked().into(),
            description: description.get_untracked().into(),
            kind: kind.with_untracked(|text| kind_of(text)),
            template: chosen(template).map(ChangeTemplateId),
            requested_by: chosen(requester).map(PersonId),
            services: services.with_untracked(|text| ids(text, ServiceId)),
            items: items.with_untracked(|text| ids(text, ItemId)),
            category: chosen(category).map(CategoryId),
            group: chosen(group).map(GroupId),
            assignee: chosen(lead).map(PersonId),
            planned,
            plans: Plans::default(),
            answers: None::<Answers>,
        };
        let raise = Ask::Raise { statement: Box::new(statement), from: from.get_value() };
        match session.give(Command::Change(raise)) {
            Ok(events) => {
                let raised = events.iter().find_map(|event| match event.what {
                    Happening::Change(id, Event::Raised(_)) => Some(id),
                    _ => None,
                });
                let number = raised.and_then(|id| session.peek(|workspace| workspace.desk().changes().number(id)));
                let number = number.unwrap_or_default();
                kept.forget();
                undo::confirm(session, toaster, number.clone() + " is raised");
                location.go(&Practice::Changes.at(number));
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let is_standard = Memo::new(move |_| kind.with(|kind| kind == STANDARD));
    let offered = Memo::new(move |_| templates(session));
    // A template's name is a good beginning of a summary, as long as nobody wrote another.
    Effect::new(move |before: Option<Option<String>>| {
        let name = template
            .with(|key| offered.with(|all| all.iter().find(|one| one.value == *key).map(|one| one.label.clone())));
        let earlier = before.flatten().unwrap_or_default();
        if let Some(name) = &name
            && summary.with_untracked(|now| now.is_empty() || *now == earlier)
        {
            summary.set(name.clone());
        }
        name
    });
    let pick_template = move || {
        is_standard.get().then(|| {
            let hint = if offered.with(Vec::is_empty) {
                "None is in force. Write one and have it authorised, or raise a normal change."
            } else {
                "Risk and plans come from it."
            };
            view! {
                <Field label="Template" hint required=true error=error_of("template")>
                    <ComboBox choices=offered list_label="Templates" value=template />
                </Field>
            }
        })
    };
    let comes_of = begun.from.map(|(_, number, title)| {
        let card = session.peek(|workspace| from.get_value().and_then(|id| workspace.desk().card(id))).flatten();
        let href = card.map(|card| Route::record(&card).href()).unwrap_or_default();
        view! {
            <section class="panel" aria-labelledby="raised-from">
                <h2 id="raised-from">"It comes of"</h2>
                <p><a href=href>{number}</a>" "{title}</p>
            </section>
        }
    });
    let note = "A change adds, modifies or removes anything that could affect services. Its risk is weighed before it is done.";
    view! {
        <Page title="Raise a change" note class="page-narrow">
            <form class="form" novalidate on:submit=submit>
                {comes_of}
                <Field label="Type" group=true required=true><RadioGroup choices=kinds() value=kind /></Field>
                {pick_template}
                <Field label="Summary" hint="In one line, what is changed?" required=true error=error_of("summary")>
                    <TextInput value=summary />
                </Field>
                <Field label="Description" hint="What is changed, why, and what happens if it is not."><TextArea value=description rows=4 /></Field>
                <Field label="Configuration items" hint="What is touched.">
                    <Several choices=choices::items(session, RwSignal::new(String::new())) value=items list_label="Configuration items" />
                </Field>
                <Field label="Services" hint="What hangs on it.">
                    <Several choices=choices::services(session, RwSignal::new(String::new())) value=services list_label="Services" />
                </Field>
                <div class="form-row">
                    <Field label="Requested by" hint="Who wants it. They never approve it." required=true>
                        <ComboBox choices=choices::people(session, requester) list_label="People" value=requester />
                    </Field>
                    <Field label="Category" hint="What kind of change.">
                        <ComboBox choices=choices::categories(session, category) list_label="Categories" value=category />
                    </Field>
                </div>
                <div class="form-row">
                    <Field label="Group" hint="Which team does it.">
                        <ComboBox choices=choices::groups(session, group) list_label="Groups" value=group />
                    </Field>
                    <Field label="Assigned to" hint="Who sees it through. They never approve it.">
                        <ComboBox choices=choices::people(session, lead) list_label="People" value=lead />
                    </Field>
                </div>
                <Button label="I see it through" kind=Kind::Quiet on_press=move |()| lead.set(key_text(session.me().0)) />
                <TimesFields times start="Wished start" end="Wished end" start_error=error_of("planned start") end_error=error_of("planned end") />
                <div class="form-error" role="alert">{move || general().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Raise change"</button>
                    <LinkButton label="Back to the changes" kind=Kind::Quiet href=Practice::Changes.list().href() />
                </div>
            </form>
        </Page>
    }
    .into_any()
}
