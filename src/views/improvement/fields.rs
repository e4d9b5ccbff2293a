//! The fields by which an improvement is judged: measure, whose, baseline, target, date.

use chrono::{DateTime, NaiveDate, Utc};
use itsm::improvement::{Amount, DeskMeasure, Measure, Reading, Scope, Statement};
use leptos::prelude::*;
use workspace::improving;
use workspace::measures::Period;
use workspace::query::{key_of, key_text};

use super::shown;
use crate::session::{Fields, Session};
use crate::ui::{Choice, ComboBox, DateInput, Field, Select, TextInput};
use crate::views::desk::choices;

const NAMED: &str = "named";

/// What is typed, all as text.
#[derive(Clone, Copy)]
pub struct Judging {
    /// The measure's name, `named`, or nothing.
    pub measure: RwSignal<String>,
    /// Whose: nothing for the whole desk, or a letter and a key.
    pub scope: RwSignal<String>,
    /// What somebody calls the measure.
    pub name: RwSignal<String>,
    /// In what it is counted.
    pub unit: RwSignal<String>,
    /// The first day of a look.
    pub first: RwSignal<String>,
    /// The last day of a look.
    pub last: RwSignal<String>,
    /// A value that was measured.
    pub amount: RwSignal<String>,
    /// On which day.
    pub on: RwSignal<String>,
    /// The value that is wanted.
    pub target: RwSignal<String>,
    /// By when.
    pub due: RwSignal<String>,
}

/// What cannot be read, by the name of its field.
pub type Unread = (&'static str, &'static str);

impl Judging {
    /// As an improvement has it, or as a proposal begins it.
    pub fn of(
        measure: Option<&Measure>,
        reading: Option<Reading>,
        target: Option<Amount>,
        due: Option<NaiveDate>,
    ) -> Self {
        let text = |text: String| RwSignal::new(text);
        let day = |day: Option<NaiveDate>| text(day.map(|day| day.to_string()).unwrap_or_default());
        let (chosen, scope, name, unit) = match measure {
            None => (String::new(), Scope::Everything, String::new(), String::new()),
            Some(Measure::Desk(of, scope)) => (of.word().to_owned(), *scope, String::new(), String::new()),
            Some(Measure::Named { name, unit }) => {
                (NAMED.to_owned(), Scope::Everything, name.to_string(), unit.to_string())
            }
        };
        let (first, last, amount, on) = match reading {
            None => (None, None, String::new(), None),
            Some(Reading::Days { first, last }) => (Some(first), Some(last), String::new(), None),
            Some(Reading::Value { amount, on }) => (None, None, amount.plain(), Some(on)),
        };
        Self {
            measure: text(chosen),
            scope: text(scope_text(scope)),
            name: text(name),
            unit: text(unit),
            first: day(first),
            last: day(last),
            amount: text(amount),
            on: day(on),
            target: text(target.map(Amount::plain).unwrap_or_default()),
            due: day(due),
        }
    }

    /// The fields, to be kept as a draft.
    pub fn drafted(self) -> Fields {
        vec![
            ("measure", self.measure),
            ("scope", self.scope),
            ("name", self.name),
            ("unit", self.unit),
            ("first", self.first),
            ("last", self.last),
            ("amount", self.amount),
            ("on", self.on),
            ("target", self.target),
            ("due", self.due),
        ]
    }

    /// The measure, as far as it is chosen.
    pub fn measured(self) -> Option<Measure> {
        self.measure.with(|word| match word.as_str() {
            "" => None,
            NAMED => Some(Measure::Named { name: self.name.get().into(), unit: self.unit.get().into() }),
            word => {
                let of = DeskMeasure::ALL.into_iter().find(|of| of.word() == word)?;
                Some(Measure::Desk(of, self.scope.with(|text| read_scope(text))))
            }
        })
    }

    /// The look at the measure, if one is typed.
    pub fn reading(self) -> Result<Option<Reading>, Unread> {
        let is_named = self.measure.with(|word| word == NAMED);
        let text = |signal: RwSignal<String>| signal.with(|text| text.trim().to_owned());
        if is_named {
            let (amount, on) = (text(self.amount), text(self.on));
            if amount.is_empty() {
                return Ok(None);
            }
            let amount = Amount::read(&amount).ok_or(("value", "Write a number, with at most three decimals."))?;
            let on = read_day(&on).ok_or(("value", "Say on which day it was measured."))?;
            return Ok(Some(Reading::Value { amount, on }));
        }
        match (read_day(&text(self.first)), read_day(&text(self.last))) {
            (Some(first), Some(last)) => Ok(Some(Reading::Days { first, last })),
            (None, None) => Ok(None),
            _ => Err(("days", "Choose the first and the last day.")),
        }
    }

    /// The target, if one is typed.
    pub fn targeted(self) -> Result<Option<Amount>, Unread> {
        let text = self.target.with(|text| text.trim().to_owned());
        if text.is_empty() {
            return Ok(None);
        }
        Amount::read(&text).map(Some).ok_or(("target", "Write a number, with at most three decimals."))
    }

    /// The date, if one is chosen.
    pub fn dated(self) -> Option<NaiveDate> {
        self.due.with(|text| read_day(text))
    }

