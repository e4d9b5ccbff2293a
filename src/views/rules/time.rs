//! Working time: when the desk is open, and so when its clocks run.

use itsm::Command;
use itsm::calendar::Zone;
use itsm::service_level::Agreement;
use leptos::prelude::*;
use workspace::rules::Fault;
use workspace::rules::calendar::{self, BREAKS, HOLIDAYS, Place, YEARLY};

use super::RulesPage;
use super::check::Check;
use super::editing::Editing;
use super::lines::{Book, LineList, Shape};
use super::save_bar::{FormNotices, SaveBar};
use super::week::Week;
use crate::route::Rules;
use crate::session::Session;
use crate::ui::{Button, Choice, ComboBox, Field, Icon, Kind, Panel, Picture, Toaster};
use crate::views::words;

const HOURS: Shape = Shape {
    list: 0,
    labels: &["opens", "closes"],
    kinds: &["text", "text"],
    between: &["", "to"],
    examples: &["08:00", "18:00"],
};
const HOLIDAY: Shape = Shape {
    list: HOLIDAYS,
    labels: &["first date", "last date"],
    kinds: &["date", "date"],
    between: &["", "to"],
    examples: &[],
};
const EVERY_YEAR: Shape = Shape {
    list: YEARLY,
    labels: &["first day", "last day"],
    kinds: &["text", "text"],
    between: &["", "to"],
    examples: &["24 Dec", "1 Jan"],
};
const BREAK: Shape = Shape {
    list: BREAKS,
    labels: &["date", "from", "to"],
    kinds: &["date", "text", "text"],
    between: &["", "", "to"],
    examples: &["", "12:00", "14:00"],
};

fn zones() -> Vec<Choice> {
    Zone::names().map(|name| Choice::new(name, name.replace('_', " "))).collect()
}

/// The page.
#[component]
pub fn WorkingTime() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let (zone, text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let editing = Editing::begin(session, "working time", vec![("zone", zone), ("lists", text)], |workspace| {
        let calendar = &workspace.desk().agreement().agreement().calendar;
        vec![calendar.zone.to_string(), calendar::text(&calendar::lists(calendar))]
    });
    let book = Book::open(text);
    let read = Memo::new(move |_| {
        let result = calendar::read(&zone.get(), &book.lists());
        (result.clone().ok(), result.err().unwrap_or_default())
    });
    let faults = Memo::new(move |_| read.with(|(_, faults)| faults.clone()));
    let good = Memo::new(move |_| read.with(|(calendar, _)| calendar.clone()));
    let at = move |place: Place| {
        Signal::derive(move || {
            faults.with(|faults| faults.iter().find(|fault| fault.place == place).map(|fault| fault.sentence.clone()))
        })
    };
    let save = move |()| {
        if let Some(calendar) = good.get_untracked() {
            let now = session.peek(|workspace| workspace.desk().agreement().agreement().clone());
            let agreement = Agreement { calendar, ..now.unwrap_or_default() };
            editing.save(toaster, Command::SetAgreement(Box::new(agreement)), "Working time is saved");
        }
    };
    view! {
        <RulesPage place=Rules::Time note="Clocks run while the desk is open and rest while it is closed.">
            <FormNotices editing />
            <div class="rules-columns">
                <div class="rules-form">
                    <Panel title="Hours of the week">
                        <Field label="Time zone" hint="Summer and winter time follow from it." required=true error=at(Place::Zone)>
                            <ComboBox choices=zones() list_label="Time zones" value=zone />
                        </Field>
                        {hours(book, faults, editing.tried)}
                        {whole(at(Place::Hours))}
                    </Panel>
                    <Panel title="Days off">
                        {days_off(book, faults, editing.tried)}
                    </Panel>
                    <SaveBar editing faults=Signal::derive(move || faults.with(Vec::len)) on_save=save />
                </div>
                <div class="rules-beside">
                    <Panel title="The week"><Week book /></Panel>
                    <Check calendar=good />
                </div>
            </div>
        </RulesPage>
    }
    .into_any()
}

/// What is wrong with the hours as a whole.
fn whole(fault: Signal<Option<String>>) -> AnyView {
    view! {
        <div aria-live="polite">
            {move || fault.get().map(|fault| view! {
                <p class="field-error"><Icon picture=Picture::Problem /><span>{fault}</span></p>
            })}
        </div>
    }
    .into_any()
}

fn hours(book: Book, faults: Memo<Vec<Fault<Place>>>, tried: RwSignal<bool>) -> AnyView {
    let all_day = || vec![vec!["00:00".to_owned(), "24:00".to_owned()]];
    let copy = move |()| {
        let monday = book.lists().into_iter().next().unwrap_or_default();
        (1..5).for_each(|day| book.set(day, &monday));
    };
    let always = move |()| (0..7).for_each(|day| book.set(day, &all_day()));
    let day = move |(list, name): (usize, &'static str)| {
        let shape = Shape { list, ..HOURS };
        view! {
            <div class="hours-day" role="group" aria-label=name>
                <span class="hours-name">{name}</span>
                <LineList book shape name add="Add hours" none="Closed" faults tried />
            </div>
        }
    };
    view! {
        <div class="hours">{words::WEEKDAYS.into_iter().enumerate().map(day).collect_view()}</div>
        <div class="form-actions hours-presets">
            <Button label="Copy Monday to Tuesday–Friday" kind=Kind::Quiet on_press=copy />
            <Button label="Open round the clock" kind=Kind::Quiet on_press=always />
        </div>
    }
    .into_any()
}

fn days_off(book: Book, faults: Memo<Vec<Fault<Place>>>, tried: RwSignal<bool>) -> AnyView {
    let part = move |title: &'static str, hint: &'static str, add: &'static str, none: &'static str, shape: Shape| {
        view! {
            <div class="days-off" role="group" aria-label=title>
                <h3>{title}</h3>
                <p class="hint">{hint}</p>
                <LineList book shape name=title add none faults tried />
            </div>
        }
    };
    view! {
        {part("Holidays", "Closed on these dates, once. One day needs no last date.", "Add a holiday", "None yet.", HOLIDAY)}
        {part("Every year", "Closed on these days in every year; also across New Year.", "Add days", "None yet.", EVERY_YEAR)}
        {part("Breaks", "Closed for some hours of one date. Such a date is worked, even if it is off every year.", "Add a break", "None yet.", BREAK)}
    }
    .into_any()
}
