//! What is planned on which day, in the local time of one zone: for a calendar, a list, and other programs.

use std::sync::Arc;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use itsm::calendar::{CalendarSpec, TimeOfDay, Window, Zone};
use itsm::schedule::{Planned, Span, With, conflicts, open_spans, scope_words};
use itsm::{Desk, Key};

use crate::ical;

/// Something that takes up time.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is.
    pub what: With,
    /// What it is called.
    pub title: String,
    /// What else is to know: what it is for, where it stands.
    pub detail: String,
    /// From when to when.
    pub span: Span,
    /// How much speaks against it.
    pub conflicts: usize,
}

/// A day as clocks there show it: some are shorter, some longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The date.
    pub date: NaiveDate,
    /// From its first instant to that of the next.
    pub span: Span,
}

/// So many days from a date on. Days that cannot be written down are left out.
pub fn days(zone: Zone, first: NaiveDate, count: u64) -> Vec<Day> {
    let begin = |date: NaiveDate| zone.resolve(date.and_time(NaiveTime::MIN));
    let day = |after: u64| {
        let date = first.checked_add_days(Days::new(after))?;
        let span = Span::new(begin(date)?, begin(date.checked_add_days(Days::new(1))?)?)?;
        Some(Day { date, span })
    };
    (0..count).filter_map(day).collect()
}

/// The Monday of a date's week.
pub fn monday(date: NaiveDate) -> NaiveDate {
    let after = u64::from(date.weekday().num_days_from_monday());
    date.checked_sub_days(Days::new(after)).unwrap_or(date)
}

/// The whole weeks that a date's month touches: the first Monday, and how many days.
pub fn month(date: NaiveDate) -> (NaiveDate, u64) {
    let first = date.with_day(1).unwrap_or(date);
    let next = first.checked_add_months(chrono::Months::new(1)).unwrap_or(first);
    let from = monday(first);
    let days = u64::try_from(next.signed_duration_since(from).num_days()).unwrap_or(0);
    (from, days.div_ceil(7) * 7)
}

/// Everything that touches a span, in the order of time: freezes, windows, then changes where they begin together.
pub fn entries(desk: &Desk, planned: &[Planned], span: Span) -> Vec<Entry> {
    let schedule = desk.schedule();
    let freezes =
        schedule.freezes().iter().filter(|(_, freeze)| freeze.span.overlaps(span)).map(|(id, freeze)| Entry {
            what: With::Freeze(*id),
            title: freeze.name.to_string(),
            detail: ["Freeze of ", &scope_words(desk, &freeze.scope), ": ", &freeze.reason].concat(),
            span: freeze.span,
            conflicts: 0,
        });
    let windows = schedule.windows().iter().flat_map(|(id, window)| {
        let open = schedule.calendar(*id).map(|calendar| open_spans(calendar, span)).unwrap_or_default();
        let entry = move |span| Entry {
            what: With::Window(*id),
            title: window.name.to_string(),
            detail: ["Maintenance window of ", &scope_words(desk, &window.scope)].concat(),
            span,
            conflicts: 0,
        };
        open.into_iter().map(entry)
    });
    let changes = planned.iter().filter(|change| change.span.overlaps(span)).map(|change| Entry {
        what: With::Change(change.id),
        title: [change.number.as_str(), " ", &change.title].concat().trim().to_owned(),
        detail: change.state.to_owned(),
        span: change.span,
        conflicts: if change.is_open { conflicts(desk, change, planned).len() } else { 0 },
    });
    let rank = |what: With| match what {
        With::Freeze(_) => 0,
        With::Window(_) => 1,
        With::Change(_) => 2,
    };
    let mut found: Vec<Entry> = freezes.chain(windows).chain(changes).collect();
    found.sort_by_key(|entry| (entry.span.start(), rank(entry.what), entry.what));
    found
}

