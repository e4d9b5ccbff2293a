//! The forms of a maintenance window and of a freeze.

use itsm::calendar::Zone;
use itsm::configuration::Node;
use itsm::schedule::{Command as Ask, Freeze, MaintenanceWindow, Scope, Span};
use itsm::{Command, FreezeId, WindowId};
use leptos::prelude::*;
use workspace::agenda::{read_hours, write_hours};
use workspace::rules::targets::{moment, write_moment};

use super::picker::{Of, Picker};
use crate::session::Session;
use crate::ui::{Choice, ComboBox, DateTimeInput, Field, RadioGroup, TextInput};
use crate::views::asking::{Asking, FormFrame};
use crate::views::configuration::facts_form::{owner_of, owner_text, owners};
use crate::views::words;

const ALL: &str = "all";
const SERVICES: &str = "services";
const ITEMS: &str = "items";

/// What a window or a freeze is for, as it is chosen.
#[derive(Clone, Copy)]
struct Chosen {
    kind: RwSignal<String>,
    services: RwSignal<Vec<Node>>,
    items: RwSignal<Vec<Node>>,
}

impl Chosen {
    fn of(scope: Option<&Scope>) -> Self {
        let kind = match scope {
            Some(Scope::Services(_)) => SERVICES,
            Some(Scope::Items(_)) => ITEMS,
            _ => ALL,
        };
        let nodes = scope.map(Scope::nodes).unwrap_or_default();
        let (services, items) = nodes.into_iter().partition(|node| node.service().is_some());
        Self { kind: RwSignal::new(kind.to_owned()), services: RwSignal::new(services), items: RwSignal::new(items) }
    }

    fn scope(self) -> Scope {
        match self.kind.get_untracked().as_str() {
            SERVICES => {
                Scope::Services(self.services.with_untracked(|all| all.iter().filter_map(|n| n.service()).collect()))
            }
            ITEMS => Scope::Items(self.items.with_untracked(|all| all.iter().filter_map(|n| n.item()).collect())),
            _ => Scope::All,
        }
    }

    fn fields(self, asking: Asking) -> AnyView {
        let choices = vec![
            Choice::new(ALL, "Everything"),
            Choice::new(SERVICES, "Certain services"),
            Choice::new(ITEMS, "Certain items"),
        ];
        let is = move |kind: &'static str| move || self.kind.with(|now| now == kind);
        view! {
            <Field label="For" group=true required=true error=asking.error_of("scope")><RadioGroup choices=choices value=self.kind beside=true /></Field>
            <Show when=is(SERVICES)><Picker label="Add a service" of=Of::Services chosen=self.services /></Show>
            <Show when=is(ITEMS)><Picker label="Add an item" of=Of::Items chosen=self.items /></Show>
        }
        .into_any()
    }
}

fn zone_name(session: Session) -> String {
    session.peek(|w| w.desk().agreement().agreement().calendar.zone.to_string()).unwrap_or_default()
}

