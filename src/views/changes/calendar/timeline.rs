//! Four weeks in lanes: freezes, windows, and each change on a line of its own.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use itsm::schedule::{Span, With as What};
use leptos::prelude::*;
use workspace::agenda::{Day, Entry};

use super::Sight;
use super::days::look;
use crate::views::words;

/// The width of a day and the height of a lane, in pixels.
const DAY: i64 = 36;
const LANE: usize = 24;
/// Room for the dates above and the names at the left.
const TOP: usize = 24;
const LEFT: i64 = 168;
/// Letters of a lane's name.
const LETTERS: usize = 22;

/// A lane: its name, and what lies in it.
#[derive(Clone, PartialEq)]
struct Lane {
    name: String,
    entries: Vec<Entry>,
}

/// One lane for each freeze and window by name, and for each change.
fn lanes(entries: &[Entry]) -> Vec<Lane> {
    let mut found: Vec<(What, Lane)> = vec![];
    for entry in entries {
        match found.iter_mut().find(|(what, _)| *what == entry.what) {
            Some((_, lane)) => lane.entries.push(entry.clone()),
            None => found.push((entry.what, Lane { name: entry.title.clone(), entries: vec![entry.clone()] })),
        }
    }
    let rank = |what: &What| match what {
        What::Freeze(_) => 0,
        What::Window(_) => 1,
        What::Change(_) => 2,
    };
    found.sort_by_key(|(what, _)| rank(what));
    found.into_iter().map(|(_, lane)| lane).collect()
}

/// Where an instant lies, in pixels.
fn place(days: &[Day], at: DateTime<Utc>) -> i64 {
    let Some((first, last)) = days.first().zip(days.last()) else { return LEFT };
    let at = at.clamp(first.span.start(), last.span.end());
    let before = days.iter().take_while(|day| day.span.end() <= at).count();
    let Some(day) = days.get(before) else { return LEFT + DAY * i64::try_from(days.len()).unwrap_or(0) };
    let in_day = at.signed_duration_since(day.span.start()).num_minutes();
    LEFT + DAY * i64::try_from(before).unwrap_or(0) + in_day * DAY / day.span.length().num_minutes().max(1)
}

fn clipped(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        name.to_owned()
    } else {
        name.chars().take(LETTERS - 1).chain(['…']).collect()
    }
}

/// The picture; the list below says the same in words.
#[component]
pub fn Timeline(sight: Memo<Sight>, today: Memo<NaiveDate>) -> impl IntoView {
    let picture = move || {
        let Sight { days, entries } = sight.get();
        let lanes = lanes(&entries);
        if lanes.is_empty() {
            return view! { <p class="hint">"Nothing is planned in these four weeks."</p> }.into_any();
        }
        let width = (LEFT + DAY * i64::try_from(days.len()).unwrap_or(0)).to_string();
        let height = (TOP + lanes.len() * LANE).to_string();
        let today = today.get();
        let column = |(index, day): (usize, &Day)| {
            let x = LEFT + DAY * i64::try_from(index).unwrap_or(0);
            let class = match (day.date == today, day.date.weekday().num_days_from_monday() > 4) {
                (true, _) => "plan-column plan-column-today",
                (_, true) => "plan-column plan-column-weekend",
                _ => "plan-column",
            };
            let number = day.date.day().to_string();
            let height = height.clone();
            view! {
                <rect class=class x=x.to_string() y="0" width=DAY.to_string() height=height />
                <text class="plan-column-day" x=(x + DAY / 2).to_string() y="16">{number}</text>
            }
        };
        let columns = days.iter().enumerate().map(column).collect_view();
        let bar = |y: usize, entry: &Entry, days: &[Day]| {
            let span: Span = entry.span;
            let (from, to) = (place(days, span.start()), place(days, span.end()));
            let (class, _) = look(entry.what);
            let class = if entry.conflicts > 0 { class.to_owned() + " plan-clashing" } else { class.to_owned() };
            let width = (to - from).max(4).to_string();
            view! { <rect class=class x=from.to_string() y=(y + 4).to_string() width=width height=(LANE - 8).to_string() rx="2" /> }
        };
        let lane = |(index, lane): (usize, Lane)| {
            let y = TOP + index * LANE;
            let bars = lane.entries.iter().map(|entry| bar(y, entry, &days)).collect_view();
            view! { <text class="plan-lane" x="0" y=(y + 16).to_string()>{clipped(&lane.name)}</text>{bars} }
        };
        let label = "Timeline of ".to_owned()
            + &words::count(lanes.len(), "lane", "lanes")
            + ". The list below says the same in words.";
        let view_box = ["0 0 ", &width, " ", &height].concat();
        view! {
            <div class="map-scroll" tabindex="0" role="group" aria-label="The timeline, to scroll">
                <svg class="plan-timeline" width=width height=height.clone() viewBox=view_box role="img" aria-label=label>
                    {columns}{lanes.into_iter().enumerate().map(lane).collect_view()}
                </svg>
            </div>
        }
        .into_any()
    };
    view! { <div class="plan-sight-timeline">{picture}</div> }.into_any()
}