/// Changes and freezes as iCalendar, as of `now`.
pub fn export(desk: &Desk, planned: &[Planned], now: DateTime<Utc>) -> String {
    let uid = |kind: &str, key: Key| {
        [kind, "-", &key.number.to_string(), "-", &key.tag.to_string(), "@service-dojo"].concat()
    };
    let changes = planned.iter().map(|change| ical::Entry {
        uid: match change.id {
            itsm::RecordId::Change(id) => uid("change", id.0),
            _ => [change.number.as_str(), "@service-dojo"].concat(),
        },
        start: change.span.start(),
        end: change.span.end(),
        summary: [change.number.as_str(), " ", &change.title].concat(),
        description: change.state.to_owned(),
        is_cancelled: !change.is_open,
    });
    let freezes = desk.schedule().freezes().iter().map(|(id, freeze)| ical::Entry {
        uid: uid("freeze", id.0),
        start: freeze.span.start(),
        end: freeze.span.end(),
        summary: ["Freeze: ", &freeze.name].concat(),
        description: [&scope_words(desk, &freeze.scope), ". ", &freeze.reason].concat(),
        is_cancelled: false,
    });
    let mut entries: Vec<ical::Entry> = changes.chain(freezes).collect();
    entries.sort_by(|one, other| (one.start, &one.uid).cmp(&(other.start, &other.uid)));
    ical::calendar("Change schedule", now, &entries)
}

/// The weekly hours of seven lines, Monday first: "22:00-24:00, 01:00-02:00", or nothing. Hours that end before they
/// begin go on into the next day.
///
/// # Errors
/// Which line cannot be read, and how to write it.
pub fn read_hours(zone: &str, lines: &[String]) -> Result<CalendarSpec, (usize, String)> {
    let mut spec = CalendarSpec::weekly(zone.trim(), 0..=6, &[]);
    for (day, line) in lines.iter().enumerate().take(7) {
        for part in line.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            let (opens, closes) = hours(part).ok_or_else(|| {
                (day, ["\u{201c}", part, "\u{201d} are no hours; write them like 22:00-24:00."].concat())
            })?;
            let mut add = |day: usize, opens: TimeOfDay, closes: TimeOfDay| {
                if opens < closes
                    && let Some(windows) = spec.hours.get_mut(day % 7)
                {
                    windows.push(Window { opens, closes });
                }
            };
            if opens < closes {
                add(day, opens, closes);
            } else {
                let midnight = TimeOfDay::from_seconds(0).unwrap_or(TimeOfDay::MIDNIGHT);
                add(day, opens, TimeOfDay::MIDNIGHT);
                add(day + 1, midnight, closes);
            }
        }
    }
    spec.hours.iter_mut().for_each(|day| day.sort_by_key(|window| (window.opens, window.closes)));
    Ok(spec)
}

fn hours(part: &str) -> Option<(TimeOfDay, TimeOfDay)> {
    let (opens, closes) = part.split_once('-').or_else(|| part.split_once('–')).or_else(|| part.split_once(" to "))?;
    Some((opens.trim().parse().ok()?, closes.trim().parse().ok()?))
}

/// The lines that [`read_hours`] reads.
pub fn write_hours(spec: &CalendarSpec) -> Vec<String> {
    let window = |window: &Window| [&window.opens.to_string(), "-", &window.closes.to_string()].concat();
    spec.hours.iter().map(|day| day.iter().map(window).collect::<Vec<String>>().join(", ")).collect()
}

/// The weekly hours in one line: "Saturday 22:00-24:00; Sunday 00:00-04:00 (Europe/Berlin)".
pub fn hours_words(spec: &CalendarSpec, weekdays: &[&str; 7]) -> Arc<str> {
    let lines = weekdays.iter().zip(write_hours(spec)).filter(|(_, hours)| !hours.is_empty());
    let lines: Vec<String> = lines.map(|(day, hours)| [day, " ", &hours].concat()).collect();
    [&lines.join("; "), " (", &spec.zone, ")"].concat().into()
}
