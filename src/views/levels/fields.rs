//! The fields of an agreement's form, and what is wrong with them.

use std::collections::BTreeMap;

use itsm::Matrix;
use leptos::prelude::*;
use workspace::query::key_text;
use workspace::rules::Fault;
use workspace::rules::promises::{COLUMNS, FIELDS, Typed, column_field, hold_word};

use super::several::Several;
use super::words;
use crate::session::{Declined, Fields, Session};
use crate::ui::{Choice, ComboBox, DateInput, Field, Panel, RadioGroup, Select, TextArea, TextInput};
use crate::views::desk::choices;

/// What is typed, and what was found wrong when it was last sent.
#[derive(Clone, Copy)]
pub struct Form {
    signals: StoredValue<BTreeMap<String, RwSignal<String>>>,
    /// What could not be read.
    pub faults: RwSignal<Vec<Fault<String>>>,
    /// What was refused.
    pub refusal: RwSignal<Option<Declined>>,
}

/// The names of refused fields, and the field of the form that each stands for.
const REFUSED: [(&str, &str); 14] = [
    ("name", "name"),
    ("party", "customer"),
    ("group", "group"),
    ("services", "services"),
    ("valid from", "from"),
    ("valid until", "until"),
    ("opening hours", "calendar"),
    ("time zone", "calendar"),
    ("holidays", "calendar"),
    ("escalation", "tell"),
    ("availability", "percent"),
    ("reviews", "reviews"),
    ("request targets", "fulfilment1"),
    ("targets", "resolution1"),
];

fn names() -> Vec<String> {
    let columns = COLUMNS.into_iter().flat_map(|column| (1..=Matrix::LOWEST).map(move |p| column_field(column, p)));
    FIELDS.into_iter().map(str::to_owned).chain(columns).collect()
}

impl Form {
    /// A form that holds this at first.
    pub fn holding(typed: &Typed) -> Self {
        let signal = |name: String| {
            let text = typed.get(&name).cloned().unwrap_or_default();
            (name, RwSignal::new(text))
        };
        Self {
            signals: StoredValue::new(names().into_iter().map(signal).collect()),
            faults: RwSignal::new(vec![]),
            refusal: RwSignal::new(None),
        }
    }

    /// A field.
    pub fn field(self, name: &str) -> RwSignal<String> {
        let known = self.signals.with_value(|signals| signals.get(name).copied());
        known.unwrap_or_else(|| RwSignal::new(String::new()))
    }

    /// The fields whose names are known beforehand, to be kept as a draft.
    pub fn kept(self) -> Fields {
        FIELDS.into_iter().map(|name| (name, self.field(name))).collect()
    }

    /// What is typed.
    pub fn typed(self) -> Typed {
        self.signals
            .with_value(|signals| signals.iter().map(|(name, signal)| (name.clone(), signal.get_untracked())).collect())
    }

    /// What is wrong with a field.
    pub fn error(self, name: &'static str) -> Signal<Option<String>> {
        Signal::derive(move || {
            let fault = self
                .faults
                .with(|faults| faults.iter().find(|fault| fault.place == name).map(|fault| fault.sentence.clone()));
            fault.or_else(|| self.refused(name))
        })
    }

    fn refused(self, name: &str) -> Option<String> {
        self.refusal.with(|refusal| {
            let refusal = refusal.as_ref()?;
            let place = REFUSED.into_iter().find(|(field, _)| refusal.field() == Some(field))?.1;
            (place == name).then(|| refusal.sentence())
        })
    }

    /// What was refused and belongs to no field.
    pub fn general(self) -> Option<String> {
        let refused = self.refusal.with(|refusal| {
            let refusal = refusal.as_ref()?;
            let known = REFUSED.iter().any(|(field, _)| refusal.field() == Some(*field));
            (!known).then(|| refusal.sentence())
        });
        let faults = self.faults.with(Vec::len);
        refused.or_else(|| {
            (faults > 0).then(|| crate::views::words::count(faults, "field needs", "fields need") + " another look.")
        })
    }
}