    /// Puts what is typed into a statement.
    pub fn fill(self, statement: &mut Statement) -> Result<(), Unread> {
        statement.measure = self.measured();
        statement.baseline = if statement.measure.is_some() { self.reading()? } else { None };
        statement.target = if statement.measure.is_some() { self.targeted()? } else { None };
        statement.due = self.dated();
        Ok(())
    }
}

/// The four weeks up to the desk's day, to begin with.
pub fn last_weeks(session: Session, now: DateTime<Utc>) -> Option<(NaiveDate, NaiveDate)> {
    session.peek(|workspace| {
        let period = Period::last_days(improving::LOOK_BACK_DAYS, now, Period::zone_of(workspace));
        (period.first(), period.last())
    })
}

fn read_day(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok()
}

fn scope_text(scope: Scope) -> String {
    match scope {
        Scope::Everything => String::new(),
        Scope::Group(id) => "g".to_owned() + &key_text(id.0),
        Scope::Service(id) => "s".to_owned() + &key_text(id.0),
        Scope::Category(id) => "c".to_owned() + &key_text(id.0),
    }
}

fn read_scope(text: &str) -> Scope {
    let key = |rest: &str| key_of(rest);
    let of = |prefix: char| text.strip_prefix(prefix).and_then(key);
    of('g')
        .map(|key| Scope::Group(key.into()))
        .or_else(|| of('s').map(|key| Scope::Service(key.into())))
        .or_else(|| of('c').map(|key| Scope::Category(key.into())))
        .unwrap_or_default()
}

/// Teams, services and categories in one list.
fn scopes(session: Session) -> Signal<Vec<Choice>> {
    let none = || RwSignal::new(String::new());
    let lists = [
        ('g', "Team", choices::groups(session, none())),
        ('s', "Service", choices::services(session, none())),
        ('c', "Category", choices::categories(session, none())),
    ];
    Signal::derive(move || {
        let of = |(letter, kind, list): (char, &'static str, Signal<Vec<Choice>>)| {
            list.get()
                .into_iter()
                .map(move |choice| Choice::new(letter.to_string() + &choice.value, choice.label).with_detail(kind))
        };
        lists.into_iter().flat_map(of).collect()
    })
}

/// Which measure, and whose.
#[component]
pub fn MeasureFields(
    /// What is typed.
    judging: Judging,
    /// What is wrong with the measure.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let mut measures: Vec<Choice> = DeskMeasure::ALL.iter().map(|of| Choice::new(of.word(), of.word())).collect();
    measures.push(Choice::new(NAMED, "Something else, measured by hand"));
    let kind = Memo::new(move |_| judging.measure.with(|word| (word.is_empty(), word == NAMED)));
    let rest = move || {
        match kind.get() {
        (true, _) => ().into_any(),
        (_, true) => view! {
            <div class="form-row">
                <Field label="What is it called?" required=true><TextInput value=judging.name /></Field>
                <Field label="In what is it counted?" hint="Days, euros, points."><TextInput value=judging.unit /></Field>
            </div>
        }
        .into_any(),
        _ => view! {
            <Field label="Whose incidents?" hint="A team, a service or a category; nothing for the whole desk.">
                <ComboBox choices=scopes(session) list_label="Teams, services and categories" value=judging.scope />
            </Field>
        }
        .into_any(),
    }
    };
    view! {
        <Field label="Measure" hint="By what will you see that it helped? The desk works out its own measures from the journal." error>
            <Select choices=measures value=judging.measure placeholder="Not chosen yet" />
        </Field>
        {rest}
    }
    .into_any()
}

/// A look at the measure: days that the desk works out, or a value.
#[component]
pub fn ReadingFields(
    /// What is typed.
    judging: Judging,
    /// What it is ("Baseline").
    label: &'static str,
    /// What is wrong with it.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let is_named = Memo::new(move |_| judging.measure.with(|word| word == NAMED));
    let said = Memo::new(move |_| {
        let (Some(measure), Ok(Some(reading))) = (judging.measured(), judging.reading()) else { return None };
        if matches!(reading, Reading::Value { .. }) {
            return None;
        }
        let now = session.turned.get();
        let unit = workspace::say::improvement::unit(&measure).to_owned();
        let value = session.read(|workspace| improving::value(workspace, &measure, reading, now)).flatten();
        Some(value.map_or_else(
            || "On these days there was nothing to count.".to_owned(),
            |value| "These days say: ".to_owned() + &shown::amount(value, &unit) + ".",
        ))
    });
    move || {
        if is_named.get() {
            let value = label.to_owned() + ", value";
            view! {
                <div class="form-row">
                    <Field label=value error><TextInput value=judging.amount /></Field>
                    <Field label="Measured on"><DateInput value=judging.on /></Field>
                </div>
            }
            .into_any()
        } else {
            let first = label.to_owned() + ", first day";
            view! {
                <div class="form-row">
                    <Field label=first error><DateInput value=judging.first /></Field>
                    <Field label="Last day"><DateInput value=judging.last /></Field>
                </div>
                <p class="hint" aria-live="polite">{said}</p>
            }
            .into_any()
        }
    }
}
