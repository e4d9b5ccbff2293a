//! The change calendar: what is planned, what is frozen, when maintenance is expected; and what speaks against a span.

mod agenda;
mod clash;
mod days;
mod picker;
mod timeline;
mod tryout;
mod window_forms;
mod windows;

pub use clash::Clashes;
pub use windows::WindowsPage;

use chrono::{Months, NaiveDate, TimeDelta};
use itsm::calendar::Zone;
use itsm::change::planned;
use itsm::schedule::Span;
use leptos::prelude::*;
use workspace::agenda::{self as plan, Day, Entry};

use crate::browser::files;
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Button, Choice, Field, Kind, LinkButton, Picture, RadioGroup, Toaster};
use crate::views::desk::gate::WithDesk;
use crate::views::record::DeskNav;
use crate::views::{page, words};

use agenda::Agenda;
use days::Days;
use timeline::Timeline;
use tryout::TryOut;

/// The page's name in an address.
pub const CALENDAR: &str = "calendar";
/// The page of windows and freezes.
pub const WINDOWS: &str = "windows";
/// How many days a timeline shows.
const TIMELINE_DAYS: u64 = 28;

/// The page.
#[component]
pub fn CalendarPage() -> impl IntoView {
    view! { <WithDesk><Shown /></WithDesk> }.into_any()
}

/// How much is looked at, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Whole weeks around a month.
    Month,
    /// Seven days.
    Week,
    /// Four weeks in lanes.
    Timeline,
}

impl Scale {
    const ALL: [Scale; 3] = [Scale::Month, Scale::Week, Scale::Timeline];

    fn label(self) -> &'static str {
        match self {
            Scale::Month => "Month",
            Scale::Week => "Week",
            Scale::Timeline => "Timeline",
        }
    }

    /// The first day and how many, around a date.
    fn range(self, date: NaiveDate) -> (NaiveDate, u64) {
        match self {
            Scale::Month => plan::month(date),
            Scale::Week => (plan::monday(date), 7),
            Scale::Timeline => (plan::monday(date), TIMELINE_DAYS),
        }
    }

    /// The date one page on, or back.
    fn turned(self, date: NaiveDate, on: bool) -> NaiveDate {
        let month = Months::new(1);
        let moved = match (self, on) {
            (Scale::Month, true) => date.checked_add_months(month),
            (Scale::Month, false) => date.checked_sub_months(month),
            (Scale::Week, on) => date.checked_add_signed(TimeDelta::days(if on { 7 } else { -7 })),
            (Scale::Timeline, on) => date.checked_add_signed(TimeDelta::days(if on { 28 } else { -28 })),
        };
        moved.unwrap_or(date)
    }
}

/// What is looked at: the days, and everything on them.
#[derive(Clone, Default, PartialEq)]
pub struct Sight {
    /// The days.
    pub days: Vec<Day>,
    /// What touches them, in the order of time.
    pub entries: Vec<Entry>,
}

/// The zone of the desk's agreement.
pub fn zone(session: Session) -> Zone {
    let name = session.peek(|w| w.desk().agreement().agreement().calendar.zone.clone());
    name.and_then(|name| Zone::named(&name)).unwrap_or(Zone::UTC)
}

fn sight(session: Session, zone: Zone, scale: Scale, date: NaiveDate) -> Sight {
    let (first, count) = scale.range(date);
    let days = plan::days(zone, first, count);
    let whole = days.first().zip(days.last()).and_then(|(first, last)| Span::new(first.span.start(), last.span.end()));
    let entries = session.read(|workspace| {
        let planned = planned(workspace.desk());
        whole.map(|span| plan::entries(workspace.desk(), &planned, span)).unwrap_or_default()
    });
    Sight { days, entries: entries.unwrap_or_default() }
}