/// All fields but the reason of a new version.
#[component]
pub fn AgreementFields(
    form: Form,
    /// Whether the party stands: a promise to somebody else is another agreement.
    party_stands: bool,
    /// Whether there are hours to keep.
    has_hours: bool,
) -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <Panel title="Who and what" class="levels-fields">
            {(!party_stands).then(|| view! { <PartyFields form /> })}
            <Field label="Name" hint="What people call it." required=true error=form.error("name")>
                <TextInput value=form.field("name") />
            </Field>
            <Field label="Services it covers" group=true required=true error=form.error("services")>
                <Several choices=services(session) value=form.field("services") />
            </Field>
            <div class="form-row">
                <Field label="First day" required=true error=form.error("from")><DateInput value=form.field("from") /></Field>
                <Field label="Last day" hint="Empty: until somebody ends it." error=form.error("until")>
                    <DateInput value=form.field("until") />
                </Field>
            </div>
        </Panel>
        <Panel title="How long it may take" class="levels-fields">{targets(form)}</Panel>
        <Panel title="When the clocks run" class="levels-fields"><Hours form has_hours /></Panel>
        <Panel title="Beyond the clocks" class="levels-fields"><Rest form /></Panel>
    }
    .into_any()
}

/// Every service that can be chosen.
pub fn services(session: Session) -> Signal<Vec<Choice>> {
    choices::services(session, RwSignal::new(String::new()))
}

#[component]
fn PartyFields(form: Form) -> impl IntoView {
    let session = expect_context::<Session>();
    let kinds = Signal::derive(move || {
        let edition = words::edition(session);
        workspace::rules::promises::KINDS
            .into_iter()
            .map(|(value, kind)| {
                let lesson = words::lesson(kind);
                Choice::new(value, lesson.word(edition)).with_detail(lesson.explained(edition))
            })
            .collect::<Vec<Choice>>()
    });
    let suppliers = Signal::derive(move || {
        let list = session.read(|workspace| {
            let all = workspace.desk().suppliers().all();
            let alive = all.filter(|one| one.state != itsm::supplier::State::Ended);
            alive.map(|one| Choice::new(key_text(one.id.0), one.profile.name.to_string())).collect::<Vec<Choice>>()
        });
        list.unwrap_or_default()
    });
    let kind = form.field("kind");
    let with = move || {
        kind.with(|kind| match kind.as_str() {
            "inside" => view! {
                <Field label="Group" required=true error=form.error("group")>
                    <ComboBox choices=choices::groups(session, form.field("group")) list_label="Groups" value=form.field("group") />
                </Field>
            }
            .into_any(),
            "supplier" => view! {
                <Field label="Supplier" required=true error=form.error("supplier")>
                    <Select choices=suppliers value=form.field("supplier") placeholder="Choose a supplier" />
                </Field>
            }
            .into_any(),
            _ => view! {
                <Field label="Customer" hint="Who receives the service and speaks for its users." required=true error=form.error("customer")>
                    <TextInput value=form.field("customer") />
                </Field>
            }
            .into_any(),
        })
    };
    view! {
        <Field label="With whom" group=true required=true><RadioGroup choices=kinds value=kind /></Field>
        {with}
    }
    .into_any()
}

