//! How the file is read: what a row is, what separates cells, the order of day and month, the zone.

use leptos::prelude::*;

use super::mapper::Mapper;
use crate::ui::{Choice, Field, Panel, RadioGroup, Select};
use crate::views::words;

/// The zones that this build may know; those it does not are left out.
const ZONES: [&str; 16] = [
    "UTC",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Berlin",
    "Europe/Warsaw",
    "Europe/Athens",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "America/Sao_Paulo",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
];

const TICKET: &str = "ticket";
const UPDATE: &str = "update";
const DAY: &str = "day";
const MONTH: &str = "month";

/// A signal that tells of every later choice.
fn chosen(first: String, choose: impl Fn(String) + 'static) -> RwSignal<String> {
    let value = RwSignal::new(first);
    Effect::new(move |before: Option<String>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            choose(now.clone());
        }
        now
    });
    value
}

/// The panel.
#[component]
pub fn Reading(mapper: Mapper) -> impl IntoView {
    let mapping = mapper.mapping.get_untracked();
    let row = chosen(if mapping.updates { UPDATE } else { TICKET }.to_owned(), move |value| {
        mapper.choose(|mapping| mapping.updates = value == UPDATE);
    });
    let separator = if mapping.separator.is_empty() {
        mapper.inspection.with_untracked(|seen| seen.separator.clone())
    } else {
        mapping.separator.clone()
    };
    let separator = chosen(separator, move |value| mapper.separate(&value));
    let zone = chosen(mapping.zone.clone(), move |value| mapper.choose(|mapping| mapping.zone = value));
    let rows = vec![
        Choice::new(TICKET, "A whole ticket")
            .with_detail("As it stands now. What happened before is told by its dates."),
        Choice::new(UPDATE, "One update of a ticket")
            .with_detail("Several rows share a number, each with its own time."),
    ];
    let separators = vec![Choice::new(",", "Comma"), Choice::new(";", "Semicolon"), Choice::new("\t", "Tab")];
    let zones: Vec<Choice> = ZONES
        .iter()
        .filter(|name| itsm::calendar::Zone::named(name).is_some())
        .map(|name| Choice::new(*name, name.replace('_', " ")))
        .collect();
    let zones = StoredValue::new(zones);
    let local = Memo::new(move |_| mapper.checked.with(|checked| checked.local));
    let order = Memo::new(move |_| mapper.checked.with(|checked| checked.order.clone()));
    view! {
        <Panel title="How the file is read" class="mapping-reading">
            <Kept mapper />
            <div class="mapping-fields">
                <Field label="What is a row?" group=true required=true><RadioGroup choices=rows value=row /></Field>
                {move || order.get().map(|order| view! { <DateOrder mapper order /> })}
                <Field label="Between cells stands a" required=true><Select choices=separators value=separator /></Field>
                <Show when=move || local.get()>
                    <Field label="Time zone of its dates" required=true hint="For dates that name no offset.">
                        <Select choices=zones.get_value() value=zone />
                    </Field>
                </Show>
            </div>
        </Panel>
    }
    .into_any()
}

#[component]
fn Kept(mapper: Mapper) -> impl IntoView {
    move || {
        mapper.from_kept.get().then(|| {
            let name = mapper.name.get_untracked();
            view! {
                <div class="mapping-kept">
                    <p>"Filled in as last time, from “" {name} "”."</p>
                    <button type="button" class="button button-quiet" on:click=move |_| mapper.begin_anew()>"Forget it and begin anew"</button>
                </div>
            }
        })
    }
}

#[component]
fn DateOrder(mapper: Mapper, order: workspace::import::Asked) -> impl IntoView {
    let (needed, read) = mapper.mapping.with_untracked(|mapping| {
        let needed = order.needed && mapping.month_first.is_none();
        (needed, mapping.month_first.unwrap_or(mapper.checked.with_untracked(|checked| checked.month_first)))
    });
    let first = match (needed, read) {
        (true, _) => "",
        (false, true) => MONTH,
        (false, false) => DAY,
    };
    let value = chosen(first.to_owned(), move |value| {
        mapper.choose(|mapping| mapping.month_first = Some(value == MONTH));
    });
    let choices = vec![
        Choice::new(DAY, "The day").with_detail(reading(&order.example, &order.day_first)),
        Choice::new(MONTH, "The month").with_detail(reading(&order.example, &order.month_first)),
    ];
    let error = Signal::derive(move || {
        value.with(String::is_empty).then(|| "The file does not tell. Choose, so that no date is guessed.".to_owned())
    });
    view! {
        <Field label="In its dates, what comes first?" group=true required=true error=error>
            <RadioGroup choices=choices value=value />
        </Field>
    }
    .into_any()
}

/// `“3/4/2024” is 4 Mar 2024`.
fn reading(example: &str, day: &str) -> String {
    let date = words::from_machine(&(day.to_owned() + "T00:00"));
    let date = date.map_or_else(|| "no date".to_owned(), |at| words::date(at.naive_utc()));
    "“".to_owned() + example + "” is " + &date
}