/// The form of a window.
#[component]
pub fn WindowForm(id: Option<WindowId>, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let now = session.peek(|w| id.and_then(|id| w.desk().schedule().windows().get(&id).cloned())).flatten();
    let name = RwSignal::new(now.as_ref().map(|w| w.name.to_string()).unwrap_or_default());
    let zone = RwSignal::new(now.as_ref().map_or_else(|| zone_name(session), |w| w.hours.zone.to_string()));
    let chosen = Chosen::of(now.as_ref().map(|w| &w.scope));
    let written = now.as_ref().map(|w| write_hours(&w.hours)).unwrap_or_else(|| vec![String::new(); 7]);
    let lines: Vec<RwSignal<String>> = written.into_iter().map(RwSignal::new).collect();
    let lines = StoredValue::new(lines);
    let fault = RwSignal::new(None::<(usize, String)>);
    // What the form does not show stays as it is.
    let before = StoredValue::new(now.map(|window| window.hours));
    let submit = move || {
        let texts: Vec<String> = lines.with_value(|lines| lines.iter().map(|line| line.get_untracked()).collect());
        match read_hours(&zone.get_untracked(), &texts) {
            Err(wrong) => fault.set(Some(wrong)),
            Ok(mut hours) => {
                fault.set(None);
                if let Some(before) = before.get_value() {
                    (hours.holidays, hours.yearly, hours.breaks) = (before.holidays, before.yearly, before.breaks);
                }
                let window = MaintenanceWindow { name: name.get_untracked().into(), scope: chosen.scope(), hours };
                asking.give(Command::Schedule(Ask::SaveWindow(id, Box::new(window))), "Maintenance window saved");
            }
        }
    };
    let day = move |(place, value): (usize, RwSignal<String>)| {
        let error = Signal::derive(move || fault.get().filter(|(at, _)| *at == place).map(|(_, why)| why));
        let label = words::WEEKDAYS.get(place).copied().unwrap_or_default();
        view! { <Field label error><TextInput value /></Field> }
    };
    let zones: Vec<Choice> = Zone::names().map(|name| Choice::new(name, name.replace('_', " "))).collect();
    let days = lines.with_value(|lines| lines.iter().copied().enumerate().map(day).collect_view());
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&["name", "scope", "time zone", "hours"]) submit>
            <Field label="Name" hint="As conflicts name it: Sunday night." required=true error=asking.error_of("name")><TextInput value=name /></Field>
            {chosen.fields(asking)}
            <Field label="Time zone" hint="Summer and winter time follow from it." required=true error=asking.error_of("time zone")>
                <ComboBox choices=zones list_label="Time zones" value=zone />
            </Field>
            <fieldset class="plan-hours">
                <legend>"Hours of the week"</legend>
                <p class="hint">"Like 22:00-04:00; several with commas. Hours across midnight go on into the next day."</p>
                {move || asking.error_of("hours").get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
                <div class="plan-hours-days">{days}</div>
            </fieldset>
        </FormFrame>
    }
    .into_any()
}

/// The form of a freeze.
#[component]
pub fn FreezeForm(id: Option<FreezeId>, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let now = session.peek(|w| id.and_then(|id| w.desk().schedule().freezes().get(&id).cloned())).flatten();
    let zone = zone_name(session);
    let text = |tell: &dyn Fn(&Freeze) -> String| RwSignal::new(now.as_ref().map(tell).unwrap_or_default());
    let name = text(&|freeze| freeze.name.to_string());
    let start = text(&|freeze| write_moment(freeze.span.start(), &zone));
    let end = text(&|freeze| write_moment(freeze.span.end(), &zone));
    let reason = text(&|freeze| freeze.reason.to_string());
    let by = text(&|freeze| owner_text(freeze.may_override));
    let chosen = Chosen::of(now.as_ref().map(|freeze| &freeze.scope));
    let fault = RwSignal::new(None::<String>);
    let submit = move || {
        let zone = zone_name(session);
        let at = |text: RwSignal<String>| text.with_untracked(|text| moment(text, &zone).ok().flatten());
        let Some(span) = at(start).zip(at(end)).and_then(|(start, end)| Span::new(start, end)) else {
            fault.set(Some("Say when it begins and when it ends; the end comes later.".to_owned()));
            return;
        };
        fault.set(None);
        let freeze = Freeze {
            name: name.get_untracked().into(),
            span,
            scope: chosen.scope(),
            reason: reason.get_untracked().into(),
            may_override: by.with_untracked(|text| owner_of(text)),
        };
        asking.give(Command::Schedule(Ask::SaveFreeze(id, freeze)), "Freeze saved");
    };
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&["name", "scope", "reason", "person", "group"]) submit>
            <Field label="Name" hint="As conflicts name it: Month end." required=true error=asking.error_of("name")><TextInput value=name /></Field>
            <div class="form-row">
                <Field label="Begins" required=true error=fault><DateTimeInput value=start /></Field>
                <Field label="Ends" required=true><DateTimeInput value=end /></Field>
            </div>
            {chosen.fields(asking)}
            <Field label="Reason" hint="What the business would lose." required=true error=asking.error_of("reason")><TextInput value=reason /></Field>
            <Field label="Who may override it" hint="Empty for nobody.">
                <ComboBox choices=owners(session) list_label="Groups and people" value=by />
            </Field>
        </FormFrame>
    }
    .into_any()
}