#[component]
fn Shown() -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "Change calendar".to_owned());
    page::announce();
    let zone = zone(session);
    let today = Memo::new(move |_| zone.local(session.now.get()).date());
    let date = RwSignal::new(today.get_untracked());
    let scale = RwSignal::new(Scale::Month.label().to_owned());
    let at = Memo::new(move |_| {
        scale.with(|word| Scale::ALL.into_iter().find(|scale| scale.label() == word)).unwrap_or(Scale::Month)
    });
    // Another day of the same page shows the same: only the range counts.
    let range = Memo::new(move |_| (at.get(), at.get().range(date.get())));
    let seen = Memo::new(move |_| {
        let (scale, _) = range.get();
        sight(session, zone, scale, date.get_untracked())
    });
    let heading = move || {
        let (scale, (first, count)) = range.get();
        let last = first + TimeDelta::days(i64::try_from(count).unwrap_or(7) - 1);
        match scale {
            Scale::Month => month_words(date.get()),
            _ => day_words(first) + " – " + &day_words(last),
        }
    };
    let turn = move |on: bool| date.update(|date| *date = at.get_untracked().turned(*date, on));
    let choices: Vec<Choice> = Scale::ALL.into_iter().map(|scale| Choice::new(scale.label(), scale.label())).collect();
    let body = move || match at.get() {
        Scale::Timeline => view! { <Timeline sight=seen today /> }.into_any(),
        scale => view! { <Days sight=seen scale date today /> }.into_any(),
    };
    view! {
        <div class="page">
            <DeskNav />
            <header class="page-head">
                <h1>"Change calendar"</h1>
                <div class="page-actions">
                    <LinkButton label="New change" kind=Kind::Primary href=Practice::Changes.form().href() />
                    <LinkButton label="Windows and freezes" href=Practice::Changes.at(WINDOWS).href() />
                    <Export />
                </div>
            </header>
            <div class="plan-bar">
                <div class="plan-turn" role="group" aria-label="Which time">
                    <Button label="Earlier" kind=Kind::Plain picture=Picture::Back icon_only=true on_press=move |()| turn(false) />
                    <Button label="Today" on_press=move |()| date.set(today.get_untracked()) />
                    <Button label="Later" kind=Kind::Plain picture=Picture::Next icon_only=true on_press=move |()| turn(true) />
                    <h2 class="plan-when" aria-live="polite">{heading}</h2>
                </div>
                <Field label="View" group=true required=true><RadioGroup choices=choices value=scale beside=true /></Field>
            </div>
            {body}
            <Agenda sight=seen />
            <TryOut />
        </div>
    }
    .into_any()
}

/// "May 2026".
fn month_words(date: NaiveDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    use chrono::Datelike;
    let month = MONTHS.get(date.month0() as usize).copied().unwrap_or_default();
    [month, " ", &date.year().to_string()].concat()
}

/// A date in the form that was chosen.
pub fn day_words(date: NaiveDate) -> String {
    words::date(date.and_time(chrono::NaiveTime::MIN))
}

/// From when to when, in the zone of the desk: the second date only where it differs.
pub fn span_words(zone: Zone, span: Span) -> String {
    let (start, end) = (zone.local(span.start()), zone.local(span.end()));
    let end = if start.date() == end.date() { preferences::format::current().time(end) } else { words::date_time(end) };
    words::date_time(start) + " – " + &end
}

/// Saves the schedule for other calendars.
#[component]
fn Export() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let save = move |()| {
        let now = session.now.get_untracked();
        let text = session.peek(|w| plan::export(w.desk(), &planned(w.desk()), now));
        if text.is_some_and(|text| files::download("change-schedule.ics", "text/calendar;charset=utf-8", &text)) {
            toaster.ok("Saved for other calendars");
        } else {
            toaster.bad("The browser did not take the file. Nothing was changed.");
        }
    };
    view! { <Button label="Save as iCalendar" kind=Kind::Quiet picture=Picture::Download on_press=save /> }.into_any()
}