fn targets(form: Form) -> AnyView {
    let row = move |priority: u8| {
        let cell = move |place: usize| {
            let column = COLUMNS.get(place).copied().unwrap_or("response");
            let heading = HEADINGS.get(place).copied().unwrap_or_default();
            let name = StoredValue::new(column_field(column, priority));
            let value = form.field(&name.get_value());
            let wrong = move || {
                name.with_value(|name| {
                    form.faults
                        .with(|faults| {
                            faults.iter().find(|fault| fault.place == *name).map(|fault| fault.sentence.clone())
                        })
                        .or_else(|| form.refused(name))
                })
            };
            let label = ["P", &priority.to_string(), ", ", heading].concat();
            view! {
                <td>
                    <span class="targets-label" aria-hidden="true">{heading}</span>
                    <input class="input cell-input" type="text" autocomplete="off" aria-label=label
                        aria-invalid=move || wrong().is_some().then_some("true") prop:value=value
                        on:input:target=move |event| value.set(event.target().value()) />
                    {move || wrong().map(|sentence| view! { <p class="field-error">{sentence}</p> })}
                </td>
            }
        };
        view! { <tr><th scope="row">"P"{priority.to_string()}</th>{(0..COLUMNS.len()).map(cell).collect_view()}</tr> }
    };
    view! {
        <table class="targets levels-targets">
            <caption class="hint">"In business time: 15 min, 4 h, 1 h 30 min or 2 working days. An empty field promises nothing."</caption>
            <thead>
                <tr>
                    <th scope="col">"Priority"</th>
                    {HEADINGS.map(|heading| view! { <th scope="col">{heading}</th> }).collect_view()}
                </tr>
            </thead>
            <tbody>{(1..=Matrix::LOWEST).map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

const HEADINGS: [&str; 4] = ["Incident: response", "Incident: resolution", "Request: response", "Request: fulfilment"];

#[component]
fn Hours(form: Form, has_hours: bool) -> impl IntoView {
    let mut hours = vec![
        Choice::new("desk", "The desk’s working time"),
        Choice::new("weekdays", "Monday to Friday"),
        Choice::new("days", "Every day"),
        Choice::new("always", "Day and night"),
    ];
    if has_hours {
        hours.insert(0, Choice::new("kept", "As it is"));
    }
    let calendar = form.field("calendar");
    let has_times = move || calendar.with(|choice| matches!(choice.as_str(), "weekdays" | "days"));
    let reasons: Vec<Choice> = itsm::incident::HoldReason::ALL
        .into_iter()
        .map(|reason| Choice::new(hold_word(reason), choices::capital(reason.word())))
        .collect();
    view! {
        <Field label="Hours" error=form.error("calendar")><Select choices=hours value=calendar /></Field>
        <Show when=has_times>
            <div class="form-row">
                <Field label="From" required=true error=form.error("opens")><TextInput value=form.field("opens") /></Field>
                <Field label="Until" required=true error=form.error("closes")><TextInput value=form.field("closes") /></Field>
            </div>
        </Show>
        <Field label="What pauses the resolution clock" group=true>
            <Several choices=reasons value=form.field("pauses") />
        </Field>
    }
    .into_any()
}

/// The periods that availability is measured over.
pub fn periods() -> Vec<Choice> {
    vec![Choice::new("month", "Month"), Choice::new("quarter", "Quarter"), Choice::new("year", "Year")]
}

#[component]
fn Rest(form: Form) -> impl IntoView {
    view! {
        <div class="form-row">
            <Field label="Warn when" hint="A share of the target (80 %) or business time before the breach (2 h)." error=form.error("when")>
                <TextInput value=form.field("when") />
            </Field>
            <Field label="Who is told" error=form.error("tell")><TextInput value=form.field("tell") /></Field>
        </div>
        <div class="form-row">
            <Field label="Availability" hint="Percent of the agreed service time, such as 99.5." error=form.error("percent")>
                <TextInput value=form.field("percent") />
            </Field>
            <Field label="Measured over a"><Select choices=periods() value=form.field("period") /></Field>
        </div>
        <Field label="If a target is missed" hint="Penalties, service credits, or what both sides then do.">
            <TextArea value=form.field("penalties") rows=2 />
        </Field>
        <Field label="Review meeting every … months" hint="Targets that nobody looks at together are kept by nobody." error=form.error("reviews")>
            <TextInput value=form.field("reviews") />
        </Field>
    }
    .into_any()
}
