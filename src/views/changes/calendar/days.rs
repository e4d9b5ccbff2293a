//! Days in a grid, for a month or a week: arrow keys move by day and week, and the chosen day is told in full.

use chrono::{Datelike, Months, NaiveDate, TimeDelta};
use itsm::schedule::{Span, With as What};
use leptos::{ev, prelude::*};
use workspace::agenda::{Day, Entry};

use super::{Scale, Sight, agenda, day_words, zone};
use crate::browser::dom;
use crate::session::Session;
use crate::views::words;

/// So many entries of a day are shown; the others are counted.
const SHOWN: usize = 3;
/// Minutes of a usual day: the width of its bar.
const MINUTES: i64 = 24 * 60;

fn id_of(date: NaiveDate) -> String {
    ["day-", &date.year().to_string(), "-", &date.ordinal().to_string()].concat()
}

/// What touches a day.
pub fn of_day(entries: &[Entry], day: Day) -> impl Iterator<Item = &Entry> {
    entries.iter().filter(move |entry| entry.span.overlaps(day.span))
}

/// A class for what it is, and the word that says the same.
pub fn look(what: What) -> (&'static str, &'static str) {
    match what {
        What::Freeze(_) => ("plan-freeze", "Freeze"),
        What::Window(_) => ("plan-window", "Window"),
        What::Change(_) => ("plan-change", "Change"),
    }
}

