//! The forms of dates, times, numbers and weeks, with what they look like.

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;
use preferences::{Dates, FirstDay, Format, Grouping, Hours};

use super::bind;
use crate::session::Session;
use crate::session::format::{format, of_language};
use crate::ui::{Choice, Field, RadioGroup, Select};
use crate::views::words;

/// The value of the choice that leaves it to the language.
const LANGUAGE: &str = "language";

/// Monday, 16 May 2016, five past two: day and month cannot be mixed up, nor morning and afternoon.
fn example() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2016, 5, 16).and_then(|day| day.and_hms_opt(14, 5, 0)).unwrap_or_default()
}

fn choices(as_language: String, own: Vec<Choice>) -> Vec<Choice> {
    let language = Choice::new(LANGUAGE, "As the language (".to_owned() + &as_language + ")");
    std::iter::once(language).chain(own).collect()
}

fn first_day_name(day: FirstDay) -> &'static str {
    words::WEEKDAYS.get(day.from_monday()).copied().unwrap_or_default()
}

/// The part of the page.
#[component]
pub fn FormatSettings() -> impl IntoView {
    let session = expect_context::<Session>();
    let language = of_language();
    let dates = bind(
        session,
        |settings| settings.format.dates.map_or(LANGUAGE, Dates::code),
        |settings, value| settings.format.dates = Dates::from_code(value),
    );
    let hours = bind(
        session,
        |settings| settings.format.hours.map_or(LANGUAGE, Hours::code),
        |settings, value| settings.format.hours = Hours::from_code(value),
    );
    let grouping = bind(
        session,
        |settings| settings.format.grouping.map_or(LANGUAGE, Grouping::code),
        |settings, value| settings.format.grouping = Grouping::from_code(value),
    );
    let first_day = bind(
        session,
        |settings| settings.format.first_day.map_or(LANGUAGE, FirstDay::code),
        |settings, value| settings.format.first_day = FirstDay::from_code(value),
    );
    let date = |dates| Format { dates, ..language }.date(example());
    let time = |hours| Format { hours, ..language }.time(example());
    let number = |grouping| Format { grouping, ..language }.decimal("1234.5");
    let of_dates = Dates::ALL.iter().map(|one| Choice::new(one.code(), date(*one))).collect();
    let of_hours = Hours::ALL.iter().map(|one| Choice::new(one.code(), time(*one))).collect();
    let of_numbers = Grouping::ALL.iter().map(|one| Choice::new(one.code(), number(*one))).collect();
    let of_weeks = FirstDay::ALL.iter().map(|one| Choice::new(one.code(), first_day_name(*one))).collect();
    let dates_offered = choices(date(language.dates), of_dates);
    let hours_offered = choices(time(language.hours), of_hours);
    let numbers_offered = choices(number(language.grouping), of_numbers);
    let weeks_offered = choices(first_day_name(language.first_day).to_owned(), of_weeks);
    let preview =
        move || ["Monday, ", &format().date_time(example()), " · ", &format().number(24_918), " incidents"].concat();
    view! {
        <section class="settings-part" aria-labelledby="settings-format">
            <h2 id="settings-format">"Dates and numbers"</h2>
            <p class="hint">"The words stay English. Typed queries and exported files keep the forms that programs read: 2016-05-16 and 1234.5."</p>
            <p class="format-preview" role="status">{preview}</p>
            <div class="form">
                <Field label="Dates" required=true><Select choices=dates_offered value=dates /></Field>
                <Field label="Time of day" group=true required=true><RadioGroup choices=hours_offered value=hours beside=true /></Field>
                <Field label="Numbers" required=true><Select choices=numbers_offered value=grouping /></Field>
                <Field label="First day of the week" group=true required=true><RadioGroup choices=weeks_offered value=first_day beside=true /></Field>
            </div>
        </section>
    }
    .into_any()
}
