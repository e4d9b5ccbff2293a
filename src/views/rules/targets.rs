//! Targets: how long an incident of each priority may take, and the rules of its clocks.

use itsm::Command;
use itsm::calendar::Zone;
use itsm::service_level::Compiled;
use leptos::prelude::*;
use workspace::rules::outlook::{Outlook, outlook};
use workspace::rules::targets::{self as form, FIELDS, NAME, RESOLUTION, RESPONSE};
use workspace::rules::{Fault, duration};

use super::RulesPage;
use super::editing::Editing;
use super::lines::{cell_input, error};
use super::save_bar::{FormNotices, SaveBar};
use super::target_rules::ClockRules;
use crate::route::{Route, Rules};
use crate::session::Session;
use crate::ui::{Field, Panel, PriorityBars, TextInput, Toaster};
use crate::views::words;

/// How many priorities there are.
const PRIORITIES: usize = itsm::Matrix::LOWEST as usize;

/// The fields of the form and what is wrong with them.
#[derive(Clone, Copy)]
pub struct Form {
    fields: StoredValue<Vec<RwSignal<String>>>,
    faults: Memo<Vec<Fault<usize>>>,
}

impl Form {
    /// What a field holds.
    pub fn field(self, place: usize) -> RwSignal<String> {
        let known = self.fields.with_value(|fields| fields.get(place).copied());
        known.unwrap_or_else(|| RwSignal::new(String::new()))
    }

    /// What is wrong with a field.
    pub fn fault(self, place: usize) -> Signal<Option<String>> {
        let faults = self.faults;
        Signal::derive(move || {
            faults.with(|faults| faults.iter().find(|fault| fault.place == place).map(|fault| fault.sentence.clone()))
        })
    }
}

/// The page.
#[component]
pub fn TargetsPage() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let signals: Vec<RwSignal<String>> = FIELDS.iter().map(|_| RwSignal::new(String::new())).collect();
    let named = FIELDS.into_iter().zip(signals.iter().copied()).collect();
    let editing =
        Editing::begin(session, "targets", named, |workspace| form::fields(workspace.desk().agreement().agreement()));
    let read = Memo::new(move |_| {
        let typed = editing.typed();
        let ground = session.read(|workspace| workspace.desk().agreement().agreement().clone()).unwrap_or_default();
        let result = form::read(&typed, &ground);
        (result.clone().ok(), result.err().unwrap_or_default())
    });
    let faults = Memo::new(move |_| read.with(|(_, faults)| faults.clone()));
    let fields = Form { fields: StoredValue::new(signals), faults };
    let save = move |()| {
        if let Some(agreement) = read.with_untracked(|(agreement, _)| agreement.clone()) {
            editing.save(toaster, Command::SetAgreement(Box::new(agreement)), "Targets are saved");
        }
    };
    let ahead = Memo::new(move |_| {
        let trial = read.with(|(agreement, _)| agreement.clone())?;
        let trial = Compiled::new(trial).ok()?;
        session.read(|workspace| {
            let now = session.now.get_untracked();
            (outlook(workspace, None, now), outlook(workspace, Some(&trial), now))
        })
    });
    view! {
        <RulesPage place=Rules::Targets note="What was promised about time. A clock runs from the logging of an incident, in working time only.">
            <FormNotices editing />
            <div class="rules-columns">
                <div class="rules-form">
                    <Panel title="How long it may take">
                        <Field label="Name of the agreement" required=true error=fields.fault(NAME)>
                            <TextInput value=fields.field(NAME) />
                        </Field>
                        {table(session, fields)}
                    </Panel>
                    <ClockRules form=fields />
                    <SaveBar editing faults=Signal::derive(move || faults.with(Vec::len)) on_save=save />
                </div>
                <div class="rules-beside">
                    <Panel title="What it changes"><Ahead ahead /></Panel>
                    <Panel title="A working day">{working_day(session)}</Panel>
                </div>
            </div>
        </RulesPage>
    }
    .into_any()
}

fn day(session: Session) -> chrono::TimeDelta {
    session.read(|workspace| workspace.desk().agreement().agreement().calendar.working_day()).unwrap_or_default()
}

