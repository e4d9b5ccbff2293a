//! The working week as a picture: a bar for each day, midnight to midnight, with the hours in words beside it.

use chrono::TimeDelta;
use itsm::calendar::{CalendarSpec, Window};
use leptos::prelude::*;
use workspace::rules::calendar;

use super::lines::Book;
use crate::views::words;

/// A day in minutes: the width of a bar.
const DAY: u32 = 24 * 60;

fn minutes(window: &Window) -> (u32, u32) {
    (window.opens.seconds() / 60, window.closes.seconds() / 60)
}

/// The picture; it follows what is typed.
#[component]
pub fn Week(book: Book) -> impl IntoView {
    let days = Memo::new(move |_| {
        let lists = book.lists();
        (0..7).map(|day| calendar::windows(&lists, day)).collect::<Vec<Vec<Window>>>()
    });
    let day = move |(name, windows): (&'static str, Vec<Window>)| {
        let bars = windows.iter().map(|window| {
            let (opens, closes) = minutes(window);
            view! { <rect class="week-open" x=opens.to_string() y="0" width=closes.saturating_sub(opens).to_string() height="10" /> }
        });
        let bars = bars.collect_view();
        let ticks = [6, 12, 18].map(|hour: u32| {
            let x = (hour * 60).to_string();
            view! { <line class="week-tick" x1=x.clone() x2=x y1="0" y2="10" /> }
        });
        let hours: Vec<String> =
            windows.iter().map(|w| [&w.opens.to_string(), "–", &w.closes.to_string()].concat()).collect();
        let hours = if hours.is_empty() { "Closed".to_owned() } else { hours.join(", ") };
        view! {
            <li class="week-day">
                <span class="week-name">{name}</span>
                <svg class="week-bar" viewBox="0 0 1440 10" preserveAspectRatio="none" aria-hidden="true">{bars}{ticks.collect_view()}</svg>
                <span class="week-hours">{hours}</span>
            </li>
        }
    };
    let list = move || words::WEEKDAYS.into_iter().zip(days.get()).map(day).collect_view();
    view! {
        <div class="week">
            <div class="week-scale" aria-hidden="true"><span>"0"</span><span>"6"</span><span>"12"</span><span>"18"</span><span>"24"</span></div>
            <ul class="week-days">{list}</ul>
            <p class="week-sum">{move || days.with(|days| sum(days))}</p>
        </div>
    }
    .into_any()
}

/// "42 h 30 min a week. A working day is 8 h 30 min, as on most days."
fn sum(days: &[Vec<Window>]) -> String {
    let mut calendar = CalendarSpec::weekly("UTC", 0..=6, &[]);
    calendar.hours.iter_mut().zip(days).for_each(|(hours, windows)| hours.clone_from(windows));
    let week: TimeDelta = calendar.open_time().into_iter().sum();
    if week <= TimeDelta::zero() {
        return "Closed all week.".to_owned();
    }
    let day = words::business_span(calendar.working_day());
    let always = week >= TimeDelta::minutes(i64::from(DAY) * 7);
    let most = if always { ", round the clock." } else { ", as on most days." };
    [&words::business_span(week), " a week. A working day is ", &day, most].concat()
}
