//! Which days, and in which steps: what is asked of every report of the page.

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;
use workspace::measures::{Period, Step};

use super::shown;
use crate::session::Session;
use crate::ui::{Choice, DateInput, Field, Select};
use crate::views::words;

const WHOLE: &str = "whole";
const CUSTOM: &str = "custom";
/// What the page begins with, where something happened in it: days up to today.
const FIRST_DAYS: u16 = 90;
/// Longer periods are counted by week until somebody says otherwise.
const MOST_SINGLE_DAYS: i64 = 62;

/// What is asked: the days, the steps, and the desk's present instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// Which days.
    pub period: Period,
    /// In which steps series count.
    pub step: Step,
    /// For what is open.
    pub now: DateTime<Utc>,
}

/// What is being chosen.
#[derive(Clone, Copy)]
pub struct Choosing {
    session: Session,
    choice: RwSignal<String>,
    step: RwSignal<String>,
    first: RwSignal<String>,
    last: RwSignal<String>,
    whole: Memo<Option<Period>>,
    period: Memo<Option<Period>>,
    /// What it comes to; `None` while no workspace is open.
    pub asked: Memo<Option<Asked>>,
}

impl Choosing {
    /// Begins with the last 90 days, or with everything where nothing happened in them.
    pub fn begin(session: Session) -> Self {
        let whole = Memo::new(move |_| session.read(Period::whole).flatten());
        let choice = RwSignal::new(String::new());
        let [first, last, step] = std::array::from_fn(|_| RwSignal::new(String::new()));
        let period = Memo::new(move |_| {
            let now = session.turned.get();
            let whole = whole.get()?;
            let days = |days| Period::last_days(days, now, whole.zone());
            let chosen = choice.get();
            let period = match (chosen.as_str(), chosen.parse()) {
                (_, Ok(number)) => days(number),
                (CUSTOM, _) => {
                    let date = |text: RwSignal<String>| text.get().parse::<NaiveDate>().ok();
                    Period::of(date(first).unwrap_or(whole.first()), date(last).unwrap_or(whole.last()), whole.zone())
                }
                _ => whole,
            };
            Some(period)
        });
        let begun = whole.get_untracked().map(|whole| {
            let recent = Period::last_days(FIRST_DAYS, session.turned.get_untracked(), whole.zone());
            whole.last() >= recent.first()
        });
        choice.set(if begun == Some(true) { FIRST_DAYS.to_string() } else { WHOLE.to_owned() });
        let asked = Memo::new(move |_| {
            let step = if step.with(|step| step == "week") { Step::Week } else { Step::Day };
            Some(Asked { period: period.get()?, step, now: session.turned.get() })
        });
        // Another period brings the steps that suit it, and the dates that a choice of one's own begins with.
        Effect::new(move |_| {
            let Some(period) = period.get() else { return };
            step.set(if period.days() > MOST_SINGLE_DAYS { "week" } else { "day" }.to_owned());
            if choice.with_untracked(|choice| choice != CUSTOM) {
                first.set(period.first().to_string());
                last.set(period.last().to_string());
            }
        });
        Self { session, choice, step, first, last, whole, period, asked }
    }

    /// Asks for everything.
    pub fn choose_whole(self) {
        self.choice.set(WHOLE.to_owned());
    }

    /// What to say where the period lies beside everything that happened.
    pub fn elsewhere(self) -> Option<String> {
        let (period, whole) = (self.period.get()?, self.whole.get()?);
        let beside = period.last() < whole.first() || period.first() > whole.last();
        let days = shown::days(whole.first(), whole.last());
        beside.then(|| ["Nothing happened on these days. What this desk knows is from ", &days, "."].concat())
    }

    fn sentence(self) -> String {
        let Some(period) = self.period.get() else { return String::new() };
        let zone = self.session.peek(|workspace| workspace.desk().agreement().agreement().calendar.zone.clone());
        let zone = zone.map(|zone| if &*zone == "Etc/UTC" { "UTC".to_owned() } else { zone.to_string() });
        let count = words::count(usize::try_from(period.days()).unwrap_or(0), "day", "days");
        [&shown::days(period.first(), period.last()), " · ", &count, " · days and hours in ", &zone.unwrap_or_default()]
            .concat()
    }
}

/// The choice of days and steps.
#[component]
pub fn Picker(choosing: Choosing) -> impl IntoView {
    let periods = vec![
        Choice::new("7", "Last 7 days"),
        Choice::new("30", "Last 30 days"),
        Choice::new("90", "Last 90 days"),
        Choice::new(WHOLE, "The whole log"),
        Choice::new(CUSTOM, "Days of my own"),
    ];
    let steps = vec![Choice::new("day", "By day"), Choice::new("week", "By week")];
    let custom = move || {
        choosing.choice.with(|choice| choice == CUSTOM).then(|| {
            view! {
                <Field label="From" required=true><DateInput value=choosing.first /></Field>
                <Field label="To" required=true><DateInput value=choosing.last /></Field>
            }
        })
    };
    view! {
        <div class="reports-picker" role="group" aria-label="Which days">
            <Field label="Period" required=true><Select choices=periods value=choosing.choice /></Field>
            {custom}
            <Field label="Steps" required=true><Select choices=steps value=choosing.step /></Field>
            <p class="reports-period" role="status">{move || choosing.sentence()}</p>
        </div>
    }
    .into_any()
}