fn working_day(session: Session) -> AnyView {
    let text = move || {
        let length = words::business_span(day(session));
        let zone = session
            .read(|workspace| workspace.desk().agreement().agreement().calendar.zone.to_string())
            .filter(|zone| Zone::named(zone).is_some())
            .unwrap_or_default();
        [
            "“1 working day” is ",
            &length,
            " here (",
            &zone,
            "). Targets are kept in hours: other working time later leaves them as they are.",
        ]
        .concat()
    };
    view! {
        <p>{text}</p>
        <p class="hint"><a href=Route::Rules(Rules::Time).href()>"Working time"</a>" says when the desk is open."</p>
    }
    .into_any()
}

fn table(session: Session, form: Form) -> AnyView {
    let row = move |number: usize| {
        let cell = move |column: &'static str, place: usize| {
            let id = StoredValue::new(["target-error-", &place.to_string()].concat());
            let (value, fault) = (form.field(place), form.fault(place));
            let label = ["P", &number.to_string(), ", ", column].concat();
            let days = move || {
                let span = value.with(|text| duration::read(text, day(session))).ok().flatten()?;
                duration::in_working_days(span, day(session))
            };
            let input = cell_input(["target-", &place.to_string()].concat(), label, "text", "None", value, fault, id);
            view! {
                <td>
                    <span class="targets-label" aria-hidden="true">{if place <= RESOLUTION { "Response" } else { "Resolution" }}</span>
                    {input}
                    <span class="targets-days">{days}</span>
                    {error(fault, id)}
                </td>
            }
        };
        let level = u8::try_from(number).unwrap_or(itsm::Matrix::LOWEST);
        view! {
            <tr>
                <th scope="row"><PriorityBars level /></th>
                {cell("response", RESPONSE + number)}
                {cell("resolution", RESOLUTION + number)}
            </tr>
        }
    };
    view! {
        <table class="targets">
            <caption class="hint">"Write 15 min, 4 h, 1 h 30 min or 2 working days. An empty field promises nothing."</caption>
            <thead>
                <tr><th scope="col">"Priority"</th><th scope="col">"Until somebody reacts"</th><th scope="col">"Until it is resolved"</th></tr>
            </thead>
            <tbody>{(1..=PRIORITIES).map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// How the open incidents stand now, and how they would.
#[component]
fn Ahead(ahead: Memo<Option<(Outlook, Outlook)>>) -> impl IntoView {
    let body = move || {
        let Some((now, then)) = ahead.get() else {
            return view! { <p class="hint">"Put right what is wrong first, then this looks ahead."</p> }.into_any();
        };
        let line = |label: &'static str, now: usize, then: usize| {
            let moved = (now != then).then_some("true");
            view! { <tr data-moved=moved><th scope="row">{label}</th><td>{words::number(now)}</td><td>{words::number(then)}</td></tr> }
        };
        view! {
            <p class="ahead-says" role="status">{says(now, then)}</p>
            <table class="ahead">
                <thead><tr><th scope="col">"Open incidents"</th><th scope="col">"Now"</th><th scope="col">"Then"</th></tr></thead>
                <tbody>
                    {line("Breached", now.breached, then.breached)}
                    {line("Due soon", now.due_soon, then.due_soon)}
                    {line("In time", now.fine, then.fine)}
                    {line("No target", now.without, then.without)}
                </tbody>
            </table>
            <p class="hint">"What is closed keeps its verdict."</p>
        }
        .into_any()
    };
    body.into_any()
}

fn says(now: Outlook, then: Outlook) -> String {
    if now == then {
        return "No open incident would stand differently.".to_owned();
    }
    let difference = now.breached.abs_diff(then.breached);
    let incidents = words::count(difference, "open incident", "open incidents");
    match then.breached.cmp(&now.breached) {
        std::cmp::Ordering::Greater => incidents + " more would be breached.",
        std::cmp::Ordering::Less => incidents + " fewer would be breached.",
        std::cmp::Ordering::Equal => "As many would be breached; others would be due at another time.".to_owned(),
    }
}