/// The grid and the chosen day.
#[component]
pub fn Days(
    /// What is looked at.
    sight: Memo<Sight>,
    /// A month or a week.
    scale: Scale,
    /// The chosen day.
    date: RwSignal<NaiveDate>,
    /// The present day.
    today: Memo<NaiveDate>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = zone(session);
    let go = move |to: Option<NaiveDate>| {
        if let Some(to) = to {
            date.set(to);
            // The grid may be another by now.
            dom::soon(move || {
                dom::focus_id(&id_of(to));
            });
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        let now = date.get_untracked();
        let by = |days: i64| now.checked_add_signed(TimeDelta::days(days));
        let in_week = i64::from(now.weekday().num_days_from_monday());
        let to = match event.key().as_str() {
            "ArrowRight" => by(1),
            "ArrowLeft" => by(-1),
            "ArrowDown" if scale == Scale::Month => by(7),
            "ArrowUp" if scale == Scale::Month => by(-7),
            "ArrowDown" => by(1),
            "ArrowUp" => by(-1),
            "Home" => by(-in_week),
            "End" => by(6 - in_week),
            "PageDown" if scale == Scale::Month => now.checked_add_months(Months::new(1)),
            "PageUp" if scale == Scale::Month => now.checked_sub_months(Months::new(1)),
            "PageDown" => by(7),
            "PageUp" => by(-7),
            _ => return,
        };
        event.prevent_default();
        go(to);
    };
    let cell = move |day: Day, entries: &[Entry]| {
        let own: Vec<Entry> = of_day(entries, day).cloned().collect();
        let more = own.len().saturating_sub(SHOWN);
        let conflicts: usize = own.iter().map(|entry| entry.conflicts).sum();
        let label = day_words(day.date)
            + ", "
            + &match own.len() {
                0 => "nothing planned".to_owned(),
                count => words::count(count, "entry", "entries"),
            };
        let line = |entry: Entry| {
            let (class, word) = look(entry.what);
            view! { <li class=class><span class="plan-kind">{word}</span>" "{entry.title}</li> }
        };
        let number = day.date.day().to_string();
        let of = day.date;
        let name = words::WEEKDAYS.get(of.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
        let content = match scale {
            Scale::Week => view! { <Bar day entries=own.clone() /> }.into_any(),
            _ => ().into_any(),
        };
        view! {
            <td
                role="gridcell"
                class="plan-day"
                id=id_of(of)
                aria-label=label
                aria-selected=move || if date.get() == of { "true" } else { "false" }
                tabindex=move || if date.get() == of { "0" } else { "-1" }
                data-today=move || (today.get() == of).then_some("true")
                data-outside=move || (scale == Scale::Month && date.get().month() != of.month()).then_some("true")
                on:click=move |_| date.set(of)
            >
                <span class="plan-date">{(scale == Scale::Week).then(|| name.to_owned() + " ")}{number}</span>
                {(conflicts > 0).then(|| view! { <span class="plan-clash">{words::count(conflicts, "conflict", "conflicts")}</span> })}
                {content}
                <ul class="plan-entries">
                    {own.into_iter().take(SHOWN).map(line).collect_view()}
                    {(more > 0).then(|| view! { <li class="plan-more">"and "{words::number(more)}" more"</li> })}
                </ul>
            </td>
        }
    };
    let rows = move || {
        let sight = sight.get();
        let per_row = if scale == Scale::Month { 7 } else { 1 };
        let row = |days: &[Day]| {
            let cells = days.iter().map(|day| cell(*day, &sight.entries)).collect_view();
            view! { <tr>{cells}</tr> }
        };
        sight.days.chunks(per_row).map(row).collect_view()
    };
    let head = (scale == Scale::Month).then(|| {
        let column =
            |name: &'static str| view! { <th scope="col"><abbr title=name>{name.get(..3).unwrap_or(name)}</abbr></th> };
        view! { <thead><tr>{words::WEEKDAYS.map(column).collect_view()}</tr></thead> }
    });
    let chosen = move || {
        let date = date.get();
        sight.with(|sight| {
            let day = sight.days.iter().find(|day| day.date == date).copied();
            day.map(|day| of_day(&sight.entries, day).cloned().collect::<Vec<Entry>>())
        })
    };
    let class = if scale == Scale::Month { "plan-grid" } else { "plan-grid plan-week" };
    view! {
        <div class="plan-sight">
            <table class=class role="grid" aria-label="Days. Arrow keys move." on:keydown=pressed>{head}<tbody>{rows}</tbody></table>
            <section class="panel plan-chosen" aria-labelledby="plan-chosen">
                <h3 id="plan-chosen">{move || day_words(date.get())}</h3>
                {move || chosen().map(|entries| agenda::list(zone, entries, "Nothing is planned, and no window opens."))}
            </section>
        </div>
    }
    .into_any()
}

/// A day as a bar from midnight to midnight.
#[component]
fn Bar(day: Day, entries: Vec<Entry>) -> impl IntoView {
    let length = day.span.length().num_minutes().max(1);
    let place = move |span: Span| {
        let minutes = |at: chrono::DateTime<chrono::Utc>| at.signed_duration_since(day.span.start()).num_minutes();
        let (from, to) = (minutes(span.start()).clamp(0, length), minutes(span.end()).clamp(0, length));
        (from * MINUTES / length, ((to - from) * MINUTES / length).max(4))
    };
    let bar = |entry: &Entry| {
        let (x, width) = place(entry.span);
        let (class, _) = look(entry.what);
        let (y, height) = match entry.what {
            What::Window(_) => ("0", "16"),
            What::Freeze(_) => ("0", "5"),
            What::Change(_) => ("6", "10"),
        };
        view! { <rect class=class x=x.to_string() y=y width=width.to_string() height=height /> }
    };
    let ticks = [6, 12, 18].map(|hour: i64| {
        let x = (hour * 60).to_string();
        view! { <line class="week-tick" x1=x.clone() x2=x y1="0" y2="16" /> }
    });
    // Windows below, so that what lies over them is seen.
    let mut sorted = entries;
    sorted.sort_by_key(|entry| !matches!(entry.what, What::Window(_)));
    view! {
        <svg class="plan-bar-day" viewBox="0 0 1440 16" preserveAspectRatio="none" aria-hidden="true">
            {sorted.iter().map(bar).collect_view()}{ticks.collect_view()}
        </svg>
    }
    .into_any()
}
